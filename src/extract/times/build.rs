//! Makes a tree of what the slots of a form hold.

use crate::{
    model::{Anchor, Day, MonthPart, Span, Timex, Unit, Weekday},
    world::packs::times::{Capture, Make, Rule},
};

/// What the slots of a form hold; the second of a pair stands after the words that part a range.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    years: [Option<i32>; 2],
    months: [Option<u32>; 2],
    days: [Option<u32>; 2],
    times: [Option<Timex>; 2],
    pub(super) time_spans: [Option<Span>; 2],
    weekday: Option<Weekday>,
    amount: Option<i32>,
    unit: Option<Unit>,
    part: Option<MonthPart>,
    /// The token that parts a range.
    pub(super) parted_at: Option<usize>,
    /// Whether only neighbouring days make a range here.
    neighbours: bool,
}

impl Kept {
    fn side(&self) -> usize {
        usize::from(self.parted_at.is_some())
    }

    pub(super) fn amount(mut self, value: i32) -> Self {
        self.amount = Some(value);
        self
    }

    pub(super) fn day(&self, value: u32) -> Option<Self> {
        let mut next = self.clone();
        *next.days.get_mut(self.side())? = Some(value);
        Some(next)
    }

    pub(super) fn year(&self, value: i32) -> Option<Self> {
        let mut next = self.clone();
        *next.years.get_mut(self.side())? = Some(value);
        Some(next)
    }

    pub(super) fn time(&self, time: Timex, span: Span) -> Option<Self> {
        let mut next = self.clone();
        *next.times.get_mut(self.side())? = Some(time);
        *next.time_spans.get_mut(self.side())? = Some(span);
        Some(next)
    }

    pub(super) fn with(&self, keep: Capture, value: i32, at: usize) -> Option<Self> {
        let mut next = self.clone();
        match keep {
            Capture::Nothing => {}
            Capture::Month => *next.months.get_mut(self.side())? = u32::try_from(value).ok(),
            Capture::Weekday => {
                next.weekday =
                    usize::try_from(value - 1).ok().and_then(|index| Weekday::ALL.get(index).copied());
            }
            Capture::Unit => next.unit = unit(value),
            Capture::Part => next.part = part(value),
            Capture::To => next.parted_at = Some(at),
            Capture::And => {
                next.parted_at = Some(at);
                next.neighbours = true;
            }
        }
        Some(next)
    }
}

/// The tree of a form, or `None` if its slots make none: a 31 June, a `last day`.
pub(super) fn timex(rule: &Rule, kept: &Kept) -> Option<Timex> {
    let amount = kept.amount.or(rule.amount);
    let unit = kept.unit.or(rule.unit);
    match rule.make {
        Make::Date => date(kept),
        Make::Range => range(kept.times.first()?.clone()?, kept.times.get(1)?.clone()?),
        Make::Since => Some(Timex::Since(Box::new(kept.times.first()?.clone()?))),
        Make::Same => kept.times.iter().flatten().next().cloned().map(|time| on_weekday(time, kept.weekday)),
        Make::Weekday => Some(Timex::Weekday { weekday: kept.weekday?, offset: rule.offset }),
        Make::Relative => {
            // `the last day` counts from something else than the present.
            (kept.unit != Some(Unit::Day)).then_some(())?;
            Some(Timex::Relative { unit: unit?, offset: rule.offset })
        }
        Make::NamedMonth => {
            Some(Timex::NamedMonth { month: *kept.months.first()?.as_ref()?, offset: rule.offset })
        }
        Make::Offset => {
            let anchor = rule.anchor.clone().or_else(|| moment(kept))?;
            Some(Timex::Offset { amount: amount?, unit: unit?, direction: rule.direction, anchor })
        }
        Make::Within => {
            let anchor = rule.anchor.clone()?;
            Some(Timex::Within { amount: amount?, unit: unit?, direction: rule.direction, anchor })
        }
        Make::Elapsed => {
            let Some(Anchor::Moment(key)) = moment(kept) else { return None };
            let anchor = Anchor::Moment(key.clone());
            let now = Timex::Offset { amount: amount?, unit: unit?, direction: rule.direction, anchor };
            Some(Timex::Range(Box::new(Timex::Moment(key)), Box::new(now)))
        }
        Make::Past => Some(Timex::Past { amount: amount?, unit: unit? }),
        Make::Coming => Some(Timex::Coming { amount: amount?, unit: unit? }),
        Make::Duration => Some(Timex::Duration { amount: amount?, unit: unit? }),
        Make::Moment => rule.moment.clone().map(Timex::Moment),
        Make::Nothing => None,
    }
}

