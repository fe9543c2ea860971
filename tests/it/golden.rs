//! The literate cases of `tests/golden/*.md`: a sentence, and below it what it says, or that it says nothing.
//!
//! A case is a paragraph: the text, then lines that begin with `->`. Everything else is prose. The file's name
//! is the language. `known miss:` below a case says why it fails today; a case so marked that has come right
//! fails the test, so that the marks stay true. `says: NAME` below a case is whom the text names as its source,
//! `says: nobody` that it names none.

use std::{collections::BTreeSet, fs, path::Path};

use summitline::{
    extract::extract,
    model::{Claim, Counterpart, Form, Kind, Status},
    text,
    world::World,
};

#[derive(Default)]
struct Case {
    line_number: usize,
    text: String,
    expected: BTreeSet<String>,
    known_miss: bool,
    source: Option<String>,
}

#[test]
fn every_golden_case_is_read_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "md")) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let language = name.split('-').next().unwrap();
        let cases = cases(&fs::read_to_string(file).unwrap());
        let (mut n_right, mut n_missed) = (0, 0);
        for case in &cases {
            let claims = claims(&case.text, language);
            let said: BTreeSet<String> = claims.iter().map(told).collect();
            let sources = sources(&claims);
            if case.source.as_ref().is_some_and(|source| *source != sources) {
                wrong.push(format!(
                    "{name}.md:{}: {}\n  source {:?}\n  said   {sources:?}",
                    case.line_number, case.text, case.source
                ));
            }
            match (said == case.expected, case.known_miss) {
                (true, false) => n_right += 1,
                (false, true) => n_missed += 1,
                (true, true) => wrong.push(format!(
                    "{name}.md:{}: is right now: take the `known miss` away",
                    case.line_number
                )),
                (false, false) => wrong.push(format!(
                    "{name}.md:{}: {}\n  expected {:?}\n  said     {said:?}",
                    case.line_number, case.text, case.expected
                )),
            }
        }
        let n_traps = cases.iter().filter(|case| case.expected.is_empty()).count();
        println!(
            "{name}: {n_right} of {} right, {n_missed} known misses, {n_traps} with nothing to find",
            cases.len()
        );
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

fn cases(page: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut text: Vec<&str> = Vec::new();
    let mut open = false;
    for (index, line) in page.lines().enumerate() {
        let line = line.trim();
        if let Some(expected) = line.strip_prefix("->") {
            if !open {
                let text = text.join("\n");
                cases.push(Case { line_number: index, text, ..Case::default() });
                open = true;
            }
            let expected = expected.trim();
            if expected != "nothing" {
                cases.last_mut().unwrap().expected.insert(expected.to_owned());
            }
        } else if let Some(source) = line.strip_prefix("says:") {
            let case = cases.last_mut().filter(|_| open);
            case.unwrap_or_else(|| panic!("line {}: a source without a case", index + 1)).source =
                Some(source.trim().to_owned());
        } else if line.starts_with("known miss:") {
            assert!(open, "line {}: a mark without a case", index + 1);
            cases.last_mut().unwrap().known_miss = true;
        } else if line.is_empty() || line.starts_with('#') {
            text.clear();
            open = false;
        } else {
            assert!(!open, "line {}: a case needs an empty line before it", index + 1);
            text.push(line);
        }
    }
    cases
}

/// What the program reads in a text.
fn claims(body: &str, language: &str) -> Vec<Claim> {
    let world = World::builtin();
    let mut article = text::article("golden.txt", body.as_bytes(), world);
    // Telling the language of one short sentence is another test's business.
    language.clone_into(&mut article.language);
    extract(&article, world).claims
}

/// Whom the claims name as their source.
fn sources(claims: &[Claim]) -> String {
    let names: BTreeSet<&str> =
        claims.iter().map(|claim| claim.speaker.as_ref().map_or("nobody", |speaker| &speaker.name)).collect();
    names.into_iter().collect::<Vec<_>>().join(", ")
}

fn told(claim: &Claim) -> String {
    let status = match claim.status {
        Status::Happened => String::new(),
        Status::Planned => " (planned)".to_owned(),
        Status::Speculated => " (speculated)".to_owned(),
        Status::Alleged => " (alleged)".to_owned(),
        Status::Denied => " (denied)".to_owned(),
        Status::Cancelled => " (cancelled)".to_owned(),
    };
    let others = claim.counterparts.iter().map(|other| match other {
        Counterpart::Named(name) => name.clone(),
        Counterpart::Office { country, .. } => country.clone(),
    });
    let mut people: Vec<String> = others.chain([claim.leader.clone()]).collect();
    people.sort();
    let verb = match (claim.kind, claim.form) {
        (Kind::Summit, Form::Trilateral) => "three met",
        (Kind::Summit, _) => {
            let series = claim.series.as_deref().unwrap_or("?");
            let part = format!("{:?}", claim.participation).to_lowercase();
            return format!("{part} {series} | {}{status}", claim.leader);
        }
        (Kind::Meeting, Form::Visit) => "visited",
        (Kind::Meeting, _) => "met",
        (Kind::Call, _) => "called",
    };
    format!("{verb} | {}{status}", people.join(" | "))
}
