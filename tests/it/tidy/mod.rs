//! The house rules as tests that read the source: who may name whom, and what must never be.

mod files;
mod layers;
mod packaging;
mod scan;
mod words;

/// Fails with every broken place on a line of its own, and the rule.
fn nothing_breaks(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}\n", broken.join("\n  "));
}

/// The lines of `code` (from 1) in which `pattern` matches, as `path:line: match`.
fn places(path: &str, code: &str, pattern: &regex::Regex) -> Vec<String> {
    let line_number = |at: usize| code[..at].matches('\n').count() + 1;
    let found = pattern.find_iter(code);
    found.map(|m| format!("{path}:{}: {}", line_number(m.start()), m.as_str().trim())).collect()
}
