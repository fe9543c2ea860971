//! Lays out lanes, marks and labels inside a rectangle: the part that the window and the charts share.

use std::collections::BTreeSet;

use super::{
    dates,
    draft::{self, Draft},
    index::LaneIndex,
    labels,
    names::SourceNumbers,
    paint,
    scale::Scale,
    scene::{Label, Mark, Measure, Rect, Shape, rect},
    spots::Spot,
    theme::Theme,
};
use crate::model::Event;

/// Height of a label's two lines with the room between rows.
pub(super) const LABEL_ROW_PX: f32 = 41.0;
/// Distance between stacked marks.
pub(super) const MARK_ROW_PX: f32 = 20.0;
/// Room above and below in a lane.
pub(super) const LANE_PAD_PX: f32 = 4.0;
/// Most rows of labels in a lane.
pub(super) const MOST_LABEL_ROWS: usize = 8;
/// Least height of a lane.
pub(super) const LEAST_LANE_PX: f32 = 26.0;

/// How high lanes are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Heights<'a> {
    /// All the same, so that nothing moves while panning.
    Equal,
    /// As each needs for its labels.
    ByDemand,
    /// As found before, so that nothing moves while panning; they may be higher together than the rectangle.
    Given(&'a [f32]),
}

/// What is laid out.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "it holds a function")]
pub struct PlotInput<'a> {
    /// All events.
    pub events: &'a [Event],
    /// The lanes, from above.
    pub lanes: &'a [LaneIndex],
    /// Where days lie.
    pub scale: Scale<'a>,
    /// Where the lanes go; time runs over its whole width.
    pub rect: Rect,
    /// What is seen of them: lanes outside are passed over.
    pub clip: Rect,
    /// How high lanes are.
    pub heights: Heights<'a>,
    /// The colours.
    pub theme: &'a Theme,
    /// How wide text is.
    pub measure: Measure<'a>,
    /// Numbers of the sources, to be named in labels; may be empty.
    pub numbers: &'a SourceNumbers,
    /// How dates are written.
    pub dates: dates::Format,
    /// Ids of the editions that were held on screens for everybody.
    pub on_screens: &'a BTreeSet<String>,
}

/// Lanes, marks and labels with their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// A rectangle a lane, from above.
    pub lanes: Vec<Rect>,
    /// Bars of known and possible days, under everything.
    pub bars: Vec<Shape>,
    /// The labels.
    pub labels: Vec<Label>,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// Lays out lanes, marks and labels.
pub fn lay_out_lanes(input: &PlotInput<'_>) -> Plot {
    let most_labels = most_labels(input);
    let mut plot = Plot::default();
    let mut drafts: Vec<Option<Draft<'_>>>;
    let heights = match input.heights {
        Heights::Given(heights) => {
            drafts = Vec::new();
            heights.to_vec()
        }
        Heights::Equal | Heights::ByDemand => {
            let mut found: Vec<_> =
                input.lanes.iter().map(|lane| draft::draft(input, lane, None, most_labels)).collect();
            let heights = if input.heights == Heights::Equal {
                draft::equal_heights(input, &mut found)
            } else {
                draft::heights_by_demand(input, &mut found)
            };
            drafts = found.into_iter().map(Some).collect();
            heights
        }
    };
    let mut y = input.rect.y;
    for (lane_index, (lane, height)) in input.lanes.iter().zip(heights).enumerate() {
        let lane_rect = rect(input.rect.x, y, input.rect.width, height);
        y += height;
        plot.lanes.push(lane_rect);
        if !lane_rect.overlaps(input.clip) {
            continue;
        }
        let draft = drafts
            .get_mut(lane_index)
            .and_then(Option::take)
            .unwrap_or_else(|| draft::draft(input, lane, Some(height), most_labels));
        emit(input, &draft, lane_index, &mut plot);
    }
    plot.labels.truncate(labels::MOST_LABELS);
    plot
}

