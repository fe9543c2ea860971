//! The evidence panel: what an event says, why it is dated so, its quotes, and the article itself.

use eframe::egui::{self, RichText, Ui};

use super::{
    actions::Actions,
    article_view::{ArticleView, Shown},
    commands::Command,
    facts, quotes, say, style,
};
use crate::{
    export::words,
    model::{DayRange, Event, Evidence, Review, Verdict, Window},
    project::{Action, Outside, State},
    resolve,
    timeline::{self, MarkFill, MarkKind, dates},
    world::World,
};

/// The panel at the right.
#[derive(Debug, Default)]
pub(super) struct EvidencePanel {
    article: ArticleView,
    repairs: bool,
    /// The other quotes of the article that is shown, and what they were looked up for.
    others: Vec<(usize, usize)>,
    others_of: Option<(u64, String, usize)>,
    /// When the article that is shown can have been written.
    window_of: Option<(String, Window)>,
}

impl EvidencePanel {
    /// Draws the panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let frame = egui::Frame::new().fill(ui.visuals().panel_fill);
        egui::Panel::right("evidence")
            .frame(frame)
            .resizable(true)
            .default_size(400.0)
            .size_range(300.0..=760.0)
            .show(ui, |ui| {
                ui.take_available_width();
                match state.selected_event() {
                    Some(event) => self.event(ui, event, state, actions),
                    None => nothing(ui, state),
                }
            });
    }

    fn event(&mut self, ui: &mut Ui, event: &Event, state: &State, actions: &Actions) {
        let chosen = event.evidence.get(state.quote_index).or_else(|| event.evidence.first());
        let article = chosen.and_then(|evidence| state.readings.get(&evidence.file));
        if let (Some(chosen), Some(reading)) = (chosen, article) {
            let height = ui.available_height();
            egui::Panel::bottom("article")
                .frame(egui::Frame::new().fill(ui.visuals().extreme_bg_color).inner_margin(margin()))
                .resizable(true)
                .default_size(height * 0.44)
                .size_range(120.0..=(height - 160.0).max(121.0))
                .show(ui, |ui| {
                    self.article_head(ui, chosen, (state, !reading.article.edits.is_empty()), actions);
                    let key = (state.revision, chosen.file.clone(), chosen.start);
                    if self.others_of.as_ref() != Some(&key) {
                        self.others = quotes::others(state, chosen);
                        self.others_of = Some(key);
                    }
                    let shown = Shown {
                        article: &reading.article,
                        chosen,
                        others: &self.others,
                        repairs: self.repairs,
                    };
                    self.article.ui(ui, &shown);
                });
        }
        egui::Panel::top("event").frame(egui::Frame::new().inner_margin(margin())).show(ui, |ui| {
            head(ui, event, actions);
        });
        egui::CentralPanel::default_margins().frame(egui::Frame::new()).show(ui, |ui| {
            egui::ScrollArea::vertical().id_salt(("facts", &event.id)).auto_shrink([false, false]).show(
                ui,
                |ui| {
                    egui::Frame::new().inner_margin(margin()).show(ui, |ui| {
                        ui.set_width(ui.available_width() - 8.0);
                        facts::ui(ui, event, state);
                        quotes::ui(ui, event, state, actions);
                        facts::reasons(ui, event);
                    });
                },
            );
        });
    }

    fn article_head(
        &mut self,
        ui: &mut Ui,
        chosen: &Evidence,
        (state, has_repairs): (&State, bool),
        actions: &Actions,
    ) {
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button("Open file").on_hover_text("Opens the article as saved, outside").clicked()
                    && let Some(input) = &state.input
                {
                    let what = Outside::Article { input: input.clone(), file: chosen.file.clone() };
                    actions.push(Action::OpenOutside(what));
                }
                open_address(ui, chosen, actions);
                if has_repairs {
                    ui.checkbox(&mut self.repairs, "Repairs")
                        .on_hover_text("Underlines the places where damaged characters were repaired");
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let name = RichText::new(&chosen.file).font(style::bold(13.0));
                    ui.add(egui::Label::new(name).truncate()).on_hover_text(&chosen.file);
                });
            });
        });
        self.written(ui, chosen, state);
        ui.add_space(4.0);
    }

    /// When the article can have been written, where it does not say so, and how that is known.
    fn written(&mut self, ui: &mut Ui, chosen: &Evidence, state: &State) {
        if chosen.published.is_some() {
            return;
        }
        if self.window_of.as_ref().is_none_or(|(file, _)| *file != chosen.file) {
            let Some(reading) = state.readings.get(&chosen.file) else { return };
            let window =
                resolve::window_with(&reading.extraction.facts, &reading.extraction.claims, World::builtin());
            self.window_of = Some((chosen.file.clone(), window));
        }
        let Some((_, window)) = &self.window_of else { return };
        if window.days == DayRange::ANY {
            return;
        }
        let muted = style::colour(style::palette(ui.ctx()).text_muted);
        let text = format!("Not dated; written {}, by what it says", dates::long(window.days));
        let label = egui::Label::new(RichText::new(text).small().color(muted)).truncate();
        ui.add(label).on_hover_ui(|ui| {
            ui.set_max_width(380.0);
            for line in words::window(window) {
                ui.add(egui::Label::new(line).wrap());
            }
        });
    }
}

