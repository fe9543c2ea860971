//! Article to claims: mentions, time expressions, coreference, triggers, context, rules. Never fails.

mod actors;
mod circumstances;
mod claims;
mod context;
mod discourse;
mod finish;
mod further;
mod items;
mod joined;
mod lists;
mod matching;
mod meetings;
mod namesakes;
mod phrase;
mod reading;
mod rehearse;
mod scene;
mod signs;
mod speaker;
pub mod times;
mod tokens;
mod totals;
mod window;

pub use rehearse::{Failure, rehearse};

use std::{cell::OnceCell, collections::BTreeSet};

use crate::{
    model::{
        Article, ArticleFacts, BlockRole, Claim, Doubt, DoubtKind, Grade, LeftOut, LeftOutReason, Span,
        TimeMention, Timex,
    },
    world::{Language, World},
};
use actors::Cast;
use discourse::Discourse;
use reading::{Words, spun_density};
use scene::Scene;

/// Everything that was made of one article.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// What merging needs to know of it.
    pub facts: ArticleFacts,
    /// What its sentences say, for every leader in the register.
    pub claims: Vec<Claim>,
    /// Its time expressions, unresolved, in order; none are looked for in an article that names nobody, so that
    /// [`times_of`] tells them there.
    pub times: Vec<TimeMention>,
    /// What was recognised and left out on purpose.
    pub left_out: Vec<LeftOut>,
    /// What could not be settled.
    pub doubts: Vec<Doubt>,
}

/// Finds every claim in `article`; what could not be settled is a doubt, with its span.
pub fn extract(article: &Article, world: &World) -> Extraction {
    let mut extraction = Extraction {
        facts: ArticleFacts {
            hash: article.hash.clone(),
            file: article.file.clone(),
            title: article.title.clone(),
            published: article.published.map(|published| published.day),
            url: article.url.clone(),
            language: article.language.clone(),
            bulletin: signs::is_bulletin(article),
            ..ArticleFacts::default()
        },
        ..Extraction::default()
    };
    match world.language(&article.language) {
        Some(language) => read(article, language, world, &mut extraction),
        None => extraction.doubts.push(Doubt {
            kind: DoubtKind::Language,
            span: None,
            message: format!("no language pack for `{}`: nothing was read in it", article.language),
        }),
    }
    extraction.facts.doubts =
        article.doubts.iter().chain(&extraction.doubts).map(|doubt| doubt.message.clone()).collect();
    extraction
}

/// Whether an article can name a leader or a summit: where not, its sentences need not be known.
pub fn may_tell(article: &Article, world: &World) -> bool {
    world.language(&article.language).is_some_and(|language| language.automaton.may_tell(&article.text))
}

fn read(article: &Article, language: &Language, world: &World, extraction: &mut Extraction) {
    if article.sentences.is_empty() || !language.automaton.may_tell(&article.text) {
        extraction.doubts.push(nothing("names no leader and no summit of the registers"));
        return;
    }
    let words = Words::new(&language.pack);
    let spun = spun_density(article, language);
    if spun {
        extraction.doubts.push(Doubt {
            kind: DoubtKind::Ambiguous,
            span: None,
            message: "the wording looks machine-spun: odd words were read as what they stand for".to_owned(),
        });
    }
    extraction.times = times_in(article, spun);
    let past_endings = &language.pack.script.past_endings;
    let mut rows: Vec<tokens::Tokens> = article
        .sentences
        .iter()
        .map(|sentence| {
            let with = (spun, past_endings.as_slice());
            tokens::tokens(&article.text, sentence.span, &extraction.times, &language.automaton, with)
        })
        .collect();
    let named: BTreeSet<usize> = rows
        .iter()
        .flat_map(|tokens| &tokens.row)
        .filter_map(|token| match token.leaders.as_slice() {
            [one] => Some(*one),
            _ => None,
        })
        .collect();
    if named.is_empty() && !rows.iter().any(|tokens| tokens.row.iter().any(|token| token.series.is_some())) {
        extraction.doubts.push(nothing("names no leader and no summit of the registers"));
        return;
    }
    extraction.doubts.extend(namesakes::settle(&mut rows, &named, &article.text, world));
    let cast = Cast { world, named };
    let found =
        walk(article, (language, &words), &rows, &cast, (spun, std::mem::take(&mut extraction.times)));
    extraction.times = found.times;
    extraction.claims = found.claims;
    extraction.left_out = found.left_out;
    extraction.facts.constraints = found.constraints;
    extraction.facts.constraints.extend(signs::uploaded(&article.text));
    finish::unmarked(&mut extraction.claims);
    finish::on_a_screen(&mut extraction.claims);
    finish::places(&mut extraction.claims, &article.text, &found.spans);
    finish::once(&mut extraction.claims);
    let checks = totals::checked(&article.text, &article.language, &extraction.left_out, &extraction.claims);
    extraction.doubts.extend(checks);
    if extraction.claims.is_empty() {
        extraction.doubts.push(nothing(
            "names leaders or summits, but no sentence says who attended, skipped or met whom",
        ));
    }
}

