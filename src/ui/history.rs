//! The views that were seen before, for going back and forward through them.

use crate::timeline::View;

/// How many views are remembered.
const MOST_VIEWS: usize = 100;

/// Views before and after the one that is seen.
#[derive(Debug, Default)]
pub(super) struct History {
    back: Vec<View>,
    forward: Vec<View>,
}

impl History {
    /// The view leaves `from` for a place of its own.
    pub(super) fn leave(&mut self, from: View) {
        self.forward.clear();
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > MOST_VIEWS {
            self.back.remove(0);
        }
    }

    /// The view before `now`, if there is one.
    pub(super) fn go_back(&mut self, now: View) -> Option<View> {
        let view = self.back.pop()?;
        self.forward.push(now);
        Some(view)
    }

    /// The view after `now`, if one was gone back from.
    pub(super) fn go_forward(&mut self, now: View) -> Option<View> {
        let view = self.forward.pop()?;
        self.back.push(now);
        Some(view)
    }

    /// Every view as `change` makes it: the chart was folded otherwise.
    pub(super) fn change(&mut self, change: impl Fn(View) -> View) {
        for view in self.back.iter_mut().chain(&mut self.forward) {
            *view = change(*view);
        }
    }

    /// Forgets all views.
    pub(super) fn clear(&mut self) {
        self.back.clear();
        self.forward.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_to_the_same_views_until_a_new_one_is_chosen() {
        let [a, b, c] = [0.0, 100.0, 200.0].map(|start| View::new(start, start + 10.0));
        let mut history = History::default();
        history.leave(a);
        history.leave(b);
        assert_eq!(history.go_back(c), Some(b));
        assert_eq!(history.go_back(b), Some(a));
        assert_eq!(history.go_back(a), None);
        assert_eq!(history.go_forward(a), Some(b));
        history.leave(b);
        assert_eq!(history.go_forward(c), None);
    }
}
