//! Which chains are real damage, and which clean words only look like it.

use super::{
    chains::{Chain, Tail},
    codec::Codec,
};

/// What the letters of a whole text are, counted once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    /// Latin letters of ASCII.
    n_ascii: usize,
    /// All other letters.
    n_other: usize,
}

impl Letters {
    /// Counts the letters of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for letter in text.chars() {
            if letter.is_ascii_alphabetic() {
                letters.n_ascii += 1;
            } else if !letter.is_ascii() && letter.is_alphabetic() {
                letters.n_other += 1;
            }
        }
        letters
    }

    fn is_latin(self) -> bool {
        self.n_ascii > self.n_other
    }
}

/// How sure it is that a chain is damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// Clean text.
    Never,
    /// Damage only where nearly all of the text is.
    WithMost,
    /// Damage if the text has some that is certain.
    WithOthers,
    /// Damage.
    Certain,
}

/// So many accented letters that stand as foreign signs inside Latin words are no chance.
const ENOUGH_INSIDE_WORDS: usize = 4;

/// Whether a chain stands for letters inside a Latin word: `PrГ¤sident`, `si臋`. No clean word has such signs.
fn is_inside_word(text: &str, chain: &Chain, letters: Letters) -> bool {
    let before = text.get(..chain.start).and_then(|head| head.chars().next_back());
    letters.is_latin()
        && before.is_some_and(|letter| letter.is_ascii_lowercase())
        && chain.decoded.chars().all(char::is_alphabetic)
        && script(&chain.decoded) == Some(Alphabet::Latin)
}

/// The chains that are to be repaired, and how many letters they explain.
pub(super) fn accepted(
    text: &str,
    chains: Vec<Chain>,
    codec: &Codec,
    letters: Letters,
) -> (Vec<Chain>, usize) {
    let strengths: Vec<Strength> = chains.iter().map(|chain| strength(text, chain, codec, letters)).collect();
    let n_certain = strengths.iter().filter(|strength| **strength == Strength::Certain).count();
    let explained = |chain: &Chain| {
        text.get(chain.start..chain.end)
            .unwrap_or_default()
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .count()
    };
    let n_possible: usize = chains
        .iter()
        .zip(&strengths)
        .filter(|(_, strength)| **strength >= Strength::WithMost)
        .map(|(chain, _)| explained(chain))
        .sum();
    let n_inside_words = chains
        .iter()
        .zip(&strengths)
        .filter(|(chain, strength)| **strength >= Strength::WithMost && is_inside_word(text, chain, letters))
        .count();
    let is_sure = n_certain > 0 || n_inside_words >= ENOUGH_INSIDE_WORDS;
    let is_most = is_sure && n_possible >= 8 && n_possible * 100 >= letters.n_other * 60;
    let least = match (is_most, n_certain > 0) {
        (true, _) => Strength::WithMost,
        (false, true) => Strength::WithOthers,
        (false, false) => Strength::Certain,
    };
    let mut weight = 0;
    let chains: Vec<Chain> = chains
        .into_iter()
        .zip(strengths)
        .filter(|(_, strength)| *strength >= least)
        .map(|(chain, _)| {
            weight += chain.end - chain.start;
            chain
        })
        .collect();
    (chains, weight)
}

fn strength(text: &str, chain: &Chain, codec: &Codec, letters: Letters) -> Strength {
    if !chain.decoded.chars().all(|letter| letter.is_ascii() || is_usual(letter)) {
        return Strength::Never;
    }
    let before = text.get(..chain.start).and_then(|head| head.chars().next_back());
    let after = text.get(chain.end..).and_then(|tail| tail.chars().next());
    let runs_on = |neighbour: Option<char>| {
        neighbour.is_some_and(|letter| letter.is_alphabetic() && !letter.is_ascii())
    };
    let bounded = !runs_on(before) && !runs_on(after);
    if let Some(tail) = chain.tail
        && chain.decoded.is_empty()
    {
        return lone_tail(tail, after, codec, letters);
    }
    let has_mark = chain.decoded.chars().any(is_mark);
    if has_mark && (bounded || letters.is_latin()) && (!codec.is_wide || letters.is_latin()) {
        return Strength::Certain;
    }
    if !bounded {
        return Strength::WithMost;
    }
    let n_sequences = chain.n_pairs + chain.n_longer;
    match script(&chain.decoded) {
        Some(Alphabet::Latin) => latin_strength(text, chain, codec, letters),
        Some(_) if n_sequences >= if codec.is_wide { 3 } else { 2 } => Strength::Certain,
        Some(_) | None => Strength::WithMost,
    }
}

/// Two bytes of a dash or quote alone, or a lead byte alone.
fn lone_tail(tail: Tail, after: Option<char>, codec: &Codec, letters: Letters) -> Strength {
    // A swallowed letter would have made a character of its own.
    let is_lost = after.is_none_or(|letter| (letter as u32) < 0x40 || letter == '\u{fffd}' || !codec.is_wide);
    match tail {
        Tail::Punctuation if is_lost && letters.is_latin() => Strength::Certain,
        Tail::Punctuation if codec.is_wide => Strength::Never,
        Tail::Punctuation if !codec.is_cyrillic => Strength::Certain,
        Tail::Punctuation | Tail::CapitalI => Strength::WithMost,
    }
}