fn open_address(ui: &mut Ui, chosen: &Evidence, actions: &Actions) {
    let Some(url) = chosen.url.as_ref().filter(|url| is_web(url)) else { return };
    let tip = format!("Opens {url} in your browser");
    if ui.button("Open address").on_hover_text(tip).clicked() {
        actions.push(Action::OpenOutside(Outside::Address(url.clone())));
    }
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn margin() -> egui::Margin {
    egui::Margin { left: 16, right: 12, top: 10, bottom: 8 }
}

/// Name, kind and date of the event, and what a person can do about it.
fn head(ui: &mut Ui, event: &Event, actions: &Actions) {
    ui.horizontal_top(|ui| {
        let (spot, _) = ui.allocate_exact_size(egui::vec2(22.0, 26.0), egui::Sense::empty());
        let at = timeline::point(spot.center().x - 2.0, spot.center().y + 1.0);
        let palette = style::palette(ui.ctx());
        let glyph = timeline::glyph(MarkKind::of(event), MarkFill::of(event.status), at, 8.0, palette);
        super::paint::shapes(ui.painter(), &mut glyph.iter().skip(1));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
            let close = egui::Button::new("Close").frame_when_inactive(false);
            if ui.add(close).on_hover_text("Closes the evidence (Escape)").clicked() {
                actions.push(Action::Select(None));
            }
            ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
                ui.add(egui::Label::new(RichText::new(&event.name).font(style::bold(18.0))).wrap());
                let line = format!("{}, {}", say::capitalised(say::participation(event)), say::when(event));
                ui.add(egui::Label::new(RichText::new(line).size(14.5)).wrap());
            });
        });
    });
    ui.add_space(4.0);
    review(ui, event, actions);
}

fn review(ui: &mut Ui, event: &Event, actions: &Actions) {
    let palette = style::palette(ui.ctx());
    ui.horizontal(|ui| {
        let decide = |verdict| Action::Decide { event: event.id.clone(), verdict };
        if event.review == Review::Unreviewed {
            if ui.button("Confirm").on_hover_text(format!("{} (A)", Command::Confirm.tip())).clicked() {
                actions.push(decide(Some(Verdict::Confirm)));
            }
            if ui.button("Reject").on_hover_text(format!("{} (R)", Command::Reject.tip())).clicked() {
                actions.push(decide(Some(Verdict::Reject)));
            }
        } else {
            let ink = if event.review == Review::Rejected { palette.error } else { palette.confirmed };
            let text = RichText::new(say::capitalised(say::review(event.review))).color(style::colour(ink));
            ui.label(text.font(style::bold(14.0)));
            if ui.button("Revoke").on_hover_text(Command::Revoke.tip()).clicked() {
                actions.push(decide(None));
            }
        }
        if ui.button("Copy citation").on_hover_text(Command::CopyCitation.tip()).clicked() {
            actions.run(Command::CopyCitation);
        }
        if event.held && event.review == Review::Unreviewed {
            ui.label(RichText::new("Held back").color(style::colour(palette.warning)))
                .on_hover_text("Its evidence is too weak to be drawn as fact, until you confirm it");
        }
    });
}

/// What stands here while nothing is selected.
fn nothing(ui: &mut Ui, state: &State) {
    egui::Frame::new().inner_margin(margin()).show(ui, |ui| {
        ui.add_space(6.0);
        ui.label(RichText::new("Evidence").font(style::bold(18.0)));
        ui.add_space(4.0);
        let muted = style::colour(style::palette(ui.ctx()).text_muted);
        let mut hints = vec![
            "Click a mark to read the sentence that it rests on, and why it is dated so.",
            "Wheel zooms at the pointer, drag moves through time, the right button zooms to a range.",
        ];
        if state.counts().shown > 0 {
            hints.push("The arrow keys step from event to event.");
        }
        hints.push("No mark does not mean that nothing happened: only that no article here says so.");
        for hint in hints {
            ui.add(egui::Label::new(RichText::new(hint).color(muted)).wrap());
            ui.add_space(4.0);
        }
    });
}
