//! What was made of an article, as `articles` prints it. Offsets are characters of `text`.

use serde::Serialize;

use super::{offsets::Offsets, words};
use crate::model::{
    Article, BlockRole, Day, DayRange, Doubt, DoubtKind, LeftOut, LeftOutReason, TimeMention,
};

/// What was made of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct ReadingRecord {
    pub file: String,
    pub hash: String,
    pub title: Option<String>,
    #[serde(with = "words::day")]
    pub published: Option<Day>,
    pub published_basis: Option<&'static str>,
    pub url: Option<String>,
    pub encoding: &'static str,
    pub text: String,
    pub edits: Vec<EditRecord>,
    pub blocks: Vec<BlockRecord>,
    pub language: String,
    pub window: WindowRecord,
    pub times: Vec<TimeRecord>,
    pub doubts: Vec<DoubtRecord>,
    pub left_out: Vec<LeftOutRecord>,
}

/// One repair: what stands in the text, and what stood there before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields of `model::Edit`")]
pub struct EditRecord {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub was: String,
    pub repair: &'static str,
    pub lossy: bool,
}

/// A stretch with one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields of `model::Block`")]
pub struct BlockRecord {
    #[serde(serialize_with = "words::block_role::serialize")]
    pub role: BlockRole,
    pub start: usize,
    pub end: usize,
}

/// The days on which the article can have been written, by its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct WindowRecord {
    #[serde(with = "words::day")]
    pub start: Option<Day>,
    #[serde(with = "words::day")]
    pub end: Option<Day>,
    pub steps: Vec<String>,
}

/// A time expression and what it means, as [`edtf_from_days`] writes it; null for durations and ages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct TimeRecord {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub value: Option<String>,
}

/// Something that could not be settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields of `model::Doubt`")]
pub struct DoubtRecord {
    #[serde(serialize_with = "words::doubt::serialize")]
    pub kind: DoubtKind,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub message: String,
}

/// Something recognised and left out on purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct LeftOutRecord {
    pub quote: String,
    #[serde(serialize_with = "words::left_out::serialize")]
    pub reason: LeftOutReason,
    pub start: usize,
    pub end: usize,
}

impl ReadingRecord {
    /// The record of `article`, with what the later stages made of it still empty.
    pub fn new(article: &Article) -> Self {
        let offsets = Offsets::new(&article.text);
        let edits = article.edits.iter().map(|edit| {
            let (start, end) = offsets.chars_of(edit.span);
            let text = edit.span.of(&article.text).to_owned();
            EditRecord { start, end, text, was: edit.was.clone(), repair: edit.repair, lossy: edit.lossy }
        });
        let blocks = article.blocks.iter().map(|block| {
            let (start, end) = offsets.chars_of(block.span);
            BlockRecord { role: block.role, start, end }
        });
        Self {
            file: article.file.clone(),
            hash: article.hash.clone(),
            title: article.title.clone(),
            published: article.published.map(|published| published.day),
            published_basis: article.published.map(|published| words::published_basis::word(published.basis)),
            url: article.url.clone(),
            encoding: article.encoding,
            text: article.text.clone(),
            edits: edits.collect(),
            blocks: blocks.collect(),
            language: article.language.clone(),
            window: WindowRecord { start: None, end: None, steps: Vec::new() },
            times: Vec::new(),
            doubts: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Adds the publication window, with its steps in words.
    #[must_use]
    pub fn with_window(mut self, days: DayRange, steps: Vec<String>) -> Self {
        self.window = WindowRecord { start: days.start(), end: days.end(), steps };
        self
    }

    /// Adds the time expressions, each with the days that it means.
    #[must_use]
    pub fn with_times(mut self, times: &[(TimeMention, Option<DayRange>)]) -> Self {
        let offsets = Offsets::new(&self.text);
        let times = times.iter().map(|(mention, days)| {
            let (start, end) = offsets.chars_of(mention.span);
            TimeRecord {
                start,
                end,
                text: mention.span.of(&self.text).to_owned(),
                value: days.and_then(edtf_from_days),
            }
        });
        self.times = times.collect();
        self
    }

    /// Adds what stayed open and what was left out.
    #[must_use]
    pub fn with_doubts(mut self, doubts: &[Doubt], left_out: &[LeftOut]) -> Self {
        let offsets = Offsets::new(&self.text);
        let doubts = doubts.iter().map(|doubt| {
            let place = doubt.span.map(|span| offsets.chars_of(span));
            DoubtRecord {
                kind: doubt.kind,
                start: place.map(|(start, _)| start),
                end: place.map(|(_, end)| end),
                message: doubt.message.clone(),
            }
        });
        let left_out = left_out.iter().map(|left_out| {
            let (start, end) = offsets.chars_of(left_out.span);
            let quote = left_out.span.of(&self.text).to_owned();
            LeftOutRecord { quote, reason: left_out.reason, start, end }
        });
        (self.doubts, self.left_out) = (doubts.collect(), left_out.collect());
        self
    }
}

/// A range of days as EDTF writes it: `2022-11-15`, `2022-11`, `2022`, else `first/last` with `..` for an end that
/// is not known; `None` where nothing is known.
pub fn edtf_from_days(days: DayRange) -> Option<String> {
    let end_of = |day: Option<Day>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
    let (Some(first), Some(last)) = (days.start(), days.end()) else {
        let known = days.start().is_some() || days.end().is_some();
        return known.then(|| format!("{}/{}", end_of(days.start()), end_of(days.end())));
    };
    let (year, month, _) = first.ymd();
    Some(if first == last {
        first.to_string()
    } else if DayRange::month(year, month) == Some(days) {
        format!("{year:04}-{month:02}")
    } else if DayRange::year(year) == Some(days) {
        format!("{year:04}")
    } else {
        format!("{first}/{last}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_short_as_they_bear() {
        let day = |iso| Day::parse(iso).unwrap();
        let range = |first, last| DayRange::new(day(first), day(last)).unwrap();
        for (days, wanted) in [
            (range("2022-11-15", "2022-11-15"), Some("2022-11-15")),
            (range("2022-11-01", "2022-11-30"), Some("2022-11")),
            (range("2022-01-01", "2022-12-31"), Some("2022")),
            (range("2022-11-15", "2022-11-16"), Some("2022-11-15/2022-11-16")),
            (DayRange::from(day("2022-02-24")), Some("2022-02-24/..")),
            (DayRange::until(day("2022-02-24")), Some("../2022-02-24")),
            (DayRange::ANY, None),
        ] {
            assert_eq!(edtf_from_days(days).as_deref(), wanted);
        }
    }
}
