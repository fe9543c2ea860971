//! What pronouns and `the summit` point back to: an ordered memory of the article so far.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    actors::{Cast, Who},
    items::{Called, Item, ItemKind, SummitMention},
};
use crate::{
    model::{Claim, Counterpart, Edition, Form, Kind, Place, SeriesClass},
    world::{ClassSet, Lexicon},
};

/// What the article has spoken of so far.
#[derive(Debug, Default)]
pub struct Discourse {
    /// Whom the last sentence was about; `None` if somebody unknown.
    subject: Option<usize>,
    /// Leaders in order of mention, the last one last, without repetition.
    recent: Vec<usize>,
    /// Summits with the index of their sentence, the last one last, without repetition: a long article names few
    /// of them many times.
    summits: Vec<(usize, SummitMention)>,
    /// How often each series was named.
    n_named: BTreeMap<String, usize>,
    /// The two who were last told to meet or speak, or were named together.
    met: Option<(usize, usize)>,
    /// Words after which somebody is no subject: `with`, `along with`.
    oblique: ClassSet,
    /// Words before an office or a summit that make it any or all of its kind: `another`, `every`.
    indefinite: ClassSet,
}

impl Discourse {
    /// An article not begun; the classes are those of words after which somebody is no subject.
    pub fn new(lexicon: &Lexicon) -> Self {
        let oblique = lexicon.class_or_none("oblique").with(lexicon.class_or_none("and"));
        Self { oblique, indefinite: lexicon.class_or_none("indefinite"), ..Self::default() }
    }

    /// Remembers a sentence after it was read; `unknown_subject` if it starts with an unknown name.
    pub fn remember(
        &mut self,
        sentence_index: usize,
        items: &[Item],
        unknown_subject: bool,
        cast: &Cast<'_>,
    ) {
        let mut first = true;
        for (at, item) in items.iter().enumerate() {
            match &item.kind {
                ItemKind::Actors(actor) => {
                    if let [Who::Leader(a), Who::Leader(b)] = actor.who.as_slice() {
                        self.met = Some((*a, *b));
                    }
                    for who in &actor.who {
                        let leader = self.one(who, items, item, cast);
                        if first && !matches!(who, Who::They) && !self.is_oblique(items, at) {
                            self.subject = leader.filter(|_| !unknown_subject);
                            first = false;
                        }
                        if let Some(leader) = leader {
                            self.recent.retain(|&known| known != leader);
                            self.recent.push(leader);
                        }
                    }
                }
                ItemKind::Summit(mention) if mention.called != Called::Anaphor => {
                    let mention = self.summit(mention, sentence_index, cast);
                    if let Some(series) = &mention.series {
                        *self.n_named.entry(series.clone()).or_default() += 1;
                        self.summits.retain(|(_, known)| !is_same(known, &mention));
                        self.summits.push((sentence_index, mention));
                    }
                }
                _ => {}
            }
        }
        // Nobody else is named: `The programme of his visit …` is about him.
        let named = items.last().map_or_else(Vec::new, |last| named_before(items, last));
        match (first, unknown_subject, named.as_slice()) {
            (true, true, _) => self.subject = None,
            (true, false, [only]) => self.subject = Some(*only),
            _ => {}
        }
    }

    /// The one leader that `who` means here.
    pub fn one(&self, who: &Who, items: &[Item], here: &Item, cast: &Cast<'_>) -> Option<usize> {
        match who {
            Who::Leader(leader) => Some(*leader),
            Who::He => match self.before(items, here) {
                Some(subject) => self.one(subject, items, here, cast),
                None => announced(items, here).or_else(|| {
                    // `the absence of Xi, because he …`: he or the one spoken of before.
                    self.subject.filter(|subject| named_before(items, here).iter().all(|one| one == subject))
                }),
            },
            Who::First => self.two(items, here).first().copied().flatten(),
            Who::Last => self.two(items, here).last().copied().flatten(),
            Who::Titled(_) if self.is_indefinite(items, here) => None,
            Who::Titled(office) => self.titled(office, cast),
            Who::Office { country, office } => self.office_holder(*country, office, cast),
            Who::Other(_) | Who::Former(_) | Who::They | Who::Leaders => None,
        }
    }

    /// Whether the words speak of any or all of a kind: `another head of state`, `every summit since then`.
    pub fn is_indefinite(&self, items: &[Item], here: &Item) -> bool {
        let before = items.iter().rev().find(|item| item.span.end() <= here.span.start());
        before.is_some_and(|item| item.classes.meets(self.indefinite))
    }

