//! Saved pages: their main text, and what they state of themselves.

use std::collections::BTreeMap;

use crate::model::BlockRole;

/// The roles that markup gives to lines of the text, by line number from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    lines: BTreeMap<usize, BlockRole>,
}

impl Hints {
    /// The role of a line, if markup tells it.
    pub fn of_line(&self, index: usize) -> Option<BlockRole> {
        self.lines.get(&index).copied()
    }
}
