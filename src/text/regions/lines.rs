//! Lines into paragraphs: wrapped lines are joined, lines that are paragraphs of their own are not.

use super::Part;
use crate::{
    model::Span,
    text::markup::Hints,
    text::sentences::{is_blank, is_bullet},
};

/// Lines longer than this are paragraphs, not wrapped.
const WRAP_WIDTH: usize = 120;
/// Lines shorter than this are too short to tell that they were wrapped.
const NARROW: usize = 40;

/// The scripts that a headline and its article are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::text) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    East,
    Other,
}

/// The script of most letters of `text`, of which the beginning is looked at; `None` without letters.
pub(in crate::text) fn script_of(text: &str) -> Option<Script> {
    if text.is_ascii() {
        let mut bytes = text.bytes().take(2000);
        return bytes.any(|byte| byte.is_ascii_alphabetic()).then_some(Script::Latin);
    }
    let mut counts = [0_usize; 5];
    for letter in text.chars().take(2000).filter(|letter| letter.is_alphabetic()) {
        let script = match letter {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{600}'..='\u{77f}' | '\u{fb50}'..='\u{feff}' => Script::Arabic,
            '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' => Script::East,
            _ => Script::Other,
        };
        if let Some(count) = counts.get_mut(script as usize) {
            *count += 1;
        }
    }
    let scripts = [Script::Latin, Script::Cyrillic, Script::Arabic, Script::East, Script::Other];
    let best = scripts.into_iter().zip(counts).max_by_key(|(_, count)| *count)?;
    (best.1 > 0).then_some(best.0)
}

/// The lines of `text` without white space around them; blank lines are empty spans.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let start = at;
            at += line.len() + 1;
            blank_trimmed(text, Span::new(start, start + line.len()))
        })
        .collect()
}

/// `span` without white space around it; bullets stay.
pub(super) fn blank_trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let head = inside.trim_start_matches(is_blank);
    let start = span.end() - head.len();
    Span::new(start, start + head.trim_end_matches(is_blank).len())
}

/// The paragraphs of the lines from number `first` on.
pub(super) fn paragraphs(text: &str, lines: &[Span], first: usize, hints: &Hints) -> Vec<Part> {
    let wrap = wrap_of(text, lines);
    let mut parts: Vec<Part> = Vec::new();
    let mut open: Option<Part> = None;
    let mut last_line = Span::default();
    for (index, &line) in lines.iter().enumerate().skip(first) {
        let hint = hints.of_line(index);
        let joins = !line.is_empty()
            && hint.is_none()
            && open.as_ref().is_some_and(|part| part.role.is_none())
            && (runs_on(text, last_line, line, wrap)
                || open
                    .as_ref()
                    .is_some_and(|part| part.span != last_line && goes_on(text, last_line, line)));
        if joins {
            if let Some(part) = &mut open {
                part.span = part.span.hull(line);
            }
        } else {
            parts.extend(open.take());
            open = (!line.is_empty()).then_some(Part { span: line, role: hint });
        }
        last_line = line;
    }
    parts.extend(open);
    parts
}

/// How a text was wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrap {
    /// At this width, as programs do: a line ends where the next word has no room.
    AtWords(usize),
    /// More or less at this width.
    About(usize),
}

impl Wrap {
    /// Whether `before` ended only because it was full.
    fn is_full(self, before: &str, after: &str) -> bool {
        let length = before.chars().count();
        match self {
            // Some programs leave the last column free.
            Self::AtWords(width) => length <= width && length + 1 + first_word_length(after) >= width,
            Self::About(width) => length * 3 > width * 2 && before.len() > NARROW,
        }
    }
}

fn first_word_length(line: &str) -> usize {
    line.split(is_blank).next().unwrap_or_default().chars().count()
}

