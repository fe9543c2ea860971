//! The generator of made-up events and articles gives what benches and tests rely on.

use summitline::{project::analyse, world::World};

use crate::synthetic::{
    articles::{Matter, articles, articles_about, breathless, long},
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
fn articles_about_one_leader_tell_of_that_leader() {
    for (file, bytes) in articles_about(3, 5, "Angela Merkel") {
        let claims = analyse::read(&file, &bytes, World::builtin()).extraction.claims;
        assert!(claims.iter().any(|claim| claim.leader == "Angela Merkel"), "{file}");
    }
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

#[test]
fn a_long_article_is_read_to_its_end() {
    let (file, bytes) = long(5, 60_000);
    let n_chars = String::from_utf8(bytes.clone()).unwrap().chars().count();
    let claims = analyse::read(&file, &bytes, World::builtin()).extraction.claims;
    let last = claims.iter().map(|claim| claim.end).max().unwrap();
    assert!(last * 20 > n_chars * 19, "the last claim ends at {last} of {n_chars}");
}

#[test]
fn what_goes_on_without_a_full_stop_is_read_in_pieces() {
    let (file, bytes) = breathless(5, 3_000);
    let reading = analyse::read(&file, &bytes, World::builtin());
    let longest = reading.article.sentences.iter().map(|sentence| sentence.span.len()).max().unwrap();
    assert!(longest <= 4_000, "a piece of {longest} bytes");
    assert!(reading.extraction.claims.len() > 10, "{} claims", reading.extraction.claims.len());
}
