//! Which events are shown.

use std::collections::BTreeSet;

use crate::model::{Event, Kind, Participation, Review};

/// A lane's kind: what the legend lists, and the first filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Summits attended in person.
    Attended,
    /// Summits joined by video.
    Video,
    /// Summits skipped.
    Skipped,
    /// Meetings in person with another leader.
    Meeting,
    /// Phone and video calls.
    Call,
}

/// What is shown; everything that is not rejected and not held back, to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub(super) hidden: BTreeSet<Category>,
    /// Events below the threshold are shown too.
    pub held: bool,
    /// Rejected events are shown too.
    pub rejected: bool,
}

/// Why an event is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// It waits for review, below the threshold.
    Held,
    /// A person rejected it.
    Rejected,
    /// Its category is switched off.
    Filtered,
}

impl Category {
    /// All of them, in the order of the lanes.
    pub const ALL: [Self; 5] = [Self::Attended, Self::Video, Self::Skipped, Self::Meeting, Self::Call];

    /// The category of an event.
    pub fn of(event: &Event) -> Self {
        match (event.kind, event.participation) {
            (Kind::Meeting, _) => Self::Meeting,
            (Kind::Call, _) => Self::Call,
            (Kind::Summit, Participation::Attended) => Self::Attended,
            (Kind::Summit, Participation::Virtual) => Self::Video,
            (Kind::Summit, Participation::Skipped) => Self::Skipped,
        }
    }

    /// Its key in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::Video => "video",
            Self::Skipped => "skipped",
            Self::Meeting => "meeting",
            Self::Call => "call",
        }
    }

    /// Its name on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Attended => "Attended",
            Self::Video => "By video",
            Self::Skipped => "Skipped",
            Self::Meeting => "Meetings",
            Self::Call => "Calls",
        }
    }
}

impl Filter {
    /// Whether a category is switched on.
    pub fn shows_category(&self, category: Category) -> bool {
        !self.hidden.contains(&category)
    }

    /// Switches a category on or off.
    pub fn show_category(&mut self, category: Category, shown: bool) {
        if shown {
            self.hidden.remove(&category);
        } else {
            self.hidden.insert(category);
        }
    }

    /// Why `event` is not shown, or `None` if it is. A confirmed event is never held back.
    pub fn hides(&self, event: &Event) -> Option<Hidden> {
        if !self.rejected && event.review == Review::Rejected {
            return Some(Hidden::Rejected);
        }
        if !self.held && event.held && event.review == Review::Unreviewed {
            return Some(Hidden::Held);
        }
        (!self.shows_category(Category::of(event))).then_some(Hidden::Filtered)
    }

    /// Whether anything but the default is chosen.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
