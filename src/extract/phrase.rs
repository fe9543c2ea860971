//! Noun phrases for people: titles, countries and names that stand together.

use super::{
    actors::{Actor, Cast, Title, Who},
    tokens::{CountryForm, Token},
};
use std::sync::Arc;

use crate::{
    model::Span,
    world::{Lexicon, OfficeWord},
};

/// The classes of words that noun phrases are made of.
#[derive(Clone, Copy, Debug)]
pub struct PhraseWords {
    of: crate::world::ClassSet,
    and: crate::world::ClassSet,
    filler: crate::world::ClassSet,
    former: crate::world::ClassSet,
    he: crate::world::ClassSet,
    they: crate::world::ClassSet,
    own: crate::world::ClassSet,
    first: crate::world::ClassSet,
    last: crate::world::ClassSet,
    not_now: crate::world::ClassSet,
}

impl PhraseWords {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        Self {
            of: class("of"),
            and: class("and"),
            filler: class("filler"),
            former: class("former"),
            he: class("he"),
            they: class("they"),
            own: class("possessive"),
            first: class("first_of_two"),
            last: class("last_of_two"),
            not_now: class("not_now"),
        }
    }
}

/// A noun phrase read from a row of tokens: somebody, or a list of countries' leaders, and where it ends.
pub fn phrase(row: &[Token], from: usize, words: &PhraseWords, cast: &Cast<'_>) -> Option<(Actor, usize)> {
    let token = row.get(from)?;
    if token.classes.meets(words.they) {
        return Some((Actor { who: vec![Who::They], span: token.span, titles: Vec::new() }, from + 1));
    }
    for (class, who) in [(words.first, Who::First), (words.last, Who::Last)] {
        // `the former president` is somebody else.
        let alone = row.get(from + 1).is_none_or(|next| next.mark.is_some() || !is_named(next, words));
        if token.classes.meets(class) && alone {
            return Some((Actor { who: vec![who], span: token.span, titles: Vec::new() }, from + 1));
        }
    }
    let own_office = row.get(from + 1).is_some_and(|next| next.office.is_some());
    if token.classes.meets(words.he) && own_office {
        return phrase(row, from + 1, words, cast);
    }
    if token.classes.meets(words.he) && token.country.is_none() && token.office.is_none() {
        return Some((Actor { who: vec![Who::He], span: token.span, titles: Vec::new() }, from + 1));
    }
    let parts = Parts::read(row, from, words, cast)?;
    let end = parts.end;
    let span = token.span.hull(row.get(end.checked_sub(1)?)?.span);
    let (who, title) = parts.who(span, cast)?;
    Some((Actor { who, span, titles: title.into_iter().collect() }, end))
}

/// Whether a token goes on with a noun phrase: a name, an office, a country, or an unknown name.
fn is_named(token: &Token, words: &PhraseWords) -> bool {
    !token.leaders.is_empty()
        || !token.weak_leaders.is_empty()
        || token.office.is_some()
        || token.country.is_some()
        || token.capital
        || token.classes.meets(words.filler)
}

/// Whether countries that are listed before it share one office: `the Russian and Turkish presidents`.
fn shares_office(row: &[Token], from: usize, words: &PhraseWords) -> bool {
    const LONGEST: usize = 12;
    let mut n_countries = 0;
    for token in row.iter().skip(from).take(LONGEST) {
        if token.country.is_some() {
            n_countries += 1;
        } else if let Some(office) = &token.office {
            return office.plural && n_countries > 1;
        } else if !(token.classes.meets(words.and)
            || token.classes.meets(words.filler)
            || token.mark == Some(','))
        {
            return false;
        }
    }
    false
}

/// The parts of a noun phrase.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is told by a word of its own, in any mixture")]
struct Parts {
    countries: Vec<usize>,
    offices: Vec<Arc<OfficeWord>>,
    leader: Option<usize>,
    former: bool,
    shared: bool,
    of_somebody: bool,
    /// A country is named that several bear the name of.
    unsettled: bool,
    /// The title stands right before the name.
    direct: bool,
    /// A word says that the office is not held now: `then`, `future`.
    not_now: bool,
    end: usize,
}

