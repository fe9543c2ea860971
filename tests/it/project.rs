//! The state behind the window: actions in, effects out, decisions that can be taken back.

use std::{path::PathBuf, sync::Arc};

use proptest::prelude::*;
use summitline::{
    model::{Event, Review, Verdict},
    project::{Action, Answer, Effect, Input, Ledger, State, ThemeChoice, ledger},
};

use crate::stage::{ARTICLES, events, reading};

fn all_events() -> Vec<Event> {
    let readings: Vec<_> = ARTICLES.iter().map(|(file, text)| Arc::new(reading(file, text))).collect();
    events(&readings)
}

/// A state that shows the stage's events, as if they had been read from `/articles`.
fn opened() -> State {
    let (mut state, _) = State::start(false);
    state.apply(Action::Open(PathBuf::from("/articles")));
    let readings = ARTICLES.iter().map(|(file, text)| Arc::new(reading(file, text))).collect();
    let mut effects = state.apply(Action::Answer(Answer::ArticlesRead { number: 2, readings }));
    effects.extend(state.apply(Action::Answer(Answer::ReadingDone { number: 2, cancelled: false })));
    while let Some(number) = merge_number(&effects) {
        effects = state.apply(Action::Answer(Answer::Merged { number, events: all_events() }));
    }
    state
}

fn merge_number(effects: &[Effect]) -> Option<u32> {
    effects.iter().find_map(|effect| match effect {
        Effect::Merge(job) => Some(job.number),
        _ => None,
    })
}

fn decide(state: &mut State, index: usize, verdict: Option<Verdict>) {
    let event = state.events()[index].id.clone();
    state.apply(Action::Decide { event, verdict });
}

#[test]
fn opening_a_folder_reads_it_and_remembers_it() {
    let (mut state, effects) = State::start(false);
    assert!(matches!(effects.as_slice(), [Effect::LoadMemory]));
    state.apply(Action::Answer(Answer::Memory(Vec::new())));
    let effects = state.apply(Action::Open(PathBuf::from("/articles")));
    assert!(matches!(
        effects.as_slice(),
        [Effect::SaveMemory(_), Effect::Read { input: Input::Path(_), .. }, Effect::LoadSession { .. }]
    ));
    assert!(state.progress.is_some());
}

#[test]
fn the_last_folder_is_opened_once_the_memory_is_there() {
    let (mut state, _) = State::start(true);
    let memory = br#"{"recent": ["/last", "/before"], "theme": "dark"}"#;
    state.apply(Action::Answer(Answer::Memory(memory.to_vec())));
    assert_eq!(state.input, Some(Input::Path(PathBuf::from("/last"))));
    assert_eq!(state.memory.settings.theme, ThemeChoice::Dark);
}

