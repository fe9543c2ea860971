//! An article's file as it was saved, before anything was repaired, divided or left out.

use encoding_rs::{Encoding, UTF_8};

/// The file, decoded and otherwise untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsSaved {
    /// Its path relative to the input.
    pub file: String,
    /// Its lines, without their ends.
    pub lines: Vec<String>,
    /// Whether the file is longer than what is shown.
    pub is_cut: bool,
}

impl AsSaved {
    /// Decodes a file's first bytes from the encoding that the article was read in, by its WHATWG name.
    pub fn new(file: String, bytes: &[u8], encoding: &str, is_cut: bool) -> Self {
        let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
        let (text, _, _) = encoding.decode(bytes);
        Self { file, lines: text.lines().map(ToOwned::to_owned).collect(), is_cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_and_markup_are_left_as_they_are() {
        let saved = "<p>It\u{9225}\u{6a9a}</p>\nend";
        let shown = AsSaved::new("page.html".to_owned(), saved.as_bytes(), "UTF-8", false);
        assert_eq!(shown.lines, ["<p>It\u{9225}\u{6a9a}</p>", "end"]);
        let shown = AsSaved::new("da.txt".to_owned(), b"\xc4\xe0", "windows-1251", true);
        assert_eq!((shown.lines, shown.is_cut), (vec!["Да".to_owned()], true));
    }
}