/// How high lanes are that have room for the labels of this view: what [`Heights::Given`] keeps while it moves.
///
/// None is lower than `least_px`, so together they may be higher than the rectangle.
pub fn lane_heights(input: &PlotInput<'_>, least_px: f32) -> Vec<f32> {
    if input.lanes.len() as f32 * least_px >= input.rect.height {
        return vec![least_px; input.lanes.len()];
    }
    let mut drafts: Vec<_> =
        input.lanes.iter().map(|lane| draft::draft(input, lane, None, most_labels(input))).collect();
    // Counts want little room, but they part when one comes near: no lane is lower than one with fewer events.
    let settle = |mut heights: Vec<f32>| {
        let mut by_fullness: Vec<(usize, &mut f32)> =
            input.lanes.iter().map(LaneIndex::n_events).zip(&mut heights).collect();
        by_fullness.sort_by_key(|(n_events, _)| *n_events);
        let mut highest = least_px;
        for (_, height) in by_fullness {
            highest = highest.max(*height);
            *height = highest;
        }
        heights
    };
    let heights = draft::fitted(input, &mut drafts, &settle);
    let left_px = input.rect.height - heights.iter().sum::<f32>();
    if left_px >= 0.0 {
        let extra = draft::extra_px(left_px, heights.len());
        return heights.into_iter().map(|height| (height + extra).floor()).collect();
    }
    // What is too much, all give that are higher than the least.
    let spare: f32 = heights.iter().map(|height| height - least_px).sum();
    let share = if spare > 0.0 { (-left_px / spare).min(1.0) } else { 0.0 };
    heights.into_iter().map(|height| (height - (height - least_px) * share).floor()).collect()
}

/// How many labels a lane may have.
fn most_labels(input: &PlotInput<'_>) -> usize {
    (labels::MOST_LABELS / input.lanes.len().max(1)).max(8)
}

