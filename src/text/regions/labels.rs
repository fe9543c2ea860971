//! Which part each paragraph plays.

use std::{borrow::Cow, ops::Range};

use super::{
    Part, captions, duplicates,
    lines::{Script, blank_trimmed, ends_sentence, is_item, is_mark_line, looks_like_address, script_of},
    openings::{byline_length, split_openings},
};
use crate::{
    model::{BlockRole, Span},
    text::sentences::is_blank,
    world::packs::regions::{Cue, LineCue, Regions},
};

/// Longer paragraphs are prose: no cue is looked for in them.
const SHORT: usize = 1000;
/// Shorter paragraphs are a notice as a whole or not at all.
const LONG_ENOUGH_TO_CUT: usize = 160;
/// A longer line is no headline.
const MAX_TITLE: usize = 260;
/// This many short lines in a row are a menu.
const MENU_LINES: usize = 6;

/// Gives every part its role.
pub(super) fn label(text: &str, parts: &mut Vec<Part>, cues: &Regions) {
    split_pictures(text, parts);
    from_cues(text, parts, cues);
    title_and_deck(text, parts);
    split_openings(text, parts, cues);
    captions_by_credit_line(text, parts);
    menus(text, parts);
    duplicates::mark(text, parts);
    related(text, parts, cues);
    tail(text, parts, cues);
}

/// Cuts a picture in Markdown off the words behind it.
fn split_pictures(text: &str, parts: &mut Vec<Part>) {
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        at += 1;
        let words = part.span.of(text);
        let end = words.starts_with("![").then(|| picture_end(words)).flatten();
        let Some(end) = end.filter(|end| *end < words.len()) else { continue };
        let role = if words.starts_with("![]") { BlockRole::Boilerplate } else { BlockRole::Caption };
        cut(text, parts, at - 1, (end, Some(role), None));
    }
}

fn picture_end(words: &str) -> Option<usize> {
    let address = words.find("](")?;
    let length = words.get(address..)?.find(')')?;
    Some(address + length + 1)
}

/// Where a notice such as `All rights reserved` begins at the end of a paragraph of prose.
fn notice_start(words: &str, clues: &Clues<'_>) -> Option<usize> {
    if words.len() < LONG_ENOUGH_TO_CUT {
        return None;
    }
    let cue =
        clues.hits.iter().filter(|(cue, _)| *cue == Cue::Boilerplate).map(|(_, range)| range.start).min()?;
    // Lower case and plain spaces have other lengths in bytes, but as many characters.
    let n_before = clues.text.get(..cue)?.chars().count();
    let cue = words.char_indices().nth(n_before).map(|(at, _)| at)?;
    sentence_start(words, cue).filter(|start| *start > LONG_ENOUGH_TO_CUT / 2)
}

/// Where the sentence begins that byte `at` lies in, if there is one before it.
fn sentence_start(words: &str, at: usize) -> Option<usize> {
    let before = words.get(..at)?;
    let stop = before.rfind(['.', '!', '?', '。', '”', '"'])?;
    let length = before.get(stop..)?.chars().next()?.len_utf8();
    Some(stop + length)
}

/// Cuts a part in two at a byte of it, each with its role.
pub(super) fn cut(
    text: &str,
    parts: &mut Vec<Part>,
    index: usize,
    (at, head, tail): (usize, Option<BlockRole>, Option<BlockRole>),
) {
    let Some(part) = parts.get_mut(index) else { return };
    let (start, end) = (part.span.start(), part.span.end());
    let rest = blank_trimmed(text, Span::new(start + at, end));
    *part = Part { span: blank_trimmed(text, Span::new(start, start + at)), role: head };
    if !rest.is_empty() {
        parts.insert(index + 1, Part { span: rest, role: tail });
    }
}

/// A paragraph as cues are looked for in it, and the cue phrases in it.
pub(super) struct Clues<'a> {
    /// The paragraph itself if it is ASCII, else in lower case with plain spaces.
    pub(super) text: Cow<'a, str>,
    pub(super) hits: Vec<(Cue, Range<usize>)>,
}

impl<'a> Clues<'a> {
    pub(super) fn of(words: &'a str, cues: &Regions) -> Self {
        let text = if words.is_ascii() {
            Cow::Borrowed(words)
        } else {
            // A no-break space is a space to whoever reads a cue.
            Cow::Owned(words.to_lowercase().replace('\u{a0}', " "))
        };
        let hits = cues.phrases(&text).collect();
        Self { text, hits }
    }

    fn has(&self, wanted: Cue) -> bool {
        self.hits.iter().any(|(cue, _)| *cue == wanted)
    }
}

