//! No word by which an article is understood stands in the source: languages are data.

use super::nothing_breaks;
use super::scan::{files, sources};
use std::collections::BTreeSet;
use std::fs;

/// The modules that understand text, and so must not know its words.
const UNDERSTANDING: [&str; 3] = ["text", "extract", "resolve"];

/// Shorter words are too likely to be a name of something else.
const FEWEST_LETTERS: usize = 4;

/// Names of ours that the packs' notation and the printed records have as fields and values; the packs' keys are
/// ours too.
const OWN_NAMES: [&str; 32] = [
    "summit",
    "meeting",
    "call",
    "forum",
    "ceremony",
    "trilateral",
    "talks",
    "visit",
    "handshake",
    "phone",
    "video",
    "attended",
    "virtual",
    "skipped",
    "host",
    "happened",
    "planned",
    "speculated",
    "alleged",
    "denied",
    "cancelled",
    "declined",
    "withdrew",
    "prevented",
    "unstated",
    "unknown",
    "text",
    "participation",
    "start",
    "speaker",
    "place",
    "status",
];

/// Names of HTML's elements, attributes and entities and of front matter, which `text` has to read.
const MARKUP: [&str; 18] = [
    "address", "article", "aside", "author", "caption", "center", "date", "dialog", "euro", "figure",
    "footer", "header", "main", "menu", "related", "source", "time", "title",
];

/// Gathers every string of a pack that is one word into `words`, and its keys into `keys`.
fn gather(value: &toml::Value, words: &mut BTreeSet<String>, keys: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) => {
            let word = text.trim().to_lowercase();
            if word.chars().count() >= FEWEST_LETTERS && word.chars().all(char::is_alphabetic) {
                words.insert(word);
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| gather(value, words, keys)),
        toml::Value::Table(table) => {
            for (key, value) in table {
                keys.insert(key.clone());
                gather(value, words, keys);
            }
        }
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}

#[test]
fn no_word_of_a_language_stands_in_the_source() {
    let (mut words, mut own) = (BTreeSet::new(), BTreeSet::from(OWN_NAMES.map(str::to_owned)));
    for path in files("assets/lang").iter().filter(|path| path.extension().is_some_and(|e| e == "toml")) {
        let pack: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        gather(&toml::Value::Table(pack), &mut words, &mut own);
    }
    assert!(words.len() > 100, "the language packs were not found");

    let mut broken = Vec::new();
    for source in sources("src").iter().filter(|s| UNDERSTANDING.contains(&s.module()) && !s.is_test()) {
        for literal in &source.literals {
            // A sentence for people is no word list; an alternation is.
            let parts =
                literal.split(['|', '(', ')', ',', ';', '?', '^', '$']).map(|p| p.trim().to_lowercase());
            let markup = |part: &str| source.module() == "text" && MARKUP.contains(&part);
            let known = parts.filter(|part| words.contains(part) && !own.contains(part) && !markup(part));
            broken.extend(known.map(|word| format!("{}: \"{word}\" in \"{literal}\"", source.path)));
        }
    }
    nothing_breaks("A word of a language pack stands in the source; move it into the pack:", &broken);
}
