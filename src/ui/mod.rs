//! The egui window.

mod port;

pub use port::{Initial, Port, Waker};

/// Opens the window and stays in it until it is closed.
///
/// `connect` is called once, with what wakes the window when an answer waits; it starts the executor and
/// hands back the two channels. The error says in plain words why no window could be opened.
pub fn run(_connect: impl FnOnce(Waker) -> Port + 'static, _initial: Initial) -> Result<(), String> {
    Err("the window is not built yet".to_owned())
}
