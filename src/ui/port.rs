//! The window's two channels to the outside world.

use std::{
    fmt,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, SyncSender},
    },
};

use crate::project::{Answer, Effect};

/// Effects out, answers in; both channels are bounded. The window never waits for either.
#[derive(Debug)]
pub struct Port {
    /// What the outside world must do.
    pub effects: SyncSender<Effect>,
    /// What comes back.
    pub answers: Receiver<Answer>,
}

/// Wakes the window from any thread, so that it looks for answers.
#[derive(Clone)]
pub struct Waker(Arc<dyn Fn() + Send + Sync>);

/// What the window opens with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Initial {
    /// The last folder if there is one, else the welcome page.
    Last,
    /// The sample articles.
    Demo,
    /// A folder or a project file.
    Path(PathBuf),
}

impl Waker {
    /// Wraps what wakes the window.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Arc::new(wake))
    }

    /// Wakes the window.
    pub fn wake(&self) {
        (self.0)();
    }
}

impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Waker")
    }
}
