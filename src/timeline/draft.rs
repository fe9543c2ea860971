//! A lane on the way to its place: marks and labels with everything but their heights.

use super::{
    index::{Entry, LaneIndex, known_days},
    labels::{self, Place, Room, Wish},
    lanes, marks, names, paint,
    plot::{
        LABEL_ROW_PX, LANE_PAD_PX, LEAST_LANE_PX, MARK_ROW_PX, MOST_LABEL_ROWS, PlotInput, in_view,
        whole_rows,
    },
    scene::Weight,
    spots::{Spot, spots},
    theme,
};
use crate::model::DayRange;

/// How important the label of a count is, on the scale of [`names::importance`].
const COUNT_IMPORTANCE: i32 = 70;
/// Least height of the strip in which marks stand.
const ZONE_PX: f32 = 40.0;
/// Most events of a count whose days are looked at for its label.
const MOST_LOOKED_AT: usize = 100;
/// Most counts of a lane that are labelled; where there are more, the number in them is enough.
const MOST_LABELLED_COUNTS: usize = 6;

/// A lane on the way: everything but its height.
pub(super) struct Draft<'a> {
    pub(super) lane: &'a LaneIndex,
    pub(super) spots: Vec<Spot<'a>>,
    pub(super) texts: Vec<Option<(String, String)>>,
    wishes: Vec<Wish>,
    pub(super) places: Vec<Place>,
    pub(super) n_mark_rows: usize,
    pub(super) n_label_rows: usize,
    most_labels: usize,
}

impl Draft<'_> {
    /// The height of the strip in which its marks stand.
    pub(super) fn zone_px(&self) -> f32 {
        (self.n_mark_rows as f32 * MARK_ROW_PX).max(ZONE_PX)
    }

    /// How many rows of labels a lane of that height has room for.
    fn n_label_rows_in(&self, height: f32) -> usize {
        whole_rows((height - LANE_PAD_PX * 2.0 - self.zone_px()) / LABEL_ROW_PX)
    }
}

/// Places the marks and labels of a lane; `height` is `None` where it is still to be found.
pub(super) fn draft<'a>(
    input: &PlotInput<'a>,
    lane: &'a LaneIndex,
    height: Option<f32>,
    most_labels: usize,
) -> Draft<'a> {
    let spots = spots(input, lane, height);
    let n_counts = spots.iter().filter(|spot| spot.is_count).count();
    let text = |spot: &Spot<'a>| {
        if !in_view(input, spot.x) {
            return None;
        }
        match spot.event(input.events) {
            Some((_, event)) => {
                Some((names::label_name(event), names::label_detail(event, input.numbers, input.dates)))
            }
            None if n_counts <= MOST_LABELLED_COUNTS => count_label(input, spot),
            None => None,
        }
    };
    let texts: Vec<_> = spots.iter().map(text).collect();
    let wishes = spots.iter().zip(&texts).map(|(spot, text)| wish(input, spot, text.as_ref())).collect();
    let n_mark_rows = spots.iter().map(|spot| spot.row + 1).max().unwrap_or(1);
    let mut draft =
        Draft { lane, spots, texts, wishes, places: Vec::new(), n_mark_rows, n_label_rows: 0, most_labels };
    let n_rows = height.map_or(MOST_LABEL_ROWS, |height| draft.n_label_rows_in(height));
    place_labels(input, &mut draft, n_rows);
    draft
}

/// `16 meetings` and the days of the first and the last.
fn count_label(input: &PlotInput<'_>, spot: &Spot<'_>) -> Option<(String, String)> {
    let event = |entry: &Entry| input.events.get(entry.event_index);
    let (_, many) = lanes::nouns(event(spot.entries.first()?)?);
    let ends = spot.entries.iter().take(MOST_LOOKED_AT).chain(spot.entries.last());
    let days = ends.filter_map(|entry| known_days(event(entry)?.days)).reduce(DayRange::hull)?;
    Some((format!("{} {many}", spot.entries.len()), input.dates.short(days)))
}

