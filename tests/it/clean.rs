//! Clean text is never repaired: the Universal Declaration of Human Rights in many scripts stays as it is.

use std::{fs, path::Path};

use summitline::text;

#[test]
fn the_declaration_of_human_rights_needs_no_repair() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clean");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(paths.len() > 50, "only {} languages", paths.len());
    let mut wrong = Vec::new();
    for path in &paths {
        let clean = fs::read_to_string(path).unwrap();
        let (repaired, edits) = text::repair(clean.clone());
        if !edits.is_empty() || repaired != clean {
            let places: Vec<String> = edits
                .iter()
                .take(3)
                .map(|edit| format!("{:?} to {:?}", edit.was, edit.span.of(&repaired)))
                .collect();
            wrong.push(format!("{}: {} edits: {}", path.display(), edits.len(), places.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} languages:\n{}", wrong.len(), paths.len(), wrong.join("\n"));
}
