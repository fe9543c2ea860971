//! How well a few typed letters fit a name: for the palette and for the list of leaders.

/// How well `typed` fits `name`: higher is better, `None` if its letters do not stand in it in order.
///
/// Letters at the beginnings of words and letters in a row count most; case does not count.
pub(super) fn fit(typed: &str, name: &str) -> Option<i32> {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let mut points = 0;
    let mut from = 0;
    let mut last: Option<usize> = None;
    for letter in typed.to_lowercase().chars().filter(|letter| !letter.is_whitespace()) {
        let at = next(&name, letter, from, last)?;
        let begins_word = at == 0 || name.get(at - 1).is_some_and(|before| !before.is_alphanumeric());
        points += match (begins_word, last.is_some_and(|last| last + 1 == at)) {
            (true, _) => 8,
            (false, true) => 6,
            (false, false) => 1,
        };
        last = Some(at);
        from = at + 1;
    }
    let length = i32::try_from(name.len()).unwrap_or(i32::MAX).min(60);
    Some(points * 16 - length)
}

/// Where `letter` stands next: right after the last one, else at the beginning of a word, else anywhere.
fn next(name: &[char], letter: char, from: usize, last: Option<usize>) -> Option<usize> {
    if last.is_some() && name.get(from) == Some(&letter) {
        return Some(from);
    }
    let places = || (from..name.len()).filter(|at| name.get(*at) == Some(&letter));
    let begins_word =
        |at: &usize| *at == 0 || name.get(*at - 1).is_some_and(|before| !before.is_alphanumeric());
    places().find(begins_word).or_else(|| places().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
        let fits = names.iter().filter_map(|name| Some((fit(typed, name)?, *name)));
        fits.max_by_key(|(points, _)| *points).map(|(_, name)| name)
    }

    #[test]
    fn first_letters_of_words_find_a_command() {
        let names = ["Open folder…", "Open project…", "Copy as citation", "Export chart…"];
        assert_eq!(best("op", &names), Some("Open folder…"));
        assert_eq!(best("opp", &names), Some("Open project…"));
        assert_eq!(best("cac", &names), Some("Copy as citation"));
        assert_eq!(best("CHART", &names), Some("Export chart…"));
    }

    #[test]
    fn letters_out_of_order_fit_nothing() {
        assert_eq!(fit("tucni", "Undo"), None);
        assert_eq!(fit("odnu", "Undo"), None);
        assert!(fit("", "Undo").is_some(), "nothing typed fits everything");
    }

    #[test]
    fn a_whole_word_fits_better_than_scattered_letters() {
        assert!(fit("mod", "Narendra Modi") > fit("mod", "Mahmoud Abbas, old"), "in a row");
    }
}
