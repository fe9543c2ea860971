//! One list of commands: text, keys and tooltip for menu, palette, keyboard and the page of keys.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::needs::Needs;
use crate::project::State;

/// What there is to know of a command.
struct Row {
    /// Its text in the menu.
    text: &'static str,
    /// What it does, in a sentence.
    tip: &'static str,
    /// Its keys, the one that is shown first.
    keys: &'static [KeyboardShortcut],
    /// What must be there before it can act.
    needs: Needs,
}

/// Makes the enumeration and the table from one list, so that no command lacks its row.
macro_rules! commands {
    ($($name:ident: $text:literal, $tip:literal, $keys:expr, $needs:ident;)*) => {
        /// Everything that can be done by menu, palette or key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Command { $($name),* }

        const ROWS: &[(Command, Row)] = &[$(
            (Command::$name, Row { text: $text, tip: $tip, keys: $keys, needs: Needs::$needs })
        ),*];
    };
}

commands! {
    OpenFolder: "Open folder…", "Reads a folder of saved articles with all its subfolders",
        &[ctrl(Key::O)], Nothing;
    OpenProject: "Open project…", "Opens a .summitline file with its folder and decisions",
        &[ctrl_shift(Key::O)], Nothing;
    OpenDemo: "Open sample articles", "Shows a dozen articles that come with the program",
        &[], Nothing;
    Reload: "Read again", "Reads the same folder again and keeps your decisions",
        &[plain(Key::F5)], Folder;
    CancelReading: "Cancel reading", "Stops reading; what was read stays",
        &[], Reading;
    Save: "Save project", "Saves folder, leader, decisions and view",
        &[ctrl(Key::S)], Folder;
    SaveAs: "Save project as…", "Saves the project under another name",
        &[ctrl_shift(Key::S)], Folder;
    Export: "Export chart…", "Saves the timeline as a picture",
        &[ctrl(Key::E)], Shown;
    ForgetRecent: "Forget recent folders", "Empties the list of recent folders and projects",
        &[], Recent;
    Close: "Close", "Goes back to the first page",
        &[ctrl(Key::W)], Folder;
    Quit: "Quit", "Closes the window",
        &[ctrl(Key::Q)], Nothing;
    Undo: "Undo", "Takes the last decision back",
        &[ctrl(Key::Z)], StepBack;
    Redo: "Redo", "Makes the decision again",
        &[ctrl_shift(Key::Z)], StepForward;
    Confirm: "Confirm event", "Marks the selected event as right",
        &[plain(Key::A)], Selection;
    Reject: "Reject event", "Marks the selected event as wrong and takes it off the timeline",
        &[plain(Key::R)], Selection;
    Revoke: "Revoke decision", "Forgets what was decided about the selected event",
        &[], Decision;
    NextEvent: "Next event", "Selects the next event in time",
        &[plain(Key::ArrowRight)], Shown;
    PreviousEvent: "Previous event", "Selects the event before it in time",
        &[plain(Key::ArrowLeft)], Shown;
    FirstEvent: "First event", "Selects the earliest event",
        &[plain(Key::Home)], Shown;
    LastEvent: "Last event", "Selects the latest event",
        &[plain(Key::End)], Shown;
    LaneUp: "Event in the lane above", "Selects the nearest event of the lane above",
        &[plain(Key::ArrowUp)], Shown;
    LaneDown: "Event in the lane below", "Selects the nearest event of the lane below",
        &[plain(Key::ArrowDown)], Shown;
    Deselect: "Select nothing", "Closes the evidence",
        &[plain(Key::Escape)], SelectionOrPassage;
    OpenQuote: "Open at the quote", "Goes to the chosen quote; Tab goes on to the next",
        &[plain(Key::Enter)], Selection;
    NextQuote: "Next quote", "Shows the event's next quote in its article",
        &[plain(Key::N), plain(Key::Tab)], Selection;
    PreviousQuote: "Previous quote", "Shows the quote before it in its article",
        &[plain(Key::P)], Selection;
    ToggleRepairs: "Show repairs", "Marks the places where damaged characters were repaired, and lists them",
        &[], Repairs;
    ToggleAsSaved: "Show the file as saved", "Shows the article's file before it was repaired and divided",
        &[], Selection;
    OpenArticle: "Open file outside", "Opens the article of the chosen quote in its own program",
        &[], Selection;
    OpenAddress: "Open address in browser", "Opens the address that the article was saved from",
        &[], Address;
    CopyCitation: "Copy as citation", "Copies the event with its quotes, articles and dates",
        &[ctrl(Key::C)], Selection;
    ZoomIn: "Zoom in", "Shows a shorter time",
        &[plain(Key::Plus), plain(Key::Equals), plain(Key::W)], Folder;
    ZoomOut: "Zoom out", "Shows a longer time",
        &[plain(Key::Minus), plain(Key::S)], Folder;
    PanLeft: "Move to earlier days", "Shows what came before; A too, while no event is selected",
        &[shift(Key::ArrowLeft)], Folder;
    PanRight: "Move to later days", "Shows what came after",
        &[shift(Key::ArrowRight), plain(Key::D)], Folder;
    Fit: "Fit all", "Shows all events",
        &[plain(Key::Num0)], Folder;
    FitSelection: "Centre selection", "Moves the timeline to the selected event, and then near to it",
        &[plain(Key::F)], Selection;
    ViewBack: "Back to the last view", "Shows the time that was seen before",
        &[ctrl(Key::OpenBracket)], Folder;
    ViewForward: "Forward to the next view", "Shows the time that was gone back from",
        &[ctrl(Key::CloseBracket)], Folder;
    ToggleFolds: "Fold empty stretches", "Draws long stretches without events narrow, with a visible break",
        &[plain(Key::G)], Folder;
    ToggleSilent: "Show editions no article speaks of", "Adds faint open dots for summits that these articles pass over",
        &[], Folder;
    ChooseLeader: "Choose leader…", "Shows another leader's timeline, from the articles that are read",
        &[ctrl(Key::L)], Folder;
    Search: "Search…", "Seeks words in events and in the text of the articles",
        &[ctrl(Key::F), plain(Key::Slash)], Folder;
    ToggleFilter: "Filter", "Shows what can be filtered by, with counts, or puts it away",
        &[plain(Key::L)], Folder;
    ClearFilter: "Clear filter", "Lets everything through again",
        &[], Filter;
    FilterBack: "Filter before", "Goes back to the filter before this one",
        &[], FilterBefore;
    ToggleSummary: "Summary", "Shows summits by series and year, and what is wanting, or the timeline again",
        &[plain(Key::U)], Folder;
    ToggleTable: "Table of events", "Lists the events that are shown, or puts the list away",
        &[plain(Key::T)], Folder;
    ToggleArticles: "Articles and what gave nothing", "Lists articles, unreadable files, and what was left out and why",
        &[], Folder;
    ToggleDark: "Switch light and dark", "Dark colours, or light ones",
        &[], Nothing;
    LargerText: "Larger", "Draws everything larger",
        &[ctrl(Key::Plus), ctrl(Key::Equals)], Nothing;
    SmallerText: "Smaller", "Draws everything smaller",
        &[ctrl(Key::Minus)], Nothing;
    NormalText: "Normal size", "Draws everything at its normal size",
        &[ctrl(Key::Num0)], Nothing;
    Settings: "Settings…", "Theme, text size, motion, week start and dates",
        &[ctrl(Key::Comma)], Nothing;
    Palette: "All commands…", "Finds a command by a few of its letters",
        &[ctrl(Key::K)], Nothing;
    Keys: "Keys and mouse", "Lists all keys and what the mouse does",
        &[plain(Key::F1), plain(Key::Questionmark)], Nothing;
    Messages: "Messages", "Lists what was told in passing since the start",
        &[], Nothing;
    About: "About Summitline", "Version, licence and where the data come from",
        &[], Nothing;
}

