//! The integration tests: one binary, a module a subject.

#![allow(
    clippy::allow_attributes,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking, touches the disk, and says what it skips"
)]

mod chart;
mod cli;
mod demo;
mod exports;
mod pixels;
mod project;
mod render;
mod stage;
#[path = "../synthetic/mod.rs"]
mod synthetic;
mod synthetic_tests;
mod tidy;
mod ui;
mod window;
mod wire;
mod words;