    /// Who is named first, by name or by office, before an item in its sentence and can be its subject.
    fn before<'i>(&self, items: &'i [Item], here: &Item) -> Option<&'i Who> {
        let earlier = items.iter().enumerate().take_while(|(_, item)| item.span.end() <= here.span.start());
        earlier.filter(|(at, _)| !self.is_oblique(items, *at)).find_map(|(_, item)| {
            let ItemKind::Actors(actor) = &item.kind else { return None };
            actor.who.iter().find(|who| matches!(who, Who::Leader(_) | Who::Office { .. }))
        })
    }

    fn is_oblique(&self, items: &[Item], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| items.get(before));
        before.is_some_and(|item| item.kind == ItemKind::Word && item.classes.meets(self.oblique))
    }

    /// The two leaders that `they` means here: those whom the sentence named before, else the two who last met; a
    /// third who was spoken of since, like their host, makes no pair with one of them.
    pub fn they(&self, items: &[Item], here: &Item) -> Vec<usize> {
        let named = named_before(items, here).into_iter().collect::<BTreeSet<_>>();
        let both = self.pair(items, here);
        let all = self.recent.iter().copied().chain(named.iter().copied()).collect::<BTreeSet<_>>();
        if named.len() > 1 || all.len() <= 2 {
            return both;
        }
        let met = self.met.filter(|(a, b)| named.iter().all(|one| one == a || one == b));
        met.map_or_else(Vec::new, |(a, b)| vec![a, b])
    }

    /// Remembers who met whom by a sentence's claims, if they are two.
    pub fn met(&mut self, claims: &[Claim], cast: &Cast<'_>) {
        let index = |name: &str| cast.world.register().position(name);
        let pairs = claims.iter().filter_map(|claim| match (claim.kind, claim.counterparts.as_slice()) {
            (Kind::Meeting | Kind::Call, [Counterpart::Named(other)]) if claim.form != Form::Visit => {
                let (a, b) = (index(&claim.leader)?, index(other)?);
                Some((a.min(b), a.max(b)))
            }
            _ => None,
        });
        let mut pairs = pairs.collect::<BTreeSet<_>>().into_iter();
        if let (Some(pair), None) = (pairs.next(), pairs.next()) {
            self.met = Some(pair);
        }
    }

    /// The two whom `the former` and `the latter` tell apart: the last two of the sentence, `None` for one who is no
    /// leader, else the two leaders last spoken of.
    fn two(&self, items: &[Item], here: &Item) -> Vec<Option<usize>> {
        let before = items.iter().take_while(|item| item.span.end() <= here.span.start());
        let people = before.filter_map(|item| match &item.kind {
            ItemKind::Actors(actor) => Some(&actor.who),
            _ => None,
        });
        let mut named: Vec<Option<usize>> = people
            .flatten()
            .filter_map(|who| match who {
                Who::Leader(leader) => Some(Some(*leader)),
                Who::Other(Some(_)) | Who::Former(Some(_)) | Who::Office { .. } => Some(None),
                Who::Other(None)
                | Who::Former(None)
                | Who::Titled(_)
                | Who::He
                | Who::They
                | Who::First
                | Who::Last
                | Who::Leaders => None,
            })
            .collect();
        if named.is_empty() {
            return self.pair(items, here).into_iter().map(Some).collect();
        }
        let start = named.len().saturating_sub(2);
        named.split_off(start)
    }

    /// The two leaders last spoken of.
    fn pair(&self, items: &[Item], here: &Item) -> Vec<usize> {
        let mut known = self.recent.clone();
        for leader in named_before(items, here) {
            known.retain(|&other| other != leader);
            known.push(leader);
        }
        let start = known.len().saturating_sub(2);
        known.split_off(start)
    }

    /// The two leaders that `the leaders` means here: those that the sentence has named, if just two.
    pub fn named_pair(items: &[Item], here: &Item) -> Vec<usize> {
        let mut named = named_before(items, here);
        named.sort_unstable();
        named.dedup();
        if named.len() == 2 { named } else { Vec::new() }
    }

    /// The leader whom the article spoke of last, if such an office was his.
    fn titled(&self, office: &str, cast: &Cast<'_>) -> Option<usize> {
        self.recent.last().copied().filter(|&index| cast.holds(index, None, office))
    }

    /// The leader of this country whom the article names, if there is one alone.
    pub fn office_holder(&self, country: usize, office: &str, cast: &Cast<'_>) -> Option<usize> {
        let fitting = |index: &&usize| cast.holds(**index, Some(country), office);
        let mut named = cast.named.iter().filter(fitting);
        match (named.next(), named.next()) {
            (Some(one), None) => Some(*one),
            (Some(_), Some(_)) => self.recent.iter().rev().find(fitting).copied(),
            (None, _) => None,
        }
    }

    /// What a summit's words mean: the series by its place, `the summit` by what came before.
    pub fn summit(&self, mention: &SummitMention, sentence_index: usize, cast: &Cast<'_>) -> SummitMention {
        const REACH: usize = 4;
        let mut known = mention.clone();
        let recent =
            || self.summits.iter().rev().take_while(move |(index, _)| index + REACH >= sentence_index);
        match mention.called {
            Called::Anaphor => {
                if let Some((_, last)) = recent().next().or_else(|| self.main_summit()) {
                    known.series.clone_from(&last.series);
                    known.place.clone_from(&last.place);
                    known.called = last.called;
                }
            }
            Called::Place => match self.told_at(&mention.place) {
                Some(told) => {
                    known.series.clone_from(&told.series);
                    known.called = told.called;
                }
                None => known.series = self.series_at(&mention.place, cast),
            },
            Called::Series if mention.place == Place::default() => {
                let last = recent().find(|(_, last)| last.series == mention.series && !last.lesser);
                if let Some((_, last)) = last {
                    known.place.clone_from(&last.place);
                }
            }
            Called::Series | Called::Foreign => {}
        }
        known
    }

    /// The summit that an article is about: it has spoken of no other, or three times as often as of others.
    fn main_summit(&self) -> Option<&(usize, SummitMention)> {
        let n_all: usize = self.n_named.values().sum();
        let often = |series: &String| self.n_named.get(series).is_some_and(|&n| n >= 3 * (n_all - n));
        let last = self.summits.iter().rev().find(|(_, known)| known.series.as_ref().is_some_and(often))?;
        let one_place = |other: &SummitMention| {
            other.series != last.1.series
                || other.place == last.1.place
                || other.place == Place::default()
                || last.1.place == Place::default()
        };
        self.summits.iter().all(|(_, other)| one_place(other)).then_some(last)
    }

    /// Whether the article has spoken of a summit in this country.
    pub fn knows_summit_in(&self, country: &str) -> bool {
        self.summits.iter().any(|(_, mention)| mention.place.country.as_deref() == Some(country))
    }

    /// The last summit that the article has told of at a place.
    fn told_at(&self, place: &Place) -> Option<&SummitMention> {
        let same = |other: &Place| match (&place.city, &other.city) {
            (Some(city), Some(other)) => city == other,
            (None, _) => place.country.is_some() && place.country == other.country,
            (Some(_), None) => false,
        };
        self.summits.iter().rev().map(|(_, known)| known).find(|known| same(&known.place))
    }

    /// The series whose summit this place stands for: the one that the article names there, else the only
    /// one that the calendar knows there.
    fn series_at(&self, place: &Place, cast: &Cast<'_>) -> Option<String> {
        place.city.as_ref()?;
        let class =
            |edition: &Edition| cast.world.series().by_code(&edition.series).map(|series| series.class);
        let editions = cast.world.calendar().editions().iter();
        let there: Vec<&Edition> = editions
            .filter(|edition| edition.city == place.city && class(edition) == Some(SeriesClass::Summit))
            .collect();
        // A day on the margins of a summit of several days, like the BRICS' at a G20 summit, is not `the summit`.
        let is_aside = |edition: &&&Edition| {
            let within = |other: &&Edition| other.days != edition.days && other.days.contains(edition.days);
            there.iter().any(within)
        };
        let mut series: Vec<&str> = there
            .iter()
            .filter(|edition| !is_aside(edition))
            .map(|edition| edition.series.as_str())
            .collect();
        series.sort_unstable();
        series.dedup();
        let spoken_of =
            |code: &&str| self.summits.iter().any(|(_, known)| known.series.as_deref() == Some(*code));
        let told: Vec<&str> = series.iter().copied().filter(spoken_of).collect();
        match (series.as_slice(), told.as_slice()) {
            ([one], _) | (_, [one]) => Some((*one).to_owned()),
            _ => None,
        }
    }
}

