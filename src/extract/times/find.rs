//! Finds the forms of the grammar in a sentence's words: three passes, in each the leftmost and longest wins.

use super::{
    build::{self, Kept},
    tokens::{self, Token},
};
use crate::{
    model::{Span, Timex},
    world::packs::times::{Capture, Element, Form, Grammar, Make, Stage, Traits, What},
};

/// A time expression, with the ends of a range where each has its own words.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) timex: Timex,
    pub(super) ends: Vec<(Span, Timex)>,
}

/// Finds the time expressions of one sentence, in order.
pub(super) fn times(text: &str, sentence: Span, grammar: &Grammar) -> Vec<Found> {
    if !grammar.cues.may_be_in(sentence.of(text)) {
        return Vec::new();
    }
    let mut tokens = tokens::tokens(text, sentence, grammar);
    let is_cue =
        |token: &Token| token.number.is_some() || token.word.is_some_and(|word| grammar.cues.has(word));
    if !tokens.iter().any(is_cue) {
        return Vec::new();
    }
    for stage in &grammar.stages {
        let present = traits(&tokens, grammar);
        let found = (Pass { text, grammar, stage, tokens: &tokens, present }).run();
        if !found.is_empty() {
            tokens = replaced(tokens, found);
        }
    }
    let found = |token: Token| Some(Found { span: token.span, timex: token.time?, ends: token.ends });
    tokens.into_iter().filter_map(found).filter(|found| !matches!(found.timex, Timex::Moment(_))).collect()
}

/// The tokens with what was found in the place of its words.
fn replaced(tokens: Vec<Token>, found: Vec<(usize, Fit)>) -> Vec<Token> {
    let mut all = Vec::with_capacity(tokens.len());
    let mut rest = tokens.into_iter();
    let mut next = 0;
    for (at, fit) in found {
        all.extend(rest.by_ref().take(at - next));
        all.push(fit.token);
        rest.by_ref().take(fit.end - at).for_each(drop);
        next = fit.end;
    }
    all.extend(rest);
    all
}

/// What the words of a sentence are, taken together.
fn traits(tokens: &[Token], grammar: &Grammar) -> Traits {
    tokens.iter().fold(Traits::default(), |all, token| {
        let word = token.word.map_or_else(Traits::default, |word| grammar.traits(word));
        let number = if token.number.is_some() { Traits::NUMBER } else { Traits::default() };
        let time = if token.time.is_some() { Traits::TIME } else { Traits::default() };
        all.with(word).with(number).with(time)
    })
}

struct Pass<'a> {
    text: &'a str,
    grammar: &'a Grammar,
    stage: &'a Stage,
    tokens: &'a [Token],
    /// What the sentence has: forms that need more are not tried.
    present: Traits,
}

/// A form that fits: where it ends, and what it makes.
struct Fit {
    end: usize,
    token: Token,
}

