//! Article records as `claims -` reads them from standard input.

use serde::Deserialize;

use super::words;
use crate::model::Day;

/// One article handed over by another program; `text` or `html`, not both.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct InputRecord {
    pub id: String,
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub html: Option<String>,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default, with = "words::day")]
    pub published: Option<Day>,
    #[serde(default)]
    pub url: Option<String>,
}

impl InputRecord {
    /// Reads one line; the error says what is wrong with it, for a person.
    pub fn from_line(line: &str) -> Result<Self, String> {
        let record: Self =
            serde_json::from_str(line).map_err(|error| format!("not an article record ({error})"))?;
        match (&record.text, &record.html) {
            (Some(_), Some(_)) => Err("has both `text` and `html`: give one of them".to_owned()),
            (None, None) => Err("has neither `text` nor `html`: give one of them".to_owned()),
            (Some(_), None) | (None, Some(_)) => Ok(record),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_says_what_is_wrong() {
        for (line, part) in [
            ("{", "not an article record"),
            (r#"{"id": "a"}"#, "neither"),
            (r#"{"id": "a", "text": "x", "html": "y"}"#, "both"),
            (r#"{"text": "x"}"#, "missing field `id`"),
            (r#"{"id": "a", "text": "x", "published": "soon"}"#, "YYYY-MM-DD"),
        ] {
            let error = InputRecord::from_line(line).unwrap_err();
            assert!(error.contains(part), "{line}: {error}");
        }
        let record =
            InputRecord::from_line(r#"{"id": "a", "text": "x", "published": "2022-11-15"}"#).unwrap();
        assert_eq!(record.published, Day::parse("2022-11-15"));
    }
}
