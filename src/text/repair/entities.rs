//! Entities that were left over when a page was turned into text.

use super::Mend;

/// The repair's name.
const NAME: &str = "entity left over";
/// Longer names are none.
const MAX_LENGTH: usize = 10;

/// Named entities that are met in text; names of the HTML standard, not of a language.
const NAMED: [(&str, char); 36] = [
    ("amp", '&'),
    ("apos", '\''),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", '\u{a0}'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("rdquo", '”'),
    ("ldquo", '“'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("deg", '°'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("shy", '\u{ad}'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("ntilde", 'ñ'),
    ("aacute", 'á'),
];

/// What stands for each left-over entity of `text`, in order.
pub(super) fn mends(text: &str) -> Vec<Mend> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find('&')) {
        let start = at + offset;
        at = start + 1;
        if let Some((letter, length)) = entity(text.get(at..).unwrap_or_default()) {
            at += length;
            found.push(Mend { start, end: at, now: letter.to_string(), repair: NAME, lossy: false });
        }
    }
    found
}

/// The character of the entity whose name begins `rest`, behind its `&`, and the bytes up to its `;`.
pub(in crate::text) fn entity(rest: &str) -> Option<(char, usize)> {
    let length = rest.bytes().take(MAX_LENGTH).position(|byte| byte == b';')?;
    Some((letter(rest.get(..length)?)?, length + 1))
}

fn letter(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|letter| {
        matches!(letter, '&' | '\'' | '"' | '<' | '>') || (!letter.is_ascii() && !letter.is_control())
    })
}
