//! One list of commands: text, shortcut and tooltip for menu, keyboard and the page of keys.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use crate::project::State;

/// Everything that can be done by menu or key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Command {
    OpenFolder,
    OpenProject,
    OpenDemo,
    Reload,
    Save,
    SaveAs,
    Export,
    Close,
    Quit,
    Undo,
    Redo,
    Confirm,
    Reject,
    Revoke,
    CopyCitation,
    NextEvent,
    PreviousEvent,
    NextQuote,
    Deselect,
    ZoomIn,
    ZoomOut,
    Fit,
    FitSelection,
    ToggleDark,
    LargerText,
    SmallerText,
    NormalText,
    ToggleArticles,
    Keys,
    About,
}

/// The menus, in order; `None` is a separating line.
pub(super) const MENUS: [(&str, &[Option<Command>]); 4] = [
    (
        "File",
        &[
            Some(Command::OpenFolder),
            Some(Command::OpenProject),
            Some(Command::OpenDemo),
            Some(Command::Reload),
            None,
            Some(Command::Save),
            Some(Command::SaveAs),
            Some(Command::Export),
            None,
            Some(Command::Close),
            Some(Command::Quit),
        ],
    ),
    (
        "Review",
        &[
            Some(Command::Undo),
            Some(Command::Redo),
            None,
            Some(Command::Confirm),
            Some(Command::Reject),
            Some(Command::Revoke),
            None,
            Some(Command::CopyCitation),
            None,
            Some(Command::NextEvent),
            Some(Command::PreviousEvent),
            Some(Command::NextQuote),
            Some(Command::Deselect),
        ],
    ),
    (
        "View",
        &[
            Some(Command::ZoomIn),
            Some(Command::ZoomOut),
            Some(Command::Fit),
            Some(Command::FitSelection),
            None,
            Some(Command::ToggleArticles),
            None,
            Some(Command::ToggleDark),
            Some(Command::LargerText),
            Some(Command::SmallerText),
            Some(Command::NormalText),
        ],
    ),
    ("Help", &[Some(Command::Keys), Some(Command::About)]),
];

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

