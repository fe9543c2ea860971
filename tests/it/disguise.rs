//! What happens to articles on their way into people's folders: none of it may change what they say.

use encoding_rs::{Encoding, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
use std::collections::BTreeMap;

/// A way to disguise an article.
pub struct Disguise {
    /// What it is called in a failure.
    pub name: &'static str,
    /// The article's text disguised; `None` where there is nothing to disguise.
    pub wear: fn(&str) -> Option<String>,
}

/// All of them.
pub const DISGUISES: &[Disguise] = &[
    Disguise { name: "utf-8 read as gbk", wear: |text| misread(text, GBK) },
    Disguise { name: "utf-8 read as windows-1252", wear: |text| misread(text, WINDOWS_1252) },
    Disguise { name: "utf-8 read as windows-1251", wear: |text| misread(text, WINDOWS_1251) },
    Disguise { name: "utf-8 read as shift_jis", wear: |text| misread(text, SHIFT_JIS) },
    Disguise { name: "misread twice", wear: |text| misread(&misread(text, WINDOWS_1252)?, WINDOWS_1252) },
    Disguise { name: "straight quotes", wear: straightened },
    Disguise { name: "curly quotes", wear: curled },
    Disguise {
        name: "entities",
        wear: |text| {
            replaced(
                text,
                &[
                    ("&", "&amp;"),
                    ("’", "&rsquo;"),
                    ("“", "&ldquo;"),
                    ("”", "&#8221;"),
                    ("–", "&ndash;"),
                    ("é", "&eacute;"),
                ],
            )
        },
    },
    Disguise { name: "no-break spaces", wear: |text| every_nth(text, ' ', 3, "\u{a0}") },
    Disguise { name: "soft hyphens", wear: hyphenated },
    Disguise { name: "wrapped lines", wear: wrapped },
    Disguise { name: "windows line ends", wear: |text| replaced(text, &[("\n", "\r\n")]) },
    Disguise { name: "a headline in capitals", wear: loud },
];

/// UTF-8 decoded as something else. Where bytes are lost, they may only be those of punctuation.
fn misread(text: &str, encoding: &'static Encoding) -> Option<String> {
    let letters: String = text.chars().filter(|&letter| !is_punctuation(letter)).collect();
    let (_, lost_letters) = encoding.decode_without_bom_handling(letters.as_bytes());
    let latin = text.chars().filter(char::is_ascii_alphabetic).count() * 2 > text.chars().count();
    let (misread, lost) = encoding.decode_without_bom_handling(text.as_bytes());
    (!text.is_ascii() && !lost_letters && (latin || !lost)).then(|| misread.into_owned())
}

fn is_punctuation(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2027}' | '\u{ab}' | '\u{bb}')
}

fn straightened(text: &str) -> Option<String> {
    replaced(text, &[("’", "'"), ("‘", "'"), ("“", "\""), ("”", "\""), ("–", "-"), ("—", "-"), ("…", "...")])
}

/// Straight apostrophes inside words made curly.
fn curled(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|l| l.is_alphabetic());
    let curly = letters.iter().enumerate().map(|(at, &letter)| {
        let inside = is_letter(at.checked_sub(1)) && is_letter(Some(at + 1));
        if letter == '\'' && inside { '’' } else { letter }
    });
    changed(text, curly.collect())
}

fn replaced(text: &str, table: &[(&str, &str)]) -> Option<String> {
    changed(text, table.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)))
}

fn every_nth(text: &str, what: char, n: usize, with: &str) -> Option<String> {
    let mut n_seen = 0;
    let done = text.chars().fold(String::new(), |mut done, letter| {
        n_seen += usize::from(letter == what);
        if letter == what && n_seen % n == 0 {
            done.push_str(with);
        } else {
            done.push(letter);
        }
        done
    });
    changed(text, done)
}

