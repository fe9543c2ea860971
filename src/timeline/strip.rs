//! The strip of articles per month, and the line of the day when the newest was written.

use std::collections::BTreeMap;

use super::{
    scale::Scale,
    scene::{Measure, Rect, Shape, Stroke, Weight, point, rect},
    text,
    theme::{self, Theme},
};
use crate::model::{Day, DayRange};

/// Height of the strip.
pub const STRIP_PX: f32 = 36.0;

/// The widest publication window that counts as a month's.
const MOST_WINDOW_DAYS: i32 = 45;

/// How many articles were written in each month; those whose window is wider than about a month are left out.
pub fn articles_by_month(written: &[DayRange]) -> BTreeMap<DayRange, usize> {
    let mut months = BTreeMap::new();
    for days in written.iter().filter(|days| days.is_bounded() && days.n_days() <= MOST_WINDOW_DAYS) {
        let (year, month, _) = days.first().plus(days.n_days() / 2).ymd();
        if let Some(range) = DayRange::month(year, month) {
            *months.entry(range).or_insert(0_usize) += 1;
        }
    }
    months
}

/// The first day on which the newest article can have been written, or `None` where that is known of none.
pub(super) fn newest_first(written: &[DayRange]) -> Option<Day> {
    written.iter().filter(|days| days.is_bounded()).map(|days| days.first()).max()
}

/// The day by which the newest article had been written, or `None` where that is known of none.
pub fn newest_day(written: &[DayRange]) -> Option<Day> {
    written.iter().filter_map(|days| days.end()).max()
}

/// Draws a bar a month, as high as it has articles; `months` are those of [`articles_by_month`], of `n_articles` in all.
pub fn month_strip(
    (months, n_articles): (&BTreeMap<DayRange, usize>, usize),
    scale: Scale<'_>,
    area: Rect,
    name_x: f32,
    theme: &Theme,
) -> Vec<Shape> {
    let most = months.values().copied().max().unwrap_or(1);
    let line = |y: f32, words: String, size_px| {
        Shape::Text(text::start(point(name_x, y), words, size_px, theme.text_muted))
    };
    let mut shapes = vec![line(area.bottom() - 20.0, "Articles by month".to_owned(), theme::SMALL_PX)];
    let n_known: usize = months.values().sum();
    let note = if n_known < n_articles {
        // What the bars leave out must not look like months without articles.
        Some(format!("known for {n_known} of {n_articles}"))
    } else {
        (most > 1).then(|| format!("at most {most} in a month"))
    };
    shapes.extend(note.map(|note| line(area.bottom() - 5.0, note, theme::TINY_PX)));
    for (month, &n) in months {
        let left = scale.x_inside(f64::from(month.first().epoch_days()));
        let right = scale.x_inside(f64::from(month.last().epoch_days()) + 1.0);
        if right - left < 0.01 {
            continue;
        }
        let width = (right - left - 1.0).max(2.0);
        let height = ((area.height - 14.0) * n as f32 / most as f32).max(2.0);
        shapes.push(Shape::Rect {
            rect: rect(left + 0.5, area.bottom() - height, width, height),
            corner_px: 0.0,
            fill: Some(theme.articles),
            stroke: None,
        });
    }
    let base = (area.bottom()).floor() + 0.5;
    shapes.push(Shape::Line {
        points: vec![point(area.x, base), point(area.right(), base)],
        stroke: Stroke::solid(theme.grid_strong, theme::HAIRLINE_PX),
    });
    shapes
}

/// A line through the lanes at the day when the newest article was written, if that is in view.
pub(super) fn newest(
    written: &[DayRange],
    scale: Scale<'_>,
    lanes: Rect,
    (theme, measure): (&Theme, Measure<'_>),
) -> Vec<Shape> {
    let Some(day) = newest_day(written) else { return Vec::new() };
    let instant = f64::from(day.epoch_days()) + 1.0;
    if instant <= scale.start() || scale.end() <= instant {
        return Vec::new();
    }
    let x = scale.x_from_day(instant).floor() + 0.5;
    let words = "newest article";
    let is_left = x + 6.0 + measure(words, theme::TINY_PX, Weight::Regular) > lanes.right();
    let at = point(if is_left { x - 5.0 } else { x + 5.0 }, lanes.bottom() + 12.0);
    let label = if is_left { text::end } else { text::start };
    vec![
        Shape::Line {
            points: vec![point(x, lanes.y), point(x, lanes.bottom() + 14.0)],
            stroke: Stroke::dashed(theme.text_muted, theme::HAIRLINE_PX, [4.0, 4.0]),
        },
        label(at, words.to_owned(), theme::TINY_PX, theme.text_muted).into(),
    ]
}
