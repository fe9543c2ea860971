//! The window, and what is done where there is no display for it.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError, mpsc::sync_channel},
};

use super::{
    args::Args,
    read,
    report::{self, Status},
};
use crate::{
    io::{
        dialog::Desktop,
        executor::{Answers, Executor},
    },
    ui::{self, Initial, Port, Waker},
};

/// Effects and answers that may wait; the window takes all answers that wait once a frame.
const QUEUE: usize = 256;

/// Opens the window, and returns when it is closed and everything is on the disk.
pub(super) fn window(args: &Args) -> Status {
    let initial = match &args.path {
        Some(path) if read::is_demo(path) => Initial::Demo,
        Some(path) if !path.exists() => {
            let shown = path.display();
            return report::usage(&format!(
                "{shown}: there is no such file, folder or command: check the path"
            ));
        }
        Some(path) => Initial::Path(path.clone()),
        None if args.demo => Initial::Demo,
        None => Initial::Last,
    };
    let executor = Arc::new(Mutex::new(None));
    let started = Arc::clone(&executor);
    let result = ui::run(
        move |waker| {
            let (port, executor) = connect(waker);
            *started.lock().unwrap_or_else(PoisonError::into_inner) = executor;
            port
        },
        initial,
    );
    let executor = executor.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(executor) = executor {
        executor.join();
    }
    match result {
        Ok(()) => Status::Done,
        Err(why) => without_display(&why, args.demo),
    }
}

/// Starts the executor between two bounded channels.
fn connect(waker: Waker) -> (Port, Option<Executor>) {
    let (effects, effect_receiver) = sync_channel(QUEUE);
    let (answer_sender, answers) = sync_channel(QUEUE);
    let answer_sender = Answers::new(answer_sender, move || waker.wake());
    let executor = Executor::start(effect_receiver, answer_sender, Arc::new(Desktop))
        .inspect_err(|error| {
            report::tell(&format!("no thread could be started ({error}): close other programs"));
        })
        .ok();
    (Port { effects, answers }, executor)
}

/// Says that there is no window, and what works without one; draws the sample chart if that was asked for.
fn without_display(why: &str, is_demo: bool) -> Status {
    report::tell(&format!("no window could be opened: {why}"));
    report::tell("without a display, `summitline chart FOLDER -o chart.png` draws the same chart");
    let path = Path::new("summitline-demo.png");
    if is_demo && super::chart::draw_demo(path) {
        let shown = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        report::tell(&format!("the chart of the sample articles is in {}", shown.display()));
    }
    Status::NoDisplay
}
