//! Calendar ticks, from millennia down to days: at most sixty, with a second level of labels above.

use super::{
    dates::{month_name, month_short},
    scale::Scale,
    view::{View, day_of},
};
use crate::model::{Day, Weekday};

/// No view has more ticks than this.
pub const MOST_TICKS: usize = 60;

/// What lies between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// So many days.
    Days(i32),
    /// Weeks from the given first day.
    Weeks,
    /// Months.
    Months,
    /// Quarters of a year.
    Quarters,
    /// So many years.
    Years(i32),
}

/// One tick: where something of the calendar begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The instant, in days.
    pub day: f64,
    /// The instant at which it ends: what a click on its label zooms to.
    pub end: f64,
    /// Whether something of the upper level begins here too: a year over months, a month over days.
    pub major: bool,
    /// What begins here.
    pub label: String,
}

/// A year above months, or a month above days.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Where it begins, in days; may lie left of the view.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
    /// Its name.
    pub label: String,
}

/// The ticks of a view, and the level above them.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_field_names, reason = "the ticks of two levels are ticks and bands")]
pub struct Ticks {
    /// What lies between two ticks.
    pub step: Step,
    /// The ticks in order, all inside the view.
    pub ticks: Vec<Tick>,
    /// What is under way at the left edge of the view; begins before it.
    pub lead: Option<Tick>,
    /// The upper level, in order; empty where the ticks are years already.
    pub bands: Vec<Band>,
}

/// Every step with the least width in pixels that its labels need, finest first.
const STEPS: [(Step, f64, f64); 16] = [
    (Step::Days(1), 1.0, 30.0),
    (Step::Weeks, 7.0, 34.0),
    (Step::Months, 28.0, 44.0),
    (Step::Quarters, 90.0, 44.0),
    (Step::Years(1), 365.0, 52.0),
    (Step::Years(2), 730.0, 52.0),
    (Step::Years(5), 1826.0, 52.0),
    (Step::Years(10), 3652.0, 52.0),
    (Step::Years(20), 7305.0, 52.0),
    (Step::Years(50), 18_262.0, 52.0),
    (Step::Years(100), 36_524.0, 52.0),
    (Step::Years(200), 73_048.0, 52.0),
    (Step::Years(500), 182_621.0, 52.0),
    (Step::Years(1000), 365_242.0, 52.0),
    (Step::Years(2000), 730_485.0, 52.0),
    (Step::Years(5000), 1_826_212.0, 52.0),
];

impl Step {
    /// The first boundary of this step on or before `day`.
    fn floor(self, day: Day, week_start: Weekday) -> Day {
        let (year, month, _) = day.ymd();
        let first = |year: i32, month: u32| Day::from_ymd(year.max(1), month, 1).unwrap_or(Day::MIN);
        match self {
            Self::Days(n) => Day::from_epoch_days(day.epoch_days().div_euclid(n) * n),
            Self::Weeks => day.plus(-(day.weekday().index() - week_start.index()).rem_euclid(7)),
            Self::Months => first(year, month),
            Self::Quarters => first(year, (month - 1) / 3 * 3 + 1),
            Self::Years(n) => first(year.div_euclid(n) * n, 1),
        }
    }

    /// The boundary after `day`, which is one itself; `None` after the last.
    fn next(self, day: Day) -> Option<Day> {
        let (year, month, _) = day.ymd();
        let next = match self {
            Self::Days(n) => day.plus(n),
            Self::Weeks => day.plus(7),
            Self::Months if month == 12 => Day::from_ymd(year + 1, 1, 1)?,
            Self::Months => Day::from_ymd(year, month + 1, 1)?,
            Self::Quarters if month >= 10 => Day::from_ymd(year + 1, 1, 1)?,
            Self::Quarters => Day::from_ymd(year, month + 3, 1)?,
            Self::Years(n) => Day::from_ymd(year.div_euclid(n) * n + n, 1, 1)?,
        };
        (next > day).then_some(next)
    }

    /// The instant at which what begins on `day` ends.
    fn end(self, day: Day) -> f64 {
        self.next(day).map_or_else(|| View::everything().end(), |next| f64::from(next.epoch_days()))
    }

    /// The level above: months over days, years over months, nothing over years.
    fn above(self) -> Option<Self> {
        match self {
            Self::Days(_) | Self::Weeks => Some(Self::Months),
            Self::Months | Self::Quarters => Some(Self::Years(1)),
            Self::Years(_) => None,
        }
    }

    fn label(self, day: Day, roomy: bool) -> String {
        let (year, month, day_of_month) = day.ymd();
        match self {
            Self::Days(_) | Self::Weeks if roomy => format!("{} {day_of_month}", weekday_short(day)),
            Self::Days(_) | Self::Weeks => day_of_month.to_string(),
            Self::Months => month_short(month).to_owned(),
            Self::Quarters => format!("Q{}", (month - 1) / 3 + 1),
            Self::Years(_) => year.to_string(),
        }
    }

    fn band_label(self, day: Day) -> String {
        let (year, month, _) = day.ymd();
        if self == Self::Months { format!("{} {year}", month_name(month)) } else { year.to_string() }
    }
}

