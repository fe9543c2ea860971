//! The whole state of the program, changed by actions alone.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Action, Arrangement, AsSaved, Counts, Effect, Facet, FileFailure, Filter, Input, Ledger, Memory,
    NamedFilter, Notices, Passage, Search, analyse::Reading, ledger, merging::MergeState, sieve::Sieve,
};
use crate::model::{Day, Decision, Event, Status, Verdict, Window};

/// Whose timeline is shown first.
pub const DEFAULT_SUBJECT: &str = "Vladimir Putin";

/// How far a reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files found that look like articles.
    pub found: usize,
    /// How many of them are done.
    pub done: usize,
}

/// Everything the window shows. Three kinds of state: the project's (saved, undoable), the session's, and
/// what the outside world said last.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent of each other")]
pub struct State {
    /// What is open, or `None` on the welcome page.
    pub input: Option<Input>,
    /// Where the project is saved.
    pub project_path: Option<PathBuf>,
    /// The project was written by a newer version and is not overwritten.
    pub read_only: bool,
    /// Whose timeline, by canonical name.
    pub subject: String,
    /// What was decided.
    pub ledger: Ledger,
    /// How many decisions match no event.
    pub n_unmatched: usize,
    /// The view that was saved with the project, as days since 1970-01-01 at both edges.
    pub kept_view: Option<(i32, i32)>,
    /// Counts up when another input is opened, and when its last visit is resumed.
    pub n_openings: u32,
    /// Decisions of the last visit that no project holds and that nobody took over yet.
    pub offered: Vec<Decision>,
    /// The event that the last visit had selected, until it is there.
    pub(super) awaited: Option<String>,
    /// How the timeline is arranged.
    pub arrangement: Arrangement,
    /// There are changes that are not saved.
    pub unsaved: bool,
    /// What is shown.
    pub filter: Filter,
    /// The filters that were kept, by name.
    pub kept_filters: Vec<NamedFilter>,
    /// The selected event's id.
    pub selected: Option<String>,
    /// Which of its quotes is chosen, from 0 in the event's own order.
    pub quote_index: usize,
    /// What is sought, and what was found.
    pub search: Search,
    /// The place in an article that is shown apart from any event.
    pub passage: Option<Passage>,
    /// Its quotes in the order of reading: the newest article's first.
    pub(super) quote_order: Vec<usize>,
    /// When the articles of the selected event can have been written, by path.
    pub(super) written: BTreeMap<String, Window>,
    /// The file that was last asked for as it was saved.
    pub as_saved: Option<AsSaved>,
    /// Counts up whenever the events, their review or the filter change.
    pub revision: u64,
    /// The articles by path.
    pub readings: BTreeMap<String, Arc<Reading>>,
    /// The leaders that have claims, with how many.
    pub leaders: BTreeMap<String, usize>,
    /// How many articles gave no claim.
    pub n_empty: usize,
    /// How many sentences were recognised and left out on purpose.
    pub n_left_out: usize,
    /// Files that could not be read.
    pub failures: Vec<FileFailure>,
    /// Files that are no articles, by kind.
    pub skipped: BTreeMap<String, usize>,
    /// How far reading is, while it goes on.
    pub progress: Option<Progress>,
    /// Reading was cancelled before its end.
    pub cancelled: bool,
    /// What the user is told.
    pub notices: Notices,
    /// What is remembered between runs.
    pub memory: Memory,
    /// What the last run remembered has been heard.
    pub(super) memory_known: bool,
    /// The latest day on which an article says that it was written.
    pub newest: Option<Day>,
    /// Why the desktop has no file dialog, once that is known.
    pub no_dialog: Option<String>,
    /// Open the last folder as soon as the memory is there.
    pub(super) opens_last: bool,
    pub(super) unknown_fields: serde_json::Map<String, serde_json::Value>,
    pub(super) reading_number: u32,
    pub(super) merge: MergeState,
    pub(super) events: Vec<Event>,
    pub(super) shown: Vec<usize>,
    pub(super) selected_index: Option<usize>,
    pub(super) counts: Counts,
    pub(super) sieve: Sieve,
    pub(super) past_filters: Vec<Filter>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            input: None,
            project_path: None,
            read_only: false,
            subject: DEFAULT_SUBJECT.to_owned(),
            ledger: Ledger::default(),
            n_unmatched: 0,
            kept_view: None,
            n_openings: 0,
            offered: Vec::new(),
            awaited: None,
            arrangement: Arrangement::default(),
            unsaved: false,
            filter: Filter::default(),
            kept_filters: Vec::new(),
            selected: None,
            quote_index: 0,
            search: Search::default(),
            passage: None,
            quote_order: Vec::new(),
            written: BTreeMap::new(),
            as_saved: None,
            revision: 0,
            readings: BTreeMap::new(),
            leaders: BTreeMap::new(),
            n_empty: 0,
            n_left_out: 0,
            failures: Vec::new(),
            skipped: BTreeMap::new(),
            progress: None,
            cancelled: false,
            notices: Notices::default(),
            memory: Memory::default(),
            memory_known: false,
            newest: None,
            no_dialog: None,
            opens_last: false,
            unknown_fields: serde_json::Map::new(),
            reading_number: 0,
            merge: MergeState::default(),
            events: Vec::new(),
            shown: Vec::new(),
            selected_index: None,
            counts: Counts::default(),
            sieve: Sieve::default(),
            past_filters: Vec::new(),
        }
    }
}

