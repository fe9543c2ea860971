//! The evidence panel: what an event says, why it is dated so, its quotes, and the article itself.

use eframe::egui::{self, RichText, Ui};

use super::{
    actions::Actions, article_pane::ArticlePane, commands::Command, facts, places, quotes, reader::Reader,
    say, style,
};
use crate::{
    model::{Event, Review},
    project::{Action, State},
    timeline::{self, MarkFill, MarkKind},
};

/// The panel at the right.
#[derive(Debug, Default)]
pub(super) struct EvidencePanel {
    article: ArticlePane,
    /// An article apart from any event.
    reader: Reader,
    /// The chosen quote's card wants the keyboard.
    wants_focus: bool,
}

impl EvidencePanel {
    /// Gives the chosen quote's card the keyboard, so that Tab goes on from there.
    pub(super) fn focus_quote(&mut self) {
        self.wants_focus = true;
    }

    /// Switches what is shown of the article.
    pub(super) fn toggle(&mut self, command: Command) {
        self.article.toggle(command);
    }

    /// Draws the panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let frame = egui::Frame::new().fill(ui.visuals().panel_fill);
        let room = ui.available_width();
        // Hints are worth no room where there is little.
        if state.selected_event().is_none() && room < NARROW_PX {
            return;
        }
        let default = 400.0_f32.min(room * 0.46);
        let response = egui::Panel::right(places::salt(ui.ctx(), state, "evidence"))
            .frame(frame)
            .resizable(true)
            .default_size(places::size(state, "evidence", default))
            .size_range(default.min(300.0)..=(room * 0.6).max(300.0))
            .show(ui, |ui| {
                ui.take_available_width();
                let passage = state.passage.as_ref();
                if passage.is_some_and(|passage| self.reader.ui(ui, passage, state, actions)) {
                    return;
                }
                match state.selected_event() {
                    Some(event) => self.event(ui, event, state, actions),
                    None => nothing(ui, state),
                }
            });
        places::note(ui.ctx(), "evidence", response.response.rect.width());
    }

    fn event(&mut self, ui: &mut Ui, event: &Event, state: &State, actions: &Actions) {
        // Where there is little room, one scrolling column holds everything.
        if ui.available_height() < LOW_PX {
            let wants_focus = std::mem::take(&mut self.wants_focus);
            let height = ui.available_height();
            egui::ScrollArea::vertical().id_salt(("all", &event.id)).auto_shrink([false, false]).show(
                ui,
                |ui| {
                    padded(ui, |ui| {
                        head(ui, event, state, actions);
                        parts(ui, event, state, (actions, wants_focus));
                    });
                    ui.separator();
                    let size = egui::vec2(ui.available_width(), height * 0.9);
                    ui.allocate_ui(size, |ui| padded(ui, |ui| self.article.ui(ui, state, actions)));
                },
            );
            return;
        }
        self.article_below(ui, state, actions);
        egui::Panel::top("event").frame(egui::Frame::new().inner_margin(margin())).show(ui, |ui| {
            head(ui, event, state, actions);
        });
        let wants_focus = std::mem::take(&mut self.wants_focus);
        egui::CentralPanel::default_margins().frame(egui::Frame::new()).show(ui, |ui| {
            egui::ScrollArea::vertical()
                .id_salt(("facts", &event.id))
                .auto_shrink([false, false])
                .show(ui, |ui| padded(ui, |ui| parts(ui, event, state, (actions, wants_focus))));
        });
    }

    fn article_below(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let height = ui.available_height();
        let response = egui::Panel::bottom(places::salt(ui.ctx(), state, "article"))
            .frame(egui::Frame::new().fill(ui.visuals().extreme_bg_color).inner_margin(margin()))
            .resizable(true)
            .default_size(places::size(state, "article", height * 0.44))
            .size_range(120.0..=(height - 160.0).max(121.0))
            .show(ui, |ui| {
                // A panel shrinks to what is in it, and a file that is being read is one line.
                ui.take_available_height();
                self.article.ui(ui, state, actions);
            });
        places::note(ui.ctx(), "article", response.response.rect.height());
    }
}

/// Under this height the panel is one scrolling column.
const LOW_PX: f32 = 420.0;
/// Under this width of the window the panel is there only while it has something to show.
const NARROW_PX: f32 = 900.0;

/// Facts, quotes and reasons, one under the other.
fn parts(ui: &mut Ui, event: &Event, state: &State, (actions, wants_focus): (&Actions, bool)) {
    facts::ui(ui, event, state, actions);
    quotes::ui(ui, event, state, (actions, wants_focus));
    facts::reasons(ui, event);
}

fn padded(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    egui::Frame::new().inner_margin(margin()).show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        add(ui);
    });
}

fn margin() -> egui::Margin {
    egui::Margin { left: 16, right: 12, top: 10, bottom: 8 }
}

/// Name, kind and date of the event, and what a person can do about it.
fn head(ui: &mut Ui, event: &Event, state: &State, actions: &Actions) {
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
                let line = format!(
                    "{}, {}",
                    say::capitalised(say::participation(event)),
                    say::when(event, style::dates(ui.ctx()))
                );
                ui.add(egui::Label::new(RichText::new(line).size(14.5)).wrap());
            });
        });
    });
    ui.add_space(4.0);
    review(ui, event, state, actions);
}

fn review(ui: &mut Ui, event: &Event, state: &State, actions: &Actions) {
    let palette = style::palette(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        if event.review == Review::Unreviewed {
            command(ui, "Confirm", Command::Confirm, actions);
            command(ui, "Reject", Command::Reject, actions);
        } else {
            let ink = if event.review == Review::Rejected { palette.error } else { palette.confirmed };
            let text = RichText::new(say::capitalised(say::review(event.review))).color(style::colour(ink));
            ui.label(text.font(style::bold(14.0)));
            command(ui, "Revoke", Command::Revoke, actions);
        }
        command(ui, "Copy citation", Command::CopyCitation, actions);
    });
    let warnings = [
        (
            event.held && event.review == Review::Unreviewed,
            "Held back",
            "Its evidence is too weak to be drawn as fact, until you confirm it",
        ),
        (
            state.awaits_outcome(event),
            "Outcome not in these articles",
            "It was planned for a day that is past, and no article tells what came of it",
        ),
    ];
    for (_, words, tip) in warnings.into_iter().filter(|(is_so, ..)| *is_so) {
        ui.label(RichText::new(words).color(style::colour(palette.warning))).on_hover_text(tip);
    }
}

/// A button that runs a command.
fn command(ui: &mut Ui, text: &str, command: Command, actions: &Actions) {
    let key = command.shortcut().map(|key| format!(" ({})", ui.ctx().format_shortcut(&key)));
    let tip = format!("{}{}", command.tip(), key.unwrap_or_default());
    if ui.button(text).on_hover_text(tip).clicked() {
        actions.run(command);
    }
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
