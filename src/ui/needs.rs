//! What must be there before a command can act, and the words that say what is missing.

use crate::{model::Review, project::State};

/// What a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// It can always act.
    Nothing,
    /// Articles are open.
    Folder,
    /// Articles are being read.
    Reading,
    /// An event is on the timeline.
    Shown,
    /// An event is selected.
    Selection,
    /// An event is selected, or an article is shown apart from any.
    SelectionOrPassage,
    /// A facet of the filter lets only some events through.
    Filter,
    /// There was another filter before.
    FilterBefore,
    /// Something was decided about the selected event.
    Decision,
    /// The chosen quote's article was repaired somewhere.
    Repairs,
    /// The chosen quote's article names its address.
    Address,
    /// A decision can be taken back.
    StepBack,
    /// A decision can be made again.
    StepForward,
    /// A folder or project was opened before.
    Recent,
}

impl Needs {
    /// What is missing, in a short sentence; `None` if nothing is.
    pub(super) fn missing(self, state: &State) -> Option<&'static str> {
        let (is_there, words) = match self {
            Self::Nothing => (true, ""),
            Self::Folder => (state.input.is_some(), "No folder is open"),
            Self::Reading => (state.progress.is_some(), "Nothing is being read"),
            Self::Shown => (state.counts().shown > 0, "No event is on the timeline"),
            Self::Selection => (state.selected_event().is_some(), "No event is selected"),
            Self::SelectionOrPassage => {
                (state.selected.is_some() || state.passage.is_some(), "Nothing is selected")
            }
            Self::Filter => (state.filter.narrowing().next().is_some(), "Nothing is filtered out"),
            Self::FilterBefore => (state.can_filter_back(), "There was no other filter"),
            Self::Decision => (is_decided(state), "Nothing was decided about a selected event"),
            Self::Repairs => (has_repairs(state), "No article with repaired places is shown"),
            Self::Address => (has_address(state), "No article that names its web address is shown"),
            Self::StepBack => (state.ledger.can_undo(), "There is no decision to take back"),
            Self::StepForward => (state.ledger.can_redo(), "There is no decision to make again"),
            Self::Recent => (!state.memory.recent.is_empty(), "Nothing was opened before"),
        };
        (!is_there).then_some(words)
    }
}

fn is_decided(state: &State) -> bool {
    state.selected_event().is_some_and(|event| event.review != Review::Unreviewed)
}

fn has_repairs(state: &State) -> bool {
    let reading = state.chosen_quote().and_then(|quote| state.readings.get(&quote.file));
    reading.is_some_and(|reading| !reading.article.edits.is_empty())
}

fn has_address(state: &State) -> bool {
    let url = state.chosen_quote().and_then(|quote| quote.url.as_deref());
    url.is_some_and(super::article_pane::is_web)
}
