//! Makes a saved page safe to parse: depth, attributes and size capped, scripts and comments taken out.
//!
//! A parser keeps a stack of open elements and walks it for each tag, so nested lists of half a megabyte cost
//! it minutes. One pass over the bytes before it, with a counter for a clock, keeps that from happening.

use crate::text::repair::entity;

/// Open elements that are let through; real pages have some 50.
const MAX_DEPTH: usize = 100;
/// Attributes of one tag that are let through.
const MAX_ATTRIBUTES: usize = 64;
/// Tags that are let through; news pages have some thousand.
const MAX_TAGS: usize = 60_000;

/// Stand for `&` and `<` of the text while it is parsed; Unicode keeps them free for such use.
const AMPERSAND: char = '\u{fdd0}';
const LESS: char = '\u{fdd1}';

/// `text` of a parsed page as it was meant.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            AMPERSAND => '&',
            LESS => '<',
            other => other,
        })
        .collect()
}

/// Longer titles and `meta` elements are no metadata.
const MAX_STATED: usize = 2_000;
/// Without a description the library would make one of the first paragraph, at a cost that grows with its square.
const DESCRIPTION: &str = "<meta name=\"description\" content=\"-\">";

/// A page that can be parsed in time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tamed {
    /// The page without scripts, styles and comments.
    pub(super) html: String,
    /// What stood in its JSON-LD scripts.
    pub(super) json: Vec<String>,
    /// The address that a browser wrote into the page when it saved it.
    pub(super) saved_from: Option<String>,
    /// Whether a cap was reached.
    pub(super) is_capped: bool,
}

/// Elements whose content is no markup and no text.
const OPAQUE: [&str; 5] = ["script", "style", "svg", "template", "iframe"];
/// Elements without an end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements that the next of their kind closes, so that a missing end tag does not nest them.
const SELF_CLOSING: [&str; 15] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rp", "rt",
    "html",
];

/// Caps and cleans `html`.
pub(super) fn tame(html: &str) -> Tamed {
    let mut tamed = Tamed { html: String::with_capacity(html.len() + DESCRIPTION.len()), ..Tamed::default() };
    tamed.html.push_str(DESCRIPTION);
    let mut depth = Depth::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
        tamed.text(text);
        rest = if depth.tags > MAX_TAGS { tamed.text_only(tail) } else { tamed.markup(tail, &mut depth) };
    }
    tamed.text(rest);
    tamed
}

/// How deep the parser's stack will be.
#[derive(Default)]
struct Depth {
    open: usize,
    dropped: usize,
    tags: usize,
}

