//! Laying out what a frame shows while a person zooms: `cargo bench --bench frame`.
//!
//! For 1,000, 10,000 and 100,000 made-up events it zooms from the whole span into about a month and out again,
//! and prints e.g. `frame events=1000 p95_ms=0.31 labels=42 overlaps=0`: the 95th percentile of the time a
//! frame's layout takes, the most labels in a frame, and how many pairs of labels overlap in all frames.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

#[expect(dead_code, reason = "this bench draws events only")]
#[expect(clippy::expect_used, clippy::indexing_slicing, reason = "made-up things are known to be there")]
#[path = "../synthetic/mod.rs"]
mod synthetic;

use std::time::Instant;

use summitline::{
    export::Fonts,
    timeline::{
        Heights, LaneIndex, LanesBy, Plot, PlotInput, Rect, ThemeName, View, Weight, dated_days, is_drawn,
        lanes, lay_out_lanes, names::SourceNumbers,
    },
};

const SEED: u64 = 2026;
const N_FRAMES: i32 = 240;
/// Each frame is laid out so often, and the fastest counts: other programs take the processor away.
const N_ROUNDS: usize = 5;

fn main() {
    for n_events in [1_000, 10_000, 100_000] {
        println!("{}", measured(n_events));
    }
}

fn measured(n_events: usize) -> String {
    let events = synthetic::events::events(SEED, n_events);
    let lanes: Vec<LaneIndex> = lanes(&events, LanesBy::Kind, &is_drawn)
        .into_iter()
        .map(|lane| LaneIndex::new(&events, lane))
        .collect();
    let fonts = Fonts::builtin();
    let metrics = fonts.metrics();
    let theme = ThemeName::Light.theme();
    let measure = |text: &str, size_px: f32, weight: Weight| metrics.width(text, size_px, weight);
    let whole = View::fit(dated_days(&events, &is_drawn));
    let mut milliseconds = Vec::new();
    let (mut most_labels, mut n_overlaps) = (0, 0);
    for frame in 0..N_FRAMES {
        let depth = f64::from(N_FRAMES / 2 - (frame - N_FRAMES / 2).abs()) / f64::from(N_FRAMES / 2);
        let view = whole.zoomed_at(whole.centre(), (8.0 * depth).exp2());
        let input = PlotInput {
            events: &events,
            lanes: &lanes,
            view,
            rect: Rect { x: 0.0, y: 0.0, width: 1280.0, height: 640.0 },
            heights: Heights::Equal,
            theme,
            measure: &measure,
            numbers: &SourceNumbers::new(),
        };
        let rounds: Vec<f64> = (0..N_ROUNDS).map(|_| timed(|| lay_out_lanes(&input))).collect();
        milliseconds.push(rounds.into_iter().fold(f64::INFINITY, f64::min));
        let plot = lay_out_lanes(&input);
        most_labels = most_labels.max(plot.labels.len());
        n_overlaps += overlaps(&plot);
    }
    milliseconds.sort_by(f64::total_cmp);
    let p95 = milliseconds.get(milliseconds.len() * 95 / 100).copied().unwrap_or(f64::NAN);
    format!("frame events={n_events} p95_ms={p95:.2} labels={most_labels} overlaps={n_overlaps}")
}

/// How many pairs of labels share a pixel.
fn overlaps(plot: &Plot) -> usize {
    let pairs = plot.labels.iter().enumerate().map(|(index, label)| {
        plot.labels.iter().skip(index + 1).filter(|other| other.rect.overlaps(label.rect)).count()
    });
    pairs.sum()
}

/// How many milliseconds `work` takes.
#[expect(clippy::disallowed_methods, reason = "measuring time is what a bench is for")]
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed().as_secs_f64() * 1000.0
}
