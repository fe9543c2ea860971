//! What each command does: an action for the state, or something that a part of the window does itself.

use eframe::egui;

use super::App;
use crate::{
    export::citation,
    model::Verdict,
    project::{Action, Arrangement, Outside, Setting, State, ThemeChoice},
    ui::{articles::Tab, commands::Command, style},
};

impl App {
    /// Carries `command` out.
    pub(super) fn run(&mut self, ctx: &egui::Context, command: Command) {
        if let Some(action) = action_of(command, &self.state, style::is_dark(ctx)) {
            self.apply(action);
        }
        match command {
            Command::CopyCitation => self.copy_citation(ctx),
            Command::Export => self.export.open(&self.state),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::ZoomIn
            | Command::ZoomOut
            | Command::PanLeft
            | Command::PanRight
            | Command::Fit
            | Command::FitSelection
            | Command::ViewBack
            | Command::ViewForward
            | Command::LaneUp
            | Command::LaneDown => {
                if let Some(action) = self.timeline.run(command, &self.state) {
                    self.apply(action);
                }
            }
            Command::OpenQuote | Command::NextQuote | Command::PreviousQuote => self.evidence.focus_quote(),
            Command::ToggleRepairs | Command::ToggleAsSaved => self.evidence.toggle(command),
            Command::Search => self.filter.seek(),
            Command::ToggleFilter => self.filter.toggle(ctx.content_rect().width()),
            Command::ToggleTable => self.articles.show(Tab::Table),
            Command::ToggleSummary => self.shows_summary = !self.shows_summary,
            Command::ToggleArticles => self.articles.show(Tab::Articles),
            Command::ChooseLeader => self.header.choose_leader(),
            Command::Palette => self.palette.show(),
            Command::Keys | Command::About | Command::Messages | Command::Settings => {
                self.windows.show(command);
            }
            _ => {}
        }
    }

    fn copy_citation(&mut self, ctx: &egui::Context) {
        if let Some(event) = self.state.selected_event() {
            ctx.copy_text(citation(event));
            let name = event.name.clone();
            self.apply(Action::Tell(format!("Copied as a citation: {name}")));
        }
    }
}

/// What a command asks of the state; `None` for one that a part of the window carries out.
fn action_of(command: Command, state: &State, is_dark: bool) -> Option<Action> {
    let text_size = state.memory.settings.text_size;
    let size = |percent| Action::Set(Setting::TextSize(percent));
    match command {
        Command::OpenFolder => Some(Action::AskForFolder),
        Command::OpenProject => Some(Action::AskForProject),
        Command::OpenDemo => Some(Action::OpenDemo),
        Command::Reload => Some(Action::Reload),
        Command::CancelReading => Some(Action::CancelReading),
        Command::Save => Some(Action::Save),
        Command::SaveAs => Some(Action::SaveAs),
        Command::ForgetRecent => Some(Action::ForgetRecent),
        Command::Close => Some(Action::Close),
        Command::Undo => Some(Action::Undo),
        Command::Redo => Some(Action::Redo),
        Command::Confirm => decision(state, Some(Verdict::Confirm)),
        Command::Reject => decision(state, Some(Verdict::Reject)),
        Command::Revoke => decision(state, None),
        Command::NextEvent => Some(Action::SelectNext),
        Command::PreviousEvent => Some(Action::SelectPrevious),
        Command::FirstEvent => Some(Action::SelectFirst),
        Command::LastEvent => Some(Action::SelectLast),
        Command::ToggleSilent => {
            let silent = !state.arrangement.silent;
            Some(Action::Arrange(Arrangement { silent, ..state.arrangement }))
        }
        Command::ToggleFolds => {
            let folded = !state.arrangement.folded;
            Some(Action::Arrange(Arrangement { folded, ..state.arrangement }))
        }
        Command::NextQuote => Some(Action::NextQuote),
        Command::PreviousQuote => Some(Action::PreviousQuote),
        Command::Deselect if state.passage.is_some() => Some(Action::ShowPassage(None)),
        Command::Deselect => Some(Action::Select(None)),
        Command::ClearFilter => Some(Action::ClearFilters),
        Command::FilterBack => Some(Action::FilterBack),
        Command::OpenArticle => outside(state),
        Command::OpenAddress => {
            state.chosen_quote()?.url.clone().map(|url| Action::OpenOutside(Outside::Address(url)))
        }
        Command::ToggleDark => {
            let other = if is_dark { ThemeChoice::Light } else { ThemeChoice::Dark };
            Some(Action::Set(Setting::Theme(other)))
        }
        Command::LargerText => Some(size(text_size + 10)),
        Command::SmallerText => Some(size(text_size.saturating_sub(10))),
        Command::NormalText => Some(size(100)),
        _ => None,
    }
}

fn decision(state: &State, verdict: Option<Verdict>) -> Option<Action> {
    Some(Action::Decide { event: state.selected.clone()?, verdict })
}

fn outside(state: &State) -> Option<Action> {
    let (input, file) = (state.input.clone()?, state.chosen_quote()?.file.clone());
    Some(Action::OpenOutside(Outside::Article { input, file }))
}
