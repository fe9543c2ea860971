//! Days written in lines, names and addresses.

use super::words::{Names, names};
use crate::{
    model::Day,
    world::packs::regions::{RegionWords, Regions},
};

/// Publication years that can be: before, nobody saved articles; after, a number is no year.
const YEARS: std::ops::RangeInclusive<u32> = 1980..=2099;
/// More tokens than any date line has.
const MAX_TOKENS: usize = 40;

/// Finds days in short lines of one language.
#[derive(Debug)]
pub(in crate::text) struct DateFinder<'a> {
    names: [&'static Names; 2],
    cues: &'a Regions,
    /// Whether `3/4/2021` could be either: in English it can.
    slashes_are_ambiguous: bool,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number { value: u32, n_digits: usize },
    Word(String),
    Mark(char),
}

impl DateFinder<'_> {
    /// A finder for texts in `language`; English names are understood in all.
    pub(super) fn new(language: &str) -> Self {
        Self {
            names: [names(language), names("en")],
            cues: Regions::builtin(),
            slashes_are_ambiguous: matches!(language, "en" | "und"),
        }
    }

    /// The first day in `line`.
    pub(super) fn first(&self, line: &str) -> Option<Day> {
        let tokens = tokens(line);
        (0..tokens.len()).find_map(|at| self.day_at(tokens.get(at..)?)).map(|(day, _)| day)
    }

    /// The day that is all that `line` says, but for a time, a weekday and a time zone.
    pub(super) fn alone(&self, line: &str) -> Option<Day> {
        let tokens = tokens(line);
        let (at, day, length) = (0..tokens.len()).find_map(|at| {
            let (day, length) = self.day_at(tokens.get(at..)?)?;
            Some((at, day, length))
        })?;
        let before = tokens.get(..at)?;
        let after = tokens.get(at + length..)?;
        (before.iter().chain(after).all(|token| self.is_filler(token)) && after.len() <= 14).then_some(day)
    }

    fn is_filler(&self, token: &Token) -> bool {
        match token {
            Token::Number { n_digits, .. } => *n_digits <= 2,
            Token::Mark(mark) => {
                matches!(mark, ',' | ':' | '.' | '+' | '-' | '(' | ')' | '，' | '：' | '–' | '/' | '،')
            }
            Token::Word(word) => {
                let is_named = self.names.iter().any(|names| names.weekdays.contains_key(word));
                is_named
                    || word.chars().count() == 1
                    || self.cues.all().any(|pack| is_date_filler(pack, word))
            }
        }
    }

    /// The day with which `tokens` begin, and how many of them say it.
    fn day_at(&self, tokens: &[Token]) -> Option<(Day, usize)> {
        self.numeric(tokens).or_else(|| self.marked(tokens)).or_else(|| self.named(tokens))
    }

    /// `2024-07-10`, `10.07.2024`, `7/10/2024` where it can be told.
    fn numeric(&self, tokens: &[Token]) -> Option<(Day, usize)> {
        let [first, Token::Mark(mark), second, Token::Mark(again), third, rest @ ..] = tokens else {
            return None;
        };
        if mark != again || !matches!(mark, '-' | '/' | '.') || matches!(rest.first(), Some(Token::Mark('%')))
        {
            return None;
        }
        if let Some(year) = first.year() {
            return Some((day(year, second.small()?, third.small()?)?, 5));
        }
        let (one, two, year) = (first.small()?, second.small()?, third.year()?);
        let (month, of_month) = match (one > 12, two > 12) {
            (false, true) => (one, two),
            (false, false) if *mark == '/' && self.slashes_are_ambiguous && one != two => return None,
            _ => (two, one),
        };
        Some((day(year, month, of_month)?, 5))
    }

    /// Numbers with a mark behind each, as in Chinese.
    fn marked(&self, tokens: &[Token]) -> Option<(Day, usize)> {
        let [year, Token::Word(years), month, Token::Word(months), of_month, Token::Word(days), ..] = tokens
        else {
            return None;
        };
        let fits = |marks: &[String]| marks == [years, months, days].map(String::as_str);
        let known = self.cues.all().any(|pack| pack.date_marks.chunks(3).any(fits));
        let day = || day(year.year()?, month.small()?, of_month.small()?);
        known.then(day).flatten().map(|day| (day, 6))
    }

    /// `July 10, 2024`, `10 July 2024`, `10 de julio de 2024`, `Wed Jul 10 2024`.
    fn named(&self, tokens: &[Token]) -> Option<(Day, usize)> {
        let mut reader = Reader { tokens, at: 0 };
        if let Some(month) = reader.month(self) {
            reader.skip_marks();
            let of_month = reader.next()?.small()?;
            reader.skip_ending();
            reader.skip_marks();
            let year = reader.next()?.year()?;
            return Some((day(year, month, of_month)?, reader.at));
        }
        let first = reader.next()?;
        if let Some(year) = first.year() {
            reader.skip_marks();
            let month = reader.month(self)?;
            return Some((day(year, month, reader.next()?.small()?)?, reader.at));
        }
        let of_month = first.small()?;
        reader.skip_ending();
        reader.skip_marks();
        let month = reader.month(self).or_else(|| {
            reader.at += 1;
            reader.month(self)
        })?;
        reader.skip_marks();
        let year = reader.next().and_then(Token::year).or_else(|| reader.next()?.year())?;
        Some((day(year, month, of_month)?, reader.at))
    }
}

