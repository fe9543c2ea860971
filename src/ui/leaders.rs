//! The chooser of the leader: everybody in the register, those of whom these articles speak first.

use std::cmp::Reverse;

use eframe::egui::{self, Key, Modifiers, RichText, Ui};

use super::{actions::Actions, fuzzy, say, style};
use crate::{
    project::{Action, Known, State},
    world::World,
};

const ROW_PX: f32 = 26.0;
/// How many leaders are listed at once.
const N_ROWS: usize = 9;
/// How many series are named one by one.
const N_SERIES: usize = 8;

/// The chooser.
#[derive(Debug, Default)]
pub(super) struct Leaders {
    open: bool,
    sought: String,
    /// Which line is chosen, from 0.
    at: usize,
    /// What the calendar knows of the subject, and for which articles it was looked up.
    known: Option<((String, usize), Known)>,
}

impl Leaders {
    /// Opens it, with nothing typed.
    pub(super) fn show(&mut self) {
        self.open = true;
        self.sought.clear();
        self.at = 0;
    }

    /// Draws the button that says whose timeline is shown, and the list when it is open.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let name = RichText::new(&state.subject).font(style::bold(18.0));
        let button = egui::Button::new(name).right_text(RichText::new("change").weak().small());
        let response = ui.add(button.min_size(egui::vec2(210.0, 30.0)));
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Timeline of {}", state.subject))
        });
        if response.clicked() {
            if self.open { self.open = false } else { self.show() }
        }
        let response = response.on_hover_ui(|ui| {
            ui.label("Whose timeline is shown");
            self.calendar(ui, state);
        });
        let mut open = self.open;
        egui::Popup::from_response(&response)
            .open_bool(&mut open)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .width(360.0)
            .show(|ui| self.list(ui, state, actions));
        self.open &= open;
    }

    fn list(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        ui.set_min_width(360.0);
        let (down, up, enter) = ui.input_mut(|input| {
            (
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        self.field(ui);
        let found = found(&self.sought, state);
        self.at = (self.at + down).min(found.len().saturating_sub(1)).saturating_sub(up);
        let mut chosen = found.get(self.at).filter(|_| enter).map(|(name, _)| *name);
        if found.is_empty() {
            ui.label(RichText::new("The register knows no leader of that name").weak());
        }
        let height = (ui.ctx().content_rect().height() * 0.5).min(ROW_PX * N_ROWS as f32);
        let mut area = egui::ScrollArea::vertical().id_salt("leaders").max_height(height);
        if down + up > 0 {
            let row = ROW_PX + ui.spacing().item_spacing.y;
            area = area.vertical_scroll_offset((self.at as f32 * row - height / 2.0).max(0.0));
        }
        area.show_rows(ui, ROW_PX, found.len(), |ui, range| {
            for (index, (name, n_claims)) in found.iter().enumerate().skip(range.start).take(range.len()) {
                if row(ui, name, *n_claims, (index == self.at, *name == state.subject)) {
                    chosen = Some(*name);
                }
            }
        });
        ui.separator();
        self.calendar(ui, state);
        if let Some(name) = chosen {
            actions.push(Action::ChooseSubject(name.to_owned()));
            self.open = false;
        }
    }

    fn field(&mut self, ui: &mut Ui) {
        let field = egui::TextEdit::singleline(&mut self.sought)
            .hint_text("Search leaders")
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Search leaders"));
        if response.changed() {
            self.at = 0;
        }
        response.request_focus();
    }

    /// What the calendar knows of the subject's time in office.
    fn calendar(&mut self, ui: &mut Ui, state: &State) {
        let key = (state.subject.clone(), state.readings.len());
        if self.known.as_ref().is_none_or(|(of, _)| *of != key) {
            self.known = Some((key, state.known_of(&state.subject)));
        }
        let Some((_, known)) = &self.known else { return };
        ui.set_max_width(360.0);
        for line in in_words(known, &state.subject) {
            ui.add(egui::Label::new(RichText::new(line).weak().small()).wrap());
        }
    }
}

/// What the calendar knows, in sentences.
fn in_words(known: &Known, name: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let listed: Vec<String> =
        known.named.iter().take(N_SERIES).map(|(series, n)| format!("{series} {n}")).collect();
    if listed.is_empty() {
        lines.push(format!("These articles name no series of summits for {name} that the calendar knows"));
    } else {
        let more = known.named.len().saturating_sub(N_SERIES);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let listed = listed.join(", ");
        lines.push(format!("Editions in the calendar from the time in office of {name}: {listed}{more}"));
    }
    if !known.lacking.is_empty() {
        lines
            .push(format!("Named here, but not in the calendar for that time: {}", known.lacking.join(", ")));
    }
    let others = say::count(known.n_others, "other series has", "other series have");
    lines.push(format!(
        "{others} editions in that time. The calendar does not know who belongs to a series, and is fullest for \
         Russia: compare leaders with care"
    ));
    lines
}

/// Who fits what is typed, with how many statements: those of whom the articles speak first.
fn found<'a>(sought: &str, state: &'a State) -> Vec<(&'a str, usize)> {
    let register = World::builtin().register().leaders().iter().map(|leader| leader.name.as_str());
    let unknown = state.leaders.keys().map(String::as_str);
    let mut found: Vec<(Reverse<usize>, Reverse<i32>, &str)> = register
        .chain(unknown)
        .filter_map(|name| {
            let n_claims = state.leaders.get(name).copied().unwrap_or(0);
            let points = if sought.trim().is_empty() { 0 } else { fuzzy::fit(sought, name)? };
            Some((Reverse(n_claims), Reverse(points), name))
        })
        .collect();
    if sought.trim().is_empty() {
        found.sort_unstable();
    } else {
        found.sort_unstable_by_key(|(n_claims, points, name)| (n_claims.0 == 0, *points, *n_claims, *name));
    }
    found.dedup_by_key(|(_, _, name)| *name);
    found.into_iter().map(|(n_claims, _, name)| (name, n_claims.0)).collect()
}

fn row(ui: &mut Ui, name: &str, n_claims: usize, (is_at, is_subject): (bool, bool)) -> bool {
    let statements = match n_claims {
        0 => "not in these articles".to_owned(),
        n => say::count(n, "statement", "statements"),
    };
    let text = if is_subject { RichText::new(name).font(style::bold(14.0)) } else { RichText::new(name) };
    let button = egui::Button::selectable(is_at, text)
        .right_text(RichText::new(&statements).weak().small())
        .min_size(egui::vec2(ui.available_width(), ROW_PX));
    let response = ui.add(button);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, true, is_subject, format!("{name}, {statements}"))
    });
    response.clicked()
}
