//! The `.summitline` file: versioned JSON with structs of its own.

use std::{collections::BTreeMap, path::PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Arrangement, Facet, Filter, Input, NamedFilter};
use crate::{
    model::{Decision, DecisionKey, Kind, Verdict},
    timeline::{Lane, LanesBy},
};

/// The version that this program writes.
pub const VERSION: u32 = 1;
const FORMAT: &str = "summitline project";

/// What a project file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What is read.
    pub input: Input,
    /// Whose timeline, by canonical name.
    pub subject: String,
    /// The ledger's decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// What is shown.
    pub filter: Filter,
    /// The filters that were kept, by name.
    pub kept_filters: Vec<NamedFilter>,
    /// How the timeline is arranged.
    pub arrangement: Arrangement,
    /// The days at both edges of the view, as days since 1970-01-01, where the view was moved.
    pub view: Option<(i32, i32)>,
    /// The selected event's id.
    pub selected: Option<String>,
    /// Fields that this version does not know; they are written back as they were.
    pub unknown: Map<String, Value>,
    /// The file was written by a newer version: it is not overwritten.
    pub newer: bool,
}

/// The file itself, as of version 1.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    folder: Option<PathBuf>,
    subject: String,
    #[serde(default)]
    decisions: Vec<FileDecision>,
    #[serde(flatten)]
    filter: FileFilter,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    filters: Vec<FileNamedFilter>,
    #[serde(flatten)]
    arrangement: FileArrangement,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    view: Option<(i32, i32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    selected: Option<String>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// What is shown. `chosen` came later: a file without it shows every value, and an older program keeps it.
#[derive(Serialize, Deserialize)]
struct FileFilter {
    #[serde(default)]
    hidden: Vec<String>,
    #[serde(default)]
    show_held: bool,
    #[serde(default)]
    show_rejected: bool,
    /// The chosen values by facet.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    chosen: BTreeMap<String, Vec<String>>,
}

/// How the timeline is arranged; what is as usual is not written.
#[derive(Serialize, Deserialize)]
struct FileArrangement {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lanes: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    folded: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    silent: bool,
}

#[derive(Serialize, Deserialize)]
struct FileNamedFilter {
    name: String,
    #[serde(flatten)]
    filter: FileFilter,
}

#[derive(Serialize, Deserialize)]
struct FileDecision {
    verdict: String,
    keys: Vec<FileKey>,
}

#[derive(Serialize, Deserialize)]
struct FileKey {
    article: String,
    quote: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
    kind: String,
    subject: String,
    object: String,
}

impl Saved {
    /// Reads a project file; the error says what is wrong with it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, String> {
        let file: File = serde_json::from_slice(bytes).map_err(|error| format!("it is damaged: {error}"))?;
        if file.format != FORMAT {
            return Err("it is no Summitline project".to_owned());
        }
        Ok(Self {
            input: file.folder.map_or(Input::Demo, Input::Path),
            subject: file.subject,
            decisions: file.decisions.into_iter().filter_map(FileDecision::into_model).collect(),
            filter: file.filter.into_model(),
            kept_filters: file.filters.into_iter().map(FileNamedFilter::into_model).collect(),
            arrangement: file.arrangement.into_model(),
            view: file.view,
            selected: file.selected,
            unknown: file.unknown,
            newer: file.version > VERSION,
        })
    }

    /// Writes a project file. The same project gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let file = File {
            format: FORMAT.to_owned(),
            version: VERSION,
            folder: match &self.input {
                Input::Demo => None,
                Input::Path(path) => Some(path.clone()),
            },
            subject: self.subject.clone(),
            decisions: self.decisions.iter().map(FileDecision::from_model).collect(),
            filter: FileFilter::from_model(&self.filter),
            filters: self.kept_filters.iter().map(FileNamedFilter::from_model).collect(),
            arrangement: FileArrangement::from_model(self.arrangement),
            view: self.view,
            selected: self.selected.clone(),
            unknown: self.unknown.clone(),
        };
        let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

impl FileArrangement {
    fn from_model(arrangement: Arrangement) -> Self {
        let Arrangement { lanes_by, folded, silent } = arrangement;
        let is_usual = lanes_by == LanesBy::default();
        Self { lanes: (!is_usual).then(|| lanes_by.key().to_owned()), folded, silent }
    }

    fn into_model(self) -> Arrangement {
        let lanes_by = self.lanes.and_then(|key| LanesBy::parse(&key)).unwrap_or_default();
        Arrangement { lanes_by, folded: self.folded, silent: self.silent }
    }
}

impl FileFilter {
    fn from_model(filter: &Filter) -> Self {
        let hidden = Lane::ALL.into_iter().filter(|lane| !filter.shows_lane(*lane));
        // The kinds are told by what is hidden.
        let narrowing = filter.narrowing().filter(|facet| *facet != Facet::Kind);
        let owned = |facet| filter.chosen(facet).into_iter().map(ToOwned::to_owned).collect();
        Self {
            hidden: hidden.map(|lane| lane.key().to_owned()).collect(),
            show_held: filter.held,
            show_rejected: filter.rejected,
            chosen: narrowing.map(|facet| (facet.key().to_owned(), owned(facet))).collect(),
        }
    }