/// The leader to whom a pronoun at the head of a sentence looks ahead: `After his talks in Minsk, Macron …`.
fn announced(items: &[Item], here: &Item) -> Option<usize> {
    const HEAD: usize = 3;
    let at = items.iter().position(|item| item.span == here.span).filter(|&at| (1..=HEAD).contains(&at))?;
    let comma = items.iter().skip(at).position(|item| item.kind == ItemKind::Mark(','))? + at;
    match &items.get(comma + 1)?.kind {
        ItemKind::Actors(actor) => match actor.who.as_slice() {
            [Who::Leader(leader)] => Some(*leader),
            _ => None,
        },
        _ => None,
    }
}

/// Whether two mentions say the same of a summit.
fn is_same(a: &SummitMention, b: &SummitMention) -> bool {
    (&a.series, &a.place, a.lesser) == (&b.series, &b.place, b.lesser)
}

fn named_before(items: &[Item], here: &Item) -> Vec<usize> {
    items
        .iter()
        .take_while(|item| item.span.end() <= here.span.start())
        .filter_map(|item| match &item.kind {
            ItemKind::Actors(actor) => Some(&actor.who),
            _ => None,
        })
        .flatten()
        .filter_map(|who| match who {
            Who::Leader(leader) => Some(*leader),
            _ => None,
        })
        .collect()
}
