//! Who says it: the source that a sentence names for what it tells, before the clause, behind it or within.
//!
//! Only a phrase that is made of names and of words for sources counts, and only where its clause ends where such
//! clauses do: a speaker that is in doubt is none.

use super::{
    actors::Who,
    context::parts,
    items::{Item, ItemKind},
    matching::Match,
    scene::Scene,
};
use crate::{
    model::{Span, Speaker},
    world::packs::{Word, words},
};

/// A source's name is no longer than this, in words.
const LONGEST: usize = 12;

/// The source that the sentence names for what a match tells.
pub fn speaker(scene: &Scene<'_>, found: &Match) -> Option<Speaker> {
    let trigger = scene.items.get(found.trigger.unwrap_or(found.first))?.span;
    let heard = scene.heard.get_or_init(|| Heard::of(scene));
    let line = heard.line(scene);
    let at = line.words.iter().position(|word| word.span.end() > trigger.start())?;
    let near = heard.told.iter().filter(|told| told.covers(at) && !line.is_parted(told, at));
    near.min_by_key(|told| at.abs_diff(told.whole.0)).map(|told| line.speaker(told))
}

/// A sentence as words, each with what it is of, and the sources that it names: made once for all of its claims.
#[derive(Clone, Debug)]
pub struct Heard {
    words: Vec<Word>,
    parts: Vec<Part>,
    told: Vec<Told>,
}

impl Heard {
    fn of(scene: &Scene<'_>) -> Self {
        let words = words(scene.sentence.of(scene.text), scene.sentence.start());
        let part = |word: &Word| {
            let item = scene.items.iter().find(|item| item.span.overlaps(word.span));
            item.map_or(Part::Other, part_of)
        };
        let parts = words.iter().map(part).collect();
        let mut heard = Self { words, parts, told: Vec::new() };
        let line = heard.line(scene);
        heard.told = (0..line.words.len()).filter_map(|index| line.told(index)).collect();
        heard
    }

    fn line<'a>(&'a self, scene: &'a Scene<'a>) -> Line<'a> {
        Line { scene, words: &self.words, parts: &self.parts }
    }
}

/// What a word is of, as the items have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Name,
    Place,
    Time,
    Other,
}

fn part_of(item: &Item) -> Part {
    let points_back = |who: &Who| matches!(who, Who::He | Who::They | Who::First | Who::Last);
    match &item.kind {
        ItemKind::Actors(actor) if !actor.who.iter().any(points_back) => Part::Name,
        ItemKind::Summit(mention) if mention.bare => Part::Name,
        ItemKind::Time(_) => Part::Time,
        ItemKind::Places(_) => Part::Place,
        _ if item.country.is_some() => Part::Place,
        _ => Part::Other,
    }
}

/// Which words a source speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Those before it.
    Before,
    /// Those from here on.
    From(usize),
    /// All of the sentence.
    All,
}

/// A source with what it speaks for; places are indexes of words.
#[derive(Clone, Copy, Debug)]
struct Told {
    name: (usize, usize),
    whole: (usize, usize),
    reach: Reach,
}

impl Told {
    fn covers(&self, at: usize) -> bool {
        match self.reach {
            Reach::Before => at < self.whole.0,
            Reach::From(start) => at >= start,
            Reach::All => !(self.whole.0..self.whole.1).contains(&at),
        }
    }
}

/// What stands behind a verb of saying or a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    End,
    Pause(usize),
    Content(usize),
    Subject(usize),
    Other,
}

/// A source's phrase: where its name is, and where the phrase ends.
#[derive(Clone, Copy, Debug)]
struct Source {
    name: (usize, usize),
    end: usize,
}

/// A sentence under way, as words.
#[derive(Debug)]
struct Line<'a> {
    scene: &'a Scene<'a>,
    words: &'a [Word],
    parts: &'a [Part],
}

