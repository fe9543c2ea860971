//! What the register promises.

use std::collections::BTreeSet;

use super::*;
use crate::world::World;

fn register() -> &'static Register {
    World::builtin().register()
}

fn day(iso: &str) -> Day {
    Day::parse(iso).unwrap()
}

fn principal(country: &str, iso: &str) -> Option<&'static str> {
    register().principal(country, day(iso)).map(|leader| leader.name.as_str())
}

#[test]
fn the_principal_depends_on_the_day() {
    for (country, iso, expected) in [
        ("RU", "2007-01-01", Some("Vladimir Putin")),
        ("RU", "2010-01-01", Some("Dmitry Medvedev")),
        ("RU", "2022-11-15", Some("Vladimir Putin")),
        ("US", "2018-07-16", Some("Donald Trump")),
        ("US", "2021-06-16", Some("Joe Biden")),
        ("CN", "2013-01-01", Some("Hu Jintao")),
        ("IN", "2024-07-08", Some("Narendra Modi")),
        ("AU", "2014-11-15", Some("Tony Abbott")),
        ("IR", "2024-06-15", Some("Mohammad Mokhber")),
    ] {
        assert_eq!(principal(country, iso), expected, "{country} on {iso}");
    }
}

#[test]
fn where_several_could_be_meant_nobody_is_named() {
    assert_eq!(principal("SA", "2023-12-06"), None, "the king or the crown prince");
    assert_eq!(principal("VN", "2024-06-20"), None, "the general secretary or the president");
    assert_eq!(principal("ZZ", "2024-06-20"), None, "no such country");
}

#[test]
fn holders_are_given_with_their_offices() {
    let days = DayRange::day(day("2009-01-01"));
    let offices: Vec<String> = register()
        .holders("RU", days)
        .filter(|holder| holder.office.role == OfficeRole::Leader)
        .map(|holder| format!("{} {}", holder.office.title, holder.leader.name))
        .collect();
    assert_eq!(offices, ["President Dmitry Medvedev", "Prime Minister Vladimir Putin"]);
}

#[test]
fn a_name_is_found_in_any_case_script_and_spelling() {
    for (text, expected) in [
        ("vladimir putin", "Vladimir Putin"),
        ("PUTIN", "Vladimir Putin"),
        ("Путин", "Vladimir Putin"),
        ("习近平", "Xi Jinping"),
        ("recep tayyip erdogan", "Recep Tayyip Erdoğan"),
        ("Kassym Jomart Tokayev", "Kassym-Jomart Tokayev"),
        ("Orbán", "Viktor Orbán"),
    ] {
        assert_eq!(register().find(text).map(|leader| leader.name.as_str()), Some(expected), "{text}");
    }
    assert_eq!(register().find("Nobody At All"), None);
    assert_eq!(register().find(""), None);
}

#[test]
fn a_slip_of_the_pen_is_answered_with_near_names() {
    assert_eq!(register().near("Vladmir Putin").first(), Some(&"Vladimir Putin"));
    assert_eq!(register().near("Lukashenka").first(), Some(&"Alexander Lukashenko"));
    assert_eq!(register().near("Makron").first(), Some(&"Emmanuel Macron"));
    assert!(register().near("qqqqqqqqqqqq").is_empty(), "nothing is near");
    assert!(register().near("").is_empty(), "nothing was typed");
}

#[test]
fn no_country_has_two_principals_on_one_day() {
    for country in World::builtin().countries().all() {
        let offices: Vec<Holder<'_>> = register()
            .holders(&country.code, DayRange::ANY)
            .filter(|holder| holder.office.principal)
            .collect();
        for (index, one) in offices.iter().enumerate() {
            for other in offices.iter().skip(index + 1).filter(|other| other.leader.name != one.leader.name) {
                let shared = one.office.term.meet(other.office.term).map_or(0, DayRange::n_days);
                // A handover shares its day.
                assert!(shared <= 1, "{}: {} and {}", country.code, one.leader.name, other.leader.name);
            }
        }
    }
}

#[test]
fn every_leader_held_an_office_of_a_known_country_or_of_an_organisation() {
    let world = World::builtin();
    for leader in register().leaders() {
        assert!(!leader.offices.is_empty(), "{} held none", leader.name);
        for office in &leader.offices {
            let known = office.country.as_ref().is_none_or(|code| world.countries().by_code(code).is_some());
            assert!(known, "{}: {:?}", leader.name, office.country);
            assert!(office.country.is_some() || !office.principal, "{} stands for no country", leader.name);
            let of_age = leader.born.is_none_or(|born| born.plus(30 * 365) < office.term.first());
            assert!(of_age, "{} was a child", leader.name);
        }
    }
}

#[test]
fn a_surname_that_stands_alone_has_one_bearer() {
    let alone = register().names().filter(|name| name.form == NameForm::Surname);
    for name in alone {
        let others: BTreeSet<&str> = register()
            .names()
            .filter(|other| other.text == name.text && other.form != NameForm::Later)
            .map(|other| other.leader.name.as_str())
            .collect();
        assert_eq!(others.len(), 1, "{} is {others:?}", name.text);
    }
    let later = register().names().filter(|name| name.form == NameForm::Later).count();
    assert!(later > 100, "only {later} surnames that need their first name before them");
}

#[test]
fn no_full_name_has_two_bearers() {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for name in register().names().filter(|name| name.form == NameForm::Full) {
        let before = owners.insert(name.text, &name.leader.name);
        assert!(before.is_none_or(|before| before == name.leader.name), "{} is {before:?} too", name.text);
    }
}

#[test]
fn the_canonical_name_is_the_first_alias_and_births_are_known_where_it_matters() {
    for leader in register().leaders() {
        assert_eq!(leader.aliases.first().map(|alias| alias.text.as_str()), Some(leader.name.as_str()));
    }
    let born = register().by_name("Vladimir Putin").and_then(|leader| leader.born);
    assert_eq!(born, Some(day("1952-10-07")));
    assert!(
        register().leaders().iter().filter(|leader| leader.born.is_some()).count() >= 50,
        "ages date articles"
    );
}
