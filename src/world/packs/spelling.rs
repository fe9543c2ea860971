//! Spells out the short notation of word lists: `(a|avait) [vite] vu` is four phrases.

/// All phrases that an entry of a word list stands for: in round brackets one of several, in square brackets
/// one of several or nothing. Brackets do not nest.
pub(super) fn spelled_out(entry: &str) -> Vec<String> {
    let mut phrases = vec![String::new()];
    let mut rest = entry;
    while let Some(at) = rest.find(['(', '[']) {
        let (plain, group) = rest.split_at(at);
        let may_be_missing = group.starts_with('[');
        let end = if may_be_missing { ']' } else { ')' };
        let inside = group.get(1..).unwrap_or_default();
        let (inside, after) = inside.split_once(end).unwrap_or((inside, ""));
        let choices = inside.split('|').chain(may_be_missing.then_some(""));
        let choices: Vec<&str> = choices.collect();
        phrases = phrases
            .iter()
            .flat_map(|head| choices.iter().map(move |choice| format!("{head}{plain}{choice}")))
            .collect();
        rest = after;
    }
    phrases.iter().map(|head| single_spaced(&format!("{head}{rest}"))).collect()
}

/// Choices that are missing leave two spaces, or one at an end.
fn single_spaced(phrase: &str) -> String {
    phrase.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::spelled_out;

    #[test]
    fn brackets_are_spelled_out() {
        assert_eq!(spelled_out("a vu"), ["a vu"]);
        assert_eq!(spelled_out("(a|avait) [vite] vu"), ["a vite vu", "a vu", "avait vite vu", "avait vu"]);
        assert_eq!(spelled_out("entretenu(|e|s)"), ["entretenu", "entretenue", "entretenus"]);
        assert_eq!(spelled_out("spotka[ł|ła] się"), ["spotkał się", "spotkała się", "spotka się"]);
    }
}