/// How the text was wrapped, or `None` if its lines are paragraphs.
fn wrap_of(text: &str, lines: &[Span]) -> Option<Wrap> {
    let width = |line: &Span| line.of(text).chars().count();
    let filled = || lines.iter().filter(|line| !line.is_empty());
    if let Some(wrap) = wrap_at_words(text, lines) {
        return Some(wrap);
    }
    let n_lines = filled().count();
    let n_long = filled().filter(|line| line.len() > 4 * WRAP_WIDTH).count();
    if n_lines < 8 || n_long * 50 > n_lines {
        return None;
    }
    let widest = filled().map(width).filter(|width| *width <= WRAP_WIDTH).max()?;
    let n_full = filled().filter(|line| (widest * 3 / 4..=widest).contains(&width(line))).count();
    (widest >= NARROW && n_full * 2 > n_lines).then_some(Wrap::About(widest))
}

/// The width of a text whose lines end where the next word has no room.
fn wrap_at_words(text: &str, lines: &[Span]) -> Option<Wrap> {
    const FEWEST: usize = 3;
    let pairs: Vec<(&str, &str)> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] if !after.is_empty() => Some((before.of(text), after.of(text))),
            _ => None,
        })
        // Short lines are menus and tables, which nobody wrapped.
        .filter(|(before, _)| before.chars().count() >= NARROW && !is_mark_line(before))
        .collect();
    // What goes on in small letters was surely one line; scripts without them have all pairs to go by.
    let sure: Vec<_> =
        pairs.iter().copied().filter(|(_, after)| after.starts_with(char::is_lowercase)).collect();
    let pairs = if sure.len() >= FEWEST { sure } else { pairs };
    let widest = pairs.iter().map(|(before, _)| before.chars().count()).max()?;
    let wrap = Wrap::AtWords(widest);
    let n_full = pairs.iter().filter(|(before, after)| wrap.is_full(before, after)).count();
    (widest <= WRAP_WIDTH && pairs.len() >= FEWEST && n_full * 5 >= pairs.len() * 4).then_some(wrap)
}

/// Whether `line` goes on with what `last` began.
fn runs_on(text: &str, last: Span, line: Span, wrap: Option<Wrap>) -> bool {
    let (before, after) = (last.of(text), line.of(text));
    let Some(first) = after.chars().next() else { return false };
    if before.is_empty() || is_item(after) || is_mark_line(before) || is_mark_line(after) {
        return false;
    }
    if wrap.is_some_and(|wrap| wrap.is_full(before, after)) {
        return true;
    }
    first.is_lowercase() && !ends_sentence(before) && !looks_like_address(after)
}

/// Whether a line of a paragraph that was wrapped before goes on: no sentence ends, even if a capital follows.
fn goes_on(text: &str, last: Span, line: Span) -> bool {
    let (before, after) = (last.of(text), line.of(text));
    let full = before.chars().count() >= NARROW;
    full && !ends_sentence(before) && !is_item(after) && !is_mark_line(after) && !looks_like_address(after)
}

/// Whether a line is an item of a list by its bullet.
pub(super) fn is_item(line: &str) -> bool {
    let spaced = |rest: &str| rest.starts_with(is_blank);
    line.starts_with(is_bullet) || line.strip_prefix(['-', '*', '+']).is_some_and(spaced)
}

/// Whether a line is markup: heading, table row, rule, picture, tag.
pub(super) fn is_mark_line(line: &str) -> bool {
    line.starts_with(['#', '|', '<', '>'])
        || line.starts_with("![")
        || line.starts_with("---")
        || line.starts_with("{{")
}

/// Whether a line is nothing but a domain or web address.
pub(super) fn looks_like_address(line: &str) -> bool {
    if line.contains(is_blank) {
        return false;
    }
    let line = line.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    let host = line.split('/').next().unwrap_or_default();
    let mut parts = host.rsplit('.');
    let tld = parts.next().unwrap_or_default();
    host.contains('.')
        && (2..=6).contains(&tld.len())
        && tld.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
        })
}

/// Whether `text` ends with a full stop of any script, quotes and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(|letter: char| {
        is_blank(letter)
            || matches!(letter, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』' | '）' | '*' | '“')
    });
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔', ':', '：', ';', '；'])
}
