//! Text as it is compared: lower case, plain quotes and dashes, single spaces, Latin letters without marks.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Folded text, and where each of its bytes comes from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The text as it is compared.
    pub text: String,
    /// Where each byte starts in the article; empty where byte follows byte from `first` on.
    origins: Vec<u32>,
    first: usize,
}

impl Folded {
    /// Folds `text`; `origin` is where it starts in the article.
    pub fn new(text: &str, origin: usize) -> Self {
        if folds_in_place(text) {
            return Self { text: text.to_ascii_lowercase(), origins: Vec::new(), first: origin };
        }
        let mut folded = Self { text: String::with_capacity(text.len()), origins: Vec::new(), first: origin };
        folded.origins.reserve(text.len() + 1);
        let short = |origin: usize| u32::try_from(origin).unwrap_or(u32::MAX);
        for (plain, letter) in pieces(text) {
            let letter_at = folded.first + plain.len();
            folded.push_plain(plain);
            folded.origins.extend((folded.first..letter_at).map(short));
            folded.first = letter_at;
            if let Some(letter) = letter {
                folded.push(letter);
                folded.origins.resize(folded.text.len(), short(letter_at));
                folded.first += letter.len_utf8();
            }
        }
        folded.origins.push(short(origin + text.len()));
        folded.first = origin;
        folded
    }

    /// Where the byte at `index` of the folded text starts in the article.
    pub fn origin(&self, index: usize) -> usize {
        let origin = self.origins.get(index).or_else(|| self.origins.last());
        origin.map_or_else(|| self.first + index.min(self.text.len()), |&origin| origin as usize)
    }

    fn push_plain(&mut self, letters: &str) {
        let start = self.text.len();
        self.text.push_str(letters);
        if let Some(letters) = self.text.get_mut(start..) {
            letters.make_ascii_lowercase();
        }
    }

    fn push(&mut self, letter: char) {
        if letter.is_ascii() && !letter.is_ascii_whitespace() {
            self.text.push(letter.to_ascii_lowercase());
        } else {
            self.push_folded(letter);
        }
    }

    fn push_folded(&mut self, letter: char) {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            _ if letter.is_whitespace() => {
                if !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            }
            '‘' | '’' | 'ʼ' | '′' | '`' | '´' => self.text.push('\''),
            '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '《' | '》' => {
                self.text.push('"');
            }
            '–' | '—' | '‑' | '‐' | '−' => self.text.push('-'),
            '，' | '、' | '،' => self.text.push(','),
            '；' | '؛' => self.text.push(';'),
            '：' => self.text.push(':'),
            '？' | '؟' => self.text.push('?'),
            'ł' | 'Ł' => self.text.push('l'),
            'ø' | 'Ø' => self.text.push('o'),
            'đ' | 'Đ' => self.text.push('d'),
            'ı' | 'İ' => self.text.push('i'),
            'ё' | 'Ё' => self.text.push('е'),
            // Arabic papers write these letters either way, and stretch words.
            'أ' | 'إ' | 'آ' | 'ٱ' => self.text.push('ا'),
            'ى' => self.text.push('ي'),
            'ـ' => {}
            'ß' => self.text.push_str("ss"),
            _ if is_latin(letter) => {
                let plain = letter.nfd().filter(|part| !is_combining_mark(*part));
                self.text.extend(plain.flat_map(char::to_lowercase));
            }
            _ if is_combining_mark(letter) && !is_indic(letter) => {}
            _ => self.text.extend(letter.to_lowercase()),
        }
    }
}

/// Folds a short text by itself.
pub fn fold(text: &str) -> String {
    if folds_in_place(text) {
        return text.to_ascii_lowercase();
    }
    let mut folded = Folded { text: String::with_capacity(text.len()), ..Folded::default() };
    for (plain, letter) in pieces(text) {
        folded.push_plain(plain);
        if let Some(letter) = letter {
            folded.push(letter);
        }
    }
    folded.text
}

/// A text as runs of letters and marks of ASCII, each with the other character behind it.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<char>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let length = rest.bytes().take_while(|byte| matches!(byte, 0x21..=0x7e)).count();
        let (plain, behind) = rest.split_at_checked(length)?;
        let mut letters = behind.chars();
        let letter = letters.next();
        rest = letters.as_str();
        Some((plain, letter))
    })
}

/// `text` folded but for case and spaces, where that makes it ASCII; marks of no alphabet become spaces.
pub(super) fn plain_text(text: &str) -> Option<String> {
    let mut plain = Folded { text: String::with_capacity(text.len()), ..Folded::default() };
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (head, tail) = rest.split_at_checked(at)?;
        plain.text.push_str(head);
        let start = plain.text.len();
        let letter = tail.chars().next()?;
        plain.push_folded(letter);
        let folded = plain.text.get_mut(start..)?;
        if folded.is_ascii() {
            if !letter.is_lowercase() {
                folded.make_ascii_uppercase();
            }
        } else if letter.is_alphanumeric() {
            return None;
        } else {
            plain.text.truncate(start);
            plain.text.push(' ');
        }
        rest = tail.get(letter.len_utf8()..)?;
    }
    plain.text.push_str(rest);
    Some(plain.text)
}

/// Whether folding changes nothing but the case of letters: most sentences of English are so.
fn folds_in_place(text: &str) -> bool {
    let mut after_space = false;
    text.is_ascii()
        && text.bytes().all(|byte| {
            let is_space = byte.is_ascii_whitespace();
            let stays = !is_space || (byte == b' ' && !after_space);
            after_space = is_space;
            stays
        })
}

/// The bytes of `text` as folding leaves them, if it is ASCII or folded already.
pub(super) fn folded_bytes(text: &str) -> impl Iterator<Item = u8> {
    let mut after_space = false;
    text.bytes().filter_map(move |byte| {
        let is_space = byte.is_ascii_whitespace();
        let is_more_space = is_space && after_space;
        after_space = is_space;
        (!is_more_space).then_some(if is_space { b' ' } else { byte.to_ascii_lowercase() })
    })
}

fn is_latin(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_indic(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{e7f}')
}

/// Whether words are written without spaces in the script of this letter.
pub fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold, plain_text};

    #[test]
    fn marks_quotes_and_case_do_not_matter() {
        assert_eq!(fold("Erdoğan’s  “Visit”\n—"), "erdogan's \"visit\" -");
        assert_eq!(fold("Семён"), "семен");
        assert_eq!(fold("الروسى أردوغـان إلى"), fold("الروسي اردوغان الي"));
    }

    #[test]
    fn plain_text_keeps_its_case() {
        let plain = |text| plain_text(text).map(|plain| plain.split(' ').collect::<Vec<_>>().join(" "));
        assert_eq!(plain("“Élan” – Łódź’s so\u{ad}le … x").as_deref(), Some("\"Elan\" - Lodz's sole   x"));
        assert_eq!(plain("the Путин file"), None, "another alphabet");
    }

    #[test]
    fn every_byte_knows_where_it_comes_from() {
        let folded = Folded::new("É\u{ad}a b", 10);
        assert_eq!(folded.text, "ea b");
        assert_eq!((folded.origin(0), folded.origin(1), folded.origin(4)), (10, 14, 17));
        let plain = Folded::new("A b", 10);
        assert_eq!(plain.text, "a b");
        assert_eq!((plain.origin(0), plain.origin(2), plain.origin(3)), (10, 12, 13));
    }
}
