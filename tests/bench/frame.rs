//! What a frame of the real window costs while a person zooms and pans: `cargo bench --bench frame`.
//!
//! For 1,000 to 1,000,000 made-up events it opens the window as the program does, turns the wheel and drags through
//! 50 views, and prints `frame events=1000 p95_ms=0.31 labels=42 overlaps=0`: the 95th percentile of the processor
//! time that a frame takes in the window and in tessellation (the best of five runs), the most labels in a frame, and
//! how many pairs of labels overlap in all frames. `first events=1000 ms=12.3` is the processor time from the moment
//! at which the events are there to the end of the first frame that shows them. `search events=10000 ms=9.7` and
//! `filter events=10000 ms=1.2` are the longest letter typed into the search, with 5,000 articles, and the longest
//! tick of a facet. No GPU is asked. Sizes can be named
//! behind two dashes: `cargo bench --bench frame -- 1000`.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

#[expect(clippy::expect_used, reason = "made-up things are known to be there")]
#[path = "frame/keystroke.rs"]
mod keystroke;
#[expect(dead_code, reason = "this bench makes no articles that name nobody")]
#[expect(clippy::expect_used, clippy::indexing_slicing, reason = "made-up things are known to be there")]
#[path = "../synthetic/mod.rs"]
mod synthetic;
#[path = "frame/window.rs"]
mod window;

use summitline::timeline::Rect;
use window::Window;

const SEED: u64 = 2026;
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Other programs take caches and the processor away: the best run counts.
const N_RUNS: usize = 5;
/// Half of the views go nearer, half of them farther; every fifth is dragged.
const N_VIEWS: usize = 50;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    for n_events in SIZES.into_iter().filter(|size| asked.is_empty() || asked.contains(size)) {
        let mut window = Window::new();
        let first_ms = window.open(synthetic::events::events(SEED, n_events));
        if n_events <= 100_000 {
            println!("first events={n_events} ms={first_ms:.1}");
        }
        let (mut most_labels, mut n_overlaps) = (0, 0);
        let mut best = f64::INFINITY;
        for _ in 0..N_RUNS {
            let mut milliseconds: Vec<f64> = (0..N_VIEWS)
                .map(|view| {
                    let spent = window.move_on(view, N_VIEWS);
                    let labels = window.labels();
                    most_labels = most_labels.max(labels.len());
                    n_overlaps += overlaps(&labels);
                    spent
                })
                .collect();
            milliseconds.sort_by(f64::total_cmp);
            best = best.min(milliseconds.get(N_VIEWS * 95 / 100).copied().unwrap_or(f64::NAN));
            window.fit_all();
        }
        println!("frame events={n_events} p95_ms={best:.2} labels={most_labels} overlaps={n_overlaps}");
    }
    for line in keystroke::lines(10_000, 5_000) {
        println!("{line}");
    }
}

/// How many pairs of labels share a pixel.
fn overlaps(labels: &[Rect]) -> usize {
    let pairs = labels
        .iter()
        .enumerate()
        .map(|(index, label)| labels.iter().skip(index + 1).filter(|other| other.overlaps(*label)).count());
    pairs.sum()
}
