//! The steps from an event to the nearest one of the lane above or below.

use super::camera::middle;
use crate::{
    model::Event,
    project::{Action, State},
    timeline::LaneIndex,
};

/// Selects the event nearest in time in the next lane that has any; without a selection the first of all.
pub(super) fn step(state: &State, lanes: &[LaneIndex], down: bool) -> Option<Action> {
    let Some(selected) = state.selected_index() else { return Some(Action::SelectNext) };
    let at = lane_of(lanes, selected)?;
    let instant = state.selected_event().and_then(middle);
    let mut others: Vec<&LaneIndex> =
        if down { lanes.iter().skip(at + 1).collect() } else { lanes.iter().take(at).rev().collect() };
    others.retain(|lane| lane.n_events() > 0);
    let index = nearest(others.first()?, instant)?;
    let event: &Event = state.events().get(index)?;
    Some(Action::Select(Some(event.id.clone())))
}

/// Which lane holds an event.
pub(super) fn lane_of(lanes: &[LaneIndex], event_index: usize) -> Option<usize> {
    lanes.iter().position(|lane| holds(lane, event_index))
}

fn holds(lane: &LaneIndex, event_index: usize) -> bool {
    lane.entries().iter().any(|entry| entry.event_index == event_index) || lane.undated.contains(&event_index)
}

/// The event of a lane nearest to an instant; an undated one where there is neither.
fn nearest(lane: &LaneIndex, instant: Option<f64>) -> Option<usize> {
    let undated = lane.undated.first().copied();
    let Some(instant) = instant else {
        return undated.or_else(|| lane.entries().last().map(|entry| entry.event_index));
    };
    let entries = lane.entries();
    let after = entries.partition_point(|entry| entry.centre() < instant);
    let around = [after.checked_sub(1).and_then(|before| entries.get(before)), entries.get(after)];
    let distance = |entry: &crate::timeline::Entry| (entry.centre() - instant).abs();
    let best = around.into_iter().flatten().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    best.map(|entry| entry.event_index).or(undated)
}