impl Command {
    /// All commands, in the order of the menus.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        MENUS.iter().flat_map(|(_, commands)| commands.iter().flatten().copied())
    }

    /// Its text in the menu.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::OpenFolder => "Open folder…",
            Self::OpenProject => "Open project…",
            Self::OpenDemo => "Open sample articles",
            Self::Reload => "Read again",
            Self::Save => "Save project",
            Self::SaveAs => "Save project as…",
            Self::Export => "Export chart…",
            Self::Close => "Close",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Confirm => "Confirm event",
            Self::Reject => "Reject event",
            Self::Revoke => "Revoke decision",
            Self::CopyCitation => "Copy as citation",
            Self::NextEvent => "Next event",
            Self::PreviousEvent => "Previous event",
            Self::NextQuote => "Next quote",
            Self::Deselect => "Select nothing",
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::Fit => "Fit all",
            Self::FitSelection => "Centre selection",
            Self::ToggleDark => "Dark colours",
            Self::LargerText => "Larger",
            Self::SmallerText => "Smaller",
            Self::NormalText => "Normal size",
            Self::ToggleArticles => "Articles and what gave nothing",
            Self::Keys => "Keys and mouse",
            Self::About => "About Summitline",
        }
    }

    /// What it does, in a sentence.
    pub(super) fn tip(self) -> &'static str {
        match self {
            Self::OpenFolder => "Reads a folder of saved articles with all its subfolders",
            Self::OpenProject => "Opens a .summitline file with its folder and decisions",
            Self::OpenDemo => "Shows a dozen articles that come with the program",
            Self::Reload => "Reads the same folder again and keeps your decisions",
            Self::Save => "Saves folder, leader, decisions and view",
            Self::SaveAs => "Saves the project under another name",
            Self::Export => "Saves the timeline as a picture",
            Self::Close => "Goes back to the first page",
            Self::Quit => "Closes the window",
            Self::Undo => "Takes the last decision back",
            Self::Redo => "Makes the decision again",
            Self::Confirm => "Marks the selected event as right",
            Self::Reject => "Marks the selected event as wrong and takes it off the timeline",
            Self::Revoke => "Forgets what was decided about the selected event",
            Self::CopyCitation => "Copies the event with its quote, article and date",
            Self::NextEvent => "Selects the next event in time",
            Self::PreviousEvent => "Selects the event before it in time",
            Self::NextQuote => "Shows the event's next quote",
            Self::Deselect => "Closes the evidence",
            Self::ZoomIn => "Shows a shorter time",
            Self::ZoomOut => "Shows a longer time",
            Self::Fit => "Shows all events",
            Self::FitSelection => "Moves the timeline to the selected event",
            Self::ToggleDark => "Dark colours, or light ones",
            Self::LargerText => "Draws everything larger",
            Self::SmallerText => "Draws everything smaller",
            Self::NormalText => "Draws everything at its normal size",
            Self::ToggleArticles => "Lists articles, unreadable files, and what was left out and why",
            Self::Keys => "Lists all keys and what the mouse does",
            Self::About => "Version, licence and where the data come from",
        }
    }

    /// Its key. Plain keys do nothing while a text field has the focus.
    pub(super) fn shortcut(self) -> Option<KeyboardShortcut> {
        match self {
            Self::OpenFolder => Some(ctrl(Key::O)),
            Self::OpenProject => {
                Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O))
            }
            Self::Reload => Some(plain(Key::F5)),
            Self::Save => Some(ctrl(Key::S)),
            Self::SaveAs => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S)),
            Self::Export => Some(ctrl(Key::E)),
            Self::Close => Some(ctrl(Key::W)),
            Self::Quit => Some(ctrl(Key::Q)),
            Self::Undo => Some(ctrl(Key::Z)),
            Self::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z)),
            Self::Confirm => Some(plain(Key::A)),
            Self::Reject => Some(plain(Key::R)),
            Self::NextEvent => Some(plain(Key::ArrowRight)),
            Self::PreviousEvent => Some(plain(Key::ArrowLeft)),
            Self::NextQuote => Some(plain(Key::N)),
            Self::Deselect => Some(plain(Key::Escape)),
            Self::ZoomIn => Some(plain(Key::Plus)),
            Self::ZoomOut => Some(plain(Key::Minus)),
            Self::Fit => Some(plain(Key::Num0)),
            Self::FitSelection => Some(plain(Key::F)),
            Self::Keys => Some(plain(Key::F1)),
            Self::LargerText => Some(ctrl(Key::Plus)),
            Self::SmallerText => Some(ctrl(Key::Minus)),
            Self::NormalText => Some(ctrl(Key::Num0)),
            Self::OpenDemo
            | Self::Revoke
            | Self::CopyCitation
            | Self::ToggleDark
            | Self::ToggleArticles
            | Self::About => None,
        }
    }

    /// Whether it can be done now.
    pub(super) fn is_enabled(self, state: &State) -> bool {
        let is_open = state.input.is_some();
        let has_selection = state.selected_event().is_some();
        match self {
            Self::Reload
            | Self::Save
            | Self::SaveAs
            | Self::Close
            | Self::ToggleArticles
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::Fit => is_open,
            Self::Export | Self::NextEvent | Self::PreviousEvent => state.counts().shown > 0,
            Self::Undo => state.ledger.can_undo(),
            Self::Redo => state.ledger.can_redo(),
            Self::Confirm | Self::Reject | Self::CopyCitation | Self::NextQuote | Self::FitSelection => {
                has_selection
            }
            Self::Revoke => {
                state.selected_event().is_some_and(|event| event.review != crate::model::Review::Unreviewed)
            }
            Self::Deselect => state.selected.is_some(),
            Self::OpenFolder
            | Self::OpenProject
            | Self::OpenDemo
            | Self::Quit
            | Self::ToggleDark
            | Self::LargerText
            | Self::SmallerText
            | Self::NormalText
            | Self::Keys
            | Self::About => true,
        }
    }
}

/// The commands whose keys were pressed, taken out of the input so that nothing else hears them.
pub(super) fn pressed(ctx: &egui::Context, state: &State) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let mut with_keys: Vec<_> =
        Command::all().filter_map(|command| Some((command, command.shortcut()?))).collect();
    // Ctrl+Shift+Z before Ctrl+Z: the looser one would take both.
    with_keys.sort_by_key(|(_, shortcut)| !shortcut.modifiers.shift);
    let heard = |input: &mut egui::InputState| {
        with_keys
            .iter()
            .filter(|(command, shortcut)| {
                let is_plain = !shortcut.modifiers.command;
                !(typing && (is_plain || *command == Command::Undo || *command == Command::Redo))
                    && (input.consume_shortcut(shortcut) || hears_alias(*command, input))
            })
            .map(|(command, _)| *command)
            .collect::<Vec<_>>()
    };
    ctx.input_mut(heard).into_iter().filter(|command| command.is_enabled(state)).collect()
}

/// `=` stands under `+` on many keyboards.
fn hears_alias(command: Command, input: &mut egui::InputState) -> bool {
    match command {
        Command::ZoomIn => input.consume_key(Modifiers::NONE, Key::Equals),
        Command::LargerText => input.consume_key(Modifiers::COMMAND, Key::Equals),
        _ => false,
    }
}
