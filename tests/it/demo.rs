//! The sample articles through the real program: what they owe is found, and little else.

use serde_json::Value;
use std::process::Command;

/// What the sample articles say: `owed` must be found, `fair` may be.
const GOLDEN: &str = include_str!("../golden/demo.tsv");

/// At least this share of the owed events is found, in hundredths.
const LEAST_FOUND: usize = 60;

/// At least this share of the drawn events is owed or fair, in hundredths.
const LEAST_RIGHT: usize = 75;

/// One occasion: kind, series or counterpart, participation, status, first and last day; empty where unknown.
type Occasion = [String; 7];

/// The golden rows with whether each is owed.
fn golden() -> Vec<(Occasion, bool)> {
    let rows = GOLDEN.lines().skip(1).map(|line| {
        let mut cells = line.split('\t').map(str::to_owned);
        let occasion = std::array::from_fn(|_| cells.next().unwrap());
        (occasion, cells.next().as_deref() == Some("owed"))
    });
    rows.collect()
}

/// The events that the program finds and does not hold back.
fn found() -> Vec<Occasion> {
    let output = Command::new(env!("CARGO_BIN_EXE_summitline"))
        .args(["extract", "@demo", "--format", "jsonl"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| occasion(&serde_json::from_str(line).unwrap())).collect()
}

fn occasion(event: &Value) -> Occasion {
    let of = |key: &str| event[key].as_str().unwrap_or_default().to_owned();
    let counterpart = event["counterparts"][0].as_str().unwrap_or_default().to_owned();
    [of("kind"), of("series"), counterpart, of("participation"), of("status"), of("start"), of("end")]
}

/// Whether `found` is the occasion of a golden row; an empty day in the row matches any.
fn matches(found: &Occasion, row: &Occasion) -> bool {
    let same = |i: usize| found[i] == row[i] || (i >= 5 && row[i].is_empty());
    // A summit has no counterpart of its own.
    (0..7).all(|i| same(i) || (i == 2 && row[0] == "summit"))
}

#[test]
fn the_sample_articles_give_what_they_say() {
    let (golden, found) = (golden(), found());
    let missing: Vec<&Occasion> = golden
        .iter()
        .filter(|(row, owed)| *owed && !found.iter().any(|f| matches(f, row)))
        .map(|(row, _)| row)
        .collect();
    let wrong: Vec<&Occasion> =
        found.iter().filter(|f| !golden.iter().any(|(row, _)| matches(f, row))).collect();
    let owed = golden.iter().filter(|(_, owed)| *owed).count();
    let (n_found, n_right) = (owed - missing.len(), found.len() - wrong.len());
    let report = format!(
        "{n_found} of {owed} owed found, {n_right} of {} drawn right\nmissing: {missing:#?}\nwrong: {wrong:#?}",
        found.len()
    );
    println!("{report}");
    assert!(n_found * 100 >= owed * LEAST_FOUND, "too little was found: {report}");
    assert!(n_right * 100 >= found.len() * LEAST_RIGHT, "too much is wrong: {report}");
}
