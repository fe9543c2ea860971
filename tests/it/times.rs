//! The time expressions of `tests/golden/times/*.tsv`: a sentence, and the days that its words mean.
//!
//! The file's name is the language; its first line tells the day of writing. Each further line is a sentence, a
//! tab, and `words = days` parted by `;`, or `-` where nothing in it is a date. Days are written as EDTF, with `..`
//! for an end that is not known. `?` before a line marks one that fails today: when it comes right, the mark has
//! to go.

use std::{fs, path::Path};

use summitline::{
    extract::extract,
    model::{Day, DayRange},
    resolve, text, wire,
    world::World,
};

#[test]
fn every_time_expression_means_what_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/times");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 13, "a file for each language");
    let mut wrong = Vec::new();
    for file in &files {
        let language = file.file_stem().unwrap().to_str().unwrap();
        let page = fs::read_to_string(file).unwrap();
        let (head, lines) = page.split_once('\n').unwrap();
        let written =
            head.split_whitespace().find_map(|word| Day::parse(word.trim_end_matches(','))).unwrap();
        let cases: Vec<&str> = lines.lines().collect();
        assert!(cases.len() >= 12, "{language}: {} lines", cases.len());
        let mut n_right = 0;
        for line in &cases {
            let known_miss = line.starts_with('?');
            let (sentence, expected) = line.trim_start_matches('?').split_once('\t').unwrap();
            let meant = meant(sentence, language, written);
            match (agrees(&meant, expected), known_miss) {
                (true, false) => n_right += 1,
                (false, true) => {}
                (true, true) => {
                    wrong.push(format!("{language}: is right now, take the mark away: {sentence}"));
                }
                (false, false) => {
                    wrong
                        .push(format!("{language}: {sentence}\n  expected {expected}\n  meant    {meant:?}"));
                }
            }
        }
        println!("{language}: {n_right} of {} right", cases.len());
    }
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether just these expressions were found, each around the words that are named, with these days.
fn agrees(meant: &[(String, String)], expected: &str) -> bool {
    let expected: Vec<(&str, &str)> = expected
        .split("; ")
        .filter(|part| *part != "-")
        .map(|part| part.split_once(" = ").unwrap())
        .collect();
    meant.len() == expected.len()
        && meant
            .iter()
            .zip(&expected)
            .all(|((words, days), (core, wanted))| words.contains(core) && days == wanted)
}

/// The time expressions of a sentence that was written on this day, each with the days that it means.
fn meant(sentence: &str, language: &str, written: Day) -> Vec<(String, String)> {
    let world = World::builtin();
    let mut article = text::article("golden.txt", sentence.as_bytes(), world);
    language.clone_into(&mut article.language);
    let times = extract(&article, world).times;
    let dated = times.iter().filter_map(|time| {
        let days = resolve::days(&time.timex, time.tense, DayRange::day(written), world)?;
        Some((time.span.of(&article.text).to_owned(), wire::edtf_from_days(days)?))
    });
    dated.collect()
}
