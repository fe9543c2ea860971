//! Below the quotes: the article of the chosen one, its address, its repairs, and its file as saved.

use eframe::egui::{self, RichText, Ui};

use super::{
    actions::Actions,
    article_view::{ArticleView, Marked, Shown},
    as_saved_view::AsSavedView,
    commands::Command,
    style,
};
use crate::{
    export::words,
    model::{Article, DayRange, Evidence},
    project::{Action, State},
};

/// How high the list of repairs may be.
const REPAIRS_PX: f32 = 92.0;

/// The pane.
#[derive(Debug, Default)]
pub(super) struct ArticlePane {
    text: ArticleView,
    file: AsSavedView,
    repairs: bool,
    as_saved: bool,
    /// The other quotes of the article that is shown, and what they were looked up for.
    others: Vec<Marked>,
    others_of: Option<(u64, String, String, usize)>,
    /// The file that was asked for as it was saved.
    asked: Option<String>,
}

impl ArticlePane {
    /// Switches what is shown.
    pub(super) fn toggle(&mut self, command: Command) {
        match command {
            Command::ToggleRepairs => self.repairs = !self.repairs,
            _ => self.as_saved = !self.as_saved,
        }
    }

    /// Draws the article of the chosen quote.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let Some(chosen) = state.chosen_quote() else { return };
        let Some(reading) = state.readings.get(&chosen.file) else { return };
        head(ui, chosen, state);
        self.switches(ui, state, actions);
        ui.add_space(4.0);
        if self.as_saved {
            self.saved_file(ui, chosen, state, actions);
        } else {
            if self.repairs {
                repairs(ui, &reading.article);
            }
            self.look_up_others(state, chosen);
            let shown =
                Shown { article: &reading.article, chosen, others: &self.others, repairs: self.repairs };
            if let Some(marked) = self.text.ui(ui, &shown) {
                actions.push(Action::Select(Some(marked.event.clone())));
                actions.push(Action::ChooseQuote(marked.quote_index));
            }
        }
    }

    fn switches(&self, ui: &mut Ui, state: &State, actions: &Actions) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (text, is_on) in [("Text", !self.as_saved), ("As saved", self.as_saved)] {
                if ui.selectable_label(is_on, text).clicked() && !is_on {
                    actions.run(Command::ToggleAsSaved);
                }
            }
            if !self.as_saved && Command::ToggleRepairs.is_enabled(state) {
                let mut on = self.repairs;
                let tip = Command::ToggleRepairs.tip();
                let response = style::ticked(ui, |ui| ui.checkbox(&mut on, "Repairs"));
                if response.on_hover_text(tip).clicked() {
                    actions.run(Command::ToggleRepairs);
                }
            }
            for (text, command) in
                [("Open file", Command::OpenArticle), ("Open address", Command::OpenAddress)]
            {
                if command.is_enabled(state) && ui.button(text).on_hover_text(command.tip()).clicked() {
                    actions.run(command);
                }
            }
        });
    }

    fn saved_file(&mut self, ui: &mut Ui, chosen: &Evidence, state: &State, actions: &Actions) {
        if let Some(file) = state.as_saved.as_ref().filter(|file| file.file == chosen.file) {
            self.file.ui(ui, file, chosen);
            self.asked = None;
            return;
        }
        ui.label(RichText::new("Reading the file…").weak());
        // Asked once: a file that cannot be read says so in a notice.
        if self.asked.as_ref() != Some(&chosen.file) {
            self.asked = Some(chosen.file.clone());
            actions.push(Action::ShowAsSaved(chosen.file.clone()));
        }
    }

    fn look_up_others(&mut self, state: &State, chosen: &Evidence) {
        let event = state.selected.clone().unwrap_or_default();
        let key = (state.revision, event, chosen.file.clone(), chosen.start);
        if self.others_of.as_ref() != Some(&key) {
            self.others = others(state, chosen);
            self.others_of = Some(key);
        }
    }
}

/// Its file, when it was written, and its address in full.
fn head(ui: &mut Ui, chosen: &Evidence, state: &State) {
    let name = RichText::new(&chosen.file).font(style::bold(13.0));
    ui.add(egui::Label::new(name).truncate()).on_hover_text(&chosen.file);
    written(ui, chosen, state);
    if let Some(url) = &chosen.url {
        let muted = style::colour(style::palette(ui.ctx()).text_muted);
        let text = RichText::new(url).small().color(muted);
        let response = ui.add(egui::Label::new(text).wrap().selectable(true));
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("Saved from {url}")));
    }
}

/// Whether an address is one that the desktop's browser is asked to open.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// When the article can have been written, where it does not say so, and how that is known.
fn written(ui: &mut Ui, chosen: &Evidence, state: &State) {
    let dates = style::dates(ui.ctx());
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let (text, window) = match (chosen.published, state.written(&chosen.file)) {
        (Some(day), _) => (format!("Published on {}", dates.long_day(day)), None),
        (None, Some(window)) if window.days != DayRange::ANY => {
            (format!("Not dated; written {}, by what it says", dates.long(window.days)), Some(window))
        }
        (None, _) => ("Not dated, and nothing in it tells when it was written".to_owned(), None),
    };
    let response = ui.add(egui::Label::new(RichText::new(text).small().color(muted)).truncate());
    let Some(window) = window else { return };
    response.on_hover_ui(|ui| {
        ui.set_max_width(380.0);
        for line in words::window_dated(window, dates) {
            ui.add(egui::Label::new(line).wrap());
        }
    });
}

/// What was repaired: what stands in the text now, and what stood in the file.
fn repairs(ui: &mut Ui, article: &Article) {
    let height = ui.text_style_height(&egui::TextStyle::Small) + 2.0;
    let mut area = egui::ScrollArea::vertical().id_salt("repairs").auto_shrink([false, true]);
    area = area.max_height(REPAIRS_PX);
    area.show_rows(ui, height, article.edits.len(), |ui, range| {
        for edit in article.edits.iter().skip(range.start).take(range.len()) {
            let now = edit.span.of(&article.text);
            let guessed = if edit.lossy { ", from the context" } else { "" };
            let text = format!("“{}” was “{}” ({}{guessed})", shown(now), shown(&edit.was), edit.repair);
            ui.add(egui::Label::new(RichText::new(text).small()).truncate());
        }
    });
    ui.add_space(4.0);
}

/// White space and what has no shape, made visible.
fn shown(text: &str) -> String {
    text.chars()
        .map(|char| if char.is_whitespace() || char.is_control() { '\u{2423}' } else { char })
        .collect()
}

/// Where the other quotes of the chosen quote's article stand, of the selected event and all that are shown.
fn others(state: &State, chosen: &Evidence) -> Vec<Marked> {
    let mut others: Vec<Marked> = state
        .selected_event()
        .into_iter()
        .chain(state.shown())
        .flat_map(|event| {
            event.evidence.iter().enumerate().map(move |(index, evidence)| (event, index, evidence))
        })
        .filter(|(_, _, evidence)| evidence.file == chosen.file && evidence.start != chosen.start)
        .map(|(event, quote_index, evidence)| Marked {
            range: (evidence.start, evidence.end),
            event: event.id.clone(),
            quote_index,
        })
        .collect();
    others.sort_by_key(|marked| marked.range);
    others.dedup_by_key(|marked| marked.range);
    others
}