/// A date that stands with its weekday: where the two disagree, the year beside it in which they agree is meant.
fn on_weekday(time: Timex, weekday: Option<Weekday>) -> Timex {
    let (Timex::Date { year: Some(year), month: Some(month), day: Some(day), part }, Some(weekday)) =
        (&time, weekday)
    else {
        return time;
    };
    let agrees = |year: &i32| Day::from_ymd(*year, *month, *day).is_some_and(|day| day.weekday() == weekday);
    let year = [*year, *year - 1, *year + 1].into_iter().find(agrees).unwrap_or(*year);
    Timex::Date { year: Some(year), month: Some(*month), day: Some(*day), part: *part }
}

fn moment(kept: &Kept) -> Option<Anchor> {
    kept.times.iter().flatten().find_map(|time| match time {
        Timex::Moment(key) => Some(Anchor::Moment(key.clone())),
        _ => None,
    })
}

fn date(kept: &Kept) -> Option<Timex> {
    let [year, last_year] = kept.years;
    let [month, last_month] = kept.months;
    let [day, last_day] = kept.days;
    if kept.parted_at.is_none() {
        return one(year, month, day, kept.part);
    }
    let month = month.or(last_month);
    let last_month = last_month.or(month);
    let over_new_year = last_month < month && year.is_none();
    let year = year.or_else(|| last_year.map(|year| if over_new_year { year - 1 } else { year }));
    let first = one(year, month, day, kept.part)?;
    let last = one(last_year.or(year), last_month, last_day, None)?;
    if kept.neighbours {
        // A leap year knows every day that there is.
        let of = |month: Option<u32>, day: Option<u32>| Day::from_ymd(year.unwrap_or(2000), month?, day?);
        let is_next = of(month, day)?.plus(1).ymd();
        (Some(is_next.1), Some(is_next.2)).eq(&(last_month, last_day)).then_some(())?;
    }
    let backward = year == last_year.or(year) && month == last_month && last_day < day;
    (!backward).then_some(())?;
    range(first, last)
}

fn range(first: Timex, last: Timex) -> Option<Timex> {
    let nested = |timex: &Timex| matches!(timex, Timex::Range(..) | Timex::Since(_) | Timex::Past { .. });
    (!nested(&first) && !nested(&last)).then(|| Timex::Range(Box::new(first), Box::new(last)))
}

fn one(year: Option<i32>, month: Option<u32>, day: Option<u32>, part: Option<MonthPart>) -> Option<Timex> {
    if let (Some(month), Some(day)) = (month, day) {
        // 2000 had a 29 February.
        Day::from_ymd(year.unwrap_or(2000), month, day)?;
    }
    (year.is_some() || month.is_some()).then_some(Timex::Date { year, month, day, part })
}

fn unit(index: i32) -> Option<Unit> {
    match index {
        0 => Some(Unit::Day),
        1 => Some(Unit::Week),
        2 => Some(Unit::Month),
        3 => Some(Unit::Quarter),
        4 => Some(Unit::Year),
        _ => None,
    }
}

fn part(index: i32) -> Option<MonthPart> {
    match index {
        0 => Some(MonthPart::Early),
        1 => Some(MonthPart::Mid),
        2 => Some(MonthPart::Late),
        _ => None,
    }
}