/// Walks over the tokens of a date.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a Token> {
        self.at += 1;
        self.tokens.get(self.at - 1)
    }

    fn month(&mut self, finder: &DateFinder<'_>) -> Option<u32> {
        let Some(Token::Word(word)) = self.tokens.get(self.at) else { return None };
        let month = finder.names.iter().find_map(|names| names.months.get(word))?;
        self.at += 1;
        Some(*month)
    }

    /// Steps over `,` and `.`.
    fn skip_marks(&mut self) {
        while matches!(self.tokens.get(self.at), Some(Token::Mark(',' | '.' | '،' | '/' | '-'))) {
            self.at += 1;
        }
    }

    /// Steps over the ending of an ordinal: `6th`, `1er`, `2º`.
    fn skip_ending(&mut self) {
        let is_ending = |token: &Token| {
            matches!(token, Token::Word(word) if word.chars().count() <= 2)
                || matches!(token, Token::Mark('º' | '°'))
        };
        if self.tokens.get(self.at).is_some_and(is_ending)
            && !matches!(self.tokens.get(self.at + 1), Some(Token::Word(_)))
        {
            self.at += 1;
        }
    }
}

impl Token {
    fn year(&self) -> Option<u32> {
        match self {
            Self::Number { value, n_digits: 4 } if YEARS.contains(value) => Some(*value),
            Self::Number { .. } | Self::Word(_) | Self::Mark(_) => None,
        }
    }

    fn small(&self) -> Option<u32> {
        match self {
            Self::Number { value, n_digits: 1 | 2 } => Some(*value),
            Self::Number { .. } | Self::Word(_) | Self::Mark(_) => None,
        }
    }
}

fn is_date_filler(pack: &RegionWords, word: &str) -> bool {
    pack.date_fillers.iter().any(|filler| filler == word || filler.split(' ').any(|part| part == word))
}

fn day(year: u32, month: u32, of_month: u32) -> Option<Day> {
    Day::from_ymd(i32::try_from(year).ok()?, month, of_month)
}

fn tokens(line: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if found.len() >= MAX_TOKENS {
            break;
        }
        if letter.is_whitespace() || letter.is_control() {
            continue;
        }
        let same = |next: char| {
            if letter.is_numeric() {
                next.is_ascii_digit()
            } else {
                letter.is_alphabetic() && next.is_alphabetic() && !is_ideograph(letter) && !is_ideograph(next)
            }
        };
        let mut end = at + letter.len_utf8();
        while let Some((at, next)) = letters.next_if(|(_, next)| same(*next)) {
            end = at + next.len_utf8();
        }
        let piece = line.get(at..end).unwrap_or_default();
        found.push(match piece.parse() {
            Ok(value) if letter.is_ascii_digit() => Token::Number { value, n_digits: piece.len() },
            _ if letter.is_alphabetic() => Token::Word(piece.to_lowercase()),
            _ => Token::Mark(letter),
        });
    }
    found
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// The day with which an ISO 8601 time begins: `2024-07-10T09:30:00+03:00`, `20240710`.
pub(in crate::text) fn iso_day(value: &str) -> Option<Day> {
    let value = value.trim().trim_matches(['"', '\'']);
    let head: String = value.chars().take(10).collect();
    let digits: Vec<&str> = head.split(['-', '/', '.']).collect();
    match digits.as_slice() {
        [year, month, rest] if year.len() == 4 => {
            checked(year, month, rest.split(|c: char| !c.is_ascii_digit()).next()?)
        }
        _ => {
            let compact: String = value.chars().take_while(char::is_ascii_digit).collect();
            (compact.len() == 8 || compact.len() == 14).then(|| compact_day(&compact)).flatten()
        }
    }
}

fn compact_day(digits: &str) -> Option<Day> {
    checked(digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?)
}

fn checked(year: &str, month: &str, of_month: &str) -> Option<Day> {
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    day(year, month.parse().ok()?, of_month.parse().ok()?)
}

/// The one day in a file's name.
pub(in crate::text) fn day_of_name(file: &str) -> Option<Day> {
    only_day(file.rsplit('/').next().unwrap_or(file))
}

/// The one day in a web address: `/2024/07/10/`, `/2024/jul/10/`, `-20240710`.
pub(in crate::text) fn day_of_address(url: &str) -> Option<Day> {
    // An archive puts the day of saving before the address that it saved.
    let url = url.rfind("http").and_then(|at| url.get(at..)).unwrap_or(url);
    let path = url.split(['?', '#']).next()?;
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let path = path.split_once('/').map_or("", |(_, path)| path);
    if path.starts_with("web/") {
        return None;
    }
    let named = || {
        let parts: Vec<&str> = path.split('/').collect();
        parts.windows(3).find_map(|window| {
            let [year, month, of_month] = window else { return None };
            let month = names("en").months.get(&month.to_lowercase())?;
            checked(year, &month.to_string(), of_month)
        })
    };
    only_day(path).or_else(named)
}

/// The day in runs of digits `2024-07-10`, `2024/7/10` or `20240710`, if they all say the same.
fn only_day(name: &str) -> Option<Day> {
    let runs: Vec<&str> = name.split(|letter: char| !letter.is_ascii_digit()).collect();
    let mut days: Vec<Day> =
        runs.iter().filter(|run| run.len() == 8).filter_map(|run| compact_day(run)).collect();
    let separated = runs.windows(3).filter_map(|window| match window {
        [year, month, of_month]
            if year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&of_month.len()) =>
        {
            checked(year, month, of_month)
        }
        _ => None,
    });
    days.extend(separated);
    days.dedup();
    match days.as_slice() {
        [day] => Some(*day),
        _ => None,
    }
}
