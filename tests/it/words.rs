//! Every key that resolving gives as a reason has words for a person.

use std::{fs, path::Path};

use regex::Regex;
use summitline::{
    export::words,
    model::{ConfidenceReason, DayRange, Step},
};

/// The keys that `pattern` finds in a file of `src/resolve`, each once.
fn keys(file: &str, pattern: &str) -> Vec<&'static str> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/resolve").join(file);
    let text = fs::read_to_string(path).unwrap();
    let mut keys: Vec<&'static str> = Regex::new(pattern)
        .unwrap()
        .captures_iter(&text)
        .map(|found| &*Box::leak(found[1].to_owned().into_boxed_str()))
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[test]
fn every_reason_for_a_confidence_has_words() {
    let keys = keys("confidence.rs", r#"\("([a-z_]+)", -?\d+\)"#);
    assert!(keys.len() >= 10, "{keys:?}");
    for why in keys {
        let told = words::confidence_reason(&ConfidenceReason { why, points: 1 });
        assert_ne!(told, format!("+1: {}", why.replace('_', " ")), "{why} has no words");
    }
}

#[test]
fn every_reason_for_a_window_has_words() {
    let given = r#"(?:why: |Strength::\w+, |=> |\{ |, )"([a-z_]+)"(?:,| \}|\)\)|\))"#;
    let mut keys = keys("allowed.rs", given);
    keys.extend(self::keys("hints.rs", r#"why: "([a-z_]+)""#));
    assert!(keys.len() >= 10, "{keys:?}");
    for why in keys {
        let (file, quote, window) = ("a.txt".to_owned(), "so".to_owned(), DayRange::ANY);
        let told = words::step(&Step::WindowNarrowed { file, quote, why, window });
        let bare = format!("because {}:", why.replace('_', " "));
        assert!(!told.contains(&bare), "{why} has no words: {told}");
    }
}
