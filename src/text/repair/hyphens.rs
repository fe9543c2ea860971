//! Soft hyphens, which a page's typesetting leaves inside words: nobody sees or quotes them.

use super::Mend;

/// The repair's name.
const NAME: &str = "soft hyphen left over";
const SOFT_HYPHEN: char = '\u{ad}';

/// The soft hyphens of `text` that stand between letters, in order.
pub(super) fn mends(text: &str) -> Vec<Mend> {
    if text.is_ascii() {
        return Vec::new();
    }
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    text.match_indices(SOFT_HYPHEN)
        .map(|(start, found)| (start, start + found.len()))
        .filter(|&(start, end)| {
            is_letter(text.get(..start).and_then(|head| head.chars().next_back()))
                && is_letter(text.get(end..).and_then(|tail| tail.chars().next()))
        })
        .map(|(start, end)| Mend { start, end, now: String::new(), repair: NAME, lossy: false })
        .collect()
}
