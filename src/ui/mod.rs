//! The egui window.

mod actions;
mod app;
mod article_view;
mod articles;
mod camera;
mod closing;
mod commands;
mod empty;
mod evidence;
mod export_dialog;
mod facts;
mod header;
mod layout;
mod menu;
mod paint;
mod path_dialog;
mod plot;
mod port;
mod quotes;
mod run;
mod say;
mod status_bar;
mod style;
mod timeline;
mod toasts;
mod tooltip;
mod undated;
mod welcome;
mod windows;

pub use app::App;
pub use port::{Initial, Port, Waker};
pub use run::run;