    fn into_model(self) -> Filter {
        let mut filter = Filter { held: self.show_held, rejected: self.show_rejected, ..Filter::default() };
        for lane in Lane::ALL {
            filter.show_lane(lane, !self.hidden.iter().any(|key| key == lane.key()));
        }
        for (key, values) in &self.chosen {
            let Some(facet) = Facet::parse(key).filter(|facet| *facet != Facet::Kind) else { continue };
            for value in values {
                filter.choose(facet, value, true);
            }
        }
        filter
    }
}

impl FileNamedFilter {
    fn from_model(kept: &NamedFilter) -> Self {
        Self { name: kept.name.clone(), filter: FileFilter::from_model(&kept.filter) }
    }

    fn into_model(self) -> NamedFilter {
        NamedFilter { name: self.name, filter: self.filter.into_model() }
    }
}

impl FileDecision {
    fn from_model(decision: &Decision) -> Self {
        let verdict = match decision.verdict {
            Verdict::Confirm => "confirm",
            Verdict::Reject => "reject",
        };
        Self { verdict: verdict.to_owned(), keys: decision.keys.iter().map(FileKey::from_model).collect() }
    }

    fn into_model(self) -> Option<Decision> {
        let verdict = match self.verdict.as_str() {
            "confirm" => Verdict::Confirm,
            "reject" => Verdict::Reject,
            _ => return None,
        };
        Some(Decision { keys: self.keys.into_iter().filter_map(FileKey::into_model).collect(), verdict })
    }
}

impl FileKey {
    fn from_model(key: &DecisionKey) -> Self {
        let kind = match key.kind {
            Kind::Summit => "summit",
            Kind::Meeting => "meeting",
            Kind::Call => "call",
        };
        Self {
            article: key.article.clone(),
            quote: key.quote.clone(),
            prefix: key.prefix.clone(),
            suffix: key.suffix.clone(),
            kind: kind.to_owned(),
            subject: key.subject.clone(),
            object: key.object.clone(),
        }
    }

    fn into_model(self) -> Option<DecisionKey> {
        let kind = match self.kind.as_str() {
            "summit" => Kind::Summit,
            "meeting" => Kind::Meeting,
            "call" => Kind::Call,
            _ => return None,
        };
        let Self { article, quote, prefix, suffix, subject, object, .. } = self;
        Some(DecisionKey { article, quote, prefix, suffix, kind, subject, object })
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    fn saved() -> Saved {
        let key = DecisionKey {
            article: "ab".repeat(32),
            quote: "He stayed at home".to_owned(),
            prefix: "Again. ".to_owned(),
            suffix: " Nobody".to_owned(),
            kind: Kind::Summit,
            subject: "Vladimir Putin".to_owned(),
            object: "G20/2022".to_owned(),
        };
        let mut filter = Filter { held: true, ..Filter::default() };
        filter.show_lane(Lane::Calls, false);
        let kept = Filter::default().with(Facet::Series, "G20").with(Facet::Year, "2022");
        Saved {
            input: Input::Path(PathBuf::from("/home/ana/articles")),
            subject: "Vladimir Putin".to_owned(),
            decisions: vec![Decision { keys: vec![key], verdict: Verdict::Reject }],
            filter: filter.with(Facet::Country, "CN"),
            kept_filters: vec![NamedFilter { name: "Bali".to_owned(), filter: kept }],
            arrangement: Arrangement { lanes_by: LanesBy::Country, folded: true, silent: false },
            view: Some((19_000, 19_400)),
            selected: Some("abc".to_owned()),
            unknown: Map::new(),
            newer: false,
        }
    }

    #[test]
    fn save_load_save_gives_the_same_bytes() {
        let bytes = saved().to_bytes();
        let loaded = Saved::from_bytes(&bytes).unwrap();
        assert_eq!(loaded, saved());
        assert_eq!(loaded.to_bytes(), bytes);
    }

    #[test]
    fn a_file_of_the_first_release_opens_without_facets_and_kept_filters() {
        let text = r#"{"format":"summitline project","version":1,"subject":"Xi Jinping","hidden":["calls"],
                       "show_held":true}"#;
        let loaded = Saved::from_bytes(text.as_bytes()).unwrap();
        assert!(!loaded.filter.shows_lane(Lane::Calls) && loaded.filter.held, "what it knew is kept");
        assert_eq!(loaded.filter.narrowing().collect::<Vec<_>>(), [Facet::Kind]);
        assert!(loaded.kept_filters.is_empty(), "none were kept");
    }

    #[test]
    fn a_newer_file_is_told_and_keeps_what_is_not_known() {
        let text = String::from_utf8(saved().to_bytes()).unwrap();
        let text = text.replace("\"version\": 1", "\"version\": 2, \"colour\": \"red\"");
        let loaded = Saved::from_bytes(text.as_bytes()).unwrap();
        assert!(loaded.newer, "version 2 is newer than 1");
        assert!(String::from_utf8(loaded.to_bytes()).unwrap().contains("\"colour\": \"red\""), "kept");
    }

    #[test]
    fn a_torn_file_is_an_error_and_no_panic() {
        let bytes = saved().to_bytes();
        for cut in 0..bytes.len() - 2 {
            assert!(Saved::from_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
        }
        assert_eq!(
            Saved::from_bytes(b"{\"format\":\"x\",\"version\":1,\"subject\":\"\"}"),
            Err("it is no Summitline project".to_owned())
        );
    }
}