impl State {
    /// The state at the start, and what must be done first. `opens_last` opens the last folder, if any.
    pub fn start(opens_last: bool) -> (Self, Vec<Effect>) {
        (Self { opens_last, ..Self::default() }, vec![Effect::LoadMemory])
    }

    /// All events, sorted by start (undated last), then id.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The events that are shown, in the same order.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = &Event> + Clone {
        self.shown.iter().filter_map(|index| self.events.get(*index))
    }

    /// The indices of the events that are shown, in the same order.
    pub fn shown_indices(&self) -> &[usize] {
        &self.shown
    }

    /// How many events there are of each standing.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// An event by its id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// Whether `event` was planned for days that are past when the newest article was written.
    pub fn awaits_outcome(&self, event: &Event) -> bool {
        let is_plan = matches!(event.status, Status::Planned | Status::Speculated);
        let is_past = |last: Day| self.newest.is_some_and(|newest| newest > last);
        is_plan && event.days.end().is_some_and(is_past)
    }

    /// Where the selected event is among all events.
    pub fn selected_index(&self) -> Option<usize> {
        self.selected_index
    }

    /// The selected event.
    pub fn selected_event(&self) -> Option<&Event> {
        self.events.get(self.selected_index?)
    }

    /// Whether what the last run remembered is known.
    pub fn memory_is_known(&self) -> bool {
        self.memory_known
    }

    /// The folder or file that is read, if it is one.
    pub fn input_path(&self) -> Option<&Path> {
        match &self.input {
            Some(Input::Path(path)) => Some(path),
            Some(Input::Demo) | None => None,
        }
    }

    /// Carries out `action`, and says what the outside world must do for it.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::AskForFolder => vec![Effect::PickFolder],
            Action::AskForProject => vec![Effect::PickFile],
            Action::Open(path) => self.open(path),
            Action::OpenDemo => self.read(&Input::Demo),
            Action::Reload => self.input.clone().map_or_else(Vec::new, |input| self.reload(input)),
            Action::Close => self.close(),
            Action::CancelReading => vec![Effect::CancelReading],
            Action::ChooseSubject(name) => self.choose_subject(name),
            Action::Save | Action::SaveAs | Action::SaveTo(_) => self.save(action),
            Action::AskForSavePath { purpose, suggested } => {
                vec![Effect::PickSavePath { purpose, suggested }]
            }
            Action::Export { path, work } => vec![Effect::WriteExport { path, work }],
            Action::OpenOutside(what) => vec![Effect::OpenOutside(what)],
            Action::Set(_) | Action::KeepLayout(_) | Action::ForgetRecent => self.change_memory(action),
            Action::ShowAsSaved(file) => self.input.clone().map_or_else(Vec::new, |input| {
                self.as_saved = None;
                vec![Effect::ReadAsSaved { input, file }]
            }),
            Action::AnswerOffer(takes_over) => self.answer_offer(takes_over),
            Action::Decide { .. } | Action::Undo | Action::Redo => {
                self.steer(action);
                self.keep_session().into_iter().collect()
            }
            Action::Leave => self.keep_session().into_iter().chain(self.save_memory()).collect(),
            Action::Answer(answer) => self.hear(answer),
            action => {
                self.steer(action);
                Vec::new()
            }
        }
    }

    /// Actions that ask nothing of the outside world.
    fn steer(&mut self, action: Action) {
        match action {
            Action::Select(id) => self.select(id),
            Action::SelectNext => self.step_selection(true),
            Action::SelectPrevious => self.step_selection(false),
            Action::SelectFirst | Action::SelectLast => {
                self.select_end(matches!(action, Action::SelectLast));
            }
            Action::ChooseQuote(index) => self.quote_index = index,
            Action::NextQuote => self.step_quote(true),
            Action::PreviousQuote => self.step_quote(false),
            Action::Decide { event, verdict } => self.decide(&event, verdict),
            Action::Undo => {
                let undone = self.ledger.undo();
                self.ledger_moved(undone, "Undone");
            }
            Action::Redo => {
                let redone = self.ledger.redo();
                self.ledger_moved(redone, "Done again");
            }
            Action::Search(text) => {
                self.search.ask(text);
                self.search_on();
            }
            Action::SearchOn => self.search_on(),
            Action::GoToHit(number) => self.go_to_hit(number),
            Action::StepHit(forward) => self.step_hit(forward),
            Action::ShowPassage(passage) => self.passage = passage,
            Action::KeepView(view) => self.kept_view = view,
            Action::Tell(text) => self.notices.done(text),
            Action::Arrange(arrangement) => self.arrangement = arrangement,
            Action::DismissNotice(number) => self.notices.dismiss(number),
            action => self.steer_filter(action),
        }
    }

    fn change_memory(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Set(setting) => self.memory.settings.apply(setting),
            Action::KeepLayout(layout) => self.memory.layout = layout,
            Action::ForgetRecent => self.memory.recent.clear(),
            _ => {}
        }
        self.save_memory().into_iter().collect()
    }

    /// Remembers recent folders and settings; not before the last run's are known, or they would be lost.
    pub(super) fn save_memory(&self) -> Option<Effect> {
        self.memory_known.then(|| Effect::SaveMemory(self.memory.to_bytes()))
    }

    fn choose_subject(&mut self, name: String) -> Vec<Effect> {
        if name == self.subject {
            return Vec::new();
        }
        self.subject = name;
        self.unsaved = self.project_path.is_some();
        self.select(None);
        self.ask_for_merge()
    }

    fn decide(&mut self, id: &str, verdict: Option<Verdict>) {
        let Some(event) = self.events.iter().find(|event| event.id == id) else { return };
        let name = event.name.clone();
        if self.ledger.decide(event, verdict) {
            let done = match verdict {
                Some(Verdict::Confirm) => "Confirmed",
                Some(Verdict::Reject) => "Rejected",
                None => "Decision revoked",
            };
            self.ledger_moved(Some(name), done);
        }
    }

    fn ledger_moved(&mut self, about: Option<String>, done: &str) {
        let Some(about) = about else { return };
        self.notices.done(format!("{done}: {about}"));
        self.review_again();
    }

    /// The ledger has changed.
    pub(super) fn review_again(&mut self) {
        self.unsaved = true;
        self.n_unmatched = ledger::review(&mut self.events, self.ledger.decisions());
        self.sieve.forget_facet(Facet::Review);
        self.revision += 1;
        self.index();
    }

    pub(super) fn set_events(&mut self, mut events: Vec<Event>) {
        self.n_unmatched = ledger::review(&mut events, self.ledger.decisions());
        self.events = events;
        self.sieve.forget();
        self.search.forget_events();
        self.revision += 1;
        if self.selected.as_deref().is_some_and(|id| self.event(id).is_none()) {
            self.select(None);
        }
        self.index();
        self.select_awaited();
    }

    /// Forgets everything that hangs on what was open.
    pub(super) fn forget(&mut self) {
        let fresh = Self {
            subject: self.subject.clone(),
            notices: std::mem::take(&mut self.notices),
            memory: std::mem::take(&mut self.memory),
            memory_known: self.memory_known,
            no_dialog: self.no_dialog.take(),
            reading_number: self.reading_number + 1,
            n_openings: self.n_openings + 1,
            revision: self.revision + 1,
            // What is merged now is stale; its answer is told by its number.
            merge: MergeState { number: self.merge.number + 1, ..MergeState::default() },
            ..Self::default()
        };
        *self = fresh;
    }
}