/// The ticks of a strip; weeks begin on `week_start`. Nothing is marked inside a fold.
pub fn ticks(scale: Scale<'_>, week_start: Weekday) -> Ticks {
    let (view, px_per_day) = (scale.view(), scale.px_per_day());
    let (step, days, least_px) = STEPS
        .into_iter()
        .find(|&(_, days, least_px)| {
            days * px_per_day >= least_px && view.n_days() / days < MOST_TICKS as f64 - 2.0
        })
        .unwrap_or((Step::Years(5000), 1_826_212.0, 52.0));
    let roomy = days * px_per_day >= least_px * 1.8;
    let above = step.above();
    let tick = |day: Day| Tick {
        day: f64::from(day.epoch_days()),
        end: step.end(day),
        major: above.is_some_and(|above| above.floor(day, week_start) == day),
        label: step.label(day, roomy),
    };
    let stretches = scale.open_stretches();
    let inside = stretches.iter().flat_map(|&(from, to)| {
        boundaries(step, from, to, week_start).filter(move |&day| f64::from(day.epoch_days()) >= from)
    });
    let ticks = inside.take(MOST_TICKS).map(tick).collect();
    let bands = above.map_or_else(Vec::new, |above| bands(above, &stretches, week_start));
    let lead = tick(step.floor(day_of(scale.start()), week_start));
    Ticks { step, ticks, lead: (lead.day < scale.start()).then_some(lead), bands }
}

fn bands(step: Step, stretches: &[(f64, f64)], week_start: Weekday) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for day in stretches.iter().flat_map(|&(from, to)| boundaries(step, from, to, week_start)) {
        let start = f64::from(day.epoch_days());
        // One that goes on behind a fold is the same.
        if bands.last().is_none_or(|last| last.start < start) && bands.len() < MOST_TICKS {
            bands.push(Band { start, end: step.end(day), label: step.band_label(day) });
        }
    }
    bands
}

/// The boundaries of `step` from the last one at or before `from` to the last one before `to`.
fn boundaries(step: Step, from: f64, to: f64, week_start: Weekday) -> impl Iterator<Item = Day> {
    let first = step.floor(day_of(from), week_start);
    std::iter::successors(Some(first), move |&day| step.next(day))
        .take_while(move |day| f64::from(day.epoch_days()) < to)
}

fn weekday_short(day: Day) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{AXIS_PX, scene::rect};

    fn view(first: &str, last: &str) -> View {
        let day = |iso| f64::from(Day::parse(iso).unwrap().epoch_days());
        View::new(day(first), day(last))
    }

    fn on(view: View, width_px: f32) -> Scale<'static> {
        Scale::plain(view, rect(0.0, 0.0, width_px, AXIS_PX))
    }

    fn labels(first: &str, last: &str, width_px: f32) -> (Vec<String>, Vec<String>) {
        let ticks = ticks(on(view(first, last), width_px), Weekday::Monday);
        (
            ticks.ticks.into_iter().map(|tick| tick.label).collect(),
            ticks.bands.into_iter().map(|band| band.label).collect(),
        )
    }

    #[test]
    fn a_decade_reads_in_years() {
        let (ticks, bands) = labels("2014-01-01", "2024-12-31", 1000.0);
        assert_eq!(ticks.first().unwrap(), "2014");
        assert_eq!(ticks.last().unwrap(), "2024");
        assert_eq!((ticks.len(), bands.len()), (11, 0));
    }

    #[test]
    fn a_year_reads_in_months_with_the_year_above() {
        let (ticks, bands) = labels("2022-01-01", "2023-01-01", 1000.0);
        assert_eq!(ticks.join(" "), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
        assert_eq!(bands, ["2022"]);
    }

    #[test]
    fn a_leap_february_has_29_days() {
        let (ticks, bands) = labels("2024-02-20", "2024-03-05", 600.0);
        assert_eq!(ticks.join(" "), "20 21 22 23 24 25 26 27 28 29 1 2 3 4");
        assert_eq!(bands, ["February 2024", "March 2024"]);
        let (ticks, _) = labels("2023-02-26", "2023-03-03", 200.0);
        assert_eq!(ticks.join(" "), "26 27 28 1 2");
    }

    #[test]
    fn a_year_ends_where_the_next_begins() {
        let ticks = ticks(on(view("2022-12-28", "2023-01-04"), 600.0), Weekday::Monday);
        let new_year = ticks.ticks.iter().find(|tick| tick.major).unwrap();
        assert_eq!(day_of(new_year.day), Day::parse("2023-01-01").unwrap());
        assert_eq!(new_year.label, "Sun 1");
    }

    #[test]
    fn weeks_begin_when_people_say() {
        let view = view("2022-11-01", "2023-01-10");
        let monday = ticks(on(view, 500.0), Weekday::Monday);
        assert_eq!((monday.step, monday.ticks.first().unwrap().label.as_str()), (Step::Weeks, "7"));
        let sunday = ticks(on(view, 500.0), Weekday::Sunday);
        assert_eq!(sunday.ticks.first().unwrap().label, "6");
    }

    #[test]
    fn no_view_has_too_many_ticks() {
        let mut view = View::everything();
        while view.n_days() > 0.001 {
            for width_px in [1.0, 300.0, 1920.0, 20_000.0] {
                let found = ticks(on(view, width_px), Weekday::Monday);
                assert!(found.ticks.len() <= MOST_TICKS, "{view:?} {width_px}");
                assert!(found.bands.len() <= MOST_TICKS, "{view:?} {width_px}");
                assert!(found.ticks.iter().all(|tick| tick.day.is_finite()), "{view:?}");
                assert!(found.ticks.is_sorted_by(|a, b| a.day < b.day), "{view:?}");
            }
            view = view.zoomed_at(19_300.3, 1.7);
        }
    }
}
