//! Remembers how large the window and its panels are, once a person has dragged them.

use std::collections::BTreeMap;

use eframe::egui::{self, Context, Id, ViewportCommand};

use super::actions::Actions;
use crate::project::{Action, Layout, State};

/// The sizes of this frame's panels, by name.
type Sizes = BTreeMap<&'static str, u32>;

/// Watches the hand that drags edges.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The sizes when the pointer was pressed.
    at_press: Sizes,
    /// The window has been given the size that it had last time.
    is_restored: bool,
    /// The window's size of this frame, unless it fills the screen.
    window: Option<(u32, u32)>,
}

/// What identifies a panel: another one once the memory is there, and at another text size, so that it begins
/// at the size of last time, or at one that fits.
pub(super) fn salt(ctx: &Context, state: &State, name: &'static str) -> (&'static str, bool, u32) {
    (name, state.memory_is_known(), whole(ctx.zoom_factor() * 100.0))
}

/// The size that a panel begins with: as it was dragged last time, else `default`.
pub(super) fn size(state: &State, name: &str, default: f32) -> f32 {
    state.memory.layout.panels.get(name).map_or(default, |size| *size as f32)
}

/// Notes how large a panel is now, the way in which it can be dragged.
pub(super) fn note(ctx: &Context, name: &'static str, size: f32) {
    ctx.data_mut(|data| {
        data.get_temp_mut_or_default::<Sizes>(id()).insert(name, whole(size));
    });
}

fn id() -> Id {
    Id::unique("places")
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a screen has")]
fn whole(size: f32) -> u32 {
    size.round().clamp(0.0, 100_000.0) as u32
}

impl Places {
    /// The layout with the window's size, for the next run.
    pub(super) fn layout(&self, state: &State) -> Layout {
        Layout { window: self.window.or(state.memory.layout.window), ..state.memory.layout.clone() }
    }

    /// Keeps what the hand changed, when it lets go.
    pub(super) fn ui(&mut self, ctx: &Context, state: &State, actions: &Actions) {
        self.window = window_size(ctx);
        if state.memory_is_known() && !self.is_restored && zoom_is_settled(ctx, state) {
            self.is_restored = true;
            if let Some((width, height)) = state.memory.layout.window {
                let size = egui::vec2(width as f32, height as f32) / ctx.zoom_factor();
                ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
            }
        }
        let now: Sizes = ctx.data_mut(|data| data.get_temp(id())).unwrap_or_default();
        let (pressed, released) =
            ctx.input(|input| (input.pointer.any_pressed(), input.pointer.any_released()));
        if pressed {
            self.at_press.clone_from(&now);
        }
        if released && now != self.at_press {
            let mut layout = state.memory.layout.clone();
            let dragged = now
                .iter()
                .filter(|(name, size)| self.at_press.get(*name).is_some_and(|before| before != *size));
            layout.panels.extend(dragged.map(|(name, size)| ((*name).to_owned(), *size)));
            if layout != state.memory.layout {
                actions.push(Action::KeepLayout(layout));
            }
        }
    }
}

/// The window's size in points of normal text, unless it fills the screen.
fn window_size(ctx: &Context) -> Option<(u32, u32)> {
    let fills_screen = ctx.input(|input| {
        let viewport = input.viewport();
        viewport.maximized == Some(true) || viewport.fullscreen == Some(true)
    });
    let size = ctx.content_rect().size() * ctx.zoom_factor();
    (!fills_screen).then(|| (whole(size.x), whole(size.y)))
}

fn zoom_is_settled(ctx: &Context, state: &State) -> bool {
    (ctx.zoom_factor() - state.memory.settings.text_size as f32 / 100.0).abs() < 0.001
}