/// What cue words and marks at once tell of a paragraph.
fn from_cues(text: &str, parts: &mut Vec<Part>, cues: &Regions) {
    let mut at = 0;
    while let Some(part) = parts.get_mut(at) {
        let words = part.span.of(text);
        if part.role.is_none() && part.span.len() <= SHORT {
            let seen = Clues::of(words, cues);
            if let Some(start) = notice_start(words, &seen) {
                cut(text, parts, at, (start, None, Some(BlockRole::Boilerplate)));
                continue;
            }
            part.role = role_from_cues(words, &seen, cues);
        }
        if is_item(words) {
            part.set(BlockRole::ListItem);
        }
        at += 1;
    }
}

fn role_from_cues(words: &str, seen: &Clues<'_>, cues: &Regions) -> Option<BlockRole> {
    let text = &*seen.text;
    let is_known_line = words.len() <= 120 && cues.line(bare(&text.to_lowercase())).is_some();
    if is_known_line || words.starts_with('|') || is_tag(words) || !words.contains(char::is_alphabetic) {
        return Some(BlockRole::Boilerplate);
    }
    if seen.has(Cue::Spam) && (text.len() < 120 || (text.len() <= 300 && !ends_sentence(text))) {
        return Some(BlockRole::Boilerplate);
    }
    if text.len() < 300 && cues.opens_link(text) {
        return Some(BlockRole::RelatedLink);
    }
    if (seen.has(Cue::Boilerplate) && text.len() < 400) || (words.starts_with('©') && words.len() > 80) {
        return Some(BlockRole::Boilerplate);
    }
    if captions::is_caption(seen) {
        return Some(BlockRole::Caption);
    }
    if (12..=120).contains(&words.len()) && byline_length(words, cues) == Some(words.len()) {
        return Some(BlockRole::Byline);
    }
    None
}

/// A line that is one HTML tag or a short code of a site generator.
fn is_tag(words: &str) -> bool {
    (words.starts_with('<') && words.ends_with('>') && words.matches('<').count() == 1)
        || (words.starts_with("{{") && words.ends_with("}}"))
}

/// A line in lower case without the marks around it, for looking it up.
fn bare(lower: &str) -> &str {
    lower.trim_matches(|letter: char| {
        is_blank(letter)
            || matches!(
                letter,
                '#' | '*'
                    | ':'
                    | '：'
                    | '.'
                    | '…'
                    | '|'
                    | '['
                    | ']'
                    | '»'
                    | '«'
                    | '>'
                    | '!'
                    | '-'
                    | '–'
                    | '—'
                    | '_'
                    | '('
                    | ')'
            )
    })
}

/// The headline is the first short line that ends no sentence and is in the article's script.
fn title_and_deck(text: &str, parts: &mut [Part]) {
    let script = main_script(text, parts);
    if parts.iter().any(|part| part.role == Some(BlockRole::Title)) {
        return;
    }
    let mut title = None;
    for (index, part) in parts.iter_mut().enumerate().filter(|(_, part)| part.role.is_none()) {
        let words = part.span.of(text);
        if is_title(words, script) {
            part.set(BlockRole::Title);
            title = Some(index);
            break;
        }
        let is_site_name = part.span.len() <= 60 && !ends_sentence(words);
        if !is_site_name {
            break;
        }
        part.set(BlockRole::Boilerplate);
    }
    let Some(title) = title else { return };
    for part in parts.iter_mut().skip(title + 1).filter(|part| part.role.is_none()).take(2) {
        let words = part.span.of(text);
        let is_cut_off = words.ends_with("...") || words.ends_with('…');
        if !(is_cut_off || is_title(words, script)) || part.span.len() < 24 {
            break;
        }
        part.set(BlockRole::Deck);
    }
}

/// The script of the longest paragraphs.
fn main_script(text: &str, parts: &[Part]) -> Option<Script> {
    let longest = parts.iter().filter(|part| part.role.is_none()).max_by_key(|part| part.span.len())?;
    script_of(longest.span.of(text))
}

fn is_title(words: &str, script: Option<Script>) -> bool {
    let line = words.trim_start_matches('#').trim_start_matches(is_blank);
    if line.len() > MAX_TITLE || line.contains('\n') {
        return false;
    }
    let n_letters = line.chars().filter(|letter| letter.is_alphabetic()).count();
    let own = script_of(line);
    let is_long_enough =
        if own == Some(Script::East) { n_letters >= 5 } else { line.split(is_blank).nth(1).is_some() };
    is_long_enough
        && (script.is_none() || own == script)
        && (!ends_sentence(line) || line.ends_with(['?', '!', '？', '！', '؟']))
        && !is_item(words)
        && !looks_like_address(line)
}

