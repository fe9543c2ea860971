//! What a page states of itself: in `meta` elements, JSON-LD and links.

use dom_query::Document;
use serde_json::Value;

use super::tame::Tamed;
use crate::{
    model::{Published, PublishedBasis},
    text::published::iso_day,
};

/// More JSON than any article's metadata.
const MAX_JSON: usize = 400_000;
/// Deeper objects are not looked into.
const MAX_DEPTH: usize = 6;

/// What a page states of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageMeta {
    /// The headline.
    pub title: Option<String>,
    /// The publication day.
    pub published: Option<Published>,
    /// The address.
    pub url: Option<String>,
    /// The language, as stated.
    pub language: Option<String>,
}

/// Names of `meta` elements that state the publication date: Open Graph, Dublin Core, schema.org and usage.
const DATE_NAMES: [&str; 22] = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "sailthru.date",
    "parsely-pub-date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "mediator_published_time",
];
const TITLE_NAMES: [&str; 3] = ["og:title", "twitter:title", "dc.title"];

/// Reads the metadata of a parsed page.
pub(super) fn page_meta(document: &Document, tamed: &Tamed) -> PageMeta {
    let data = tamed.json.iter().find_map(|json| article_data(json)).unwrap_or_default();
    let elements = document.select("meta");
    let named = |names: &[&str]| {
        names.iter().find_map(|name| {
            elements.iter().find_map(|element| {
                let is_named = ["property", "name", "itemprop"].iter().any(|key| {
                    element.attr(key).is_some_and(|value| value.trim().eq_ignore_ascii_case(name))
                });
                is_named.then(|| element.attr("content")).flatten().map(|value| value.trim().to_owned())
            })
        })
    };
    let attribute = |selector: &str, name: &str| {
        document.select_single(selector).attr(name).map(|value| value.to_string())
    };
    let basis = |basis| move |day| Published { day, basis };
    let published = named(&DATE_NAMES)
        .and_then(|value| iso_day(&value))
        .map(basis(PublishedBasis::Metadata))
        .or_else(|| data.published.as_deref().and_then(iso_day).map(basis(PublishedBasis::StructuredData)))
        .or_else(|| {
            let time = attribute("time[itemprop=datePublished]", "datetime")
                .or_else(|| attribute("time[pubdate]", "datetime"));
            time.and_then(|value| iso_day(&value)).map(basis(PublishedBasis::Metadata))
        });
    let web = |value: &String| value.starts_with("http://") || value.starts_with("https://");
    PageMeta {
        title: named(&TITLE_NAMES).or(data.title).filter(|title| !title.is_empty()),
        published,
        url: attribute("link[rel=canonical]", "href")
            .filter(web)
            .or_else(|| named(&["og:url"]).filter(web))
            .or_else(|| data.url.filter(web))
            .or_else(|| tamed.saved_from.clone().filter(web)),
        language: attribute("html[lang]", "lang")
            .or_else(|| named(&["og:locale", "language"]))
            .or(data.language),
    }
}

/// What a JSON-LD object of an article states.
#[derive(Debug, Default)]
struct ArticleData {
    title: Option<String>,
    published: Option<String>,
    url: Option<String>,
    language: Option<String>,
}

fn article_data(json: &str) -> Option<ArticleData> {
    let value = (json.len() <= MAX_JSON).then(|| serde_json::from_str(json.trim()).ok()).flatten()?;
    search(&value, MAX_DEPTH)
}

/// The first object with a headline or publication date, at any place.
fn search(value: &Value, depth: usize) -> Option<ArticleData> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::Array(values) => values.iter().find_map(|value| search(value, depth)),
        Value::Object(fields) => {
            let text = |key: &str| fields.get(key).and_then(Value::as_str).map(|text| text.trim().to_owned());
            if text("datePublished").is_some() || text("headline").is_some() {
                return Some(ArticleData {
                    title: text("headline").or_else(|| text("name")),
                    published: text("datePublished"),
                    url: text("url").or_else(|| text("mainEntityOfPage")),
                    language: text("inLanguage"),
                });
            }
            fields.get("@graph").or_else(|| fields.get("mainEntity")).and_then(|inner| search(inner, depth))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}