/// The menus, in order; `None` is a separating line.
pub(super) const MENUS: [(&str, &[Option<Command>]); 5] = [
    (
        "File",
        &[
            Some(Command::OpenFolder),
            Some(Command::OpenProject),
            Some(Command::OpenDemo),
            None,
            Some(Command::Reload),
            Some(Command::CancelReading),
            None,
            Some(Command::Save),
            Some(Command::SaveAs),
            Some(Command::Export),
            None,
            Some(Command::ForgetRecent),
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
        ],
    ),
    (
        "Event",
        &[
            Some(Command::NextEvent),
            Some(Command::PreviousEvent),
            Some(Command::FirstEvent),
            Some(Command::LastEvent),
            Some(Command::LaneUp),
            Some(Command::LaneDown),
            Some(Command::Deselect),
            None,
            Some(Command::OpenQuote),
            Some(Command::NextQuote),
            Some(Command::PreviousQuote),
            Some(Command::CopyCitation),
            None,
            Some(Command::ToggleRepairs),
            Some(Command::ToggleAsSaved),
            Some(Command::OpenArticle),
            Some(Command::OpenAddress),
        ],
    ),
    (
        "View",
        &[
            Some(Command::ChooseLeader),
            None,
            Some(Command::ZoomIn),
            Some(Command::ZoomOut),
            Some(Command::Fit),
            Some(Command::FitSelection),
            Some(Command::PanLeft),
            Some(Command::PanRight),
            Some(Command::ViewBack),
            Some(Command::ViewForward),
            Some(Command::ToggleFolds),
            Some(Command::ToggleSilent),
            None,
            Some(Command::Search),
            Some(Command::ToggleFilter),
            Some(Command::ClearFilter),
            Some(Command::FilterBack),
            None,
            Some(Command::ToggleSummary),
            Some(Command::ToggleTable),
            Some(Command::ToggleArticles),
            None,
            Some(Command::ToggleDark),
            Some(Command::LargerText),
            Some(Command::SmallerText),
            Some(Command::NormalText),
            Some(Command::Settings),
        ],
    ),
    ("Help", &[Some(Command::Palette), Some(Command::Keys), Some(Command::Messages), Some(Command::About)]),
];

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

