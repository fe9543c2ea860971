//! Which dash or quote was lost: decided by what stands around the place.

use super::super::sentences::is_blank;

/// Quotes that are open at some point of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotes {
    open: Vec<char>,
}

impl Quotes {
    /// Follows one character, of which `after` is the next; a paragraph's end closes everything.
    pub(super) fn follow(&mut self, letter: char, after: Option<char>) {
        match letter {
            '\n' => self.open.clear(),
            '“' | '‘' if self.open.len() < 8 => self.open.push(letter),
            '”' => self.close('“'),
            '’' if !after.is_some_and(char::is_alphabetic) => self.close('‘'),
            _ => {}
        }
    }

    fn close(&mut self, opening: char) {
        if let Some(at) = self.open.iter().rposition(|open| *open == opening) {
            self.open.truncate(at);
        }
    }

    /// The mark that closes what was opened last.
    fn closing(&self) -> Option<char> {
        self.open.last().map(|open| if *open == '“' { '”' } else { '’' })
    }

    fn opening(&self) -> char {
        if self.open.last() == Some(&'“') { '‘' } else { '“' }
    }
}

/// What stands around a lost mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'a> {
    /// The last character before it.
    pub(super) before: Option<char>,
    /// All that follows.
    pub(super) after: &'a str,
}

/// The mark that was lost: a dash between spaces, a closing quote after a word or stop, an apostrophe inside
/// a word, an opening quote before one.
pub(super) fn lost_mark(around: Around<'_>, quotes: &Quotes) -> char {
    let mut ahead = around.after.chars();
    let next = ahead.next();
    let is_gap = |letter: Option<char>| letter.is_none_or(is_blank);
    let opens = |letter: char| is_blank(letter) || matches!(letter, '(' | '[' | '“' | '‘' | '"');
    let Some(before) = around.before.filter(|before| !opens(*before)) else {
        let at_line_start = around.before.is_none_or(|before| before == '\n');
        return match next {
            _ if is_gap(next) => {
                if at_line_start {
                    '•'
                } else {
                    '—'
                }
            }
            // `’90s`
            Some(digit) if digit.is_ascii_digit() && ahead.nth(1) == Some('s') => '’',
            _ => quotes.opening(),
        };
    };
    let next_is = |test: fn(&char) -> bool| next.as_ref().is_some_and(test);
    if before.is_ascii_digit() && next_is(char::is_ascii_digit) {
        return '–';
    }
    if before.is_alphabetic() && next.is_some_and(char::is_alphabetic) {
        return '’';
    }
    if let Some(closing) = quotes.closing() {
        return closing;
    }
    let is_stop = matches!(before, '.' | ',' | '!' | '?' | ')' | '%');
    match before {
        _ if is_stop || next_is(char::is_ascii_digit) => '”',
        // The genitive of a plural.
        's' | 'S' => '’',
        _ if before.is_alphabetic() && is_gap(next) => '…',
        _ => '”',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_decides() {
        let mut open = Quotes::default();
        open.follow('“', Some('H'));
        let none = Quotes::default();
        let cases = [
            ("Oslo ", " The", &none, '—'),
            ("over,", " said", &open, '”'),
            ("over?", "", &open, '”'),
            ("nations", " plan", &none, '’'),
            ("2014", "2015", &none, '–'),
            ("", "20 years", &none, '“'),
            ("the ", "90s", &none, '’'),
            ("", " an item", &none, '•'),
            ("wait", " and see", &none, '…'),
        ];
        for (before, after, quotes, mark) in cases {
            let around = Around { before: before.chars().next_back(), after };
            assert_eq!(lost_mark(around, quotes), mark, "{before}_{after}");
        }
    }
}