impl Tamed {
    /// Takes in text between tags, with its entities read: each would cost the parser a copy of the text so far.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('&') {
            self.html.push_str(before);
            let (letter, length) = entity(after).unwrap_or(('&', 0));
            self.html.push(match letter {
                '&' => AMPERSAND,
                '<' => LESS,
                other => other,
            });
            rest = after.get(length..).unwrap_or_default();
        }
        self.html.push_str(rest);
    }

    /// Takes in what begins at a `<`, and returns what follows it.
    fn markup<'a>(&mut self, tail: &'a str, depth: &mut Depth) -> &'a str {
        if let Some(comment) = tail.strip_prefix("<!--") {
            let (comment, rest) = comment.split_once("-->").unwrap_or((comment, ""));
            let address = comment.split_once("saved from url=").and_then(|(_, rest)| rest.split_once(')'));
            if let Some((_, address)) = address {
                self.saved_from.get_or_insert_with(|| address.trim().to_owned());
            }
            return rest;
        }
        let is_tag = tail.get(1..).is_some_and(|rest| {
            rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/' || letter == '!')
        });
        if !is_tag {
            self.html.push(LESS);
            return tail.get(1..).unwrap_or_default();
        }
        let Some((tag, rest)) = cut_tag(tail) else { return "" };
        depth.tags += 1;
        let name = tag_name(tag);
        if OPAQUE.contains(&name.as_str()) && !tag.starts_with("</") && !tag.ends_with("/>") {
            return self.opaque(tag, &name, rest);
        }
        if name == "title" && !tag.starts_with("</") {
            return self.title(rest);
        }
        if name == "meta" && tag.len() > MAX_STATED {
            return rest;
        }
        self.tag(tag, &name, depth);
        rest
    }

    /// Takes in a page's title, cut to a length that a title can have.
    fn title<'a>(&mut self, rest: &'a str) -> &'a str {
        let (title, rest) = split_at_ignoring_case(rest, "</title");
        let title: String = title.chars().take(MAX_STATED).filter(|letter| *letter != '<').collect();
        self.html.push_str("<title>");
        self.text(&title);
        self.html.push_str("</title>");
        cut_tag(rest).map_or("", |(_, rest)| rest)
    }

    /// Leaves out an element with its content, but keeps JSON-LD.
    fn opaque<'a>(&mut self, tag: &str, name: &str, rest: &'a str) -> &'a str {
        let end = format!("</{name}");
        let (content, after) = split_at_ignoring_case(rest, &end);
        if name == "script" && tag.to_ascii_lowercase().contains("ld+json") {
            self.json.push(content.to_owned());
        }
        cut_tag(after).map_or("", |(_, rest)| rest)
    }

    fn tag(&mut self, tag: &str, name: &str, depth: &mut Depth) {
        let counts = !VOID.contains(&name)
            && !SELF_CLOSING.contains(&name)
            && !tag.starts_with("<!")
            && !tag.ends_with("/>");
        if counts && tag.starts_with("</") {
            if depth.dropped > 0 {
                depth.dropped -= 1;
                return;
            }
            depth.open = depth.open.saturating_sub(1);
        } else if counts {
            if depth.open >= MAX_DEPTH {
                depth.dropped += 1;
                self.is_capped = true;
                self.html.push_str("<br>");
                return;
            }
            depth.open += 1;
        }
        if tag.matches('=').count() > MAX_ATTRIBUTES
            || tag.split_ascii_whitespace().count() > 8 * MAX_ATTRIBUTES
        {
            self.is_capped = true;
            self.html.push('<');
            self.html.push_str(if tag.starts_with("</") { "/" } else { "" });
            self.html.push_str(name);
            self.html.push('>');
        } else {
            self.html.push_str(tag);
        }
    }

    /// Beyond the cap, tags are line breaks.
    fn text_only<'a>(&mut self, tail: &'a str) -> &'a str {
        self.is_capped = true;
        self.html.push(' ');
        cut_tag(tail).map_or("", |(_, rest)| rest)
    }
}

/// The tag with which `tail` begins, and what follows; quoted values may hold `>`.
fn cut_tag(tail: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in tail.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return tail.split_at_checked(at + 1),
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    // An open quote swallows the rest of the page: read the tag without minding quotes.
    let at = tail.find('>')?;
    tail.split_at_checked(at + 1)
}

fn tag_name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    name.chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .flat_map(char::to_lowercase)
        .collect()
}

/// What stands before and from `end`, which is in lower case, on.
fn split_at_ignoring_case<'a>(text: &'a str, end: &str) -> (&'a str, &'a str) {
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find("</")) {
        at += offset;
        let found = text.get(at..at + end.len()).is_some_and(|candidate| candidate.eq_ignore_ascii_case(end));
        if found {
            return text.split_at_checked(at).unwrap_or((text, ""));
        }
        at += 2;
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(tamed: &Tamed) -> String {
        super::plain(tamed.html.strip_prefix(DESCRIPTION).unwrap())
    }

    #[test]
    fn scripts_and_comments_are_taken_out() {
        let page = "<!-- saved from url=(0031)https://example.org/2024/07/10/a -->\n<p>One<SCRIPT type='application/ld+json'>{\"a\":\"</p>\"}</Script> two < three</p>";
        let tamed = tame(page);
        assert_eq!(plain(&tamed), "\n<p>One two < three</p>", "text and tags");
        assert_eq!(tamed.json, ["{\"a\":\"</p>\"}"], "data");
        assert_eq!(tamed.saved_from.as_deref(), Some("https://example.org/2024/07/10/a"), "address");
    }

    #[test]
    fn depth_and_attributes_are_capped() {
        let tamed = tame(&"<ul><li>x".repeat(50_000));
        assert!(tamed.is_capped && tamed.html.matches("<ul").count() <= MAX_DEPTH, "nested lists");
        let many = " a=1".repeat(10_000);
        assert_eq!(plain(&tame(&format!("<p{many}>text</p>"))), "<p>text</p>", "attributes");
        assert_eq!(plain(&tame("<p title=\"a > b\">x")), "<p title=\"a > b\">x", "quoted");
        assert_eq!(plain(&tame("<a href=\"x>y")), "<a href=\"x>y", "an open quote");
    }
}
