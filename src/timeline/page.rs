//! What stands around the lanes of a chart: title, names of lanes, sources, and the line of coverage.

use std::collections::BTreeMap;

use super::{
    coverage::Coverage,
    dates,
    index::{LaneIndex, known_days},
    lanes::Lane,
    plot::Plot,
    scene::{Measure, Rect, Scene, Shape, Stroke, Weight, point, rect},
    sources::{self, Source},
    text,
    theme::{self, Theme},
    view::View,
};
use crate::model::{DayRange, Event, Form, Status};

/// The width from which on a title has its full size.
const WIDE_PX: f32 = 1700.0;
/// What lanes, axis and legend need before sources may take more than a few lines.
const LANES_PX: f32 = 520.0;
/// The least height of the list of sources: its head and two rows.
const LEAST_SOURCES_PX: f32 = 66.0;
/// Height of a line of small print.
const NOTE_LINE_PX: f32 = 18.0;

/// `Vladimir Putin: summits and meetings, 2014–2024`.
pub(super) fn title(subject: &str, drawn: &[&Event], view: View) -> String {
    let days = drawn_days(drawn).unwrap_or_else(|| view.days());
    let (first, last) = (days.first().year(), days.last().year());
    if first == last {
        format!("{subject}: summits and meetings, {first}")
    } else {
        format!("{subject}: summits and meetings, {first}–{last}")
    }
}

fn drawn_days(drawn: &[&Event]) -> Option<DayRange> {
    drawn.iter().filter_map(|event| known_days(event.days)).reduce(DayRange::hull)
}

/// What is drawn, in a sentence: how many of what, as how many articles have it, and between which days.
pub(super) fn subtitle(drawn: &[&Event], n_articles: usize) -> String {
    let mut counts: BTreeMap<Lane, usize> = BTreeMap::new();
    let mut n_open = 0;
    for event in drawn.iter().filter(|event| !matches!(event.form, Form::Forum | Form::Ceremony)) {
        if event.status == Status::Happened {
            *counts.entry(Lane::of(event)).or_default() += 1;
        } else {
            n_open += 1;
        }
    }
    let mut parts: Vec<String> =
        Lane::ALL.into_iter().filter_map(|lane| counts.get(&lane).map(|&n| counted(lane, n))).collect();
    if n_open > 0 {
        parts.push(format!("{n_open} planned, rumoured or denied"));
    }
    let articles = if n_articles == 1 { "1 article".to_owned() } else { format!("{n_articles} articles") };
    let days = drawn_days(drawn).map_or_else(String::new, |days| format!("; {}", dates::long(days)));
    if parts.is_empty() {
        return format!("No summit, meeting or call found in {articles}");
    }
    format!("{}, as told in {articles}{days}", parts.join(", "))
}

fn counted(lane: Lane, n: usize) -> String {
    let (one, many) = lane.nouns();
    let noun = if n == 1 { one } else { many };
    match lane {
        Lane::Attended => format!("{n} {noun} attended"),
        Lane::Virtual => format!("{n} joined by video"),
        Lane::Skipped => format!("{n} skipped"),
        Lane::Meetings | Lane::Calls => format!("{n} {noun}"),
    }
}

