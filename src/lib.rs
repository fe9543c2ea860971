//! Reads saved news articles and draws who met whom, and when.
//!
//! ```text
//! folder ─io─▶ bytes ─text─▶ Article ─extract─▶ Claim ─resolve─▶ Event ─timeline─▶ Chart ─ui, export─▶ pixels
//! ```
//!
//! Everything left of `ui` is a pure function: no files, no clock, no threads, no egui. The ground is the
//! articles' bytes and the ledger of what people decided ([`project`]); everything else is derived from them.

pub mod cli;
pub mod export;
pub mod extract;
pub mod io;
pub mod model;
pub mod project;
pub mod resolve;
pub mod text;
pub mod timeline;
pub mod ui;
pub mod wire;
pub mod world;
