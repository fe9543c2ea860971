//! The lists at the bottom: articles, unreadable files, articles that gave nothing, and what was left out.

use super::{actions::Actions, places, say, style, table::Table};
use crate::{
    model::LeftOutReason,
    project::{Action, Outside, State, analyse::Reading},
    timeline::dates::Format,
};
use eframe::egui;

/// Which list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// The events that are shown.
    #[default]
    Table,
    /// All articles.
    Articles,
    /// Articles without any claim, and why.
    Empty,
    /// What was recognised and left out on purpose.
    LeftOut,
    /// Files that could not be read.
    Unreadable,
}

/// The panel of lists.
#[derive(Debug, Default)]
pub(super) struct ArticlesPanel {
    open: bool,
    tab: Tab,
    /// The table of events.
    pub(super) table: Table,
}

/// One line of a list.
struct Row {
    file: String,
    what: String,
    why: String,
}

impl ArticlesPanel {
    /// Shows one of the lists.
    pub(super) fn show(&mut self, tab: Tab) {
        self.open = !(self.open && self.tab == tab);
        self.tab = tab;
    }

    /// Whether one of the lists is shown.
    pub(super) fn shows(&self, tab: Tab) -> bool {
        self.open && self.tab == tab
    }

    /// Opens the panel at one of the lists.
    pub(super) fn open(&mut self, tab: Tab) {
        (self.open, self.tab) = (true, tab);
    }

    /// Draws the panel, if it is open.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, state: &State, actions: &Actions) {
        if !self.open {
            return;
        }
        let frame = egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(egui::Margin {
            left: 12,
            right: 12,
            top: 8,
            bottom: 4,
        });
        let default = (ui.available_height() * 0.36).clamp(200.0, 420.0);
        let response = egui::Panel::bottom(places::salt(ui.ctx(), state, "articles"))
            .frame(frame)
            .resizable(true)
            .default_size(places::size(state, "articles", default))
            .min_size(120.0)
            .show(ui, |ui| {
                self.tabs(ui, state);
                ui.add_space(2.0);
                if self.tab == Tab::Table {
                    self.table.ui(ui, state, actions);
                } else {
                    list(ui, self.tab, &rows(self.tab, state), (state, actions));
                }
            });
        places::note(ui.ctx(), "articles", response.response.rect.height());
    }

    fn tabs(&mut self, ui: &mut egui::Ui, state: &State) {
        let size = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button("Close").clicked() {
                self.open = false;
            }
            let tip = "Copies the rows as they stand, for a spreadsheet";
            if self.tab == Tab::Table && ui.button("Copy as CSV").on_hover_text(tip).clicked() {
                let csv = self.table.csv(state);
                ui.ctx().copy_text(csv);
            }
            let left = egui::Layout::left_to_right(egui::Align::Center);
            ui.with_layout(left, |ui| {
                let area = egui::ScrollArea::horizontal().id_salt("tabs");
                area.show(ui, |ui| self.names(ui, state));
            });
        });
    }

    fn names(&mut self, ui: &mut egui::Ui, state: &State) {
        ui.horizontal(|ui| {
            for (tab, name, n) in [
                (Tab::Table, "Events", state.counts().shown),
                (Tab::Articles, "Articles", state.readings.len()),
                (Tab::Empty, "Gave nothing", state.n_empty),
                (Tab::LeftOut, "Left out on purpose", state.n_left_out),
                (Tab::Unreadable, "Unreadable", state.failures.len()),
            ] {
                let text = format!("{name} {}", say::grouped(n));
                if ui.selectable_label(self.tab == tab, text).clicked() {
                    self.tab = tab;
                }
            }
        });
    }
}

fn list(ui: &mut egui::Ui, tab: Tab, rows: &[Row], (state, actions): (&State, &Actions)) {
    if rows.is_empty() {
        ui.add_space(16.0);
        ui.vertical_centered(|ui| ui.label(egui::RichText::new(nothing(tab)).weak()));
        return;
    }
    let height = ui.text_style_height(&egui::TextStyle::Body) + 4.0;
    egui::ScrollArea::vertical().id_salt(("articles", tab as u8)).auto_shrink([false, false]).show_rows(
        ui,
        height,
        rows.len(),
        |ui, range| {
            for (index, row) in rows.iter().enumerate().skip(range.start).take(range.len()) {
                ui.push_id(index, |ui| line(ui, row, height, (state, actions)));
            }
        },
    );
}

