//! How long a letter typed into the search, or a tick in the filter, holds the window up.

use std::{sync::Arc, time::Instant};

use summitline::{
    model::Event,
    project::{Action, Answer, Facet, State, analyse::Reading},
    text,
    world::World,
};

use super::synthetic;

const SEED: u64 = 2026;
/// Typed letter by letter: some are found everywhere, some nowhere; the last one begins anew.
const TYPED: [&str; 6] =
    ["putin bali", "e", "xi jinping samarkand", "\"an hour behind\"", "zeppelin", "Erdoğan"];
/// Ticked one after the other.
const TICKED: [(Facet, &str); 5] = [
    (Facet::Kind, "meetings"),
    (Facet::Status, "happened"),
    (Facet::Year, "2019"),
    (Facet::Language, "en"),
    (Facet::Country, "CN"),
];
/// Each letter is typed so often, and the fastest counts: other programs take the processor away.
const N_ROUNDS: usize = 3;

/// The longest of all keystrokes, and of all ticks, with `n_events` events and `n_articles` articles.
pub(crate) fn lines(n_events: usize, n_articles: usize) -> Vec<String> {
    let mut state = opened(synthetic::events::events(SEED, n_events), n_articles);
    state.apply(Action::CountFacets);
    let search = longest(&mut state, &|state| TYPED.iter().flat_map(|words| typed(state, words)).collect());
    let filter = longest(&mut state, &|state| {
        let ticks = TICKED
            .map(|(facet, value)| timed(state, Action::Choose { facet, value: value.to_owned(), on: true }));
        state.apply(Action::ClearFilters);
        ticks.into()
    });
    vec![
        format!("search events={n_events} ms={search:.2}"),
        format!("filter events={n_events} ms={filter:.2}"),
    ]
}

/// The longest step of the steps' best rounds, in milliseconds.
fn longest(state: &mut State, round: &dyn Fn(&mut State) -> Vec<f64>) -> f64 {
    let rounds: Vec<Vec<f64>> = (0..N_ROUNDS).map(|_| round(state)).collect();
    let n_steps = rounds.first().map_or(0, Vec::len);
    let best = |step: usize| {
        rounds.iter().filter_map(|round| round.get(step).copied()).fold(f64::INFINITY, f64::min)
    };
    (0..n_steps).map(best).fold(0.0, f64::max)
}

/// Types `words` letter by letter; each letter with what is drawn of its hits.
fn typed(state: &mut State, words: &str) -> Vec<f64> {
    let ends = words.char_indices().map(|(at, char)| at + char.len_utf8());
    let prefixes: Vec<String> = ends.filter_map(|end| words.get(..end).map(str::to_owned)).collect();
    let times = prefixes.into_iter().map(|prefix| timed(state, Action::Search(prefix))).collect();
    while state.search.is_unfinished() {
        state.apply(Action::SearchOn);
    }
    times
}

/// Carries `action` out and looks at what a frame shows of it.
#[expect(clippy::disallowed_methods, reason = "measuring time is what a bench is for")]
fn timed(state: &mut State, action: Action) -> f64 {
    let start = Instant::now();
    state.apply(action);
    for number in 0..20 {
        std::hint::black_box(state.hit(number));
    }
    for facet in Facet::ALL {
        std::hint::black_box(state.facet_values(facet));
    }
    start.elapsed().as_secs_f64() * 1000.0
}

/// A window's state with these events and articles.
fn opened(events: Vec<Event>, n_articles: usize) -> State {
    let world = World::builtin();
    let (mut state, _) = State::start(false);
    state.apply(Action::OpenDemo);
    let files = synthetic::articles::articles(SEED, n_articles, synthetic::articles::Matter::Leaders);
    let readings = files
        .iter()
        .map(|(file, bytes)| {
            let article = text::article(file, bytes, world);
            Arc::new(Reading { article, extraction: summitline::extract::Extraction::default() })
        })
        .collect();
    let effects = state.apply(Action::Answer(Answer::ArticlesRead { number: 2, readings }));
    let number = effects.iter().find_map(|effect| match effect {
        summitline::project::Effect::Merge(job) => Some(job.number),
        _ => None,
    });
    let number = number.expect("articles that were read are merged");
    state.apply(Action::Answer(Answer::Merged { number, events }));
    assert_eq!((state.readings.len(), state.events().is_empty()), (n_articles, false), "all is there");
    state
}
