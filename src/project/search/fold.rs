//! Text without case and diacritics, so that a typed word is found however it is written, and the way back.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::world::plain_letter;

/// `text` in lower case without diacritics, every run of white space as one space, in any script.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|char| fold_char(char, &mut out));
    out
}

/// Where in `text` the bytes `ranges` of its folded form were written, as bytes; `ranges` lie in order.
pub(super) fn unfolded(text: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::with_capacity(ranges.len());
    let mut chars = text.char_indices();
    let mut out = String::new();
    let mut here = 0..0;
    let mut folded_from = 0;
    for range in ranges {
        let mut start = None;
        loop {
            if out.len() > range.start && start.is_none() && folded_from <= range.start {
                start = Some(here.start);
            }
            if out.len() >= range.end && start.is_some() {
                break;
            }
            let Some((at, char)) = chars.next() else { break };
            folded_from = out.len();
            fold_char(char, &mut out);
            here = at..at + char.len_utf8();
        }
        if let Some(start) = start {
            found.push(start..here.end);
        }
    }
    found
}

fn fold_char(char: char, out: &mut String) {
    if char.is_ascii() {
        if char.is_ascii_whitespace() {
            space(out);
        } else {
            out.push(char.to_ascii_lowercase());
        }
    } else if char.is_whitespace() {
        space(out);
    } else {
        decompose_compatible(char, |part| fold_part(part, out));
    }
}

fn fold_part(part: char, out: &mut String) {
    if is_combining_mark(part) {
        return;
    }
    for lower in part.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
        match lower {
            '’' | '‘' | 'ʼ' => out.push('\''),
            '–' | '—' | '‑' | '‐' => out.push('-'),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            _ if lower.is_whitespace() => space(out),
            _ => match plain_letter(lower) {
                Some(letters) => out.push_str(letters),
                None => out.push(lower),
            },
        }
    }
}

fn space(out: &mut String) {
    if !out.ends_with(' ') {
        out.push(' ');
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn case_and_diacritics_do_not_matter_in_any_script() {
        for (text, expected) in [
            ("Recep Tayyip ERDOĞAN", "recep tayyip erdogan"),
            ("Łukasz  von\nGroß", "lukasz von gross"),
            ("Си Цзиньпин, ЁЛКА", "си цзиньпин, елка"),
            ("习近平", "习近平"),
            ("مُحَمَّد", "محمد"),
            ("Αθήνας", "αθηνασ"),
            ("Kremlin’s — “no”", "kremlin's - \"no\""),
        ] {
            assert_eq!(folded(text), expected, "{text}");
            assert_eq!(folded(&folded(text)), expected, "folding twice is folding once");
        }
    }

    #[test]
    fn the_way_back_leads_to_the_words_as_written() {
        let text = "Ein Gruß  an ERDOĞAN\n\nund an Straße";
        let all = folded(text);
        let places: Vec<_> = ["gruss an", "erdogan und", "strasse"]
            .iter()
            .map(|word| all.find(word).unwrap()..all.find(word).unwrap() + word.len())
            .collect();
        let found: Vec<_> = unfolded(text, &places).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Gruß  an", "ERDOĞAN\n\nund", "Straße"]);
    }

    #[test]
    fn half_a_letter_is_the_whole_letter() {
        let text = "Groß";
        let place = 4..5;
        let range = unfolded(text, std::slice::from_ref(&place)).remove(0);
        assert_eq!(&text[range], "ß", "the second s of what ß folds to");
    }
}
