//! Search and filter behind the window: the same is found however it is typed, and filters can be taken back.

use std::{path::PathBuf, sync::Arc};

use summitline::{
    model::Event,
    project::{Action, Answer, Effect, Facet, Filter, Hit, State, analyse::Reading},
};

use crate::{
    stage::{ARTICLES, events, reading},
    synthetic,
};

fn readings() -> Vec<Arc<Reading>> {
    ARTICLES.iter().map(|(file, text)| Arc::new(reading(file, text))).collect()
}

/// A state that shows the stage's events and has these articles.
fn opened(readings: Vec<Arc<Reading>>) -> State {
    showing(events(&self::readings()), readings)
}

/// A state that shows these events and has these articles.
fn showing(events: Vec<Event>, readings: Vec<Arc<Reading>>) -> State {
    let (mut state, _) = State::start(false);
    let effects = state.apply(Action::Open(PathBuf::from("/articles")));
    let number = effects.iter().find_map(|effect| match effect {
        Effect::Read { number, .. } => Some(*number),
        _ => None,
    });
    let number = number.unwrap();
    let effects = state.apply(Action::Answer(Answer::ArticlesRead { number, readings }));
    let merge = effects.iter().find_map(|effect| match effect {
        Effect::Merge(job) => Some(job.number),
        _ => None,
    });
    state.apply(Action::Answer(Answer::Merged { number: merge.unwrap(), events }));
    state
}

fn hits(state: &State) -> Vec<String> {
    let of_hit = |hit: Hit<'_>| match hit {
        Hit::Event { event, .. } => event.name.clone(),
        Hit::Article { article, words } => format!("{}: {}", article.file, words.text),
    };
    (0..state.search.n_hits()).filter_map(|number| state.hit(number)).map(of_hit).collect()
}

#[test]
fn what_is_typed_letter_by_letter_finds_what_is_pasted() {
    for words in ["kremlin bali", "g20", "\"by video\"", "xi jinping", "zzz"] {
        let (mut typed, mut pasted) = (opened(readings()), opened(readings()));
        for (at, letter) in words.char_indices() {
            typed.apply(Action::Search(words[..at + letter.len_utf8()].to_owned()));
        }
        pasted.apply(Action::Search(words.to_owned()));
        assert_eq!(hits(&typed), hits(&pasted), "{words}");
        assert_eq!(typed.search.n_found(), pasted.search.n_found(), "{words}");
    }
}

#[test]
fn a_search_that_is_too_long_for_one_frame_goes_on_in_the_next() {
    let page = "He flew to Kazan again, as every autumn. ".repeat(30_000);
    let many: Vec<_> =
        (0..5).map(|n| Arc::new(reading(&format!("{n}.txt"), &format!("Title\n\n{page}")))).collect();
    let mut state = opened(many);
    state.apply(Action::Search("kazan autumn".to_owned()));
    assert!(state.search.is_unfinished(), "six million letters are more than a frame has time for");
    let n_first = state.search.n_found().1;
    assert!((1..5).contains(&n_first), "some are there already: {n_first}");
    while state.search.is_unfinished() {
        state.apply(Action::SearchOn);
    }
    assert_eq!(state.search.n_found().1, 5, "all are found in the end");
    assert_eq!(hits(&state).iter().filter(|hit| hit.contains(".txt: ")).count(), 25, "five places of each");
}

#[test]
fn an_article_that_comes_later_is_found_too() {
    let mut state = opened(readings());
    state.apply(Action::Search("samovar".to_owned()));
    assert_eq!(state.search.n_found(), (0, 0));
    let late = vec![Arc::new(reading("late.txt", "Title\n\nThey drank from a samovar."))];
    let number = 2;
    state.apply(Action::Answer(Answer::ArticlesRead { number, readings: late }));
    assert!(state.search.is_unfinished(), "there is something to look through");
    state.apply(Action::SearchOn);
    assert_eq!(state.search.n_found(), (0, 1));
}

#[test]
fn filters_are_taken_back_one_by_one() {
    let mut state = opened(readings());
    let choose = |value: &str| Action::Choose { facet: Facet::Series, value: value.to_owned(), on: true };
    state.apply(choose("G20"));
    state.apply(choose("BRICS"));
    assert_eq!(state.counts().shown, 4);
    state.apply(Action::FilterBack);
    assert_eq!(state.counts().shown, 2);
    state.apply(Action::FilterBack);
    assert_eq!((state.filter.clone(), state.can_filter_back()), (Filter::default(), false));
}

#[test]
fn counts_of_ten_thousand_events_agree_with_the_filter() {
    let mut state = showing(synthetic::events::events(7, 10_000), readings());
    assert_eq!(state.events().len(), 10_000);
    state.apply(Action::CountFacets);
    let filter = Filter::default().with(Facet::Kind, "meetings").with(Facet::Status, "happened");
    state.apply(Action::FilterBy(filter.clone()));
    for facet in Facet::ALL {
        for count in state.facet_values(facet).into_iter().take(3) {
            let mut alone = filter.clone();
            alone.widen(facet);
            let alone = alone.with(facet, count.value);
            let n_events = state.events().iter().filter(|event| alone.hides(event).is_none()).count();
            assert_eq!(count.n_events, n_events, "{facet:?} {}", count.value);
        }
    }
}
