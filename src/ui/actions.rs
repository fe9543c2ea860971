//! What drawing wants changed: collected during a frame, carried out after it.

use std::cell::RefCell;

use super::{articles::Tab, commands::Command};
use crate::project::Action;

/// A wish: the program's own action, or a command that some part of the window carries out.
#[derive(Debug)]
pub(super) enum Wish {
    /// For the state.
    Do(Action),
    /// For the window.
    Run(Command),
    /// Show one of the lists at the bottom.
    List(Tab),
}

/// The wishes of one frame.
#[derive(Debug, Default)]
pub(super) struct Actions(RefCell<Vec<Wish>>);

impl Actions {
    /// Wants `action` done after the frame.
    pub(super) fn push(&self, action: Action) {
        self.0.borrow_mut().push(Wish::Do(action));
    }

    /// Wants `command` run after the frame.
    pub(super) fn run(&self, command: Command) {
        self.0.borrow_mut().push(Wish::Run(command));
    }

    /// Wants one of the lists at the bottom shown.
    pub(super) fn list(&self, tab: Tab) {
        self.0.borrow_mut().push(Wish::List(tab));
    }

    /// Takes all wishes, in order.
    pub(super) fn take(&self) -> Vec<Wish> {
        self.0.take()
    }
}
