//! Bytes to claims on one core: `cargo bench --bench claims`, or only a part: `cargo bench --bench claims -- nobody`.
//!
//! The parts are `start`, `leaders`, `nobody`, `growth` and `merge`.
//! Prints a line for articles about leaders and one for articles that name nobody, e.g.
//! `claims matter=leaders mb_per_s=12.3 articles=400 bytes=2100000 claims=1234 allocations_per_article=567`,
//! then how the time grows with the length of one article: `claims one=20MB seconds=2.1 times_as_long=2.0`, which
//! is 4 where something looks at everything for everything; last the same for merging more articles about one leader.
//! Rates vary with the machine, counts do not.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

#[expect(dead_code, reason = "this bench draws articles only")]
#[expect(clippy::expect_used, clippy::indexing_slicing, reason = "made-up things are known to be there")]
#[path = "../synthetic/mod.rs"]
mod synthetic;

use std::{alloc::System, time::Instant};

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use summitline::{
    model::Event,
    project::analyse::{self, Reading},
    world::World,
};
use synthetic::articles::{File, Matter, articles, articles_about, breathless, long};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const SEED: u64 = 2026;
const N_ARTICLES: usize = 400;
const N_ROUNDS: usize = 5;
/// Whose timeline is merged.
const SUBJECT: &str = "Vladimir Putin";

fn main() {
    let parts: Vec<String> = std::env::args().skip(1).filter(|part| !part.starts_with('-')).collect();
    let wants = |name: &str| parts.is_empty() || parts.iter().any(|part| part == name);
    if wants("start") {
        let start = seconds(|| read_all(&articles(SEED, 1, Matter::Leaders), World::builtin()));
        println!("claims start_ms={:.0}", start * 1000.0);
    }
    let world = World::builtin();
    for (name, matter) in [("leaders", Matter::Leaders), ("nobody", Matter::Nobody)] {
        if wants(name) {
            rate(name, &articles(SEED, N_ARTICLES, matter), world);
        }
    }
    if wants("growth") {
        growth("MB", [10, 20], |n_mb| {
            let file = long(SEED, n_mb * 1_000_000);
            move || read_all(std::slice::from_ref(&file), world)
        });
        growth("words", [10_000, 20_000], |n_words| {
            let file = breathless(SEED, n_words);
            move || read_all(std::slice::from_ref(&file), world)
        });
    }
    if wants("merge") {
        growth("articles", [1000, 2000, 4000], |n| merging(n, world));
    }
}

/// How much longer each size takes than the one before it.
fn growth<T, W: Fn() -> T>(unit: &str, sizes: impl IntoIterator<Item = usize>, make: impl Fn(usize) -> W) {
    let mut before = None;
    for size in sizes {
        let work = make(size);
        let best = (0..3).map(|_| seconds(&work)).fold(f64::INFINITY, f64::min);
        let factor = before
            .replace(best)
            .map_or_else(String::new, |before| format!(" times_as_long={:.2}", best / before));
        println!("claims one={size}{unit} seconds={best:.3}{factor}");
    }
}

/// Merges what `n` articles say of one leader.
fn merging(n: usize, world: &World) -> impl Fn() -> Vec<Event> + use<'_> {
    let files = articles_about(SEED, n, SUBJECT);
    let readings: Vec<Reading> =
        files.iter().map(|(file, bytes)| analyse::read(file, bytes, world)).collect();
    move || {
        let readings: Vec<&Reading> = readings.iter().collect();
        analyse::merge(&readings, SUBJECT, &[], world)
    }
}

fn rate(name: &str, files: &[File], world: &World) {
    let n_bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let n_claims = read_all(files, world);
    let region = Region::new(ALLOCATOR);
    let best = (0..N_ROUNDS).map(|_| seconds(|| read_all(files, world))).fold(f64::INFINITY, f64::min);
    let n_allocations = region.change().allocations / (N_ROUNDS * N_ARTICLES);
    let mb_per_s = n_bytes as f64 / 1e6 / best;
    println!(
        "claims matter={name} mb_per_s={mb_per_s:.1} articles={N_ARTICLES} bytes={n_bytes} claims={n_claims} \
         allocations_per_article={n_allocations}"
    );
}

/// How many claims the articles make.
fn read_all(files: &[File], world: &World) -> usize {
    files.iter().map(|(file, bytes)| analyse::read(file, bytes, world).extraction.claims.len()).sum()
}

#[expect(clippy::disallowed_methods, reason = "measuring time is what a bench is for")]
fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed().as_secs_f64()
}
