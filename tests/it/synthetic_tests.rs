//! The generator of made-up events and articles gives what benches and tests rely on.

use summitline::world::World;

use crate::synthetic::{
    articles::{Matter, articles},
    events::events,
};

#[test]
fn the_same_seed_gives_the_same_and_another_seed_another() {
    assert_eq!(events(7, 200), events(7, 200));
    assert_ne!(events(7, 200), events(8, 200));
    assert_eq!(articles(7, 20, Matter::Leaders), articles(7, 20, Matter::Leaders));
    assert_ne!(articles(7, 20, Matter::Leaders), articles(8, 20, Matter::Leaders));
}

#[test]
fn events_are_many_sorted_and_rest_on_evidence() {
    let events = events(1, 1000);
    assert_eq!(events.len(), 1000);
    assert!(events.is_sorted_by_key(|event| event.days.first()), "sorted by first day");
    assert!(events.iter().all(|event| !event.evidence.is_empty()), "no event without a quote");
    let mut kinds: Vec<_> = events.iter().map(|event| (event.kind, event.participation)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 5, "every lane has marks");
}

#[test]
fn articles_about_nobody_name_nobody_and_those_about_leaders_do() {
    let world = World::builtin();
    let mut names: Vec<&str> = world.register().names().map(|name| name.text).collect();
    names.extend(world.series().all().flat_map(|series| &series.names).map(|name| name.text.as_str()));
    let names_somebody = |text: &str| {
        let words: Vec<&str> = text.split(|char: char| !char.is_alphanumeric()).collect();
        names.iter().any(|name| if name.contains(' ') { text.contains(name) } else { words.contains(name) })
    };
    for (file, bytes) in articles(3, 5, Matter::Nobody) {
        assert!(!names_somebody(std::str::from_utf8(&bytes).unwrap()), "{file}");
        assert!((5000..6000).contains(&bytes.len()), "{file} has {} bytes", bytes.len());
    }
    for (file, bytes) in articles(3, 5, Matter::Leaders) {
        assert!(names_somebody(std::str::from_utf8(&bytes).unwrap()), "{file}");
    }
}
