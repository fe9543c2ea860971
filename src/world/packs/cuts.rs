//! Names that overlap: which of two that share a word is meant.

use super::{Automaton, Named, Target};

impl Automaton {
    /// Whether an office or a name of several words ends within a longer name: `président de la république` in the
    /// title of the president of the `République démocratique du Congo`, `President Xi` in `President Xi Jinping`.
    pub(super) fn cuts_a_name(&self, text: &str, (start, end): (usize, usize), key: usize) -> bool {
        let targets = |key: usize| self.targets.get(key).into_iter().flatten();
        let is_office = targets(key).any(|target| match *target {
            Target::Word { entry, .. } => self.entries.get(entry).is_some_and(|entry| entry.office.is_some()),
            Target::Name { .. } => false,
        });
        let is_leader = |target: &Target| matches!(target, Target::Name { named: Named::Leader(_), .. });
        let is_title = is_office || targets(key).any(is_leader);
        let words = text.get(start..end).filter(|_| is_title).unwrap_or_default();
        let is_country = |target: &Target| matches!(target, Target::Name { named: Named::Country(_), .. });
        words.match_indices(' ').any(|(space, _)| {
            let rest = text.get(start + space + 1..).unwrap_or_default();
            let names = self.tree.prefixes(rest.bytes());
            let mut beyond = names.filter(|(length, _)| space + 1 + length > words.len());
            beyond.any(|(_, key)| {
                targets(key).any(|name| if is_office { is_country(name) } else { is_leader(name) })
            })
        })
    }
}
