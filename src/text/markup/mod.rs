//! Saved pages: their text with everything kept, which of it is the article, and what they state of themselves.

mod meta;
mod tame;
mod walk;

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

pub use meta::PageMeta;
use walk::{Element, Line, MARK};

use crate::{
    model::{BlockRole, Published, PublishedBasis},
    text::published::iso_day,
};

/// Pages whose cleaned markup is larger are not searched for their main text.
const MAX_SEARCHED: usize = 3_000_000;
/// More elements than this are not searched either.
const MAX_ELEMENTS: usize = 40_000;
/// How many lines behind the headline a byline or a date may stand.
const HEAD_LINES: usize = 14;

/// The roles that markup gives to lines of the text, by line number from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    lines: BTreeMap<usize, BlockRole>,
}

impl Hints {
    /// The role of a line, if markup tells it.
    pub fn of_line(&self, index: usize) -> Option<BlockRole> {
        self.lines.get(&index).copied()
    }
}

/// A page as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// All of its text, a paragraph a line, with blank lines between.
    pub text: String,
    /// What the markup tells of the lines.
    pub hints: Hints,
    /// What the page states of itself.
    pub meta: PageMeta,
    /// Whether it is known which part of the text is the article.
    pub has_main_text: bool,
    /// Whether the page was too deep or too large to be read as it is.
    pub is_capped: bool,
}

/// Reads a page.
pub fn page(html: &str) -> Page {
    let tamed = tame::tame(html);
    // The libraries promise not to panic; a page that makes them costs its markup, not the program.
    let read = catch_unwind(AssertUnwindSafe(|| read(&tamed)));
    read.unwrap_or_else(|_| Page { text: bare_text(&tamed.html), is_capped: true, ..Page::default() })
}

fn read(tamed: &tame::Tamed) -> Page {
    let document = Document::from(tamed.html.as_str());
    let mut meta = meta::page_meta(&document, tamed);
    let lines = walk::lines(&document);
    let main = (tamed.html.len() <= MAX_SEARCHED && !tamed.is_capped).then(|| main_marks(document)).flatten();
    let headline = headline(&lines, meta.title.as_deref());
    if meta.published.is_none() {
        meta.published = time_behind(&lines, headline);
    }
    let mut text = String::new();
    let mut hints = Hints::default();
    let mut line_number = 0;
    let first_main = main.as_ref().and_then(|main| lines.iter().position(|line| is_main(line, main)));
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            let gap = if line.is_continued { "\n" } else { "\n\n" };
            text.push_str(gap);
            line_number += gap.len();
        }
        text.push_str(&line.text);
        let is_article = main.as_ref().is_none_or(|main| is_main(line, main));
        let is_head = headline.is_some_and(|headline| index > headline && index <= headline + HEAD_LINES)
            && first_main.is_none_or(|first| index < first);
        let role =
            if Some(index) == headline { Some(BlockRole::Title) } else { role(line, is_article || is_head) };
        if let Some(role) = role {
            hints.lines.insert(line_number, role);
        }
    }
    Page { text, hints, meta, has_main_text: main.is_some(), is_capped: tamed.is_capped }
}

fn role(line: &Line, is_article: bool) -> Option<BlockRole> {
    match line.element {
        Element::Furniture => Some(BlockRole::Boilerplate),
        _ if !is_article => Some(BlockRole::Boilerplate),
        Element::Caption => Some(BlockRole::Caption),
        Element::Item => Some(BlockRole::ListItem),
        Element::Plain | Element::Heading | Element::Headline => None,
    }
}

fn is_main(line: &Line, main: &BTreeSet<usize>) -> bool {
    line.marks.iter().any(|mark| main.contains(mark))
}

/// The numbers of the elements that hold the article's text, or `None` if it was not found.
fn main_marks(document: Document) -> Option<BTreeSet<usize>> {
    let config = Config { max_elements_to_parse: MAX_ELEMENTS, disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    let opening = format!("{MARK}=\"");
    let marks = article.content.split(opening.as_str()).skip(1);
    Some(marks.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect())
}

/// The line with the headline: the one that metadata states, else the only `h1`, else the longest.
fn headline(lines: &[Line], stated: Option<&str>) -> Option<usize> {
    let key = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let headings = || {
        let is_heading = |line: &Line| matches!(line.element, Element::Headline | Element::Heading);
        lines.iter().enumerate().filter(move |(_, line)| is_heading(line))
    };
    let stated = stated.map(key).filter(|stated| stated.len() > 8);
    let matching = stated.and_then(|stated| {
        headings().find(|(_, line)| {
            let own = key(&line.text);
            own.len() > 8 && (stated.starts_with(&own) || own.starts_with(&stated))
        })
    });
    let largest = || {
        let headlines = lines.iter().enumerate().filter(|(_, line)| line.element == Element::Headline);
        headlines.max_by_key(|(index, line)| (line.text.len(), usize::MAX - index))
    };
    matching.or_else(largest).map(|(index, _)| index)
}

/// The day of the first `time` element at the head.
fn time_behind(lines: &[Line], headline: Option<usize>) -> Option<Published> {
    let head = lines.iter().skip(headline?).take(HEAD_LINES);
    let day = head
        .filter(|line| line.element != Element::Furniture)
        .find_map(|line| iso_day(line.time.as_deref()?))?;
    Some(Published { day, basis: PublishedBasis::Metadata })
}

/// The text between tags, where nothing better can be had.
fn bare_text(html: &str) -> String {
    html.split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
