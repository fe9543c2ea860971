//! Who held which office on a solved day, and which countries that makes.

use super::allowed::office_fits;
use crate::{
    model::{Counterpart, DayRange, Edition, Leader, OfficeRole, Step},
    world::World,
};

/// A counterpart as far as the solved days tell who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// The canonical name, or `None` where several fit.
    pub(super) name: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub(super) country: Option<String>,
    /// How an office became a name.
    pub(super) step: Option<Step>,
}

/// The country that a leader stands for during some days.
pub(super) fn country_of(leader: &str, days: DayRange, world: &World) -> Option<String> {
    let leader = world.register().by_name(leader)?;
    let mut held = leader
        .offices
        .iter()
        .filter(|office| office.role == OfficeRole::Leader && office.term.meet(days).is_some())
        .filter_map(|office| office.country.clone());
    let first = held.next()?;
    held.all(|other| other == first).then_some(first)
}

/// The country of a counterpart.
pub(super) fn counterpart_country(
    counterpart: &Counterpart,
    days: DayRange,
    world: &World,
) -> Option<String> {
    match counterpart {
        Counterpart::Named(name) => country_of(name, days, world),
        Counterpart::Office { country, .. } => Some(country.clone()),
    }
}

/// Whether somebody could act as a leader on some of the days; people whom the register does not know can.
pub(super) fn is_leader(name: &str, days: DayRange, world: &World) -> bool {
    world.register().by_name(name).is_none_or(|leader| led(leader, days))
}

/// Whether the register has somebody as a leader through all of the days.
pub(super) fn leads_through(name: &str, days: DayRange, world: &World) -> bool {
    let leads = |leader: &Leader| {
        leader.offices.iter().any(|office| office.role == OfficeRole::Leader && office.term.contains(days))
    };
    days.is_bounded() && world.register().by_name(name).is_some_and(leads)
}

fn led(leader: &Leader, days: DayRange) -> bool {
    leader.offices.iter().any(|office| {
        let acts = matches!(office.role, OfficeRole::Leader | OfficeRole::Organisation);
        acts && office.term.meet(days).is_some()
    })
}

/// Who a counterpart was on the solved days.
pub(super) fn person(counterpart: &Counterpart, days: DayRange, world: &World) -> Person {
    match counterpart {
        Counterpart::Named(name) => {
            Person { name: Some(name.clone()), country: country_of(name, days, world), step: None }
        }
        Counterpart::Office { country, office } => {
            let holder = holder(country, office.as_deref(), days, world);
            let step = holder.map(|name| Step::OfficeHeld {
                leader: name.to_owned(),
                country: country.clone(),
                days,
            });
            Person { name: holder.map(str::to_owned), country: Some(country.clone()), step }
        }
    }
}

/// The one person who held an office, or was principal, through all of the days.
fn holder<'a>(country: &str, office: Option<&str>, days: DayRange, world: &'a World) -> Option<&'a str> {
    if !days.is_bounded() {
        return None;
    }
    let mut names: Vec<&str> = world
        .register()
        .holders(country, days)
        .filter(|holder| holder.office.role == OfficeRole::Leader)
        .filter(|holder| match office {
            Some(office) => office_fits(&holder.office.title, office),
            None => holder.office.principal,
        })
        .map(|holder| holder.leader.name.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    match names.as_slice() {
        [name] => Some(name),
        _ => None,
    }
}

/// Whether a numbered meeting of the calendar is one of these two countries.
pub(super) fn is_of(edition: &Edition, own: &str, other: &str, world: &World) -> bool {
    let mut sides = edition.series.splitn(2, '-').map(|name| code_of(name, world));
    let (Some(first), Some(second)) = (sides.next().flatten(), sides.next().flatten()) else { return false };
    (first == own && second == other) || (first == other && second == own)
}

fn code_of<'a>(name: &str, world: &'a World) -> Option<&'a str> {
    let known = world.countries().all().find(|country| {
        country.name == name || country.code == name || country.names.iter().any(|alias| alias.text == name)
    });
    known.map(|country| country.code.as_str())
}
