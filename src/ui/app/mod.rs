//! The window as a whole: hears the outside world, lays out its parts, carries out what they want.

mod deeds;

use eframe::egui;
use std::{
    collections::{BTreeMap, VecDeque},
    sync::mpsc::TrySendError,
};

use super::{
    Initial, Port,
    actions::{Actions, Wish},
    articles::{ArticlesPanel, Tab},
    closing::{Closing, Waiting},
    dropping,
    evidence::EvidencePanel,
    export_dialog::ExportDialog,
    filter::FilterPanel,
    header::{Header, OpenParts},
    keys, menu, offer,
    palette::Palette,
    path_dialog::PathDialog,
    places::Places,
    status_bar::StatusBar,
    style,
    summary::SummaryPanel,
    timeline::TimelinePanel,
    toasts::Toasts,
    welcome::Welcome,
    windows::Windows,
};
use crate::project::{Action, Answer, Effect, Layout, SavePurpose, State};

/// How many answers are heard before a frame is drawn, so that a flood never holds the window up.
const MAX_ANSWERS: usize = 256;

/// The names by which it is remembered which parts were open.
const FILTER: &str = "filter";
const TABLE: &str = "table";
const ARTICLES: &str = "articles";
const SUMMARY: &str = "summary";

/// The window.
#[derive(Debug)]
pub struct App {
    state: State,
    port: Port,
    /// Effects that wait until the channel has room.
    waiting: VecDeque<Effect>,
    actions: Actions,
    welcome: Welcome,
    header: Header,
    filter: FilterPanel,
    timeline: TimelinePanel,
    summary: SummaryPanel,
    /// The summary stands where the timeline does.
    shows_summary: bool,
    evidence: EvidencePanel,
    articles: ArticlesPanel,
    export: ExportDialog,
    toasts: Toasts,
    windows: Windows,
    closing: Closing,
    path: PathDialog,
    palette: Palette,
    places: Places,
    /// What is open was made as it was left last time.
    is_arranged: bool,
    status_bar: StatusBar,
    /// What the title bar says.
    title: String,
}

impl App {
    /// A window that shows `initial` first.
    pub fn new(ctx: &egui::Context, port: Port, initial: Initial) -> Self {
        style::install(ctx);
        let (mut state, mut effects) = State::start(initial == Initial::Last);
        match initial {
            Initial::Last => {}
            Initial::Demo => effects.extend(state.apply(Action::OpenDemo)),
            Initial::Path(path) => effects.extend(state.apply(Action::Open(path))),
        }
        Self {
            state,
            port,
            waiting: effects.into(),
            actions: Actions::default(),
            welcome: Welcome::default(),
            header: Header::default(),
            filter: FilterPanel::default(),
            timeline: TimelinePanel::default(),
            summary: SummaryPanel::default(),
            shows_summary: false,
            evidence: EvidencePanel::default(),
            articles: ArticlesPanel::default(),
            export: ExportDialog::default(),
            toasts: Toasts::default(),
            windows: Windows::default(),
            title: String::new(),
            closing: Closing::default(),
            path: PathDialog::default(),
            palette: Palette::default(),
            places: Places::default(),
            is_arranged: false,
            status_bar: StatusBar::default(),
        }
    }

    /// Where the timeline's labels stand, for measuring: no two overlap.
    pub fn timeline_labels(&self) -> Vec<crate::timeline::Rect> {
        self.timeline.labels()
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Hears what the outside world answered since the last frame, and sends what waits.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for _ in 0..MAX_ANSWERS {
            let Ok(answer) = self.port.answers.try_recv() else {
                self.apply_settings(ctx);
                self.send(ctx);
                return;
            };
            self.hear(answer);
            self.arrange();
        }
        ctx.request_repaint();
        self.send(ctx);
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.closing.watch(&ctx, &self.state);
        if !self.asks_something() {
            self.articles.table.keys(&ctx, &self.state, &self.actions);
            for command in keys::pressed(&ctx, &self.state) {
                self.actions.run(command);
            }
        }
        self.draw(ui);
        dropping::ui(&ctx, &self.actions);
        self.places.ui(&ctx, &self.state, &self.actions);
        match self.closing.ui(&ctx, &self.state, &self.actions) {
            Some(Waiting::Quit) => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Some(Waiting::Action(action)) => self.carry_out(action),
            None => {}
        }
        for wish in self.actions.take() {
            // What it changes is seen in the next frame.
            ctx.request_repaint();
            match wish {
                Wish::Do(action) => self.apply(action),
                Wish::Run(command) => self.run(&ctx, command),
                Wish::List(tab) => self.articles.open(tab),
            }
        }
        self.apply_settings(&ctx);
        self.send(&ctx);
        self.name_window(&ctx);
    }

