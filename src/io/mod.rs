//! The one door: folders, workers, saving, dialogs, clock.
//!
//! Whatever touches a disk, a thread, the environment or the desktop is in here; the rest of the program asks for
//! it and gets values. The user's articles are only ever read.

pub mod clock;
pub mod demo;
pub mod dialog;
pub mod executor;
pub mod inputs;
pub mod kinds;
pub mod lines;
mod memory;
mod merger;
pub mod open;
mod reading;
pub mod save;
pub mod worker;
