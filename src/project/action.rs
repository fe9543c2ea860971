//! What a person, or the outside world, wants of the program.

use std::path::PathBuf;

use super::{
    Arrangement, Facet, Filter, Layout, Passage, Setting,
    effect::{Answer, Outside, SavePurpose, Work},
};
use crate::{model::Verdict, timeline::Lane};

/// One wish. The window pushes them while it draws, and they are carried out after the frame.
#[derive(Debug)]
pub enum Action {
    /// Ask for a folder through the desktop's dialog.
    AskForFolder,
    /// Ask for a project file through the desktop's dialog.
    AskForProject,
    /// Open a folder, an article or a project file.
    Open(PathBuf),
    /// Open the sample articles.
    OpenDemo,
    /// Read the same folder again.
    Reload,
    /// Go back to the welcome page.
    Close,
    /// Stop reading; what was read stays.
    CancelReading,
    /// Show another leader's timeline.
    ChooseSubject(String),
    /// Select an event by id, or nothing.
    Select(Option<String>),
    /// Select the next shown event in time.
    SelectNext,
    /// Select the previous shown event in time.
    SelectPrevious,
    /// Select the first shown event.
    SelectFirst,
    /// Select the last shown event.
    SelectLast,
    /// Choose one of the selected event's quotes, from 0.
    ChooseQuote(usize),
    /// Choose the selected event's next quote, around at the end.
    NextQuote,
    /// Choose the selected event's quote before the chosen one, around at the beginning.
    PreviousQuote,
    /// Decide about an event; `None` revokes the decision.
    Decide {
        /// The event's id.
        event: String,
        /// What is decided.
        verdict: Option<Verdict>,
    },
    /// Take the last decision back.
    Undo,
    /// Take the last undo back.
    Redo,
    /// Seek this in events and articles; nothing if it is empty.
    Search(String),
    /// Go on with a search that was too long for one frame.
    SearchOn,
    /// Go to the hit of this number, from 0: its event, or its place in an article.
    GoToHit(usize),
    /// Go to the next hit, or to the previous one.
    StepHit(bool),
    /// Show an article at a place, apart from any event; or no longer.
    ShowPassage(Option<Passage>),
    /// Show or hide a lane of events.
    ShowLane(Lane, bool),
    /// Show or hide events that are held back for review.
    ShowHeld(bool),
    /// Show or hide events that were rejected.
    ShowRejected(bool),
    /// Count the values of all facets, for a panel that shows them.
    CountFacets,
    /// Choose a value of a facet, or take the choice back.
    Choose {
        /// Which facet.
        facet: Facet,
        /// The value, as [`Facet::values`] gives it.
        value: String,
        /// Choose it.
        on: bool,
    },
    /// Let every value of a facet through.
    Widen(Facet),
    /// Show what this filter lets through.
    FilterBy(Filter),
    /// Go back to the filter before this one.
    FilterBack,
    /// Keep the filter under a name; the project file has it.
    KeepFilter(String),
    /// Show what the filter of this name lets through.
    UseFilter(String),
    /// Forget the filter of this name.
    ForgetFilter(String),
    /// Forget all filters.
    ClearFilters,
    /// Show every event, also those held back and rejected.
    ShowAll,
    /// Save the project, asking for a path if it has none.
    Save,
    /// Save the project under another path.
    SaveAs,
    /// Save the project to this path.
    SaveTo(PathBuf),
    /// Ask where to save an export.
    AskForSavePath {
        /// What for.
        purpose: SavePurpose,
        /// A file name to start from.
        suggested: String,
    },
    /// Write an export.
    Export {
        /// Where to.
        path: PathBuf,
        /// What gives the bytes.
        work: Work,
    },
    /// Open something in the desktop's own program.
    OpenOutside(Outside),
    /// Change a setting.
    Set(Setting),
    /// Remember how large the window and its panels are.
    KeepLayout(Layout),
    /// Empty the list of recent folders and projects.
    ForgetRecent,
    /// Show an article's file as it was saved, by its path relative to the input.
    ShowAsSaved(String),
    /// Take over the decisions of the last visit to this folder, or forget them.
    AnswerOffer(bool),
    /// The window is about to close.
    Leave,
    /// Arrange the timeline's lanes, folds and additions.
    Arrange(Arrangement),
    /// Show the place of the view that the project keeps: days since 1970 at both edges.
    KeepView(Option<(i32, i32)>),
    /// Tell that something was done.
    Tell(String),
    /// A notice was read, or its time is over.
    DismissNotice(u32),
    /// The outside world answers.
    Answer(Answer),
}
