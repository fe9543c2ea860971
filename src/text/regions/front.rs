//! The lines between `---` at the head of a note, as static site generators write them.

use super::{Part, lines::blank_trimmed};
use crate::model::{BlockRole, Span};

/// Longer heads are no heads.
const MAX_LINES: usize = 200;

/// What the head says.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    pub(super) parts: Vec<Part>,
    /// The title's words.
    pub title: Option<Span>,
    /// The value of the first key that states the publication date.
    pub date: Option<Span>,
    /// The value of the first key that states the address.
    pub url: Option<Span>,
    /// The value of the key that states the language.
    pub language: Option<Span>,
}

/// Keys of front matter; words of formats (Jekyll, Hugo, Hexo, Pelican, Astro), not of a language.
const TITLE_KEYS: [&str; 2] = ["title", "headline"];
const DECK_KEYS: [&str; 7] =
    ["description", "summary", "excerpt", "subtitle", "shorttext", "abstract", "lead"];
const DATE_KEYS: [&str; 12] = [
    "date",
    "published",
    "publishedat",
    "published_at",
    "publishdate",
    "publish_date",
    "pubdate",
    "pub_date",
    "datepublished",
    "date_published",
    "publication_date",
    "published_time",
];
const URL_KEYS: [&str; 7] =
    ["original_url", "canonical_url", "canonical", "canonicalurl", "url", "link", "permalink"];
const LANGUAGE_KEYS: [&str; 4] = ["lang", "language", "locale", "inlanguage"];

/// Reads the head of `lines`, and says how many lines it takes.
pub(super) fn front_matter(text: &str, lines: &[Span]) -> (FrontMatter, usize) {
    let mut front = FrontMatter::default();
    let Some(first) = lines.iter().position(|line| !line.is_empty()) else { return (front, 0) };
    let is_rule = |line: &Span| line.of(text).trim_start_matches('\u{feff}') == "---";
    if !lines.get(first).is_some_and(is_rule) {
        return (front, 0);
    }
    let body = lines.get(first + 1..).unwrap_or_default();
    let Some(length) = body.iter().take(MAX_LINES).position(is_rule) else { return (front, 0) };
    // A rule on top of an article is followed by prose, a head by keys.
    let keyed = body.iter().take(length).filter(|line| key_of(line.of(text)).is_some()).count();
    if keyed == 0 {
        return (front, 0);
    }
    let end = first + length + 2;
    for &line in lines.get(first..end).unwrap_or_default() {
        front.read(text, line);
    }
    (front, end)
}

/// The key of a line `key: value`, and the byte at which the value begins.
fn key_of(line: &str) -> Option<(&str, usize)> {
    let (key, _) = line.split_once(':')?;
    let is_key =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    is_key.then_some((key, key.len() + 1))
}

impl FrontMatter {
    fn read(&mut self, text: &str, line: Span) {
        let mut role = BlockRole::Boilerplate;
        let mut value = Span::new(line.end(), line.end());
        if let Some((key, at)) = key_of(line.of(text)) {
            value = unquoted(text, Span::new(line.start() + at, line.end()));
            role = self.keep(&key.to_ascii_lowercase(), value);
        }
        if role == BlockRole::Boilerplate || value.is_empty() {
            self.push(line, BlockRole::Boilerplate);
            return;
        }
        self.push(blank_trimmed(text, Span::new(line.start(), value.start())), BlockRole::Boilerplate);
        self.push(value, role);
    }

    /// Notes what `key` states, and says which part its value plays.
    fn keep(&mut self, key: &str, value: Span) -> BlockRole {
        if value.is_empty() {
            return BlockRole::Boilerplate;
        }
        if TITLE_KEYS.contains(&key) && self.title.is_none() {
            self.title = Some(value);
            return BlockRole::Title;
        }
        if DECK_KEYS.contains(&key) {
            return BlockRole::Deck;
        }
        let slots = [
            (&DATE_KEYS[..], &mut self.date),
            (&URL_KEYS[..], &mut self.url),
            (&LANGUAGE_KEYS[..], &mut self.language),
        ];
        for (keys, slot) in slots {
            if keys.contains(&key) {
                slot.get_or_insert(value);
            }
        }
        BlockRole::Boilerplate
    }

    fn push(&mut self, span: Span, role: BlockRole) {
        self.parts.push(Part { span, role: Some(role) });
    }
}

/// `span` without white space and one pair of quotes around it.
fn unquoted(text: &str, span: Span) -> Span {
    let span = blank_trimmed(text, span);
    let inside = span.of(text);
    let quoted = inside.len() >= 2
        && ['"', '\''].iter().any(|quote| inside.starts_with(*quote) && inside.ends_with(*quote));
    if quoted { Span::new(span.start() + 1, span.end() - 1) } else { span }
}
