//! The window as a whole: hears the outside world, lays out its parts, carries out what they want.

use eframe::egui;
use std::{collections::VecDeque, sync::mpsc::TrySendError};

use super::{
    Initial, Port,
    actions::{Actions, Wish},
    articles::ArticlesPanel,
    closing::{Closing, Waiting},
    commands::{self, Command},
    evidence::EvidencePanel,
    export_dialog::ExportDialog,
    header::Header,
    menu,
    path_dialog::PathDialog,
    status_bar, style,
    timeline::TimelinePanel,
    toasts::Toasts,
    welcome::Welcome,
    windows::Windows,
};
use crate::{
    export::citation,
    project::{Action, Answer, Effect, SavePurpose, State},
};

/// How many answers are heard before a frame is drawn, so that a flood never holds the window up.
const MAX_ANSWERS: usize = 256;

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
    timeline: TimelinePanel,
    evidence: EvidencePanel,
    articles: ArticlesPanel,
    export: ExportDialog,
    toasts: Toasts,
    windows: Windows,
    closing: Closing,
    path: PathDialog,
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
            timeline: TimelinePanel::default(),
            evidence: EvidencePanel::default(),
            articles: ArticlesPanel::default(),
            export: ExportDialog::default(),
            toasts: Toasts::default(),
            windows: Windows::default(),
            title: String::new(),
            closing: Closing::default(),
            path: PathDialog::default(),
        }
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
        }
        ctx.request_repaint();
        self.send(ctx);
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.closing.watch(&ctx, &self.state);
        if wants_a_copy(&ctx) && self.state.selected_event().is_some() {
            self.actions.run(Command::CopyCitation);
        }
        if !self.export.is_open()
            && !self.windows.is_open()
            && !self.closing.is_open()
            && !self.path.is_open()
        {
            for command in commands::pressed(&ctx, &self.state) {
                self.actions.run(command);
            }
        }
        self.draw(ui);
        self.take_dropped(&ctx);
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
            status_bar::ui(ui, state, &mut self.articles, actions);
            self.articles.ui(ui, state, actions);
            self.evidence.ui(ui, state, actions);
            self.header.ui(ui, state, actions);
            self.timeline.ui(ui, state, actions);
        }
        let chart = self.timeline.chart_view();
        self.export.ui(ui.ctx(), state, chart, actions);
        self.windows.ui(ui.ctx());
        self.path.ui(ui.ctx(), actions);
        self.toasts.ui(ui.ctx(), state, actions);
    }

    fn hear(&mut self, answer: Answer) {
        if let Answer::SavePathPicked { purpose: SavePurpose::Png | SavePurpose::Svg, path: Some(path) } =
            &answer
        {
            self.export.path_picked(path);
        }
        if matches!(answer, Answer::NoDialog { .. }) {
            self.path.take_over(&self.state);
        }
        self.apply(Action::Answer(answer));
    }

    fn apply(&mut self, action: Action) {
        if matches!(action, Action::Save | Action::SaveAs) {
            self.carry_out(Action::KeepView(self.timeline.chosen_days()));
        }
        // What was picked in a dialog is opened as if it had been typed.
        let action = match action {
            Action::Answer(Answer::FolderPicked(Some(path)) | Answer::FilePicked(Some(path))) => {
                Action::Open(path)
            }
            action => action,
        };
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

    fn run(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::OpenFolder => self.apply(Action::AskForFolder),
            Command::OpenProject => self.apply(Action::AskForProject),
            Command::OpenDemo => self.apply(Action::OpenDemo),
            Command::Reload => self.apply(Action::Reload),
            Command::Save => self.apply(Action::Save),
            Command::SaveAs => self.apply(Action::SaveAs),
            Command::Close => self.apply(Action::Close),
            Command::Undo => self.apply(Action::Undo),
            Command::Redo => self.apply(Action::Redo),
            Command::NextEvent => self.apply(Action::SelectNext),
            Command::PreviousEvent => self.apply(Action::SelectPrevious),
            Command::NextQuote => self.apply(Action::NextQuote),
            Command::Deselect => self.apply(Action::Select(None)),
            Command::ToggleDark => self.apply(Action::SetDark(!self.state.memory.dark)),
            Command::LargerText => self.apply(Action::SetTextSize(self.state.memory.text_size + 10)),
            Command::SmallerText => {
                self.apply(Action::SetTextSize(self.state.memory.text_size.saturating_sub(10)));
            }
            Command::NormalText => self.apply(Action::SetTextSize(100)),
            Command::Confirm | Command::Reject | Command::Revoke => self.decide(command),
            Command::CopyCitation => {
                if let Some(event) = self.state.selected_event() {
                    ctx.copy_text(citation(event));
                }
            }
            Command::Export => self.export.open(&self.state),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::ZoomIn | Command::ZoomOut | Command::Fit | Command::FitSelection => {
                self.timeline.run(command, &self.state);
            }
            Command::ToggleArticles => self.articles.toggle(),
            Command::Keys | Command::About => self.windows.show(command),
        }
    }

    fn decide(&mut self, command: Command) {
        let Some(event) = self.state.selected.clone() else { return };
        let verdict = match command {
            Command::Confirm => Some(crate::model::Verdict::Confirm),
            Command::Reject => Some(crate::model::Verdict::Reject),
            _ => None,
        };
        self.apply(Action::Decide { event, verdict });
    }

    fn apply_settings(&self, ctx: &egui::Context) {
        let theme = if self.state.memory.dark { egui::Theme::Dark } else { egui::Theme::Light };
        if ctx.theme() != theme {
            ctx.set_theme(theme);
        }
        let zoom = self.state.memory.text_size as f32 / 100.0;
        if (ctx.zoom_factor() - zoom).abs() > 0.001 {
            ctx.set_zoom_factor(zoom);
        }
    }

    /// A folder or file dropped on the window is opened.
    fn take_dropped(&self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.actions.push(Action::Open(path));
        }
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

/// Ctrl+C where no text is selected and none is being typed.
fn wants_a_copy(ctx: &egui::Context) -> bool {
    let copies = ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy)));
    copies && !ctx.text_edit_focused() && !has_selected_text(ctx)
}

fn has_selected_text(ctx: &egui::Context) -> bool {
    ctx.plugin_opt::<egui::text_selection::LabelSelectionState>()
        .is_some_and(|labels| labels.lock().has_selection())
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }
}
