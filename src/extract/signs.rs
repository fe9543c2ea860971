//! Signs of the day of writing that are no sentences: dates under pictures, the folders that pictures were uploaded
//! to, and whether the article is a short report under a date of its own.

use crate::{
    model::{Article, BlockRole, PublishedBasis, Span, Tense, Timex, WindowConstraint},
    world::packs::regions::{Cue, Regions},
};

/// Endings of the addresses of pictures.
const PICTURES: [&str; 5] = [".jpg", ".jpeg", ".png", ".webp", ".gif"];
/// The most bytes of body that a report of one occasion has.
const REPORT_BYTES: usize = 2_500;
/// So far behind a date its picture's credit stands.
const CREDIT_BYTES: usize = 60;

/// The newest month or day of the folders that the article's pictures were uploaded to: it was not written before.
pub fn uploaded(text: &str) -> Option<WindowConstraint> {
    let addresses = text.match_indices("://").filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '"' | '<' | '>'));
        rest.get(..end.unwrap_or(rest.len()))
    });
    let is_picture = |address: &&str| PICTURES.iter().any(|ending| address.ends_with(ending));
    let (timex, quote) =
        addresses.filter(is_picture).filter_map(|address| Some((folder_date(address)?, address))).max()?;
    Some(WindowConstraint::Timed {
        timex,
        tense: Tense::Past,
        quote: quote.trim_start_matches("://").to_owned(),
    })
}

/// The date that the folders of an address spell: `/2021/10/` or `/2021/10/30/`.
fn folder_date(address: &str) -> Option<Timex> {
    let number = |part: &str, n_digits: usize, most: u32| {
        let value: u32 = (part.len() == n_digits).then(|| part.parse().ok()).flatten()?;
        (1..=most).contains(&value).then_some(value)
    };
    let parts: Vec<&str> = address.split('/').collect();
    parts.windows(3).find_map(|parts| {
        let [year, month, next] = parts else { return None };
        let year =
            number(year, 4, 2099).and_then(|year| i32::try_from(year).ok()).filter(|year| *year >= 1995)?;
        let (month, day) = (number(month, 2, 12)?, number(next, 2, 31));
        Some(Timex::Date { year: Some(year), month: Some(month), day, part: None })
    })
}

/// Whether a date stands under a picture: a credit follows it at once.
pub fn is_of_picture(text: &str, time: Span) -> bool {
    let rest = text.get(time.end()..).unwrap_or_default();
    let rest = rest.trim_start_matches(['.', ' ']);
    if !rest.starts_with(['(', '（', '|', '/', '[', '©']) {
        return false;
    }
    let near: String = rest.chars().take(CREDIT_BYTES).flat_map(char::to_lowercase).collect();
    Regions::builtin().phrases(&near).any(|(cue, _)| matches!(cue, Cue::Credit | Cue::Caption))
}

/// Whether the article is a short report that bears a date of its own: an entry of a log, an agency's bulletin.
pub fn is_bulletin(article: &Article) -> bool {
    let dated = article.published.is_some_and(|published| match published.basis {
        PublishedBasis::Dateline
        | PublishedBasis::Byline
        | PublishedBasis::Metadata
        | PublishedBasis::StructuredData => true,
        PublishedBasis::Address | PublishedBasis::FileName | PublishedBasis::Given => false,
    });
    let body = article.blocks.iter().filter(|block| block.role == BlockRole::Body);
    let n_bytes: usize = body.map(|block| block.span.of(&article.text).len()).sum();
    dated && n_bytes <= REPORT_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tag;

    fn upload(text: &str) -> Option<String> {
        match uploaded(text)? {
            WindowConstraint::Timed { timex, .. } => Some(tag(&timex)),
            _ => None,
        }
    }

    #[test]
    fn pictures_tell_the_month_that_they_were_uploaded_in() {
        let page =
            "![](https://a.example/uploads/2021/08/b.png) ![](https://a.example/uploads/2021/10/c-1.jpg)";
        assert_eq!(upload(page).as_deref(), Some("2021-10"), "the newest counts");
        let page = "see ![x](https://a.example/photo/2025/06/15/684ec.jpg) there";
        assert_eq!(upload(page).as_deref(), Some("2025-06-15"), "to the day");
    }

    #[test]
    fn other_addresses_tell_nothing() {
        for page in
            ["https://a.example/2021/10/story.html", "https://a.example/800/12/b.jpg", "2021/10/b.jpg"]
        {
            assert_eq!(upload(page), None, "{page}");
        }
    }

    #[test]
    fn a_credit_makes_the_date_before_it_a_pictures() {
        let text = "Crews clear the street, Thursday, Oct. 3, 2024. (AP Photo/Hussein Malla) It went on.";
        let at = text.find("Oct").unwrap();
        assert!(is_of_picture(text, Span::new(at, at + "Oct. 3, 2024".len())));
        let text = "They meet on Oct. 3, 2024. An AP photo shows them.";
        assert!(!is_of_picture(text, Span::new(13, 25)), "no bracket opens");
    }
}
