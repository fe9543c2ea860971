//! What the records promise to other programs.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{arg, demo_articles, demo_claims, demo_events, folder, records, run, run_with, seeds};

/// The fields of an event, in the contract's order.
const EVENT: [&str; 26] = [
    "id",
    "kind",
    "form",
    "held",
    "subject",
    "series",
    "name",
    "counterparts",
    "countries",
    "participation",
    "left_early",
    "host",
    "delegate",
    "reason",
    "status",
    "start",
    "end",
    "precision",
    "date_basis",
    "inferred",
    "place",
    "sidelines_of",
    "confidence",
    "conflicts",
    "review",
    "evidence",
];
/// The fields of an evidence entry.
const EVIDENCE: [&str; 12] = [
    "file",
    "title",
    "published",
    "quote",
    "prefix",
    "suffix",
    "start",
    "end",
    "language",
    "participation",
    "status",
    "rule",
];
/// The fields of what `articles` prints.
const ARTICLE: [&str; 8] = ["hash", "text", "edits", "blocks", "language", "window", "times", "doubts"];

/// Whether the keys of the JSON object that begins `line` stand in this order.
fn stand_in_order(line: &str, keys: &[&str]) -> bool {
    let places: Vec<_> = keys.iter().map(|key| line.find(&format!("\"{key}\":"))).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

/// Checks that all quotes of an input's events stand in the articles where they say.
fn check_quotes(events: &str, articles: &str) {
    let (events, articles) = (records(events), records(articles));
    let texts: BTreeMap<&str, Vec<char>> = articles
        .iter()
        .map(|article| {
            (article["file"].as_str().unwrap(), article["text"].as_str().unwrap().chars().collect())
        })
        .collect();
    let cut = |record: &Value| -> String {
        let offset = |name: &str| usize::try_from(record[name].as_u64().unwrap()).unwrap();
        texts[record["file"].as_str().unwrap()][offset("start")..offset("end")].iter().collect()
    };
    assert!(!events.is_empty(), "there is no event");
    for evidence in events.iter().flat_map(|event| event["evidence"].as_array().unwrap()) {
        assert_eq!(evidence["quote"].as_str().unwrap(), cut(evidence), "{evidence}");
    }
    for article in &articles {
        for time in article["times"].as_array().unwrap() {
            let mut time = time.clone();
            time["file"] = article["file"].clone();
            assert_eq!(time["text"].as_str().unwrap(), cut(&time), "{time}");
        }
        for left_out in article["left_out"].as_array().unwrap() {
            let mut left_out = left_out.clone();
            left_out["file"] = article["file"].clone();
            assert_eq!(left_out["quote"].as_str().unwrap(), cut(&left_out), "{left_out}");
        }
    }
}

#[test]
fn every_quote_stands_where_it_says() {
    check_quotes(demo_events(), demo_articles());
    if let Some(seeds) = seeds() {
        let events = run(&["extract", arg(&seeds), "--all"]).ended(0).out;
        check_quotes(&events, &run(&["articles", arg(&seeds)]).ended(0).out);
    }
}

#[test]
fn events_and_articles_have_the_fields_of_the_contract() {
    for (line, event) in demo_events().lines().zip(records(demo_events())) {
        assert!(stand_in_order(line, &EVENT), "{line}");
        let evidence = event["evidence"].as_array().unwrap();
        assert!(!evidence.is_empty(), "an event without evidence: {line}");
        for field in EVIDENCE {
            assert!(evidence.iter().all(|entry| entry.get(field).is_some()), "{field} is missing: {line}");
        }
        let confidence = event["confidence"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&confidence), "{line}");
    }
    for article in records(demo_articles()) {
        for field in ARTICLE.into_iter().chain(["left_out"]) {
            assert!(article.get(field).is_some(), "{field} is missing: {article}");
        }
        assert_eq!(article["hash"].as_str().unwrap().len(), 64);
    }
}

#[test]
fn an_article_comes_before_its_claims() {
    let mut hash = None;
    let mut n_claims = 0;
    for record in records(demo_claims()) {
        if record["record"] == "article" {
            hash = Some(record["article"].clone());
        } else {
            assert_eq!(record["record"], "claim");
            assert_eq!(Some(&record["article"]), hash.as_ref());
            n_claims += 1;
        }
    }
    assert!(n_claims > 0, "the sample articles make no claim");
}

#[test]
fn an_article_that_gives_nothing_says_why() {
    let folder =
        folder(&[("bread.txt", "The baker sold bread and butter in the village on Friday morning.")]);
    let article = run(&["articles", arg(folder.path())]).ended(0).records().remove(0);
    let kinds: Vec<_> =
        article["doubts"].as_array().unwrap().iter().map(|doubt| doubt["kind"].clone()).collect();
    assert!(kinds.contains(&Value::from("nothing_found")), "{article}");
}

#[test]
fn a_record_on_standard_input_keeps_what_it_says_of_itself() {
    let record = r#"{"id": "a1", "text": "Vladimir Putin met Xi Jinping in Beijing on Friday.", "title": "In Beijing", "published": "2022-02-05", "url": "https://example.org/a"}"#;
    let run = run_with(&["claims", "-"], record).ended(0);
    let article = &run.records()[0];
    for (field, value) in [
        ("file", "a1"),
        ("title", "In Beijing"),
        ("published", "2022-02-05"),
        ("url", "https://example.org/a"),
    ] {
        assert_eq!(article[field], value, "{article}");
    }
}