/// Accented Latin letters and signs such as `°`: short chains, easily met in clean text.
fn latin_strength(text: &str, chain: &Chain, codec: &Codec, letters: Letters) -> Strength {
    let before = text.get(..chain.start).and_then(|head| head.chars().next_back());
    let after = text.get(chain.end..).and_then(|tail| tail.chars().next());
    let beside_small = before.is_some_and(|letter| letter.is_ascii_lowercase());
    let beside_letter = beside_small || after.is_some_and(|letter| letter.is_ascii_alphabetic());
    let n_sequences = chain.n_pairs + chain.n_longer;
    let is_word_part = beside_small
        && letters.n_ascii > 20 * letters.n_other
        && chain.decoded.chars().any(char::is_alphabetic);
    if codec.is_cyrillic && is_word_part {
        return Strength::Certain;
    }
    if codec.is_wide {
        return if is_word_part && chain.tail.is_none() { Strength::Certain } else { Strength::WithOthers };
    }
    if n_sequences >= 2 && letters.is_latin() && chain.decoded.chars().any(char::is_alphabetic) {
        return Strength::Certain;
    }
    // A capital before a closing quote or a dash is clean: `AMANHÃ”`.
    let ends_in_quote =
        text.get(chain.start..chain.end).and_then(|place| place.chars().next_back()).is_some_and(|letter| {
            matches!(letter, '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '«' | '»' | '‹' | '›' | '„' | '‚')
        });
    let is_sign = !chain.decoded.chars().any(char::is_alphabetic);
    let certain = !codec.is_cyrillic
        && letters.is_latin()
        && (beside_letter || is_sign)
        && (beside_small || (!ends_in_quote && codec.repair.ends_with("1252")));
    if certain { Strength::Certain } else { Strength::WithOthers }
}

/// The alphabets that damage is mended into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Indic,
    East,
}

/// The one alphabet of all letters; Latin for signs alone, `None` for a mixture.
fn script(text: &str) -> Option<Alphabet> {
    let mut found = None;
    for letter in text.chars().filter(|letter| letter.is_alphabetic() && !letter.is_ascii()) {
        let own = alphabet(letter)?;
        if found.is_some_and(|found| found != own) {
            return None;
        }
        found = Some(own);
    }
    Some(found.unwrap_or(Alphabet::Latin))
}

fn alphabet(letter: char) -> Option<Alphabet> {
    match letter {
        '\u{a0}'..='\u{24f}' => Some(Alphabet::Latin),
        '\u{370}'..='\u{3ff}' => Some(Alphabet::Greek),
        '\u{400}'..='\u{52f}' => Some(Alphabet::Cyrillic),
        '\u{590}'..='\u{5ff}' => Some(Alphabet::Hebrew),
        '\u{600}'..='\u{6ff}' => Some(Alphabet::Arabic),
        '\u{900}'..='\u{97f}' => Some(Alphabet::Indic),
        '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}' => Some(Alphabet::East),
        _ => None,
    }
}

/// Characters that news are written with; rare ones come of clean words that only look damaged.
fn is_usual(letter: char) -> bool {
    matches!(letter,
        // With the three letters that only windows-1252 has: damage upon damage is full of them.
        '\u{80}'..='\u{17f}' | '\u{192}' | '\u{2c6}' | '\u{2dc}' | '\u{218}'..='\u{21b}' | '\u{386}'..='\u{3ce}'
        | 'А'..='я' | 'Ё' | 'ё' | 'Є' | 'є' | 'І' | 'і' | 'Ї' | 'ї' | 'Ґ' | 'ґ' | 'Ў' | 'ў' | 'Ј' | 'ј' | 'Љ' | 'љ' | 'Њ' | 'њ' | 'Ђ' | 'ђ' | 'Ћ' | 'ћ' | 'Џ' | 'џ'
        | '\u{5d0}'..='\u{5ea}' | '\u{60c}' | '\u{61b}' | '\u{61f}'..='\u{655}' | '\u{660}'..='\u{6d5}' | '\u{900}'..='\u{97f}'
        | '\u{2122}' | '\u{2116}' | '\u{2192}' | '\u{2190}' | '\u{2212}' | '\u{25a0}' | '\u{25aa}' | '\u{25cf}' | '\u{feff}'
        | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff9f}'
        | '\u{1f300}'..='\u{1faff}')
        || is_mark(letter)
}

/// Dashes, quotes and signs of three bytes: nothing clean looks like them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{2009}' | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{2022}' | '\u{2026}' | '\u{202f}' | '\u{2030}' | '\u{2032}' | '\u{2033}' | '\u{2039}' | '\u{203a}' | '\u{20ac}' | '\u{2122}')
}