impl Pass<'_> {
    /// What was found, in order, with the token at which it begins.
    fn run(&self) -> Vec<(usize, Fit)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            match self.best(at, token) {
                Some(fit) => {
                    let begin = std::mem::replace(&mut at, fit.end);
                    found.push((begin, fit));
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest form that begins at a token, the earliest of them where several are as long.
    fn best(&self, at: usize, token: &Token) -> Option<Fit> {
        let by_word = token.word.map_or(&[][..], |word| self.stage.beginning_with(word));
        let by_number = if token.number.is_some() { self.stage.by_number.as_slice() } else { &[] };
        let by_time = if token.time.is_some() { self.stage.by_time.as_slice() } else { &[] };
        let mut best: Option<Fit> = None;
        for index in by_word.iter().chain(by_number).chain(by_time) {
            let form = self.stage.forms.get(*index).filter(|form| self.present.has(form.needs));
            let Some(fit) = form.and_then(|form| self.fit(form, at)) else { continue };
            if best.as_ref().is_none_or(|best| fit.end > best.end) {
                best = Some(fit);
            }
        }
        best
    }

    fn fit(&self, form: &Form, at: usize) -> Option<Fit> {
        let (end, kept) = self.walk(&form.elements, at, at, Kept::default())?;
        let rule = self.grammar.rules.get(form.rule)?;
        let first = self.tokens.get(at)?;
        let last = self.tokens.get(end.checked_sub(1)?)?;
        let goes_on = |token: &Token| token.span.of(self.text).starts_with(char::is_alphanumeric);
        if rule.closed && self.tokens.get(end).is_some_and(goes_on) {
            return None;
        }
        let time = build::timex(rule, &kept);
        if time.is_none() && rule.make != Make::Nothing {
            return None;
        }
        let bare = first.time.is_none() && is_bare(time.as_ref()) && !self.says_more(at, end);
        if bare && !self.may_stand_alone(at, first, time.as_ref()) {
            return None;
        }
        let span = first.span.hull(last.span);
        let token = Token {
            span,
            word: None,
            number: None,
            capital: false,
            spaced: first.spaced,
            ends: self.ends(&kept, at, end, time.as_ref()),
            time,
        };
        Some(Fit { end, token })
    }

    /// Whether the rest of a form fits from `at` on; the first way that does.
    fn walk(&self, elements: &[Element], start: usize, at: usize, kept: Kept) -> Option<(usize, Kept)> {
        let Some((element, rest)) = elements.split_first() else { return Some((at, kept)) };
        if let What::Gap(most) = element.what {
            return (0..=most).find_map(|skipped| self.walk(rest, start, at + skipped, kept.clone()));
        }
        let token = self.tokens.get(at)?;
        if element.tight && token.spaced && at > start {
            return None;
        }
        match element.what {
            What::Class { class, keep } => self.class(class, token, at, |next, value| {
                self.walk(rest, start, next, kept.with(keep, value, at)?)
            }),
            What::Amount { class } => match token.number {
                Some((value, 1..=3)) => self.walk(rest, start, at + 1, kept.amount(value)),
                Some(_) => None,
                None => self.class(class, token, at, |next, value| {
                    self.walk(rest, start, next, kept.clone().amount(value))
                }),
            },
            What::Day => {
                let (value, n_digits) = token.number?;
                let day = u32::try_from(value).ok().filter(|day| (1..=31).contains(day) && n_digits <= 2)?;
                self.walk(rest, start, at + 1, kept.day(day)?)
            }
            What::MonthNumber => {
                let (value, n_digits) = token.number.filter(|(value, _)| (1..=12).contains(value))?;
                (n_digits <= 2).then_some(())?;
                self.walk(rest, start, at + 1, kept.with(Capture::Month, value, at)?)
            }
            What::Year => {
                let (value, n_digits) = token.number?;
                ((1900..2100).contains(&value) && n_digits == 4).then_some(())?;
                self.walk(rest, start, at + 1, kept.year(value)?)
            }
            What::Date | What::Moment | What::Time => {
                let time = token.time.as_ref().filter(|time| admits(element.what, time))?;
                self.walk(rest, start, at + 1, kept.time(time.clone(), token.span)?)
            }
            What::Gap(_) => None,
        }
    }

    /// Tries the entries of a class that stand at a token, the longest first.
    fn class<T>(
        &self,
        class: usize,
        token: &Token,
        at: usize,
        then: impl Fn(usize, i32) -> Option<T>,
    ) -> Option<T> {
        let hits = self.grammar.class(class)?.starting_with(token.word?);
        hits.iter().find_map(|hit| {
            let fits = hit.words.iter().enumerate().all(|(offset, (word, capital))| {
                self.tokens
                    .get(at + offset)
                    .is_some_and(|token| token.word == Some(*word) && (token.capital || !capital))
            });
            if fits { then(at + hit.words.len(), hit.value) } else { None }
        })
    }

    /// Whether a form took several words, none of which is a number: the second makes sure of the first.
    fn says_more(&self, at: usize, end: usize) -> bool {
        let words = self.tokens.get(at..end).unwrap_or_default().iter();
        let is_word = |token: &&Token| token.span.of(self.text).starts_with(char::is_alphabetic);
        let takes_number = self.tokens.get(at).is_some_and(|first| first.number.is_some());
        !takes_number && words.filter(is_word).count() > 1
    }

    /// Whether one word alone is a time: a month that is also a verb, or a number that is also a count, needs more.
    fn may_stand_alone(&self, at: usize, token: &Token, time: Option<&Timex>) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let before_word = before.and_then(|token| token.word);
        if token.number.is_some() {
            let Some(Timex::Date { year: Some(year), .. }) = time else { return true };
            return (1990..=2035).contains(year)
                && !before_word.is_some_and(|word| self.grammar.count.contains(&word))
                && !self.is_counted(at)
                && !self.is_part_of_number(token.span);
        }
        token.word.is_none_or(|word| {
            !self.grammar.ambiguous.contains(&word)
                || before_word.is_some_and(|before| self.grammar.lead.contains(&before))
                || before.is_some_and(|before| before.time.is_some())
        })
    }

    fn is_counted(&self, at: usize) -> bool {
        let after = self.tokens.get(at + 1).and_then(|token| token.word);
        after.is_some_and(|word| self.grammar.counted.contains(&word))
    }

    /// Whether digits, signs of money or letters are glued to a number.
    fn is_part_of_number(&self, span: Span) -> bool {
        let before = self.text.get(..span.start()).unwrap_or_default();
        let after = self.text.get(span.end()..).unwrap_or_default();
        let mut back = before.chars().rev();
        let glued_before = match back.next() {
            Some('.' | ',' | ':' | '/') => back.next().is_some_and(char::is_numeric),
            Some('-' | '_' | '–') => back.next().is_some_and(|c| c.is_numeric() || c.is_ascii_uppercase()),
            Some(c) => {
                matches!(c, '$' | '€' | '£' | '¥' | '₽' | '№' | '#' | '+' | '_') || c.is_ascii_alphabetic()
            }
            None => false,
        };
        let mut front = after.chars();
        let glued_after = match front.next() {
            Some('.' | ',' | ':' | '/' | '-' | '–') => front.next().is_some_and(char::is_numeric),
            Some(c) => {
                matches!(c, '%' | '_' | '€' | '°') || c.is_ascii_alphabetic() && !after.starts_with("s ")
            }
            None => false,
        };
        glued_before || glued_after
    }

    /// The dates inside an expression, each with its own words: the ends of a range, the start of a `since`.
    fn ends(&self, kept: &Kept, at: usize, end: usize, time: Option<&Timex>) -> Vec<(Span, Timex)> {
        if let (Some(Timex::Since(from)), [Some(span), _]) = (time, kept.time_spans) {
            return vec![(span, (**from).clone())];
        }
        let (Some(Timex::Range(first, second)), Some(parted)) = (time, kept.parted_at) else {
            return Vec::new();
        };
        let [first_span, second_span] = kept.time_spans;
        let hull = |from: usize, to: usize| {
            let first = self.tokens.get(from)?.span;
            Some(first.hull(self.tokens.get(to.checked_sub(1)?)?.span))
        };
        let spans =
            first_span.or_else(|| hull(at, parted)).zip(second_span.or_else(|| hull(parted + 1, end)));
        spans.map_or_else(Vec::new, |(a, b)| vec![(a, (**first).clone()), (b, (**second).clone())])
    }
}

/// Whether a time is one word's: a month, a year or a weekday, with nothing to make sure of it.
fn is_bare(time: Option<&Timex>) -> bool {
    match time {
        Some(Timex::Date { year, month, day: None, part: None }) => year.is_none() || month.is_none(),
        Some(Timex::Weekday { offset: 0, .. }) => true,
        _ => false,
    }
}

fn admits(what: What, time: &Timex) -> bool {
    match what {
        What::Date => matches!(time, Timex::Date { .. } | Timex::Range(..)),
        What::Moment => matches!(time, Timex::Moment(_)),
        _ => !matches!(time, Timex::Moment(_) | Timex::Duration { .. }),
    }
}
