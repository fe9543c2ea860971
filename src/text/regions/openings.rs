//! Bylines and datelines that are glued to the first sentence of an article.

use super::{Part, labels::cut, lines::ends_sentence};
use crate::{model::BlockRole, text::sentences::is_blank, world::packs::regions::Regions};

/// Cuts a byline, and a dateline, off the first sentence that it is glued to.
pub(super) fn split_openings(text: &str, parts: &mut Vec<Part>, cues: &Regions) {
    let first =
        parts.iter().position(|part| part.role == Some(BlockRole::Title)).map_or(0, |title| title + 1);
    let mut n_prose = 0;
    let mut at = first;
    while let Some(part) = parts.get(at).filter(|_| n_prose < 3 && at < first + 80) {
        at += 1;
        if part.role.is_some() {
            continue;
        }
        n_prose += usize::from(part.span.len() > 60);
        let Some((role, length)) = opening(part.span.of(text), cues) else { continue };
        cut(text, parts, at - 1, (length, Some(role), None));
    }
}

/// A byline or dateline at the start of a paragraph, and its length in bytes.
fn opening(words: &str, cues: &Regions) -> Option<(BlockRole, usize)> {
    if let Some(length) = byline_length(words, cues) {
        return Some((BlockRole::Byline, length));
    }
    dateline_length(words).map(|length| (BlockRole::Dateline, length))
}

/// `By Anna Berg`, alone or before a word that opens sentences.
pub(super) fn byline_length(words: &str, cues: &Regions) -> Option<usize> {
    if !cues.may_open_byline(words) {
        return None;
    }
    let head: String = words.chars().take(40).flat_map(char::to_lowercase).collect();
    let opens = |word: &&String| {
        head.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with([' ', ':', '：', '\u{a0}']))
    };
    let pack = cues.all().find(|pack| pack.byline.iter().any(|word| opens(&word)))?;
    let word = pack.byline.iter().filter(opens).max_by_key(|word| word.len())?;
    let mut end = word.len();
    let mut n_names = 0;
    for token in words.get(end..)?.split_inclusive(is_blank) {
        let name =
            token.trim_matches(|letter: char| is_blank(letter) || matches!(letter, ',' | ':' | '|' | '&'));
        let starts_sentence =
            n_names >= 2 && pack.is_starter(&name.to_lowercase()) && name.starts_with(char::is_uppercase);
        if starts_sentence {
            return Some(end);
        }
        let is_name = name.is_empty()
            || name.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric())
            || (n_names > 0 && name.chars().count() <= 3 && name.chars().all(char::is_alphabetic));
        if !is_name || n_names > 7 {
            return None;
        }
        n_names += usize::from(!name.is_empty());
        end += token.len();
    }
    ((1..=7).contains(&n_names) && !ends_sentence(words)).then_some(words.len())
}

/// `OSLO —`, `OSLO, May 3 (Reuters) -`: capitals, then perhaps a bracket, then a dash.
fn dateline_length(words: &str) -> Option<usize> {
    let bold = words.trim_start_matches('*');
    let city: usize = bold
        .chars()
        .take_while(|letter| letter.is_uppercase() || matches!(letter, ' ' | '.' | '\'' | '-'))
        .map(char::len_utf8)
        .sum();
    let capitals = bold.get(..city)?.chars().filter(|letter| letter.is_uppercase()).count();
    if capitals < 3 || !bold.starts_with(char::is_uppercase) {
        return None;
    }
    let head: String = words.chars().take(90).collect();
    [" — ", " – ", " - ", " -- ", " -** ", " —** ", "** - ", "** — ", "** – "]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| at + dash.len()))
        .min()
        .filter(|end| {
            !head.get(..*end).unwrap_or_default().trim_end_matches(['.', ' ', '-', '—', '–']).contains(". ")
        })
}