/// The title and what stands under it; takes its height from the page.
pub(super) fn head(
    scene: &mut Scene,
    page: &mut Rect,
    subtitle: &str,
    (theme, measure): (&Theme, Measure<'_>),
) {
    let shrink = (scene.width_px / WIDE_PX).clamp(0.7, 1.0);
    let (title_px, subtitle_px) = (theme::TITLE_PX * shrink, theme::SUBTITLE_PX * shrink.max(0.84));
    let title = text::fitted(&scene.title, title_px, Weight::Bold, page.width, measure);
    let mut baseline = page.y + title_px * 0.88;
    scene.furniture.push(text::start(point(page.x, baseline), title, title_px, theme.text).bold().into());
    baseline += 6.0;
    for line in text::wrapped(subtitle, subtitle_px, page.width, measure) {
        baseline += subtitle_px * 1.34;
        let at = point(page.x, baseline);
        scene.furniture.push(text::start(at, line, subtitle_px, theme.text_muted).into());
    }
    let bottom = baseline + 22.0;
    page.height = page.bottom() - bottom;
    page.y = bottom;
}

/// The lines that say what the chart rests on; they take their height from the page.
pub(super) fn foot(
    scene: &mut Scene,
    page: &mut Rect,
    coverage: &Coverage,
    (theme, measure): (&Theme, Measure<'_>),
) {
    let words = coverage.sentences().join(" ");
    let lines = text::wrapped(&words, theme::NOTE_PX, page.width, measure);
    let top = page.bottom() - lines.len() as f32 * NOTE_LINE_PX;
    rule(scene, page, top - 8.0, theme);
    for (index, line) in lines.into_iter().enumerate() {
        let at = point(page.x, top + 14.0 + index as f32 * NOTE_LINE_PX);
        scene.furniture.push(text::start(at, line, theme::NOTE_PX, theme.text_muted).into());
    }
    page.height = top - 8.0 - page.y;
}

/// The numbered sources; they take at most a quarter of the page.
pub(super) fn source_list(scene: &mut Scene, page: &mut Rect, list: &[Source], style: (&Theme, Measure<'_>)) {
    if list.is_empty() {
        return;
    }
    let most = (page.height - LANES_PX).min(page.height * 0.25).max(LEAST_SOURCES_PX);
    let height = sources::wanted_px(list.len(), page.width).min(most);
    let area = rect(page.x, page.bottom() - height - 8.0, page.width, height);
    scene.furniture.extend(sources::list(list, area, style));
    rule(scene, page, area.y - 9.0, style.0);
    page.height = area.y - 9.0 - page.y;
}

fn rule(scene: &mut Scene, page: &Rect, y: f32, theme: &Theme) {
    let y = y.floor() + 0.5;
    scene.furniture.push(Shape::Line {
        points: vec![point(page.x, y), point(page.right(), y)],
        stroke: Stroke::solid(theme.grid, theme::HAIRLINE_PX),
    });
}

/// The grounds of the lanes, and their names with what is in them.
pub(super) fn lane_names(
    scene: &mut Scene,
    page: Rect,
    names_px: f32,
    (plot, lanes): (&Plot, &[LaneIndex]),
    (theme, measure): (&Theme, Measure<'_>),
) {
    for (index, (lane, area)) in lanes.iter().zip(&plot.lanes).enumerate() {
        scene.furniture.push(Shape::Rect {
            rect: rect(page.x, area.y, page.width, area.height),
            corner_px: 0.0,
            fill: Some(theme.lane(index)),
            stroke: None,
        });
        let room = names_px - 24.0;
        let name = text::fitted(&lane.name, theme::LANE_NAME_PX, Weight::Bold, room, measure);
        let caption = if lane.n_events() == 0 { "none in these articles" } else { &*lane.caption };
        let mut caption = text::wrapped(caption, theme::SMALL_PX, room, measure);
        caption.truncate(n_lines(area.height - 30.0));
        let block_px = 20.0 + caption.len() as f32 * 18.0;
        let top = area.y + ((area.height - block_px) / 2.0).clamp(2.0, 14.0);
        let at = point(page.x + 12.0, top + 15.0);
        scene.furniture.push(text::start(at, name, theme::LANE_NAME_PX, theme.text).bold().into());
        for (line, words) in caption.into_iter().enumerate() {
            let at = point(page.x + 12.0, top + 34.0 + line as f32 * 18.0);
            scene.furniture.push(text::start(at, words, theme::SMALL_PX, theme.text_muted).into());
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a few lines before")]
fn n_lines(height_px: f32) -> usize {
    (height_px / 18.0).clamp(0.0, 4.0) as usize
}