    /// Says in the title bar what is selected and what is open, for task switchers and screen readers.
    fn name_window(&mut self, ctx: &egui::Context) {
        let event = self.state.selected_event().map(|event| event.name.clone());
        let open = self.state.input.as_ref().map(|_| self.state.name());
        let title =
            event.into_iter().chain(open).chain(["Summitline".to_owned()]).collect::<Vec<_>>().join(" – ");
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        let (state, actions) = (&self.state, &self.actions);
        menu::ui(ui, state, actions);
        if state.input.is_none() {
            egui::CentralPanel::default_margins().show(ui, |ui| self.welcome.ui(ui, state, actions));
        } else {
            offer::ui(ui, state, actions);
            self.status_bar.ui(ui, state, &mut self.articles, actions);
            self.filter.ui(ui, state, actions);
            self.articles.ui(ui, state, actions);
            // The summary needs the width; the evidence comes as soon as there is any.
            if !self.shows_summary || state.selected.is_some() || state.passage.is_some() {
                self.evidence.ui(ui, state, actions);
            }
            let open = OpenParts {
                filter: self.filter.is_open(ui.ctx().content_rect().width()),
                table: self.articles.shows(Tab::Table),
                summary: self.shows_summary,
            };
            self.header.ui(ui, state, open, actions);
            if self.shows_summary {
                self.summary.ui(ui, state, actions);
            } else {
                self.timeline.ui(ui, state, actions);
            }
        }
        let chart = self.timeline.chart_view();
        self.export.ui(ui.ctx(), state, chart, actions);
        self.windows.ui(ui.ctx(), state, actions);
        self.palette.ui(ui.ctx(), state, actions);
        self.path.ui(ui.ctx(), actions);
        self.toasts.ui(ui.ctx(), state, actions);
    }

    /// Whether a dialog is open, which hears the keys alone.
    fn asks_something(&self) -> bool {
        self.export.is_open()
            || self.windows.is_open()
            || self.closing.is_open()
            || self.path.is_open()
            || self.palette.is_open()
    }

    /// Remembers what is open for the next visit; the window is about to close.
    pub fn leave(&mut self) {
        let layout = Layout { open: self.open_parts(), ..self.places.layout(&self.state) };
        self.carry_out(Action::KeepLayout(layout));
        self.apply(Action::Leave);
        while let Some(effect) = self.waiting.pop_front() {
            if self.port.effects.send(effect).is_err() {
                return;
            }
        }
    }

    /// Which parts were opened or closed, by name.
    fn open_parts(&self) -> BTreeMap<String, bool> {
        let mut open = self.state.memory.layout.open.clone();
        open.extend(self.filter.chosen().map(|is_open| (FILTER.to_owned(), is_open)));
        for (name, tab) in [(TABLE, Tab::Table), (ARTICLES, Tab::Articles)] {
            open.insert(name.to_owned(), self.articles.shows(tab));
        }
        open.insert(SUMMARY.to_owned(), self.shows_summary);
        open
    }

    /// Opens what was open last time, as soon as that is known; what the hand opened meanwhile stays.
    fn arrange(&mut self) {
        if self.is_arranged || !self.state.memory_is_known() {
            return;
        }
        self.is_arranged = true;
        let open = &self.state.memory.layout.open;
        let was_open = |name: &str| open.get(name).copied().unwrap_or(false);
        self.filter.restore(open.get(FILTER).copied());
        for (name, tab) in [(TABLE, Tab::Table), (ARTICLES, Tab::Articles)] {
            if was_open(name) {
                self.articles.open(tab);
            }
        }
        self.shows_summary |= was_open(SUMMARY);
    }

    fn hear(&mut self, answer: Answer) {
        let is_chart =
            |purpose: SavePurpose| matches!(purpose, SavePurpose::Png | SavePurpose::Svg | SavePurpose::Pdf);
        if let Answer::SavePathPicked { purpose, path: Some(path) } = &answer
            && is_chart(*purpose)
        {
            self.export.path_picked(path);
        }
        if matches!(answer, Answer::NoDialog { .. }) {
            self.path.take_over(&self.state);
        }
        self.apply(Action::Answer(answer));
    }

    fn apply(&mut self, action: Action) {
        // What was picked in a dialog is opened as if it had been typed.
        let action = match action {
            Action::Answer(Answer::FolderPicked(Some(path)) | Answer::FilePicked(Some(path))) => {
                Action::Open(path)
            }
            action => action,
        };
        if writes_the_view(&action) {
            self.carry_out(Action::KeepView(self.timeline.chosen_days()));
        }
        if let Some(action) = self.closing.let_through(action, &self.state) {
            self.carry_out(action);
        }
    }

    fn carry_out(&mut self, action: Action) {
        for effect in self.state.apply(action) {
            self.path.note(&effect, &self.state);
            self.waiting.push_back(effect);
        }
    }

    fn apply_settings(&self, ctx: &egui::Context) {
        style::apply(ctx, &self.state.memory.settings);
    }

    /// Sends effects without ever waiting; what the channel has no room for is sent later.
    fn send(&mut self, ctx: &egui::Context) {
        while let Some(effect) = self.waiting.pop_front() {
            match self.port.effects.try_send(effect) {
                Ok(()) => {}
                Err(TrySendError::Full(effect)) => {
                    self.waiting.push_front(effect);
                    ctx.request_repaint_after(std::time::Duration::from_millis(20));
                    return;
                }
                Err(TrySendError::Disconnected(_)) => {
                    self.waiting.clear();
                    return;
                }
            }
        }
    }
}

/// Whether the view's place is to be kept first: what is saved or left shows it again.
fn writes_the_view(action: &Action) -> bool {
    matches!(
        action,
        Action::Save
            | Action::SaveAs
            | Action::Open(_)
            | Action::OpenDemo
            | Action::Close
            | Action::ChooseSubject(_)
            | Action::Decide { .. }
            | Action::AnswerOffer(_)
            | Action::Leave
    )
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.leave();
    }
}
