//! Dates that articles count from: inaugurations, the invasion, the warrant.

use super::table::{self, BadRow, Table};
use crate::model::{Day, Moment};

/// Every dated happening that is known.
#[derive(Debug, Default)]
pub struct Moments {
    /// By day, then key.
    all: Vec<Moment>,
}

impl Moments {
    pub(super) fn read(bad: &mut Vec<BadRow>) -> Self {
        let text = include_str!("../../assets/moments.tsv");
        let mut all =
            Table::read("moments.tsv", ["moment", "date", "what", "source"], text, bad).map(bad, moment);
        all.sort_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
        Self { all }
    }

    /// All moments, by day, then key.
    pub fn all(&self) -> &[Moment] {
        &self.all
    }

    /// The moments of one key, by day.
    pub fn of_key(&self, key: &str) -> impl DoubleEndedIterator<Item = &Moment> {
        self.all.iter().filter(move |moment| moment.key == key)
    }

    /// The latest moment of `key` up to and with `day`.
    pub fn last_before(&self, key: &str, day: Day) -> Option<&Moment> {
        self.of_key(key).rfind(|moment| moment.day <= day)
    }
}

fn moment([key, day, what, source]: [&str; 4]) -> Result<Moment, String> {
    table::required(source, "source")?;
    let day = Day::parse(day).ok_or_else(|| format!("`{day}` is no day"))?;
    Ok(Moment { key: table::required(key, "moment")?, day, what: table::required(what, "what")? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    #[test]
    fn the_last_inauguration_is_the_one_before_the_day() {
        let moments = World::builtin().moments();
        let on = |day: &str| {
            moments.last_before("inauguration", Day::parse(day).unwrap()).map(|it| it.day.to_string())
        };
        assert_eq!(on("2024-06-01").as_deref(), Some("2024-05-07"));
        assert_eq!(on("2024-05-06").as_deref(), Some("2018-05-07"));
        assert_eq!(on("1999-01-01"), None);
        assert_eq!(moments.of_key("invasion").count(), 1);
    }
}
