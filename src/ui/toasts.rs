//! Short notices at the lower left that go away by themselves; troubles stay until they are closed.

use eframe::egui;
use std::collections::BTreeMap;

use super::{actions::Actions, style};
use crate::project::{Action, Notice, NoticeKind, State};

/// How long a notice stays, in seconds.
const SHOWN_SECONDS: f64 = 5.0;
/// How many are shown at once.
const N_SHOWN: usize = 3;

/// The notices on the screen.
#[derive(Debug, Default)]
pub(super) struct Toasts {
    /// When each was first drawn, in seconds of the window's own time.
    since: BTreeMap<u32, f64>,
}

impl Toasts {
    /// Draws the notices.
    pub(super) fn ui(&mut self, ctx: &egui::Context, state: &State, actions: &Actions) {
        let open: Vec<&Notice> = state.notices.open().collect();
        if open.is_empty() {
            self.since.clear();
            return;
        }
        let now = ctx.input(|input| input.time);
        egui::Area::new(egui::Id::unique("toasts"))
            .anchor(egui::Align2::LEFT_BOTTOM, egui::vec2(14.0, -44.0))
            .order(egui::Order::Foreground)
            .show(ctx, |ui| {
                for notice in open.iter().rev().take(N_SHOWN).rev() {
                    self.one(ui, notice, now, actions);
                }
            });
        for notice in open.iter().rev().skip(N_SHOWN) {
            actions.push(Action::DismissNotice(notice.number));
        }
    }

    fn one(&mut self, ui: &mut egui::Ui, notice: &Notice, now: f64, actions: &Actions) {
        let since = *self.since.entry(notice.number).or_insert(now);
        let left = SHOWN_SECONDS - (now - since);
        if notice.kind == NoticeKind::Done {
            if left <= 0.0 {
                actions.push(Action::DismissNotice(notice.number));
                return;
            }
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
        let palette = style::palette(ui.ctx());
        let edge = match notice.kind {
            NoticeKind::Done => palette.confirmed,
            NoticeKind::Trouble => palette.error,
        };
        egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_max_width(420.0);
            ui.horizontal_top(|ui| {
                let (dot, _) = ui.allocate_exact_size(egui::vec2(8.0, 20.0), egui::Sense::empty());
                ui.painter().circle_filled(dot.center(), 4.0, style::colour(edge));
                ui.vertical(|ui| words(ui, notice));
                if notice.kind == NoticeKind::Trouble && ui.button("Close").clicked() {
                    actions.push(Action::DismissNotice(notice.number));
                }
            });
        });
    }
}

fn words(ui: &mut egui::Ui, notice: &Notice) {
    ui.set_max_width(340.0);
    ui.add(egui::Label::new(&notice.text).wrap());
    if !notice.detail.is_empty() {
        ui.add(egui::Label::new(egui::RichText::new(&notice.detail).weak()).wrap());
    }
}