fn line(ui: &mut egui::Ui, row: &Row, height: f32, (state, actions): (&State, &Actions)) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let width = ui.available_width();
    ui.horizontal(|ui| {
        ui.set_height(height);
        let cell = |ui: &mut egui::Ui, share: f32, text: egui::RichText, hover: &str| {
            let size = egui::vec2(width * share - 8.0, height);
            let layout = egui::Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_width(size.x);
                ui.add(egui::Label::new(text).truncate()).on_hover_text(hover);
            });
        };
        let size = egui::vec2(width * 0.26 - 8.0, height);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_width(size.x);
            let link = ui.add(egui::Label::new(&row.file).truncate().sense(egui::Sense::click()));
            let link = link.on_hover_cursor(egui::CursorIcon::PointingHand);
            if link.on_hover_text(format!("Open {} outside", row.file)).clicked()
                && let Some(input) = &state.input
            {
                let what = Outside::Article { input: input.clone(), file: row.file.clone() };
                actions.push(Action::OpenOutside(what));
            }
        });
        cell(ui, 0.42, egui::RichText::new(&row.what), &row.what);
        cell(ui, 0.31, egui::RichText::new(&row.why).color(muted), &row.why);
    });
}

fn nothing(tab: Tab) -> &'static str {
    match tab {
        Tab::Table => "No event yet",
        Tab::Articles => "No article was read yet",
        Tab::Empty => "Every article says something of some leader",
        Tab::LeftOut => "Nothing was left out",
        Tab::Unreadable => "Every file could be read",
    }
}

fn rows(tab: Tab, state: &State) -> Vec<Row> {
    let dates = state.memory.settings.dates;
    match tab {
        Tab::Table => Vec::new(),
        Tab::Articles => state.readings.values().map(|reading| article_row(reading, dates)).collect(),
        Tab::Empty => state
            .readings
            .values()
            .filter(|reading| reading.extraction.claims.is_empty())
            .map(|reading| Row { why: why_empty(reading), ..article_row(reading, dates) })
            .collect(),
        Tab::LeftOut => state.readings.values().flat_map(|reading| left_out_rows(reading)).collect(),
        Tab::Unreadable => state
            .failures
            .iter()
            .map(|failure| Row {
                file: failure.file.clone(),
                what: say::capitalised(&failure.reason),
                why: failure.advice.clone(),
            })
            .collect(),
    }
}

fn article_row(reading: &Reading, dates: Format) -> Row {
    let article = &reading.article;
    let date = article
        .published
        .map_or_else(|| "no date stated".to_owned(), |published| dates.long_day(published.day));
    let n_claims = say::count(reading.extraction.claims.len(), "statement", "statements");
    Row {
        file: article.file.clone(),
        what: article.title.clone().unwrap_or_else(|| "Without a title".to_owned()),
        why: format!("{date}, {}, {n_claims}", article.language),
    }
}

fn why_empty(reading: &Reading) -> String {
    let doubts = reading.extraction.doubts.iter().chain(&reading.article.doubts);
    let messages: Vec<&str> = doubts.map(|doubt| doubt.message.as_str()).collect();
    if messages.is_empty() { "names no leader and no summit".to_owned() } else { messages.join("; ") }
}

fn left_out_rows(reading: &Reading) -> impl Iterator<Item = Row> {
    reading.extraction.left_out.iter().map(|left_out| Row {
        file: reading.article.file.clone(),
        what: left_out.span.of(&reading.article.text).split_whitespace().collect::<Vec<_>>().join(" "),
        why: why_left_out(left_out.reason).to_owned(),
    })
}

/// Why something that was recognised gives no event.
pub(super) fn why_left_out(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Minister => "a minister or an envoy, not a leader",
        LeftOutReason::Former => "a former leader, or not in office yet",
        LeftOutReason::Message => "a greeting, a letter or a message",
        LeftOutReason::Invitation => "an invitation that nobody accepted yet",
        LeftOutReason::Total => "a total",
        LeftOutReason::Counterfactual => "it did not come to pass",
        LeftOutReason::Generic => "a question, a general truth or a list of members",
        LeftOutReason::OtherFormat => "an occasion of another format",
        LeftOutReason::Boilerplate => "not part of the article itself",
        LeftOutReason::Unresolved => "nobody could say who or which summit is meant",
    }
}
