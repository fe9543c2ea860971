//! The integration tests: one binary, a module a subject.

#![allow(
    clippy::allow_attributes,
    clippy::assigning_clones,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::iter_over_hash_type,
    clippy::many_single_char_names,
    clippy::missing_assert_message,
    clippy::panic,
    clippy::print_stdout,
    clippy::redundant_closure_for_method_calls,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking, touches the disk, and says what it skips"
)]

mod chart;
mod clean;
mod cli;
mod demo;
mod disguise;
mod exports;
mod extremes;
mod folders;
mod found;
mod golden;
mod metamorphic;
mod pixels;
mod project;
mod render;
mod shared;
mod stage;
#[path = "../synthetic/mod.rs"]
mod synthetic;
mod synthetic_tests;
mod text;
mod tidy;
mod times;
mod ui;
mod window;
mod wire;
mod words;
