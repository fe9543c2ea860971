//! What stands under a picture: told by its credit, or by a cue word.

use super::labels::Clues;
use crate::{text::sentences::is_blank, world::packs::regions::Cue};

/// Captions are short; a longer paragraph with a credit is an agency's report.
const MAX_BYTES: usize = 700;
/// How much may follow a credit: a stray letter, a year, a photographer.
const MAX_AFTER: usize = 24;

/// Whether a paragraph is a caption, by its clues.
pub(super) fn is_caption(clues: &Clues<'_>) -> bool {
    const TAG: &str = "<figcaption";
    let text = &*clues.text;
    if text.len() > MAX_BYTES {
        return false;
    }
    let is_tagged = || text.get(..TAG.len()).is_some_and(|head| head.eq_ignore_ascii_case(TAG));
    if text.starts_with("![") || text.starts_with('©') || is_tagged() {
        return true;
    }
    clues.hits.iter().any(|(cue, range)| match cue {
        Cue::Caption => {
            text.len() < 300
                && (range.start == 0 || is_set_off(text, range.start) || range.end + 60 > text.len())
        }
        Cue::Credit => {
            let rest = text.get(range.end..).unwrap_or_default();
            is_set_off(text, range.start) && closes(rest)
        }
        Cue::Boilerplate | Cue::Spam => false,
    })
}

/// Whether a credit at byte `at` is set off from the words before it by a mark: `| AP`, `/AFP`, `(Reuters)`.
fn is_set_off(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let last = before.trim_end_matches(is_blank).chars().next_back();
    last.is_some_and(|letter| {
        matches!(letter, '/' | '|' | '(' | '（' | '©' | '[' | '【' | ':' | '：' | '•' | '·')
    })
}

/// Whether hardly anything follows the credit.
fn closes(rest: &str) -> bool {
    rest.len() <= MAX_AFTER
        && !rest
            .trim_end_matches(is_blank)
            .trim_end_matches(['.', ')', '）', ']', '】'])
            .contains(['.', ':', '。'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::packs::regions::Regions;

    #[test]
    fn credits_make_captions_and_sources_do_not() {
        let cues = Regions::builtin();
        for caption in [
            "The two leaders shake hands in Oslo, May 3, 2021 | AP",
            "A guard stands at the gate. Jane Roe/Pool via REUTERS A",
            "The hall before the talks (AFP)",
            "File photo of the minister",
            "会谈前的大厅（新华社）",
            "Зал перед переговорами. Фото: ТАСС",
        ] {
            assert!(is_caption(&Clues::of(caption, cues)), "{caption}");
        }
        for prose in [
            "The minister left early, an aide told Reuters.",
            "OSLO (Reuters) - The minister left the talks early on Monday, an aide said, without a word.",
            "The AP asked him why he had stayed away.",
        ] {
            assert!(!is_caption(&Clues::of(prose, cues)), "{prose}");
        }
    }
}
