//! What `and` joins to the first of its kind: the further summits of one verb.

use super::{
    context::AxisWords,
    items::{Item, ItemKind},
    scene::Scene,
};

/// How many words may stand between two that are joined.
const REACH: usize = 10;

/// The summits that are joined to the one at this index and share its verb, by index.
pub fn joined(scene: &Scene<'_>, summit: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut last = summit;
    while let Some(next) = next(scene.items, last, scene.axes) {
        found.push(next);
        last = next;
    }
    found
}

/// The summit behind the next `and`, if nothing but places, times and small words stands between the two and no verb
/// of its own follows: `and the G20 summit was put off`.
fn next(items: &[Item], summit: usize, words: &AxisWords) -> Option<usize> {
    let mut is_joined = false;
    let rest = items.iter().enumerate().skip(summit + 1).take(REACH);
    for (at, item) in rest {
        match item.kind {
            ItemKind::Summit(_) => {
                return (is_joined && !has_verb(items.get(at + 1..)?, words)).then_some(at);
            }
            ItemKind::Actors(_) | ItemKind::Mark(';' | ':' | '?' | '!') => return None,
            _ if words.is_verb(item) => return None,
            _ => is_joined |= words.joins(item),
        }
    }
    None
}

/// Whether a verb follows before the next comma or `and`.
fn has_verb(after: &[Item], words: &AxisWords) -> bool {
    let mut own = after.iter().take_while(|item| !words.joins(item) && item.kind != ItemKind::Mark(','));
    own.any(|item| words.is_verb(item))
}
