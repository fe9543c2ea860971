//! Events to chart, pure geometry: view, ticks, lanes, gathering, labels, theme, scene of plain shapes.

mod axis;
mod chart;
mod coverage;
pub mod dates;
mod draft;
mod figures;
mod folds;
mod index;
pub mod labels;
mod lanes;
mod legend;
#[cfg(test)]
mod made;
mod marks;
pub mod names;
mod page;
mod paint;
mod plot;
mod scale;
mod scene;
mod sources;
mod spots;
mod strip;
pub mod text;
pub mod theme;
mod ticks;
mod undated;
mod view;

pub use axis::{AXIS_PX, Axis, DateLabel, axis};
pub use chart::{ChartInput, lay_out};
pub use coverage::{Coverage, is_drawn};
pub use folds::{Fold, Folds};
pub use index::{Bin, Entry, LaneIndex, dated_days};
pub use lanes::{Lane, LaneEvents, LanesBy, lanes, lanes_of, nouns};
pub use legend::{Occurring, legend};
pub use marks::{MarkFill, MarkKind, badges, glyph};
pub use plot::{Heights, Plot, PlotInput, lane_heights, lay_out_lanes};
pub use scale::Scale;
pub use scene::{Anchor, Label, Mark, Measure, Point, Rect, Scene, Shape, Stroke, Text, Weight, point, rect};
pub use sources::{Source, sources};
pub use strip::{STRIP_PX, articles_by_month, month_strip, newest_day};
pub use theme::{Rgba, Theme, ThemeName};
pub use ticks::{Band, MOST_TICKS, Step, Tick, Ticks, ticks};
pub use view::{View, day_of};
