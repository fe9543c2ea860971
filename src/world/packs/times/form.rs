//! Reads the little language in which forms are written.

/// A part of a form as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `<name>`.
    Slot(String),
    /// `a word, or several` in brackets with bars between: each a row of words.
    Either(Vec<Vec<String>>),
    /// `…`.
    Gap,
}

/// A part, and whether white space before it is forbidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) part: Part,
    pub(super) tight: bool,
}

/// Reads a form into all rows that it stands for, with the options left out or kept.
pub(super) fn rows(form: &str) -> Result<Vec<Vec<Piece>>, String> {
    let mut rows: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut rest = form;
    let mut spaced = true;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        match first {
            ' ' => {
                spaced = true;
                rest = after;
                continue;
            }
            '[' => {
                let (inside, left) = until(after, ']', form)?;
                rest = left;
                let options = rows_of_option(inside, spaced)?;
                let kept = rows.iter().flat_map(|row| {
                    options.iter().map(|option| row.iter().chain(option).cloned().collect::<Vec<_>>())
                });
                rows = rows.iter().cloned().chain(kept.collect::<Vec<_>>()).collect();
                spaced = false;
                continue;
            }
            _ => {}
        }
        let (part, left) = part(first, after, rest, form)?;
        rest = left;
        for row in &mut rows {
            row.push(Piece { part: part.clone(), tight: !spaced });
        }
        spaced = false;
    }
    if rows.iter().any(Vec::is_empty) {
        return Err(format!("a form may not be empty: {form}"));
    }
    Ok(rows)
}

fn rows_of_option(inside: &str, spaced: bool) -> Result<Vec<Vec<Piece>>, String> {
    let mut options = rows(inside)?;
    for first in options.iter_mut().filter_map(|option| option.first_mut()) {
        first.tight = !spaced;
    }
    Ok(options)
}

fn part<'a>(first: char, after: &'a str, rest: &'a str, form: &str) -> Result<(Part, &'a str), String> {
    match first {
        '<' => {
            let (name, left) = until(after, '>', form)?;
            Ok((Part::Slot(name.to_owned()), left))
        }
        '(' => {
            let (inside, left) = until(after, ')', form)?;
            Ok((Part::Either(inside.split('|').map(words).collect()), left))
        }
        '…' => Ok((Part::Gap, after)),
        _ => {
            let length: usize = if first.is_alphanumeric() {
                rest.chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum()
            } else {
                first.len_utf8()
            };
            let word = rest.get(..length).unwrap_or_default();
            Ok((Part::Either(vec![vec![word.to_owned()]]), rest.get(length..).unwrap_or_default()))
        }
    }
}

fn until<'a>(text: &'a str, sign: char, form: &str) -> Result<(&'a str, &'a str), String> {
    text.split_once(sign).ok_or_else(|| format!("no {sign} in {form}"))
}

/// Whether a character belongs to a word: a letter, or a mark on one.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Cuts an entry of a word list into words and signs.
pub(super) fn words(entry: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut inside = false;
    for c in entry.chars() {
        if is_letter(c) && inside {
            if let Some(last) = words.last_mut() {
                last.push(c);
            }
        } else if !c.is_whitespace() {
            words.push(c.to_string());
        }
        inside = is_letter(c);
    }
    words
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]
mod tests {
    use super::*;

    #[test]
    fn options_are_spelled_out() {
        let rows = rows("<month>[.] <day>").unwrap();
        assert_eq!(rows.len(), 2, "with the dot and without");
        assert_eq!(rows[0].len(), 2, "the one without comes first");
        assert!(rows[1][1].tight, "the dot sticks to the month");
        assert!(!rows[1][2].tight, "the day does not");
    }

    #[test]
    fn entries_are_cut_at_signs() {
        assert_eq!(words("full-scale invasion"), ["full", "-", "scale", "invasion"], "words and signs");
    }
}