/// The time expressions of an article, unresolved, in order, whether or not it names anybody.
pub fn times_of(article: &Article, world: &World) -> Vec<TimeMention> {
    let spun = world.language(&article.language).is_some_and(|language| spun_density(article, language));
    let mut times = times_in(article, spun);
    let mut leaning = times::Leaning::default();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let quote = sentence.span.of(&article.text);
        leaning.sentence(index, quote, times_within(&mut times, sentence.span), &[]);
    }
    times
}

/// The times of one sentence among those of its article, which are in order.
fn times_within(times: &mut [TimeMention], sentence: Span) -> &mut [TimeMention] {
    let first = times.partition_point(|time| time.span.start() < sentence.start());
    let last = times.partition_point(|time| time.span.start() < sentence.end());
    times.get_mut(first..last).unwrap_or_default()
}

fn times_in(article: &Article, spun: bool) -> Vec<TimeMention> {
    let read = if spun { times::times_spun } else { times::times };
    let sentences = article.sentences.iter();
    let mut times: Vec<TimeMention> =
        sentences.flat_map(|sentence| read(&article.text, sentence.span, &article.language)).collect();
    times::under_years(article, &mut times);
    times
}

fn nothing(message: &str) -> Doubt {
    Doubt { kind: DoubtKind::NothingFound, span: None, message: message.to_owned() }
}

/// What one walk over the sentences finds.
#[derive(Debug, Default)]
struct Walk {
    claims: Vec<Claim>,
    /// The sentence of each claim.
    spans: Vec<Span>,
    left_out: Vec<LeftOut>,
    constraints: Vec<crate::model::WindowConstraint>,
    /// The article's times, with their tenses and what they are counted from.
    times: Vec<TimeMention>,
}