impl Line<'_> {
    /// The source that the phrase or verb at a word names.
    fn told(&self, at: usize) -> Option<Told> {
        let table = self.scene.attribution;
        match (table.according.at(self.words, at), table.according_after.at(self.words, at)) {
            (0, 0) => {}
            (0, n_words) => return self.according_after(at, at + n_words),
            (n_words, _) => return self.according(at, at + n_words),
        }
        match table.said.at(self.words, at) {
            0 => None,
            n_words => {
                self.said_after_source(at, at + n_words).or_else(|| self.said_before_source(at, at + n_words))
            }
        }
    }

    /// `according to the Kremlin, …`; in Chinese a verb closes the phrase: `据新华社报道，…`.
    fn according(&self, at: usize, behind: usize) -> Option<Told> {
        let source = self.source(behind, self.words.len())?;
        let end = self.settled(source.end + self.scene.attribution.said.at(self.words, source.end));
        let closed = matches!(self.next(end), Next::End | Next::Pause(_) | Next::Content(_));
        closed.then_some(Told { name: source.name, whole: (at, end), reach: Reach::All })
    }

    /// `Kremlin'e göre …`.
    fn according_after(&self, at: usize, behind: usize) -> Option<Told> {
        let (source, begin) = self.source_before(at)?;
        let closed = self.next(behind) != Next::Other;
        closed.then_some(Told { name: source.name, whole: (begin, behind), reach: Reach::All })
    }

    /// `the Kremlin said that …`, `…, the Kremlin said.`
    fn said_after_source(&self, at: usize, behind: usize) -> Option<Told> {
        let (source, begin) = self.source_before(at)?;
        let end = self.settled(behind);
        let leads = self.is_head(begin);
        let reach = match self.next(end) {
            Next::Content(start) | Next::Subject(start) => Reach::From(start),
            Next::Pause(start) if leads => Reach::From(start),
            Next::Pause(_) => Reach::All,
            Next::End if !leads => Reach::Before,
            Next::End | Next::Other => return None,
        };
        Some(Told { name: source.name, whole: (begin, end), reach })
    }

    /// `…, said Peskov.`, and where verbs come first `said the Kremlin that …`.
    fn said_before_source(&self, at: usize, behind: usize) -> Option<Told> {
        let leads = self.is_head(at);
        let set_off = at.checked_sub(1).and_then(|before| self.words.get(before)).is_some_and(is_boundary);
        if !leads && !set_off {
            return None;
        }
        let source = self.source(behind, self.words.len())?;
        let end = self.settled(source.end);
        let reach = match (self.next(end), leads) {
            (Next::Content(start), _) | (Next::Pause(start), true) => Reach::From(start),
            (Next::Pause(_), false) => Reach::All,
            (Next::End, false) => Reach::Before,
            (Next::End, true) | (Next::Subject(_) | Next::Other, _) => return None,
        };
        Some(Told { name: source.name, whole: (at, end), reach })
    }

    /// Whether nothing but marks stands before a word, or a word like `as` alone.
    fn is_head(&self, at: usize) -> bool {
        let mut first = 0;
        while first < at && self.words.get(first).is_some_and(|word| word.is_mark) {
            first += 1;
        }
        let opener = self.scene.attribution.opener.at(self.words, first);
        first == at || first + opener == at
    }

    /// What stands at a word.
    fn next(&self, at: usize) -> Next {
        let Some(word) = self.words.get(at) else { return Next::End };
        let table = self.scene.attribution;
        let content = |from: usize| table.content.at(self.words, from);
        let after = at + 1;
        match word.text.as_str() {
            "." | "!" | "?" | "。" | ")" => Next::End,
            "," | "-" | ":" | ";" if content(after) > 0 => Next::Content(after + content(after)),
            "," | "-" | ":" => Next::Pause(after),
            ";" => Next::End,
            "\"" => Next::Subject(after),
            _ if content(at) > 0 => Next::Content(at + content(at)),
            _ if self.is_named(at) || table.article.at(self.words, at) > 0 => Next::Subject(at),
            _ => Next::Other,
        }
    }

    fn is_part(&self, at: usize, part: Part) -> bool {
        self.parts.get(at) == Some(&part)
    }

    /// Whether a word names somebody, or a place that may stand for its government.
    fn is_named(&self, at: usize) -> bool {
        self.is_part(at, Part::Name) || self.is_part(at, Part::Place)
    }

    /// Past the times and the words like `in a statement` that stand at a word.
    fn settled(&self, at: usize) -> usize {
        let mut at = at;
        loop {
            let further = self.scene.attribution.further.at(self.words, at);
            match further {
                0 if self.is_part(at, Part::Time) => at += 1,
                0 => return at,
                n_words => at += n_words,
            }
        }
    }

    /// The source right before a word, and where its phrase begins.
    fn source_before(&self, end: usize) -> Option<(Source, usize)> {
        let starts = |from: &usize| {
            let before = from.checked_sub(1).and_then(|before| self.words.get(before));
            before.is_none_or(is_boundary) || self.opens_behind(*from)
        };
        let begin = (end.saturating_sub(LONGEST)..end).rev().find(starts)?;
        let mut from = begin;
        // `On Tuesday the Kremlin said`, `Meanwhile Peskov said`: the first word is no name because of its capital.
        if self.is_part(from, Part::Other) && begin == 0 && self.source(from, end).is_none() {
            from += 1;
        }
        while self.is_part(from, Part::Time) {
            from += 1;
        }
        let source = self.source(from, end).filter(|source| source.end == end)?;
        Some((source, begin))
    }

    /// Whether a word like `as` ends right before this one.
    fn opens_behind(&self, at: usize) -> bool {
        let opener = &self.scene.attribution.opener;
        at.checked_sub(1).is_some_and(|before| opener.at(self.words, before) == 1)
    }

    /// Reads a source's phrase from a word on.
    fn source(&self, from: usize, limit: usize) -> Option<Source> {
        let table = self.scene.attribution;
        let article = table.article.at(self.words, from);
        let (mut at, mut end) = (from + article, from);
        let (mut is_named, mut is_known) = (false, false);
        while at < limit && at - from < LONGEST {
            let source = table.source.at(self.words, at);
            let filler = table.filler.at(self.words, at);
            if source > 0 || self.is_named(at) {
                is_known |= source > 0 || self.is_part(at, Part::Name);
                at += source.max(1);
                (end, is_named) = (at, true);
            } else if filler > 0 {
                at += filler;
            } else if self.is_capital(at) && (is_named || !table.nouns_have_capitals) {
                at += 1;
                // `the Rome Statute` says nothing, `Interfax` does.
                (end, is_named) = (at, is_known || article == 0);
            } else if self.is_glued(at) {
                at += 1;
                end = at;
            } else {
                break;
            }
        }
        (is_named && at <= limit).then_some(Source { name: (from, end), end: at })
    }

    fn is_capital(&self, at: usize) -> bool {
        let word = self.words.get(at).filter(|word| at > 0 && !word.is_mark);
        let first = word.and_then(|word| word.span.of(self.scene.text).chars().next());
        first.is_some_and(char::is_uppercase)
    }

    /// Whether a word hangs on the one before it: a mark within a name, or what follows such a mark.
    fn is_glued(&self, at: usize) -> bool {
        let mark = |index: usize| {
            self.words.get(index).is_some_and(|word| matches!(word.text.as_str(), "'" | "-" | "."))
        };
        let adjacent = |left: usize, right: usize| {
            let pair = self.words.get(left).zip(self.words.get(right));
            pair.is_some_and(|(left, right)| left.span.end() == right.span.start())
        };
        let Some(before) = at.checked_sub(1).filter(|&before| adjacent(before, at)) else { return false };
        (mark(at) && adjacent(at, at + 1)) || mark(before)
    }

    /// Whether another clause begins between a source and what is told. What stands at a sentence's end speaks for
    /// all of it.
    fn is_parted(&self, told: &Told, at: usize) -> bool {
        let rest = self.words.get(told.whole.1..).unwrap_or_default();
        if !matches!(told.reach, Reach::From(_)) && rest.iter().all(|word| word.is_mark) {
            return false;
        }
        let (from, to) = match told.reach {
            Reach::From(start) => (start, at),
            _ if at < told.whole.0 => (at, told.whole.0),
            _ => (told.whole.1, at),
        };
        let between = self.span((from, to));
        self.scene.items.iter().any(|item| parts(item, self.scene.axes) && between.overlaps(item.span))
    }

    fn span(&self, (from, to): (usize, usize)) -> Span {
        let part = self.words.get(from..to).unwrap_or_default();
        let ends = part.first().zip(part.last());
        ends.map(|(first, last)| first.span.hull(last.span)).unwrap_or_default()
    }

    fn speaker(&self, told: &Told) -> Speaker {
        let span = self.span(told.name);
        let name = span.of(self.scene.text);
        let mut letters = name.chars();
        let opens = told.name.0 == 0 && self.scene.attribution.article.at(self.words, 0) > 0;
        match letters.next().filter(|_| opens) {
            Some(first) => Speaker { name: first.to_lowercase().chain(letters).collect() },
            None => Speaker { name: name.to_owned() },
        }
    }
}

/// Whether a mark sets off what follows it.
fn is_boundary(word: &Word) -> bool {
    matches!(word.text.as_str(), "," | "\"" | "-" | ";" | ":" | "(")
}
