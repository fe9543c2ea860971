//! The register of leaders: who held which office when, and under which names articles know them.

use std::collections::BTreeMap;

use super::{
    fold::{distance, fold},
    series,
    table::{self, BadRow, Table},
};
use crate::model::{Alias, Day, DayRange, Leader, Office, OfficeRole, OfficeSort};

/// When a name may be taken for its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// A full name, or a short one that only one person bears.
    Full,
    /// A surname so well known that it stands alone: `Putin`.
    Surname,
    /// A surname that counts only after the full name in the same article: `Johnson`.
    Later,
}

/// A name of a leader as articles write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaderName<'a> {
    /// Whose name it is.
    pub leader: &'a Leader,
    /// BCP 47.
    pub language: &'a str,
    /// The name.
    pub text: &'a str,
    /// When it counts.
    pub form: NameForm,
}

/// A person in office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder<'a> {
    /// Who.
    pub leader: &'a Leader,
    /// Which office, and when.
    pub office: &'a Office,
}

/// Every leader that is known.
#[derive(Debug, Default)]
pub struct Register {
    /// By canonical name.
    leaders: Vec<Leader>,
    /// What sort of office each key of the language packs names.
    sorts: BTreeMap<String, OfficeSort>,
    names: Vec<(usize, Alias, NameForm)>,
    by_folded_name: BTreeMap<String, Vec<usize>>,
    /// Person and office, by country and start of term.
    by_country: BTreeMap<String, Vec<(usize, usize)>>,
}

impl Register {
    pub(super) fn read(bad: &mut Vec<BadRow>) -> Self {
        let mut people = BTreeMap::new();
        let text = include_str!("../../assets/offices.tsv");
        let keys = Table::read("offices.tsv", ["title", "key", "sort"], text, bad).map(bad, key_of_title);
        let keys: BTreeMap<String, (String, OfficeSort)> = keys.into_iter().collect();
        let text = include_str!("../../assets/people.tsv");
        let columns = ["leader", "born", "wikidata", "source"];
        Table::read("people.tsv", columns, text, bad).map(bad, |row| add_person(&mut people, row));
        let text = include_str!("../../assets/leaders.tsv");
        let columns = ["leader", "country", "office", "role", "principal", "start", "end", "source"];
        Table::read("leaders.tsv", columns, text, bad).map(bad, |row| add_office(&mut people, &keys, row));
        let sorts = keys.into_values().collect();
        let mut register = Self { leaders: people.into_values().collect(), sorts, ..Self::default() };
        register.index_offices();
        let text = include_str!("../../assets/leader_names.tsv");
        let columns = ["leader", "form", "language", "name", "source"];
        Table::read("leader_names.tsv", columns, text, bad).map(bad, |row| register.add_name(row));
        register.index_names();
        register
    }

    /// All leaders, by canonical name.
    pub fn leaders(&self) -> &[Leader] {
        &self.leaders
    }

    /// The leader of this canonical name.
    pub fn by_name(&self, name: &str) -> Option<&Leader> {
        let index = self.position(name)?;
        self.leaders.get(index)
    }

