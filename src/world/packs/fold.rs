//! Text as it is compared: lower case, plain quotes and dashes, single spaces, Latin letters without marks.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Folded text, and where each of its bytes comes from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The text as it is compared.
    pub text: String,
    origins: Vec<u32>,
}

impl Folded {
    /// Folds `text`; `origin` is where it starts in the article.
    pub fn new(text: &str, origin: usize) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origins: Vec::new() };
        folded.origins.reserve(text.len() + 1);
        for (offset, letter) in text.char_indices() {
            folded.push(letter, origin + offset);
        }
        folded.origins.push(u32::try_from(origin + text.len()).unwrap_or(u32::MAX));
        folded
    }

    /// Where the byte at `index` of the folded text starts in the article.
    pub fn origin(&self, index: usize) -> usize {
        self.origins.get(index).or_else(|| self.origins.last()).map_or(0, |&origin| origin as usize)
    }

    fn push(&mut self, letter: char, origin: usize) {
        let origin = u32::try_from(origin).unwrap_or(u32::MAX);
        if letter.is_ascii() && !letter.is_ascii_whitespace() {
            self.text.push(letter.to_ascii_lowercase());
        } else {
            self.push_folded(letter);
        }
        self.origins.resize(self.text.len(), origin);
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
    Folded::new(text, 0).text
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
    use super::{Folded, fold};

    #[test]
    fn marks_quotes_and_case_do_not_matter() {
        assert_eq!(fold("Erdoğan’s  “Visit”\n—"), "erdogan's \"visit\" -");
        assert_eq!(fold("Семён"), "семен");
        assert_eq!(fold("الروسى أردوغـان إلى"), fold("الروسي اردوغان الي"));
    }

    #[test]
    fn every_byte_knows_where_it_comes_from() {
        let folded = Folded::new("É\u{ad}a b", 10);
        assert_eq!(folded.text, "ea b");
        assert_eq!((folded.origin(0), folded.origin(1), folded.origin(4)), (10, 14, 17));
    }
}
