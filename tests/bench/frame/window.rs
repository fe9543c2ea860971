//! The real window without a screen: it is fed events and input, and the processor time of each frame is taken.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
};

use eframe::egui::{
    self, Event as Input, Modifiers, MouseWheelUnit, PointerButton, RawInput, TouchPhase, pos2, vec2,
};
use summitline::{
    model::Event,
    project::{Answer, Effect},
    timeline::Rect,
    ui::{App, Initial, Port},
};

const WIDTH_PX: f32 = 1280.0;
const HEIGHT_PX: f32 = 800.0;
/// Where the pointer rests: on the lanes, so that it hovers marks as they pass.
const POINTER: egui::Pos2 = pos2(700.0, 400.0);

/// The window, its outside world, and its clock.
pub(crate) struct Window {
    ctx: egui::Context,
    app: App,
    effects: Receiver<Effect>,
    answers: SyncSender<Answer>,
    seconds: f64,
}

impl Window {
    /// A window on a folder that is still to be read.
    pub(crate) fn new() -> Self {
        let ctx = egui::Context::default();
        let (effect_sender, effects) = sync_channel(64);
        let (answers, answer_receiver) = sync_channel(64);
        let port = Port { effects: effect_sender, answers: answer_receiver };
        let app = App::new(&ctx, port, Initial::Path(PathBuf::from("synthetic")));
        let mut window = Self { ctx, app, effects, answers, seconds: 0.0 };
        for _ in 0..4 {
            window.frame(Vec::new());
        }
        window
    }

    /// Gives the window its events; the milliseconds until they are drawn.
    pub(crate) fn open(&mut self, events: Vec<Event>) -> f64 {
        let mut events = Some(events);
        let mut spent_ms = 0.0;
        for _ in 0..12 {
            let mut is_there = false;
            while let Ok(effect) = self.effects.try_recv() {
                match effect {
                    Effect::Read { number, .. } => self.say(Answer::ReadingDone { number, cancelled: false }),
                    Effect::Merge(job) => {
                        let events = events.take().unwrap_or_default();
                        is_there = true;
                        self.say(Answer::Merged { number: job.number, events });
                    }
                    Effect::LoadMemory => self.say(Answer::Memory(Vec::new())),
                    _ => {}
                }
            }
            let frame_ms = self.frame(vec![Input::PointerMoved(POINTER)]);
            if is_there {
                spent_ms = frame_ms;
            }
        }
        spent_ms
    }

    fn say(&self, answer: Answer) {
        drop(self.answers.send(answer));
    }

    /// The next of `n` views: wheel in, wheel out, and a drag now and then. The milliseconds of its frame.
    ///
    /// The wheel turns by a little more than two notches, so the way leads from all years down to about a month and back, and the labels
    /// of every scale are in it.
    pub(crate) fn move_on(&mut self, view: usize, n: usize) -> f64 {
        let notches = if view < n / 2 { 2.3 } else { -2.3 };
        match view % 5 {
            3 => self.frame(vec![button(true), Input::PointerMoved(POINTER + vec2(40.0, 0.0))]),
            4 => {
                let at = POINTER + vec2(80.0, 0.0);
                self.frame(vec![Input::PointerMoved(at), button(false), Input::PointerMoved(POINTER)])
            }
            _ => self.frame(vec![wheel(notches)]),
        }
    }

    /// Goes back to all events.
    pub(crate) fn fit_all(&mut self) {
        let press = |pressed| Input::Key {
            key: egui::Key::Num0,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![press(true), press(false)]);
        for _ in 0..20 {
            self.frame(Vec::new());
        }
    }

    /// Where the timeline's labels stand.
    pub(crate) fn labels(&self) -> Vec<Rect> {
        self.app.timeline_labels()
    }

    /// One frame: the milliseconds of processor time for the window and for tessellation.
    fn frame(&mut self, events: Vec<Input>) -> f64 {
        self.seconds += 1.0 / 60.0;
        let screen = egui::Rect::from_min_size(pos2(0.0, 0.0), vec2(WIDTH_PX, HEIGHT_PX));
        let input =
            RawInput { screen_rect: Some(screen), time: Some(self.seconds), events, ..RawInput::default() };
        let before = processor_ms();
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        let shapes = std::mem::take(&mut output.shapes);
        std::hint::black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        let spent = processor_ms() - before;
        output.textures_delta.clear();
        spent
    }
}

fn button(pressed: bool) -> Input {
    Input::PointerButton { pos: POINTER, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

fn wheel(notches: f32) -> Input {
    Input::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, notches),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }
}

/// The processor time of this thread so far, in milliseconds.
///
/// The kernel brings the figure up to date when the thread gives way, so it does.
#[expect(clippy::disallowed_methods, reason = "the kernel tells processor time in a file")]
fn processor_ms() -> f64 {
    std::thread::yield_now();
    let known = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = known.split(' ').next().and_then(|word| word.parse::<f64>().ok());
    nanoseconds.map_or(f64::NAN, |nanoseconds| nanoseconds / 1e6)
}