/// Whether something at `x` is seen.
pub(super) fn in_view(input: &PlotInput<'_>, x: f32) -> bool {
    input.rect.x <= x && x <= input.rect.right()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a few rows before")]
pub(super) fn whole_rows(rows: f32) -> usize {
    rows.clamp(0.0, MOST_LABEL_ROWS as f32) as usize
}

/// Puts a lane's marks and labels at their heights: marks below, labels above them.
fn emit(input: &PlotInput<'_>, draft: &Draft<'_>, lane_index: usize, plot: &mut Plot) {
    let Some(&lane_rect) = plot.lanes.last() else { return };
    let zone_px = draft.zone_px().min(lane_rect.height);
    let used_px = zone_px + draft.n_label_rows as f32 * LABEL_ROW_PX;
    let top = lane_rect.y + ((lane_rect.height - used_px) / 2.0).max(0.0);
    let zone_top = (top + used_px - zone_px).min(lane_rect.bottom() - zone_px);
    let row_px = MARK_ROW_PX.min(zone_px / draft.n_mark_rows.max(1) as f32);
    let stack_px = (draft.n_mark_rows as f32 - 1.0) * row_px;
    let lowest = zone_top + zone_px.midpoint(stack_px);
    let y_of = |spot: &Spot<'_>| lowest - spot.row as f32 * row_px;
    let at_lane = (draft.lane.lane, lane_index, draft.lane.name.as_str());
    for spot in draft.spots.iter().filter(|spot| in_view(input, spot.x)) {
        paint::spot(input, spot, y_of(spot), at_lane, plot);
    }
    let has_room = lane_rect.height >= LABEL_ROW_PX;
    let ground = input.theme.lane(lane_index);
    let zone = (zone_top, zone_top + zone_px);
    for place in draft.places.iter().filter(|_| has_room) {
        let spot = draft.spots.get(place.wish_index);
        let texts = draft.texts.get(place.wish_index).and_then(Option::as_ref);
        if let (Some(spot), Some(texts)) = (spot, texts) {
            plot.labels.extend(paint::label(input, spot, texts, *place, (y_of(spot), zone, ground)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Day, DayRange, Kind, Participation},
        timeline::{LanesBy, ThemeName, View, lanes, made},
    };

    fn indexed(events: &[Event]) -> Vec<LaneIndex> {
        let lanes = lanes(events, LanesBy::Kind, &|_| true).into_iter();
        lanes.map(|lane| LaneIndex::new(events, lane)).collect()
    }

    /// What lays out these events in a rectangle of a thousand by six hundred pixels.
    fn input<'a>(
        events: &'a [Event],
        lanes: &'a [LaneIndex],
        view: View,
        (heights, numbers, on_screens): (Heights<'a>, &'a SourceNumbers, &'a BTreeSet<String>),
    ) -> PlotInput<'a> {
        let area = rect(100.0, 50.0, 1000.0, 600.0);
        PlotInput {
            events,
            lanes,
            scale: Scale::plain(view, area),
            rect: area,
            clip: area,
            heights,
            theme: ThemeName::Dark.theme(),
            measure: &|text, size_px, _| text.chars().count() as f32 * size_px * 0.5,
            numbers,
            dates: dates::Format::default(),
            on_screens,
        }
    }

    fn plot(events: &[Event], view: View, heights: Heights<'_>) -> Plot {
        let (numbers, on_screens) = (SourceNumbers::new(), BTreeSet::new());
        lay_out_lanes(&input(events, &indexed(events), view, (heights, &numbers, &on_screens)))
    }

    #[test]
    fn a_fuller_lane_is_never_lower() {
        let day = |n: i32| Day::parse("2001-01-01").unwrap().plus(n * 700);
        let few = (0..9).map(|n| made::event(Kind::Call, Participation::Attended, DayRange::day(day(n))));
        let events: Vec<Event> = made::crowd(3000).into_iter().chain(few).collect();
        let view = View::of_days(made::days("2000-01-01", "2024-12-31"));
        let (lanes, numbers, on_screens) = (indexed(&events), SourceNumbers::new(), BTreeSet::new());
        let input = input(&events, &lanes, view, (Heights::ByDemand, &numbers, &on_screens));
        let heights = lane_heights(&input, 48.0);
        let fullest = heights.first().copied().unwrap();
        assert!(heights.iter().all(|height| *height <= fullest && *height >= 48.0), "{heights:?}");
        assert!(heights.iter().sum::<f32>() <= 600.0, "{heights:?}");
    }

    #[test]
    fn no_zoom_breaks_it() {
        for events in [Vec::new(), made::crowd(1), made::crowd(3000)] {
            let mut view = View::everything();
            while view.n_days() > 0.01 {
                let plot = plot(&events, view, Heights::Equal);
                assert!(plot.labels.len() <= labels::MOST_LABELS, "{view:?}");
                assert!(plot.marks.iter().all(|mark| mark.rect.x.is_finite()), "{view:?}");
                view = view.zoomed_at(11_000.5, 2.3);
            }
        }
    }

    #[test]
    fn the_number_of_sources_stands_clear_of_the_next_mark() {
        let mut events = made::crowd(60);
        for event in &mut events {
            let mut other = event.evidence.first().cloned().unwrap();
            other.source = "b.txt".to_owned();
            event.evidence.push(other);
        }
        let plot = plot(&events, View::of_days(made::days("2000-01-01", "2024-12-31")), Heights::ByDemand);
        let marks: Vec<&Mark> = plot.marks.iter().filter(|mark| mark.n_events == 1).collect();
        assert!(marks.len() > 20, "{}", marks.len());
        for mark in &marks {
            // A digit beside the upper right of the mark.
            let digit = rect(mark.rect.right(), mark.rect.y, 7.0, 8.0);
            let others = marks.iter().filter(|other| other.events != mark.events);
            assert!(others.clone().all(|other| !digit.overlaps(other.rect)), "{mark:?}");
        }
    }

    #[test]
    fn no_two_labels_overlap_at_any_zoom() {
        let events = made::crowd(400);
        let mut view = View::of_days(made::days("2000-01-01", "2024-12-31"));
        for _ in 0..12 {
            for heights in [Heights::Equal, Heights::ByDemand] {
                let labels = plot(&events, view, heights).labels;
                let apart = |a: &Label, b: &Label| a == b || !a.rect.overlaps(b.rect);
                assert!(labels.iter().all(|a| labels.iter().all(|b| apart(a, b))), "{view:?}");
            }
            view = view.zoomed_at(13_000.0, 1.7);
        }
    }

    #[test]
    fn every_event_in_view_is_drawn_or_counted() {
        let events = made::crowd(700);
        let plot = plot(&events, View::of_days(made::days("1999-01-01", "2025-12-31")), Heights::Equal);
        assert_eq!(plot.marks.iter().map(|mark| mark.n_events).sum::<usize>(), 700);
        assert!(plot.marks.iter().any(|mark| mark.n_events > 1), "so many are gathered");
    }
}