/// The line above a lone domain, or above a line that is only a credit, is a picture's caption.
fn captions_by_credit_line(text: &str, parts: &mut Vec<Part>) {
    let mut at = 1;
    while at < parts.len() {
        let (Some(above), Some(below)) = (parts.get(at - 1), parts.get(at)) else { return };
        let words = below.span.of(text);
        let is_domain = looks_like_address(words) && !words.contains('/');
        let is_credit = below.role == Some(BlockRole::Caption)
            && words.len() < 120
            && !words.starts_with(['!', '<', '#', '['])
            && !ends_sentence(above.span.of(text));
        let may_be_caption = matches!(above.role, None | Some(BlockRole::Caption)) && above.span.len() < 300;
        let is_near = || !text.get(above.span.end()..below.span.start()).unwrap_or_default().contains("\n\n");
        let span = above.span.hull(below.span);
        if is_domain && may_be_caption && is_near() {
            if let Some(above) = parts.get_mut(at - 1) {
                *above = Part { span, role: Some(BlockRole::Caption) };
            }
            parts.remove(at);
        } else if is_credit
            && may_be_caption
            && let Some(above) = parts.get_mut(at - 1)
        {
            above.set(BlockRole::Caption);
        } else if looks_like_address(words)
            && let Some(below) = parts.get_mut(at)
        {
            below.set(BlockRole::Boilerplate);
        }
        at += 1;
    }
}

/// Many short lines in a row are a menu.
fn menus(text: &str, parts: &mut [Part]) {
    let is_short = |part: &Part| {
        let words = part.span.of(text);
        matches!(part.role, None | Some(BlockRole::Boilerplate | BlockRole::Deck))
            && part.span.len() <= 60
            && !ends_sentence(words)
            && !is_item(words)
            && words.split_whitespace().count() <= 5
    };
    let mut run = 0..0;
    for index in 0..=parts.len() {
        if parts.get(index).is_some_and(is_short) {
            run.end = index + 1;
            continue;
        }
        if run.len() >= MENU_LINES {
            for part in parts.get_mut(run.clone()).unwrap_or_default() {
                part.role = Some(BlockRole::Boilerplate);
            }
        }
        run = index + 1..index + 1;
    }
}

/// A page's title without the name of the site behind it.
pub(in crate::text) fn without_site(title: &str) -> &str {
    let cut = |marks: &[&str]| marks.iter().find_map(|mark| title.rsplit_once(mark));
    let lengths = |(head, site): &(&str, &str)| (head.chars().count(), site.chars().count());
    // A bar or a bullet parts the site's name from the headline; a dash may be the headline's own.
    let barred =
        cut(&[" • ", " | ", " · ", " :: "]).filter(|halves| lengths(halves).0 > lengths(halves).1.max(11));
    let dashed = || cut(&[" — "]).filter(|halves| lengths(halves).0 > 2 * lengths(halves).1.max(10));
    barred.or_else(dashed).map_or(title, |(head, _)| head)
}

/// What stands under a heading such as `Related stories`, up to the next paragraph of prose.
fn related(text: &str, parts: &mut [Part], cues: &Regions) {
    let mut under_heading = false;
    for part in parts {
        let words = part.span.of(text);
        if part.span.len() <= 80 && cues.line(bare(&words.to_lowercase())) == Some(LineCue::Related) {
            under_heading = true;
            continue;
        }
        let is_prose = part.span.len() > 280 || (ends_sentence(words) && part.span.len() > 120);
        let is_link =
            matches!(part.role, None | Some(BlockRole::ListItem | BlockRole::Duplicate | BlockRole::Deck));
        if is_prose || part.role == Some(BlockRole::Title) || is_mark_line(words) {
            under_heading = false;
        } else if under_heading && is_link {
            part.role = Some(BlockRole::RelatedLink);
        }
    }
}

/// From a comment form on, in the second half of the page, nothing is the article's.
fn tail(text: &str, parts: &mut [Part], cues: &Regions) {
    let form = parts.iter().rposition(|part| {
        part.span.len() <= 80
            && part.span.start() * 2 > text.len()
            && cues.line(bare(&part.span.of(text).to_lowercase())) == Some(LineCue::Tail)
    });
    for part in parts.iter_mut().skip(form.unwrap_or(usize::MAX)) {
        part.role = Some(BlockRole::Boilerplate);
    }
}
