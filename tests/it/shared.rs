//! The five seed articles and their time expressions, where ../shared stands beside the project.

use std::{fs, path::PathBuf};

use summitline::{
    extract::times::apart,
    model::{Day, DayRange, MonthPart, Timex},
    project::analyse::{self, Reading},
    resolve, text,
    world::World,
};

/// The start of each seed's name, a day on which it can have been written, and how many days wide its window may be.
const WINDOWS: [(&str, &str, i32); 5] = [
    ("000", "2022-11-14", 5),
    ("001", "2023-09-05", 9),
    ("002", "2024-07-10", 14),
    ("003", "2024-10-24", 16),
    ("004", "2022-12-08", 9),
];

/// So many of the labelled expressions are right at least.
const LEAST_RIGHT: usize = 42;

/// The seeds, each read alone, with the window of each; `None` where they are not there.
fn seeds() -> Option<Vec<(String, Reading, DayRange)>> {
    let folder = shared("seeds")?;
    let world = World::builtin();
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let article = text::article(&name, &fs::read(&path).unwrap(), world);
        let reading = analyse::understand(article, world);
        let (facts, claims) = (&reading.extraction.facts, &reading.extraction.claims);
        let window = resolve::window_with(facts, claims, world).days;
        (name, reading, window)
    };
    Some(files.into_iter().map(read).collect())
}

/// What is shared under this name, or a word that the test is skipped.
fn shared(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    let found = path.exists().then_some(path);
    if found.is_none() {
        println!("skipped: there is no ../shared/{name}");
    }
    found
}

#[test]
fn each_seed_alone_tells_when_it_was_written() {
    let Some(seeds) = seeds() else { return };
    for (start, day, widest) in WINDOWS {
        let (name, _, window) = seeds.iter().find(|(name, ..)| name.starts_with(start)).unwrap();
        let day = Day::parse(day).unwrap();
        assert!(window.contains(DayRange::day(day)), "{name}: {window:?} lacks {day:?}");
        assert!(window.n_days() <= widest, "{name}: {window:?} is {} days wide", window.n_days());
    }
}

#[test]
fn the_time_expressions_of_the_seeds_mean_what_people_read_in_them() {
    let (Some(seeds), Some(rows)) = (seeds(), shared("gold/seed_times.tsv")) else { return };
    let rows = fs::read_to_string(rows).unwrap();
    let (mut n_right, mut wrong) = (0, Vec::new());
    for row in rows.lines().skip(1) {
        let cells: Vec<String> = row.split('\t').map(|cell| cell.replace("\\n", "\n")).collect();
        let (_, reading, window) = seeds.iter().find(|(name, ..)| *name == cells[0]).unwrap();
        let found = meant(reading, *window, &cells[1], &cells[2]);
        if found.as_ref().is_some_and(|(timex, days)| is_right(timex, *days, &cells[3])) {
            n_right += 1;
        } else {
            wrong.push(format!("{row}\n  {found:?}"));
        }
    }
    println!("{n_right} right, others:\n{}", wrong.join("\n"));
    assert!(n_right >= LEAST_RIGHT, "{n_right} right, others:\n{}", wrong.join("\n"));
}

/// What the expression in this context was taken for, and the days that it means.
fn meant(reading: &Reading, window: DayRange, context: &str, words: &str) -> Option<(Timex, DayRange)> {
    let article = &reading.article;
    let at = article.text.find(context)? + context.rfind(words)?;
    let times = reading.extraction.times.iter();
    let mut parts = times.flat_map(|mention| apart(&article.text, mention, &article.language));
    let time = parts.find(|time| time.span.start() < at + words.len() && at < time.span.end())?;
    let days = resolve::days(&time.timex, time.tense, window, World::builtin())?;
    Some((time.timex, days))
}

/// Whether the days are those of the label, or within them where the words name a part of a month; a week may begin on
/// Sunday or on Monday.
fn is_right(timex: &Timex, days: DayRange, label: &str) -> bool {
    let (from, to) = label.split_once('/').unwrap_or((label, label));
    let value = whole(from).hull(whole(to));
    let is_part =
        matches!(timex, Timex::Date { part: Some(MonthPart::Early | MonthPart::Mid | MonthPart::Late), .. });
    let is_week = label.contains('/') && (7..=8).contains(&days.n_days()) && value.widened(1).contains(days);
    days == value || is_week || (is_part && value.contains(days))
}

/// The days of a day, a month or a year.
fn whole(label: &str) -> DayRange {
    let numbers: Vec<u32> = label.split('-').map(|number| number.parse().unwrap()).collect();
    let year = i32::try_from(numbers[0]).unwrap();
    match numbers.as_slice() {
        [_] => DayRange::year(year).unwrap(),
        [_, month] => DayRange::month(year, *month).unwrap(),
        _ => DayRange::day(Day::parse(label).unwrap()),
    }
}