fn wish(input: &PlotInput<'_>, spot: &Spot<'_>, text: Option<&(String, String)>) -> Wish {
    let event = spot.event(input.events).map(|(_, event)| event);
    let (before_px, after_px) = event.map_or((0.0, 0.0), marks::beside_px);
    let (bar_left, bar_right) =
        event.and_then(|event| paint::bar_ends(input, event, spot.x)).unwrap_or((spot.x, spot.x));
    Wish {
        x: spot.x,
        left_px: (spot.x - spot.half_px - before_px.max(2.0)).min(bar_left),
        right_px: (spot.x + spot.half_px + after_px.max(3.0)).max(bar_right),
        label_px: text.map(|lines| label_px(input, lines)),
        importance: event.map_or(COUNT_IMPORTANCE, names::importance),
    }
}

fn label_px(input: &PlotInput<'_>, (name, detail): &(String, String)) -> f32 {
    let name_px = (input.measure)(name, theme::LABEL_PX, Weight::Regular);
    name_px.max((input.measure)(detail, theme::SMALL_PX, Weight::Regular))
}

fn place_labels(input: &PlotInput<'_>, draft: &mut Draft<'_>, n_rows: usize) {
    let room =
        Room { left_px: input.rect.x, right_px: input.rect.right(), n_rows, n_labels: draft.most_labels };
    draft.places = labels::placed(&draft.wishes, room);
    draft.n_label_rows = draft.places.iter().map(|place| place.row).max().unwrap_or(0);
}

fn wanted_px(draft: &Draft<'_>) -> f32 {
    if draft.spots.is_empty() {
        return ZONE_PX + LANE_PAD_PX;
    }
    draft.zone_px() + draft.n_label_rows as f32 * LABEL_ROW_PX + LANE_PAD_PX * 2.0
}

/// Takes rows of labels from the fullest lanes until all fit; gives the heights that are wanted then, as `settle` has
/// them. Where not even the marks fit, they are more than there is.
pub(super) fn fitted(
    input: &PlotInput<'_>,
    drafts: &mut [Draft<'_>],
    settle: &dyn Fn(Vec<f32>) -> Vec<f32>,
) -> Vec<f32> {
    loop {
        let wanted = settle(drafts.iter().map(wanted_px).collect());
        let fullest = drafts.iter_mut().max_by_key(|draft| draft.n_label_rows);
        match fullest.filter(|draft| draft.n_label_rows > 0) {
            Some(fullest) if wanted.iter().sum::<f32>() > input.rect.height => {
                let n_rows = fullest.n_label_rows - 1;
                place_labels(input, fullest, n_rows);
            }
            _ => return wanted,
        }
    }
}

/// Room for each lane as it needs for its labels, and a share of what is left.
pub(super) fn heights_by_demand(input: &PlotInput<'_>, drafts: &mut [Draft<'_>]) -> Vec<f32> {
    let wanted = fitted(input, drafts, &|wanted| wanted);
    let (sum, room): (f32, f32) = (wanted.iter().sum(), input.rect.height);
    if sum > room {
        return wanted.into_iter().map(|height| height * room / sum).collect();
    }
    let extra = extra_px(room - sum, drafts.len());
    wanted.into_iter().map(|height| height + extra).collect()
}

/// What each of so many lanes gets of the room that is left.
pub(super) fn extra_px(left_px: f32, n_lanes: usize) -> f32 {
    (left_px / n_lanes.max(1) as f32).min(LABEL_ROW_PX * 1.6)
}

/// Gives every lane the same height.
pub(super) fn equal_heights(input: &PlotInput<'_>, drafts: &mut [Draft<'_>]) -> Vec<f32> {
    let height = (input.rect.height / drafts.len().max(1) as f32).max(LEAST_LANE_PX);
    for draft in drafts.iter_mut() {
        let n_rows = draft.n_label_rows_in(height);
        if draft.n_label_rows > n_rows {
            place_labels(input, draft, n_rows);
        }
    }
    vec![height; drafts.len()]
}
