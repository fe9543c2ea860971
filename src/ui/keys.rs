//! Which commands' keys were pressed; no key steals from a text field or from a focused button.

use eframe::egui::{self, FocusDirection, InputState, Key, KeyboardShortcut, Modifiers};

use super::{commands::Command, overview};
use crate::project::State;

/// The commands whose keys were pressed, taken out of the input so that nothing else hears them.
pub(super) fn pressed(ctx: &egui::Context, state: &State) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused().is_some());
    let mut with_keys: Vec<_> =
        Command::all().flat_map(|command| command.keys().iter().map(move |key| (command, *key))).collect();
    // Ctrl+Shift+Z before Ctrl+Z: the looser one would take both.
    with_keys.sort_by_key(|(_, key)| !key.modifiers.shift);
    // A key of a command that cannot act now is left for others: Tab and Enter above all.
    with_keys.retain(|(command, key)| is_free(*command, key, (typing, focused)) && command.is_enabled(state));
    if overview::has_focus(ctx) {
        // There the arrows move the visible time.
        with_keys.retain(|(_, key)| !is_arrow(key.logical_key));
    }
    let heard = |input: &mut InputState| {
        with_keys
            .iter()
            .filter(|(_, key)| is_pressed(input, key))
            .map(|(command, _)| *command)
            .collect::<Vec<_>>()
    };
    let mut commands = ctx.input_mut(heard);
    if !typing && state.input.is_some() && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::A)) {
        // Nothing is selected that it could confirm: with W, S and D it steers.
        commands.push(Command::PanLeft);
    }
    if commands.contains(&Command::NextQuote) {
        // What heard Tab as a wish to move the focus forgets it.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    if !typing && wants_a_copy(ctx) && Command::CopyCitation.is_enabled(state) {
        commands.push(Command::CopyCitation);
    }
    commands
}

/// Whether a key means its command now: plain keys are letters in a text field, and Tab and Enter belong to
/// what has the focus.
fn is_free(command: Command, key: &KeyboardShortcut, (typing, focused): (bool, bool)) -> bool {
    let belongs_to_text =
        !key.modifiers.command || matches!(command, Command::Undo | Command::Redo | Command::CopyCitation);
    let belongs_to_focus = matches!(key.logical_key, Key::Tab | Key::Enter);
    !(typing && belongs_to_text || focused && belongs_to_focus)
}

const fn is_arrow(key: Key) -> bool {
    matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown)
}

fn is_pressed(input: &mut InputState, key: &KeyboardShortcut) -> bool {
    // Shift+Tab goes back, and is no Tab.
    let is_back = key.logical_key == Key::Tab && input.modifiers.any();
    !is_back && input.consume_shortcut(key)
}

/// Ctrl+C, where no text is selected.
fn wants_a_copy(ctx: &egui::Context) -> bool {
    let copies = ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy)));
    copies && !has_selected_text(ctx)
}

fn has_selected_text(ctx: &egui::Context) -> bool {
    ctx.plugin_opt::<egui::text_selection::LabelSelectionState>()
        .is_some_and(|labels| labels.lock().has_selection())
}