    /// All names of all leaders, those that count only after the full name included.
    pub fn names(&self) -> impl Iterator<Item = LeaderName<'_>> {
        self.names.iter().filter_map(|(index, alias, form)| {
            let leader = self.leaders.get(*index)?;
            Some(LeaderName { leader, language: &alias.language, text: &alias.text, form: *form })
        })
    }

    /// Who held an office of `country` on any of `days`, by start of term.
    pub fn holders(&self, country: &str, days: DayRange) -> impl Iterator<Item = Holder<'_>> {
        let offices = self.by_country.get(country).into_iter().flatten();
        offices
            .filter_map(|(leader, office)| {
                let leader = self.leaders.get(*leader)?;
                Some(Holder { leader, office: leader.offices.get(*office)? })
            })
            .filter(move |holder| holder.office.term.meet(days).is_some())
    }

    /// Who stands for `country` where a text names only the country, on `day`.
    ///
    /// `None` where the register knows nobody, where several could be meant, and on a day of handover.
    pub fn principal(&self, country: &str, day: Day) -> Option<&Leader> {
        let mut principals = self
            .holders(country, DayRange::day(day))
            .filter(|holder| holder.office.principal)
            .map(|holder| holder.leader);
        let first = principals.next()?;
        principals.all(|other| other.name == first.name).then_some(first)
    }

    /// The one leader of this name in any language, case and diacritics aside.
    ///
    /// A canonical name wins over another's alias; `None` if nobody or several bear the name.
    pub fn find(&self, text: &str) -> Option<&Leader> {
        let folded = fold(text);
        let bearers = self.by_folded_name.get(&folded)?;
        let of_index = |index: &usize| self.leaders.get(*index);
        if let [only] = bearers.as_slice() {
            return of_index(only);
        }
        bearers.iter().filter_map(of_index).find(|leader| fold(&leader.name) == folded)
    }

    /// Up to five canonical names that `text` may have meant, nearest first.
    pub fn near(&self, text: &str) -> Vec<&str> {
        let folded = fold(text);
        let mut best: BTreeMap<usize, usize> = BTreeMap::new();
        for (name, bearers) in &self.by_folded_name {
            let Some(distance) = nearness(&folded, name) else { continue };
            for bearer in bearers {
                let known = best.entry(*bearer).or_insert(distance);
                *known = distance.min(*known);
            }
        }
        let mut ranked: Vec<(usize, usize)> =
            best.into_iter().map(|(bearer, distance)| (distance, bearer)).collect();
        ranked.sort_unstable();
        ranked
            .into_iter()
            .take(5)
            .filter_map(|(_, bearer)| Some(self.leaders.get(bearer)?.name.as_str()))
            .collect()
    }

    /// What sort of office a key of the language packs names; `None` where it may be any.
    pub fn sort_of(&self, key: &str) -> Option<OfficeSort> {
        self.sorts.get(key).copied()
    }

    /// Where the leader of this canonical name stands among all.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.leaders.binary_search_by(|leader| leader.name.as_str().cmp(name)).ok()
    }

    fn add_name(&mut self, [name, form, language, text, source]: [&str; 5]) -> Result<(), String> {
        let index = self.position(name).ok_or_else(|| format!("`{name}` is no leader"))?;
        table::required(source, "source")?;
        let form = match form {
            "full" => NameForm::Full,
            "surname" => NameForm::Surname,
            "later" => NameForm::Later,
            _ => return Err(format!("`{form}` is no form of name")),
        };
        let alias = series::alias(language, text)?;
        if let Some(leader) = self.leaders.get_mut(index)
            && form != NameForm::Later
            && !leader.aliases.contains(&alias)
        {
            leader.aliases.push(alias.clone());
        }
        self.names.push((index, alias, form));
        Ok(())
    }

    fn index_offices(&mut self) {
        for (index, leader) in self.leaders.iter_mut().enumerate() {
            leader.offices.sort_by(|a, b| (a.term, &a.title).cmp(&(b.term, &b.title)));
            for (office_index, office) in leader.offices.iter().enumerate() {
                let Some(country) = &office.country else { continue };
                self.by_country.entry(country.clone()).or_default().push((index, office_index));
            }
            for alias in &leader.aliases {
                self.names.push((index, alias.clone(), NameForm::Full));
            }
        }
        let term = |(leader, office): &(usize, usize)| {
            self.leaders.get(*leader).and_then(|leader| leader.offices.get(*office)).map(|office| office.term)
        };
        for offices in self.by_country.values_mut() {
            offices.sort_by_key(|office| (term(office), *office));
        }
    }

    fn index_names(&mut self) {
        for (index, alias, _) in &self.names {
            let bearers = self.by_folded_name.entry(fold(&alias.text)).or_default();
            if !bearers.contains(index) {
                bearers.push(*index);
            }
        }
    }
}

/// How far `typed` is from `name` or from one of its words; `None` if they have little in common.
fn nearness(typed: &str, name: &str) -> Option<usize> {
    let words = name.split(' ').filter(|word| word.chars().count() > 3);
    let nearest = words.map(|word| distance(typed, word) + 1).chain([distance(typed, name)]).min()?;
    (nearest * 3 <= typed.chars().count()).then_some(nearest)
}

fn add_person(
    people: &mut BTreeMap<String, Leader>,
    [name, born, _, source]: [&str; 4],
) -> Result<(), String> {
    table::required(source, "source")?;
    let name = table::required(name, "leader")?;
    let born = match table::optional(born) {
        Some(born) => Some(Day::parse(&born).ok_or_else(|| format!("`{born}` is no day"))?),
        None => None,
    };
    let aliases = vec![Alias { language: "en".to_owned(), text: name.clone() }];
    let leader = Leader { name: name.clone(), offices: Vec::new(), aliases, born };
    match people.insert(name, leader) {
        None => Ok(()),
        Some(before) => Err(format!("`{}` stands twice", before.name)),
    }
}

fn key_of_title([title, key, sort]: [&str; 3]) -> Result<(String, (String, OfficeSort)), String> {
    let sort = match sort {
        "state" => OfficeSort::State,
        "government" => OfficeSort::Government,
        "foreign" => OfficeSort::Foreign,
        "defence" => OfficeSort::Defence,
        "organisation" => OfficeSort::Organisation,
        _ => return Err(format!("`{sort}` is no sort of office")),
    };
    Ok((table::required(title, "title")?, (table::required(key, "key")?, sort)))
}

fn add_office(
    people: &mut BTreeMap<String, Leader>,
    keys: &BTreeMap<String, (String, OfficeSort)>,
    row: [&str; 8],
) -> Result<(), String> {
    let [name, country, title, role, principal, start, end, source] = row;
    table::required(source, "source")?;
    let first = table::days(start)?.first();
    let last = if end.is_empty() { Day::MAX } else { table::days(end)?.last() };
    let term = DayRange::new(first, last).ok_or_else(|| format!("{end} lies before {start}"))?;
    let role = match role {
        "leader" => OfficeRole::Leader,
        "organisation" => OfficeRole::Organisation,
        "other" => OfficeRole::Other,
        _ => return Err(format!("`{role}` is no role")),
    };
    let title = table::required(title, "office")?;
    let (country, principal, key) =
        (table::optional(country), principal == "yes", keys.get(&title).map(|(key, _)| key.clone()));
    let office = Office { country, title, key, role, principal, term };
    people.get_mut(name).ok_or_else(|| format!("`{name}` is not in people.tsv"))?.offices.push(office);
    Ok(())
}

#[cfg(test)]
#[path = "register_tests.rs"]
mod tests;