fn walk(
    article: &Article,
    (language, words): (&Language, &Words),
    rows: &[tokens::Tokens],
    cast: &Cast<'_>,
    (spun, mut times): (bool, Vec<TimeMention>),
) -> Walk {
    let mut walk = Walk::default();
    let mut leaning = times::Leaning::default();
    let mut discourse = Discourse::new(&language.pack.lexicon);
    let mut scope: (usize, Vec<Timex>) = (usize::MAX, Vec::new());
    let mut told: Option<further::Told> = None;
    for (sentence_index, (sentence, tokens)) in article.sentences.iter().zip(rows).enumerate() {
        let Some(block) = article.blocks.get(sentence.block_index) else { continue };
        let role = block.role;
        let Some(grade) = grade(role) else {
            if tokens.row.iter().any(|token| !token.leaders.is_empty()) && role == BlockRole::Boilerplate {
                walk.left_out.push(LeftOut { span: sentence.span, reason: LeftOutReason::Boilerplate });
            }
            continue;
        };
        if scope.0 != sentence.block_index {
            scope = (sentence.block_index, Vec::new());
        }
        let items = items::items(&tokens.row, &words.items, cast);
        let in_passing = window::tenses(&items, &mut times, &words.window);
        if matches!(grade, Grade::Body) {
            let quote = sentence.span.of(&article.text);
            leaning.sentence(sentence_index, quote, times_within(&mut times, sentence.span), &in_passing);
        }
        let heard = OnceCell::new();
        let scene = Scene {
            text: &article.text,
            article: &article.hash,
            sentence: sentence.span,
            sentence_index,
            items: &items,
            times: &times,
            scope: &scope.1,
            grade,
            language: &article.language,
            spun,
            cast,
            discourse: &discourse,
            axes: &words.axes,
            details: &words.details,
            attribution: &language.pack.attribution,
            heard: &heard,
        };
        let mut read = reading::sentence(&scene, &language.pack, words);
        finish::onward(&mut read.claims, &walk.claims, reading::left_place(&items, words));
        further::follow(&mut read.claims, told.as_ref(), &scene);
        let further = if read.claims.is_empty() { further::told(&scene, words) } else { None };
        if let Some(further) = &further {
            further::complete(&mut walk.claims, &walk.spans, &scene, further);
        }
        told = further.map(|(told, _)| told);
        let n_told = walk.claims.len();
        walk.spans.extend(read.claims.iter().map(|_| sentence.span));
        walk.claims.extend(read.claims);
        walk.left_out.extend(read.left_out.map(|reason| LeftOut { span: sentence.span, reason }));
        finish::details(&mut walk.claims, &read.details, (sentence.span, &walk.spans), cast.world);
        // The date that a list's item begins with governs all of the item.
        scope.1.extend(leading_date(&article.text, &items, &times).cloned());
        for item in &items {
            if let items::ItemKind::Time(index) = item.kind {
                let timex = times.get(index).map(|time| &time.timex);
                scope.1.extend(
                    timex.filter(|timex| matches!(timex, Timex::Since(_) | Timex::Past { .. })).cloned(),
                );
            }
        }
        if matches!(grade, Grade::Body | Grade::Title) || role == BlockRole::Caption {
            let sentence = (sentence_index, items.as_slice());
            let known = (&discourse, cast);
            let found = window::constraints(&article.text, sentence, &times, known, (&words.window, block));
            walk.constraints.extend(found);
        }
        discourse.remember(sentence_index, &items, reading::unknown_subject(&tokens.row), cast);
        discourse.met(walk.claims.get(n_told..).unwrap_or_default(), cast);
    }
    walk.times = times;
    walk
}

/// The date before a dash that a sentence begins with: `Sept. 15-16, 2022, Uzbekistan — In Tashkent he held talks.`
fn leading_date<'t>(text: &str, items: &[items::Item], times: &'t [TimeMention]) -> Option<&'t Timex> {
    let items::ItemKind::Time(index) = items.first()?.kind else { return None };
    // A hyphen is folded to the same mark.
    let is_dash = |item: &items::Item| {
        matches!(item.kind, items::ItemKind::Mark('-')) && matches!(item.span.of(text), "—" | "–" | "--")
    };
    let told = |item: &items::Item| matches!(item.kind, items::ItemKind::Actors(_)) || item.tense.is_some();
    items.iter().take_while(|item| !told(item)).any(is_dash).then_some(())?;
    let timex = &times.get(index)?.timex;
    let first = if let Timex::Range(first, _) = timex { first } else { timex };
    matches!(first, Timex::Date { year: Some(_), month: Some(_), .. }).then_some(timex)
}

fn grade(role: BlockRole) -> Option<Grade> {
    match role {
        BlockRole::Body | BlockRole::ListItem | BlockRole::Deck => Some(Grade::Body),
        BlockRole::Title => Some(Grade::Title),
        BlockRole::Caption => Some(Grade::Caption),
        BlockRole::RelatedLink => Some(Grade::Related),
        BlockRole::Byline | BlockRole::Dateline | BlockRole::Boilerplate | BlockRole::Duplicate => None,
    }
}