/// Soft hyphens in the middle of long words of alphabets, as typesetting leaves them.
fn hyphenated(text: &str) -> Option<String> {
    let is_letter = |letter: char| letter.is_alphabetic() && (letter as u32) < 0x500;
    let mut done = String::new();
    let mut run = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        run = if is_letter(letter) { run + 1 } else { 0 };
        done.push(letter);
        if run == 4 && letters.peek().is_some_and(|&next| is_letter(next)) {
            done.push('\u{ad}');
        }
    }
    changed(text, done)
}

/// Long lines broken at 72 characters, with an empty line after each paragraph, as mail programs do.
///
/// Two broken lines are too few to know that a text was wrapped, and a text whose sentences are broken already, as
/// links break them on some pages, cannot be told from one that is broken twice.
fn wrapped(text: &str) -> Option<String> {
    let mut done = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        done.push_str(&wrapped_line(line));
        done.push('\n');
        // A line that goes on with the one before is no paragraph of its own.
        let ends = lines.peek().is_some_and(|next| !next.trim_start().starts_with(char::is_lowercase));
        if line.chars().count() > WIDTH && ends {
            done.push('\n');
        }
    }
    let n_broken = text.lines().filter(|line| line.chars().count() > WIDTH).count();
    let lines: Vec<&str> = text.lines().collect();
    let n_cut = lines.windows(2).filter(|pair| is_cut(pair[0], pair[1])).count();
    if n_broken < 3 || n_cut > 2 { None } else { changed(text.trim_end(), done.trim_end().to_owned()) }
}

/// Whether a sentence goes on in the next line.
fn is_cut(line: &str, next: &str) -> bool {
    !line.trim().is_empty() && next.trim_start().starts_with(char::is_lowercase)
}

const WIDTH: usize = 72;

fn wrapped_line(line: &str) -> String {
    let mut length = 0;
    let words = line.split_inclusive(' ').map(|word| {
        let word_length = word.chars().count();
        length += word_length;
        if length > WIDTH && length > word_length {
            length = word_length;
            format!("\n{word}")
        } else {
            word.to_owned()
        }
    });
    words.collect::<String>().replace(" \n", "\n")
}

fn loud(text: &str) -> Option<String> {
    let (title, body) = text.split_once('\n')?;
    let is_title = title.chars().count() < 110 && !title.trim_end().ends_with(['.', '。', ':']);
    is_title.then(|| changed(text, format!("{}\n{body}", title.to_uppercase())))?
}

/// An English text as a thesaurus spins it, with the pack's own senses turned around.
///
/// A few spun sentences about nobody follow it, since a short article alone has too few such words.
pub fn spun(text: &str) -> String {
    const TAIL: &str = "\n\nThe high minister has mentioned that the warfare in the center east was a number of \
        instances discussed at a press convention. The overseas minister, a language president and the \
        information company had been at dwelling on sunday mentioned the legal court of the international south.\n";
    let forms = spun_forms();
    let mut done = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let at_start = !done.chars().next_back().is_some_and(char::is_alphanumeric);
        let form = forms.iter().rev().filter(|_| at_start).find(|(plain, _)| {
            rest.strip_prefix(plain.as_str())
                .is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric))
        });
        let length =
            form.map_or_else(|| rest.chars().next().map_or(1, char::len_utf8), |(plain, _)| plain.len());
        let (head, tail) = rest.split_at(length);
        done.push_str(form.map_or(head, |(_, spun)| spun));
        rest = tail;
    }
    done.push_str(TAIL);
    done
}

/// Plain words and the first of their spun forms, longest last among those that begin alike.
fn spun_forms() -> BTreeMap<String, String> {
    let lexicon: toml::Table = toml::from_str(include_str!("../../assets/lang/en/lexicon.toml")).unwrap();
    let table = lexicon["spun"].as_table().unwrap();
    let first = |forms: &toml::Value| forms.as_array().unwrap()[0].as_str().unwrap().to_owned();
    let mut forms: BTreeMap<String, String> =
        table.iter().map(|(plain, forms)| (plain.clone(), first(forms))).collect();
    forms.insert("May".to_owned(), "Might".to_owned());
    forms
}

fn changed(before: &str, after: String) -> Option<String> {
    (after != before).then_some(after)
}
