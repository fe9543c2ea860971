//! Opens the desktop's window.

use super::{App, Initial, Port, Waker};
use eframe::egui;

/// The name by which desktops know the program.
const APP_ID: &str = "org.summitline.Summitline";

/// Opens the window and stays in it until it is closed.
///
/// `connect` is called once, with what wakes the window when an answer waits; it starts the executor and
/// hands back the two channels. The error says in plain words why no window could be opened.
pub fn run(connect: impl FnOnce(Waker) -> Port + 'static, initial: Initial) -> Result<(), String> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Summitline")
        .with_app_id(APP_ID)
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([720.0, 480.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let create = move |context: &eframe::CreationContext<'_>| {
        let ctx = context.egui_ctx.clone();
        let port = connect(Waker::new(move || ctx.request_repaint()));
        let app: Box<dyn eframe::App> = Box::new(App::new(&context.egui_ctx, port, initial));
        Ok(app)
    };
    eframe::run_native("Summitline", options, Box::new(create)).map_err(|error| error.to_string())
}