impl Parts {
    fn read(row: &[Token], from: usize, words: &PhraseWords, cast: &Cast<'_>) -> Option<Self> {
        let shared =
            row.get(from).is_some_and(|token| token.country.is_some()) && shares_office(row, from, words);
        let mut parts = Self { end: from, shared, ..Self::default() };
        let mut at = from;
        let mut glue = 0;
        while let Some(token) = row.get(at) {
            let taken = parts.take(row, at, words, cast);
            if taken {
                parts.end = at + 1;
                glue = 0;
            } else if at > from && glue < 3 && parts.is_glue(token, words) {
                glue += 1;
            } else {
                break;
            }
            at += 1;
        }
        parts.of_somebody = row.get(parts.end).is_some_and(|next| next.classes.meets(words.of));
        parts.not_now = is_not_now(row, (from, parts.end), words);
        (parts.end > from).then_some(parts)
    }

    /// Whether a token may stand between two parts of the phrase.
    fn is_glue(&self, token: &Token, words: &PhraseWords) -> bool {
        let listing = (self.shared || !self.offices.is_empty()) && self.leader.is_none();
        token.classes.meets(words.filler)
            || token.classes.meets(words.own)
            || (token.classes.meets(words.of) && self.leader.is_none_or(|_| self.countries.is_empty()))
            || (listing && (token.classes.meets(words.and) || matches!(token.mark, Some(',' | '、'))))
            || matches!(token.mark, Some('\'' | '(' | '/' | '.'))
            || (token.mark == Some('-') && listing)
    }

    /// Takes the token at `at` into the phrase, if it belongs to it.
    fn take(&mut self, row: &[Token], at: usize, words: &PhraseWords, cast: &Cast<'_>) -> bool {
        let Some(token) = row.get(at) else { return false };
        let before = at.checked_sub(1).and_then(|index| row.get(index));
        if token.classes.meets(words.former) && self.leader.is_none() {
            self.former = true;
            return true;
        }
        // `Kim Yo Jong` is not the Kim whom the article has named.
        let begins_another =
            token.leaders.is_empty() && row.get(at + 1).is_some_and(|next| next.capital && next.is_plain());
        if let Some(leader) = cast.leader(token).filter(|_| !begins_another) {
            // A second name starts a phrase of its own; so does a name after a comma that an office alone
            // does not explain.
            if self.leader.is_some() {
                return false;
            }
            let after_list = self.countries.len() > 1;
            // `La Russie de Poutine` is the country, not the man.
            let owned = self.offices.is_empty()
                && !self.countries.is_empty()
                && before.is_some_and(|before| before.classes.meets(words.of));
            // `After the Indian prime minister, Putin meets …`: what a comma parts need not be one.
            let parted = before.is_some_and(|before| before.mark == Some(','))
                && self.offices.last().is_some_and(|office| {
                    office.leader && !cast.holds(leader, self.countries.first().copied(), &office.key)
                });
            if after_list || owned || parted {
                return false;
            }
            self.leader = Some(leader);
            self.direct = before.is_some_and(|before| titles(before, token));
            return true;
        }
        if let Some(office) = &token.office {
            let apposed = before.is_some_and(|before| before.mark.is_some());
            // `Perdana Menteri (PM) Jepang`: the office is said again, in short.
            let in_brackets = before.is_some_and(|before| before.mark == Some('('));
            if in_brackets
                && self.leader.is_none()
                && self.offices.last().is_some_and(|last| last.key == office.key)
            {
                return true;
            }
            if self.leader.is_some() && !apposed {
                // `Putin's spokesman`: the office is somebody else's.
                if office.leader {
                    // A title glued to the name is its own: `普京总统`.
                    let glued = before.is_some_and(|before| before.span.end() == token.span.start());
                    if glued && !office.plural {
                        self.offices.push(Arc::clone(office));
                    }
                    return glued && !office.plural;
                }
                self.leader = None;
            }
            let since = row.get(self.end..at).unwrap_or_default();
            let listed = since.iter().any(|token| token.mark == Some(',') || token.classes.meets(words.and));
            let complete = !self.offices.is_empty() && (apposed || (listed && !self.countries.is_empty()));
            if complete && self.leader.is_none() {
                return false;
            }
            self.offices.push(Arc::clone(office));
            return true;
        }
        if token.namesake.is_some() {
            self.unsettled |= self.leader.is_none();
            return self.leader.is_none();
        }
        if let Some((country, form)) = token.country {
            return self.take_country(country, form, (row, at), words);
        }
        let follows_office = before.is_some_and(|before| before.office.is_some() || before.capital)
            && !self.offices.is_empty()
            && self.leader.is_none();
        if token.capital && token.is_plain() && follows_office {
            return true;
        }
        false
    }