impl Command {
    /// All commands, in the order of the list.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|(command, _)| *command)
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.get(self as usize).map(|(_, row)| row)
    }

    /// Its text in the menu.
    pub(super) fn text(self) -> &'static str {
        self.row().map_or("", |row| row.text)
    }

    /// What it does, in a sentence.
    pub(super) fn tip(self) -> &'static str {
        self.row().map_or("", |row| row.tip)
    }

    /// Its keys, the one that is shown first. Plain keys do nothing while a text field has the focus.
    pub(super) fn keys(self) -> &'static [KeyboardShortcut] {
        self.row().map_or(&[], |row| row.keys)
    }

    /// The key that is shown.
    pub(super) fn shortcut(self) -> Option<KeyboardShortcut> {
        self.keys().first().copied()
    }

    /// Why it cannot be done now, in a short sentence; `None` if it can.
    pub(super) fn why_not(self, state: &State) -> Option<&'static str> {
        let row = self.row()?;
        row.needs.missing(state)
    }

    /// Whether it can be done now.
    pub(super) fn is_enabled(self, state: &State) -> bool {
        self.why_not(state).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_one_menu_and_has_words_of_its_own() {
        let in_menus: Vec<Command> =
            MENUS.iter().flat_map(|(_, commands)| commands.iter().flatten().copied()).collect();
        for command in Command::all() {
            assert_eq!(in_menus.iter().filter(|other| **other == command).count(), 1, "{command:?}");
            assert!(!command.text().is_empty() && !command.tip().ends_with('.'), "{command:?}");
            let twins = Command::all().filter(|other| other.text() == command.text()).count();
            assert_eq!(twins, 1, "{command:?}: another command is called {}", command.text());
        }
    }

    #[test]
    fn no_key_stands_for_two_commands() {
        let keys: Vec<_> = Command::all().flat_map(Command::keys).collect();
        for key in &keys {
            assert_eq!(keys.iter().filter(|other| other == &key).count(), 1, "{key:?}");
        }
    }

    #[test]
    fn a_command_finds_its_own_row() {
        for (index, (command, _)) in ROWS.iter().enumerate() {
            assert_eq!(*command as usize, index);
        }
    }
}
