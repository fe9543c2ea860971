//! Countries that bear one name, like the two Congos: which is meant, the article must tell elsewhere.

use std::collections::BTreeSet;

use super::tokens::Tokens;
use crate::{
    model::{Doubt, DoubtKind, OfficeRole},
    world::World,
};

/// Settles what shared names mean: the country of which the article names a leader, a city or a name that is its
/// own, and no other that shares it. Where it names neither or both, the name means no country, and that is a doubt.
pub fn settle(rows: &mut [Tokens], named: &BTreeSet<usize>, text: &str, world: &World) -> Option<Doubt> {
    let is_shared = |tokens: &Tokens| tokens.row.iter().any(|token| token.namesake.is_some());
    if !rows.iter().any(is_shared) {
        return None;
    }
    let told = told(rows, named, world);
    let mut doubt = None;
    for token in rows.iter_mut().flat_map(|tokens| &mut tokens.row) {
        let (Some((first, form)), Some(second)) = (token.country, token.namesake) else { continue };
        match (told.contains(&first), told.contains(&second)) {
            (true, false) => token.namesake = None,
            (false, true) => (token.country, token.namesake) = (Some((second, form)), None),
            (true, true) | (false, false) => {
                token.country = None;
                let of = |index| world.countries().at(index).map_or("", |country| country.name.as_str());
                doubt = doubt.or_else(|| {
                    let (first, second) = (of(first), of(second));
                    let name = token.span.of(text);
                    let message =
                        format!("“{name}” is said of {first} and {second}: which is meant is not known");
                    Some(Doubt { kind: DoubtKind::Ambiguous, span: Some(token.span), message })
                });
            }
        }
    }
    doubt
}

/// The countries that an article names beyond doubt, by a name, a city or a leader.
fn told(rows: &[Tokens], named: &BTreeSet<usize>, world: &World) -> BTreeSet<usize> {
    let tokens = rows.iter().flat_map(|tokens| &tokens.row).filter(|token| token.namesake.is_none());
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let index_of = |code: &str| world.countries().index_of(code);
    for token in tokens {
        told.extend(token.country.map(|(index, _)| index));
        let city = token.city.and_then(|index| world.cities().all().get(index));
        told.extend(city.and_then(|city| index_of(&city.country)));
    }
    let leaders = named.iter().filter_map(|index| world.register().leaders().get(*index));
    let offices = leaders.flat_map(|leader| &leader.offices).filter(|held| held.role == OfficeRole::Leader);
    told.extend(offices.filter_map(|held| index_of(held.country.as_deref()?)));
    told
}
