//! Reads the project's own files, with Rust's comments, literals and unit tests told apart from its code.

use std::fs;
use std::path::{Path, PathBuf};

/// One Rust file of the program, without comments and without its unit tests.
pub(super) struct Source {
    /// Path from the project's root, with `/`.
    pub(super) path: String,
    /// The file as it is.
    pub(super) text: String,
    /// The code with every literal's inside and every comment blanked out.
    pub(super) code: String,
    /// The insides of the string literals, as written.
    pub(super) literals: Vec<String>,
}

impl Source {
    /// The folder of `src/` that the file is in, or its own name for a file at the top.
    pub(super) fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    /// Whether the whole file is unit tests, moved out of the file that they test.
    pub(super) fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.contains("/tests/")
    }
}

/// The project's root.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` of the project, sorted, without build output and version control.
pub(super) fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let entry = entry.unwrap();
            let name = entry.file_name();
            let kind = entry.file_type().unwrap();
            if name == "target" || name == ".git" {
                continue;
            }
            if kind.is_dir() {
                waiting.push(entry.path());
            } else if kind.is_file() {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    found
}

/// A path of the project as it is written in messages: from the root, with `/`.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

/// The Rust files below `folder`.
pub(super) fn sources(folder: &str) -> Vec<Source> {
    let rust = files(folder).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| source(shown(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// Splits a Rust file into code and literals.
pub(super) fn source(path: String, text: String) -> Source {
    let (code, places) = blanked(&text);
    let tests = test_items(&code);
    let in_tests = |at: usize| tests.iter().any(|(from, to)| (*from..*to).contains(&at));
    let literals = places.into_iter().filter(|(at, _)| !in_tests(*at)).map(|(_, inside)| inside).collect();
    let code = code.char_indices().map(|(at, c)| if in_tests(at) && c != '\n' { ' ' } else { c }).collect();
    Source { path, text, code, literals }
}

/// The text with comments and the insides of literals blanked out, byte for byte, and those insides by place.
fn blanked(text: &str) -> (String, Vec<(usize, String)>) {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let (open, end) = if rest.starts_with("//") {
            (0, at + rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            (0, at + rest.find("*/").map_or(rest.len(), |i| i + 2))
        } else if let Some((open, close)) = string(rest) {
            literals.push((at, rest[open..close].to_owned()));
            (open, at + close)
        } else {
            at += character(rest);
            continue;
        };
        for byte in &mut code[at + open..end] {
            *byte = if *byte == b'\n' { b'\n' } else { b' ' };
        }
        at = (end + usize::from(open > 0)).min(bytes.len());
    }
    (String::from_utf8(code).unwrap(), literals)
}

/// The inside of the string literal that `rest` begins with.
fn string(rest: &str) -> Option<(usize, usize)> {
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            return rest[open..].find(&close).map(|i| (open, open + i));
        }
    }
    let inside = rest.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            '"' if !escaped => return Some((1, at + 1)),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}

/// How many bytes to step over: a whole character literal or name, else one character.
fn character(rest: &str) -> usize {
    if let Some(inside) = rest.strip_prefix('\'') {
        let first = inside.chars().next();
        if first == Some('\\') {
            return inside[2..].find('\'').map_or(1, |i| i + 4);
        }
        if let Some(c) = first
            && inside[c.len_utf8()..].starts_with('\'')
        {
            return c.len_utf8() + 2;
        }
        return 1;
    }
    let name = rest.len() - rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    let first = rest.chars().next().map_or(1, char::len_utf8);
    // `r"…"` begins with a name's letter: only step over whole names that no quote follows.
    if name > 0 && !rest[name..].starts_with(['"', '#']) { name } else { first }
}

/// The places of everything under `#[cfg(test)]`.
fn test_items(code: &str) -> Vec<(usize, usize)> {
    code.match_indices("#[cfg(test)]").map(|(at, _)| (at, item_end(code, at))).collect()
}

/// Where the item ends that begins at `from`: at its `;`, or at the brace that closes it.
fn item_end(code: &str, from: usize) -> usize {
    let mut depth = 0;
    for (at, c) in code[from..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return from + at + 1,
            _ => continue,
        }
        if depth == 0 {
            return from + at + 1;
        }
    }
    code.len()
}

#[test]
fn comments_literals_and_tests_are_told_apart_from_code() {
    let text = "//! HashMap\nlet a = \"std::fs \\\" x\"; // rand\nlet b = 'c'; let r = r#\"q\"w\"#;\n\
                #[cfg(test)]\nmod tests { const X: &str = \"hidden\"; HashSet }\nfn last<'a>() {}";
    let source = source("src/text/x.rs".to_owned(), text.to_owned());
    assert_eq!(source.literals, ["std::fs \\\" x", "q\"w"]);
    assert_eq!(source.module(), "text");
    for hidden in ["HashMap", "std::fs", "rand", "HashSet"] {
        assert!(!source.code.contains(hidden), "{hidden} is not code");
    }
    assert!(source.code.contains("fn last<'a>() {}"));
    assert_eq!(source.code.lines().count(), text.lines().count());
}
