//! Totals that a text gives (`more than 20 meetings`), beside what was found in it: a check, and no event.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{
    model::{Claim, Doubt, DoubtKind, Kind, LeftOut, LeftOutReason, Span},
    world::packs::times::{self, TimePack, What},
};

/// Numbers beyond this count something else than occasions.
const MOST: usize = 500;

/// A doubt for each total: what the text counts, and what was found.
pub fn checked(text: &str, language: &str, left_out: &[LeftOut], claims: &[Claim]) -> Vec<Doubt> {
    let totals = left_out.iter().filter(|left_out| left_out.reason == LeftOutReason::Total);
    totals
        .filter_map(|left_out| {
            let (words, number) = number(text, left_out.span, language)?;
            let n_found = n_occasions(claims);
            let message = format!(
                "A total in the text (“{}”) beside the most occasions of one leader found in it: {number} and {n_found}",
                words.of(text)
            );
            Some(Doubt { kind: DoubtKind::Total, span: Some(left_out.span), message })
        })
        .collect()
}

/// How many meetings, calls and summits of one leader were found, at most.
fn n_occasions(claims: &[Claim]) -> usize {
    let mut by_leader: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for claim in claims {
        let family = claim.kind == Kind::Summit;
        let what = (family, &claim.series, &claim.counterparts, &claim.when.times);
        let known = by_leader.entry(&claim.leader).or_default();
        if !known.contains(&what) {
            known.push(what);
        }
    }
    by_leader.values().map(Vec::len).max().unwrap_or(0)
}

/// The first number of a sentence, in digits or as a word, with its span.
fn number(text: &str, sentence: Span, language: &str) -> Option<(Span, usize)> {
    let words = numerals(language);
    let part = sentence.of(text);
    let mut starts = part.char_indices().filter(|(at, letter)| {
        let before = part.get(..*at).and_then(|part| part.chars().next_back());
        letter.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric)
    });
    starts.find_map(|(at, _)| {
        let rest = part.get(at..)?;
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest.get(..end)?.to_lowercase();
        let value = word.parse().ok().or_else(|| words.get(&word).copied())?;
        let span = Span::new(sentence.start() + at, sentence.start() + at + end);
        (2..=MOST).contains(&value).then_some((span, value))
    })
}

/// The words for numbers of a language.
fn numerals(language: &str) -> &'static BTreeMap<String, usize> {
    static NUMERALS: LazyLock<BTreeMap<&'static str, BTreeMap<String, usize>>> =
        LazyLock::new(|| times::languages().filter_map(|tag| Some((tag, of(times::pack(tag)?)))).collect());
    static NONE: BTreeMap<String, usize> = BTreeMap::new();
    NUMERALS.get(language.split('-').next().unwrap_or(language)).unwrap_or(&NONE)
}

fn of(pack: &TimePack) -> BTreeMap<String, usize> {
    let spelled: BTreeMap<_, _> = pack.plain.lexicon.iter().map(|(word, id)| (*id, word)).collect();
    let elements = pack.plain.stages.iter().flat_map(|stage| &stage.forms).flat_map(|form| &form.elements);
    let classes = elements.filter_map(|element| match element.what {
        What::Amount { class } => pack.plain.class(class),
        _ => None,
    });
    let hits = classes.flat_map(|class| class.hits.values().flatten());
    hits.filter_map(|hit| {
        let [(word, _)] = hit.words.as_slice() else { return None };
        Some(((*spelled.get(word)?).clone(), usize::try_from(hit.value).ok()?))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_read_in_digits_and_as_a_word() {
        for (sentence, language, wanted) in [
            ("He held more than 20 meetings in two days.", "en", Some(20)),
            ("He has made six foreign visits this year.", "en", Some(6)),
            ("Il a tenu trois réunions.", "fr", Some(3)),
            ("He held dozens of meetings with the G20.", "en", None),
        ] {
            let found = number(sentence, Span::new(0, sentence.len()), language);
            assert_eq!(found.map(|(_, value)| value), wanted, "{sentence}");
        }
    }
}
