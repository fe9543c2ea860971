//! An article apart from any event: where a search leads that found words which are no evidence.

use eframe::egui::{self, RichText, Ui};

use super::{
    actions::Actions,
    article_view::{ArticleView, Shown},
    style,
};
use crate::{
    model::{Article, Evidence, Grade, Participation, Status},
    project::{Action, Outside, Passage, State},
};

/// The reader, in the place of the evidence.
#[derive(Debug, Default)]
pub(super) struct Reader {
    view: ArticleView,
}

impl Reader {
    /// Draws the article of `passage`; returns whether there is one.
    pub(super) fn ui(&mut self, ui: &mut Ui, passage: &Passage, state: &State, actions: &Actions) -> bool {
        let Some(reading) = state.readings.get(&passage.file) else { return false };
        let article = &reading.article;
        let margin = egui::Margin { left: 16, right: 12, top: 10, bottom: 8 };
        egui::Panel::top("reader head").frame(egui::Frame::new().inner_margin(margin)).show(ui, |ui| {
            head(ui, article, state, actions);
        });
        let frame = egui::Frame::new().fill(ui.visuals().extreme_bg_color).inner_margin(margin);
        egui::CentralPanel::default_margins().frame(frame).show(ui, |ui| {
            let chosen = quote(article, passage);
            self.view.ui(ui, &Shown { article, chosen: &chosen, others: &[], repairs: false });
        });
        true
    }
}

fn head(ui: &mut Ui, article: &Article, state: &State, actions: &Actions) {
    ui.horizontal_top(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
            let close = egui::Button::new("Close").frame_when_inactive(false);
            if ui.add(close).on_hover_text("Closes the article (Escape)").clicked() {
                actions.push(Action::ShowPassage(None));
            }
            if ui.button("Open file").on_hover_text("Opens the article as saved, outside").clicked()
                && let Some(input) = &state.input
            {
                let what = Outside::Article { input: input.clone(), file: article.file.clone() };
                actions.push(Action::OpenOutside(what));
            }
            ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
                let title = article.title.as_deref().unwrap_or(&article.file);
                ui.add(egui::Label::new(RichText::new(title).font(style::bold(15.0))).wrap());
                let muted = style::colour(style::palette(ui.ctx()).text_muted);
                let date = article.published.map_or_else(
                    || "no date stated".to_owned(),
                    |published| crate::timeline::dates::long_day(published.day),
                );
                let line = format!("{}, {date}", article.file);
                ui.add(egui::Label::new(RichText::new(line).small().color(muted)).truncate());
            });
        });
    });
}

/// The words that were found, as the text view wants the quote that it shows.
fn quote(article: &Article, passage: &Passage) -> Evidence {
    Evidence {
        claim: String::new(),
        article: article.hash.clone(),
        source: article.hash.clone(),
        file: article.file.clone(),
        title: article.title.clone(),
        published: article.published.map(|published| published.day),
        url: article.url.clone(),
        quote: String::new(),
        prefix: String::new(),
        suffix: String::new(),
        start: passage.start,
        end: passage.end,
        language: article.language.clone(),
        participation: Participation::Attended,
        status: Status::Happened,
        grade: Grade::Body,
        speaker: None,
        trigger: String::new(),
        rule: String::new(),
    }
}
