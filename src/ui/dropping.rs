//! A folder or file that is dropped on the window is opened; while it hovers, the window says so.

use eframe::egui::{self, Align2, FontId, Id, LayerId, Order};

use super::{actions::Actions, style};
use crate::project::Action;

/// Hears what is dropped, on the platforms that tell it.
pub(super) fn ui(ctx: &egui::Context, actions: &Actions) {
    let (hovers, dropped) = ctx.input(|input| {
        let dropped = input.raw.dropped_files.first().map(|file| file.path().to_owned());
        (!input.raw.hovered_files.is_empty(), dropped)
    });
    if let Some(path) = dropped {
        actions.push(Action::Open(path));
    } else if hovers {
        let palette = style::palette(ctx);
        let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("dropping")));
        let whole = ctx.content_rect();
        painter.rect_filled(whole, 0.0, style::colour(palette.background.with_alpha(215)));
        let ink = style::colour(palette.text);
        let words = "Drop a folder, an article or a project to open it";
        painter.text(whole.center(), Align2::CENTER_CENTER, words, FontId::proportional(20.0), ink);
    }
}
