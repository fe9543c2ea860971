//! Who may name whom: the table of ARCHITECTURE.md, read against the source.

use super::scan::{Source, root, sources};
use super::{nothing_breaks, places};
use regex::Regex;
use std::process::Command;

/// Each folder of `src/`, and the folders it may name beside itself.
const LAYERS: [(&str, &[&str]); 11] = [
    ("model", &[]),
    ("wire", &["model"]),
    ("world", &["model"]),
    ("text", &["model", "world"]),
    ("extract", &["model", "world"]),
    ("resolve", &["model", "world"]),
    ("timeline", &["model"]),
    ("project", &["model", "wire", "world", "text", "extract", "resolve", "timeline"]),
    ("io", &["model", "wire", "project"]),
    ("export", &["model", "wire", "timeline", "project"]),
    ("ui", &["model", "wire", "world", "text", "extract", "resolve", "timeline", "project", "export"]),
];

/// Files at the top of `src/`: they wire everything together.
const WIRING: [&str; 3] = ["lib", "main", "cli"];

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

/// The program's files, without those that hold unit tests alone.
fn program() -> Vec<Source> {
    sources("src").into_iter().filter(|source| !source.is_test()).collect()
}

/// The modules of the crate that `source` names, through `crate::name` and `crate::{name, …}`.
fn named(source: &Source) -> Vec<String> {
    let one = pattern(r"\bcrate::(\w+)");
    let many = pattern(r"\bcrate::\{");
    let mut names: Vec<String> = one.captures_iter(&source.code).map(|c| c[1].to_owned()).collect();
    for group in many.find_iter(&source.code) {
        let mut depth = 1;
        let mut first = true;
        let mut name = String::new();
        for c in source.code[group.end()..].chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => {
                    names.push(std::mem::take(&mut name));
                    first = true;
                }
                c if depth == 1 && first && (c.is_alphanumeric() || c == '_') => name.push(c),
                ':' if depth == 1 => first = false,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        names.push(name);
    }
    names.sort();
    names.dedup();
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn dependencies_point_inwards() {
    let mut broken = Vec::new();
    for source in program() {
        let module = source.module().to_owned();
        if WIRING.contains(&module.as_str()) {
            continue;
        }
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            broken.push(format!("{}: `{module}` is not in the table of layers", source.path));
            continue;
        };
        for name in named(&source) {
            let known = LAYERS.iter().any(|(layer, _)| *layer == name) || WIRING.contains(&name.as_str());
            if known && name != module && !allowed.contains(&name.as_str()) {
                broken.push(format!("{}: `{module}` may not name `{name}`", source.path));
            }
        }
    }
    nothing_breaks("A module names one that it may not know (see the table in ARCHITECTURE.md):", &broken);
}

#[test]
fn grouped_imports_are_seen() {
    let text = "use crate::{model::{A, ui}, world::B, text};\nfn f() { crate::io::g() }";
    let source = super::scan::source("src/x.rs".to_owned(), text.to_owned());
    assert_eq!(named(&source), ["io", "model", "text", "world"]);
}

/// Fails if `forbidden` is found in the code of any file that `free` does not except.
fn only_in(rule: &str, forbidden: &str, free: impl Fn(&Source) -> bool) {
    let forbidden = pattern(forbidden);
    let sources = program().into_iter().filter(|source| !free(source));
    let broken: Vec<String> = sources.flat_map(|s| places(&s.path, &s.code, &forbidden)).collect();
    nothing_breaks(rule, &broken);
}

#[test]
fn only_io_touches_files_clocks_threads_and_chance() {
    only_in(
        "Files, clocks, threads, processes, sockets and chance are io's alone:",
        r"\b(?:std::(?:fs|thread|process|net)\b|fs::\w|thread::\w|File::\w|OpenOptions|Instant\b|SystemTime|Utc::now|Local::now|rand::)",
        |source| source.module() == "io" || (source.module() == "main" && !source.code.contains("fs::")),
    );
}

#[test]
fn only_io_and_the_wiring_read_the_environment() {
    only_in("The environment is read by io, main and cli alone:", r"\bstd::env\b|\benv::\w", |source| {
        ["io", "main", "cli"].contains(&source.module())
    });
}

#[test]
fn nothing_has_hash_order() {
    only_in(
        "Hash order leaks into what people read; use BTreeMap and BTreeSet:",
        r"\b(?:HashMap|HashSet|DefaultHasher|RandomState|ahash|FxHash\w*)\b",
        |_| false,
    );
}

#[test]
fn nobody_can_ask_the_time_by_accident() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "-e", "features", "-i", "chrono"])
        .current_dir(root())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&tree.stdout);
    assert!(text.contains("chrono v"), "cargo tree failed: {}", String::from_utf8_lossy(&tree.stderr));
    assert!(!text.contains("chrono feature \"clock\""), "chrono is built with its clock:\n{text}");
    assert!(!text.contains("chrono feature \"now\""), "chrono is built with its clock:\n{text}");
}

#[test]
fn only_the_plot_knows_egui_plot() {
    only_in("Only ui/plot.rs knows egui_plot:", r"\begui_plot\b", |source| {
        source.path == "src/ui/plot.rs" || source.path.starts_with("src/ui/plot/")
    });
}

#[test]
fn only_the_window_knows_egui() {
    only_in("egui is known to ui and to the wiring alone:", r"\b(?:egui|eframe|egui_extras)::", |source| {
        ["ui", "main", "cli"].contains(&source.module())
    });
}

#[test]
fn colours_live_in_the_theme() {
    let colour = pattern(r"^#[0-9a-fA-F]{3,8}$");
    let numbers = pattern(r"Color32::(?:from_\w+\(\s*(?:\d|0x)|[A-SU-Z][A-Z_]{2,}\b)|hex_color!");
    let mut broken = Vec::new();
    for source in program().iter().filter(|s| !s.path.starts_with("src/timeline/theme")) {
        broken.extend(places(&source.path, &source.code, &numbers));
        let literals = source.literals.iter().filter(|l| colour.is_match(l));
        broken.extend(literals.map(|l| format!("{}: \"{l}\"", source.path)));
    }
    broken.retain(|place| !place.ends_with("PLACEHOLDER"));
    nothing_breaks("Colours live in src/timeline/theme.rs, which the window and the exports share:", &broken);
}