    fn take_country(
        &mut self,
        country: usize,
        form: CountryForm,
        (row, at): (&[Token], usize),
        words: &PhraseWords,
    ) -> bool {
        let before = at.checked_sub(1).and_then(|index| row.get(index));
        let after_of = row
            .get(..at)
            .unwrap_or_default()
            .iter()
            .rev()
            .find(|token| !token.classes.meets(words.filler) || token.classes.meets(words.of));
        let of = after_of.is_some_and(|token| token.classes.meets(words.of));
        let listed = self.countries.len() == self.offices.len().max(1)
            || before.is_some_and(|before| {
                matches!(before.mark, Some(',' | '、'))
                    || before.classes.meets(words.and)
                    || before.classes.meets(words.filler)
            });
        let plural = self.offices.iter().any(|office| office.plural);
        let fits = match (self.offices.is_empty(), self.leader.is_some()) {
            // A country first: `Russian President`.
            (true, false) => self.countries.is_empty() || self.shared,
            // `Xi Jinping of China`.
            (true, true) => of && self.countries.is_empty(),
            // `President of Russia`, `Presiden Rusia`, `leaders of Azerbaijan, Kazakhstan and Qatar`.
            (false, false) => self.countries.is_empty() || (plural && listed),
            (false, true) => of && self.countries.is_empty(),
        };
        let apposed = before.is_some_and(|before| before.mark.is_some()) && self.leader.is_some();
        if !fits || apposed || (form == CountryForm::Metonym && !self.offices.is_empty() && !of) {
            return false;
        }
        self.countries.push(country);
        true
    }

    fn who(self, span: Span, cast: &Cast<'_>) -> Option<(Vec<Who>, Option<Title>)> {
        let leads = self.offices.iter().any(|office| office.leader);
        let other = self.offices.iter().any(|office| !office.leader);
        if let Some(index) = self.leader {
            if self.former {
                return Some((vec![Who::Former(Some(index))], None));
            }
            let title = |office: Option<&Arc<OfficeWord>>| {
                let office = office.filter(|_| !self.not_now)?;
                let (country, minister) = (self.countries.first().copied(), office.minister);
                Some(Title { holder: index, span, country, office: office.key.clone(), minister })
            };
            let minister = self.offices.last().filter(|office| office.minister && self.direct);
            // A minister's title before a leader's name is his of another time, or wrong: the days will tell.
            let against = minister.is_some() && !self.not_now;
            if (other && !leads && !against) || !cast.leads(index) {
                return Some((vec![Who::Other(Some(index))], title(minister)));
            }
            let held = self.offices.iter().find(|office| office.leader);
            return Some((vec![Who::Leader(index)], title(held.or(minister))));
        }
        if self.offices.is_empty() {
            return None;
        }
        if self.former {
            return Some((vec![Who::Former(None)], None));
        }
        if other {
            return Some((vec![Who::Other(None)], None));
        }
        let office = self.offices.first().map(|office| office.key.clone()).unwrap_or_default();
        let plural = self.offices.iter().any(|office| office.plural);
        if self.countries.is_empty() && self.unsettled {
            return Some((vec![Who::Other(None)], None));
        }
        if self.countries.is_empty() {
            // `leaders`, `the leader of the opposition`: nobody whom the register could name.
            let who = match (self.of_somebody, plural) {
                (true, _) => Who::Other(None),
                (false, true) => Who::Leaders,
                (false, false) => Who::Titled(office),
            };
            return Some((vec![who], None));
        }
        let who =
            self.countries.iter().map(|&country| Who::Office { country, office: office.clone() }).collect();
        Some((who, None))
    }
}

/// Whether a token is a title of the name that follows it. `The minister Putin sacked` has a small letter and no
/// first name.
fn titles(token: &Token, name: &Token) -> bool {
    let office = token.office.as_ref().filter(|office| !office.plural);
    office.is_some() && (!token.is_small || name.last_word > name.first_word)
}

/// Whether a word in a phrase or right before it says that the office is not held now: `then-President Obama`.
fn is_not_now(row: &[Token], (from, end): (usize, usize), words: &PhraseWords) -> bool {
    const BEFORE: usize = 2;
    let near = row.get(from.saturating_sub(BEFORE)..end).unwrap_or_default();
    near.iter().any(|token| token.classes.meets(words.not_now))
}