#[test]
fn what_the_last_run_remembered_is_not_overwritten_before_it_is_known() {
    let (mut state, _) = State::start(false);
    let effects = state.apply(Action::Open(PathBuf::from("/new")));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::SaveMemory(_))), "{effects:?}");
    let effects = state.apply(Action::Answer(Answer::Memory(br#"{"recent": ["/old"]}"#.to_vec())));
    assert!(matches!(effects.as_slice(), [Effect::SaveMemory(_)]), "{effects:?}");
    assert_eq!(state.memory.recent, [PathBuf::from("/new"), PathBuf::from("/old")]);
}

#[test]
fn answers_of_an_earlier_reading_are_dropped() {
    let (mut state, _) = State::start(false);
    state.apply(Action::Open(PathBuf::from("/one")));
    state.apply(Action::Open(PathBuf::from("/two")));
    let readings = vec![Arc::new(reading(ARTICLES[0].0, ARTICLES[0].1))];
    state.apply(Action::Answer(Answer::ArticlesRead { number: 2, readings }));
    assert!(state.readings.is_empty(), "they are those of /one");
}

#[test]
fn a_merge_that_runs_is_not_started_twice() {
    let (mut state, _) = State::start(false);
    state.apply(Action::OpenDemo);
    let number =
        match state.apply(Action::Answer(Answer::ReadingDone { number: 2, cancelled: false })).as_slice() {
            [Effect::Merge(job)] => job.number,
            other => panic!("{other:?}"),
        };
    let again = state.apply(Action::ChooseSubject("Xi Jinping".to_owned()));
    assert!(again.is_empty(), "the first merge still runs: {again:?}");
    let next = state.apply(Action::Answer(Answer::Merged { number, events: all_events() }));
    assert_eq!(merge_number(&next), Some(number + 1), "and then it is done for the other subject");
}

#[test]
fn rejecting_hides_an_event_and_undo_brings_it_back() {
    let mut state = opened();
    let n_shown = state.counts().shown;
    decide(&mut state, 1, Some(Verdict::Reject));
    assert_eq!((state.counts().shown, state.counts().rejected), (n_shown - 1, 1));
    assert!(state.unsaved);
    state.apply(Action::Undo);
    assert_eq!((state.counts().shown, state.counts().rejected), (n_shown, 0));
    state.apply(Action::Redo);
    assert_eq!(state.counts().rejected, 1);
}

#[test]
fn a_confirmed_event_is_no_longer_held_back() {
    let mut state = opened();
    let held = state.events().iter().position(|event| event.held).unwrap();
    assert_eq!(state.counts().held, 1);
    decide(&mut state, held, Some(Verdict::Confirm));
    assert_eq!((state.counts().held, state.counts().confirmed), (0, 1));
}

#[test]
fn decisions_that_match_nothing_are_kept_and_counted() {
    let mut state = opened();
    decide(&mut state, 0, Some(Verdict::Confirm));
    let number = merge_number(&state.apply(Action::ChooseSubject("Xi Jinping".to_owned()))).unwrap();
    state.apply(Action::Answer(Answer::Merged { number, events: Vec::new() }));
    assert_eq!(state.n_unmatched, 1);
    let number = merge_number(&state.apply(Action::ChooseSubject("Vladimir Putin".to_owned()))).unwrap();
    state.apply(Action::Answer(Answer::Merged { number, events: all_events() }));
    assert_eq!((state.n_unmatched, state.counts().confirmed), (0, 1));
}

#[test]
fn a_saved_project_opens_with_its_decisions() {
    let mut state = opened();
    decide(&mut state, 2, Some(Verdict::Reject));
    let path = PathBuf::from("/mine");
    let effects = state.apply(Action::SaveTo(path));
    let [Effect::SaveProject { path, bytes }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(path, &PathBuf::from("/mine.summitline"));
    let (mut other, _) = State::start(false);
    other.apply(Action::Answer(Answer::ProjectRead { path: path.clone(), bytes: bytes.clone() }));
    assert_eq!(other.input, Some(Input::Path(PathBuf::from("/articles"))));
    assert_eq!(other.ledger.decisions(), state.ledger.decisions());
    assert_eq!(other.to_saved().to_bytes(), *bytes);
}

#[test]
fn a_damaged_project_is_told_and_nothing_is_lost() {
    let mut state = opened();
    state.apply(Action::Answer(Answer::ProjectRead {
        path: PathBuf::from("/x.summitline"),
        bytes: b"{".to_vec(),
    }));
    assert_eq!(state.events().len(), all_events().len());
    assert!(state.notices.open().any(|notice| notice.text.contains("could not be opened")));
}

#[test]
fn a_summit_and_a_meeting_in_one_sentence_are_decided_apart() {
    let mut events = all_events();
    let mut twin = events[0].clone();
    twin.id = "another".to_owned();
    twin.counterparts = vec!["Somebody Else".to_owned()];
    events.push(twin);
    let mut decisions = Ledger::default();
    decisions.decide(&events[0], Some(Verdict::Reject));
    ledger::review(&mut events, decisions.decisions());
    assert_eq!(events[0].review, Review::Rejected);
    assert_eq!(events.last().unwrap().review, Review::Unreviewed);
}

proptest! {
    #[test]
    fn undo_after_apply_is_identity(steps in proptest::collection::vec((0_usize..8, 0_u8..3), 1..20)) {
        let events = all_events();
        let mut ledger = Ledger::default();
        for (index, verdict) in steps {
            let before = ledger.decisions().to_vec();
            let verdict = [Some(Verdict::Confirm), Some(Verdict::Reject), None][usize::from(verdict)];
            if ledger.decide(&events[index], verdict) {
                let after = ledger.decisions().to_vec();
                ledger.undo();
                prop_assert_eq!(ledger.decisions(), before.as_slice());
                ledger.redo();
                prop_assert_eq!(ledger.decisions(), after.as_slice());
            } else {
                prop_assert_eq!(ledger.decisions(), before.as_slice());
            }
        }
        while ledger.undo().is_some() {}
        prop_assert!(ledger.decisions().is_empty());
    }
}
