//! The forms in which a language writes a name: declined as its script says.

use super::{Script, fold::fold};

/// All forms of a name: its words in each case together, or the last of them alone (`Kim Dzong Una`).
pub(super) fn forms(name: &str, script: &Script) -> Vec<String> {
    let name = fold(name);
    let words: Vec<Vec<String>> = name.split(' ').map(|word| declined(word, script)).collect();
    let n_forms = words.iter().map(Vec::len).max().unwrap_or(1);
    let mut all = vec![name.clone()];
    for index in 0..n_forms {
        let agreeing: Vec<&str> = words
            .iter()
            .filter_map(|forms| forms.get(index).or_else(|| forms.first()))
            .map(String::as_str)
            .collect();
        all.push(agreeing.join(" "));
    }
    if let (Some((head, _)), Some(last)) = (name.rsplit_once(' '), words.last()) {
        all.extend(last.iter().map(|form| format!("{head} {form}")));
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn declined(word: &str, script: &Script) -> Vec<String> {
    let Some((stem, declension)) = script
        .declensions
        .iter()
        .find_map(|declension| word.strip_suffix(declension.of.as_str()).map(|stem| (stem, declension)))
    else {
        return vec![word.to_owned()];
    };
    declension.forms.iter().map(|form| format!("{stem}{form}")).collect()
}
