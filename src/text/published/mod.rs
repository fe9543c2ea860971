//! On which day an article was published, if it says so: no date is better than a wrong one.
//!
//! What a page's metadata states wins over its address, that over a date line or byline at the article's head,
//! and that over the file's name. A date under a picture or inside a sentence is never the publication's, and
//! where date lines disagree nothing is taken.

mod dates;
mod words;

pub(super) use dates::iso_day;
use dates::{DateFinder, day_of_address, day_of_name};

use crate::{
    model::{Block, BlockRole, Day, Published, PublishedBasis},
    text::regions::FrontMatter,
    world::packs::regions::{RegionWords, Regions},
};

/// Blocks that are looked at: heads of pages with long menus have some hundred.
const MAX_BLOCKS: usize = 400;
/// Longer lines are no date lines.
const MAX_LINE: usize = 120;
/// Paragraphs of this length are prose: behind two of them the head has ended.
const PROSE: usize = 140;
/// A date this few blocks behind the headline is the article's, whatever other dates stand on the page.
const NEAR_TITLE: usize = 4;

/// What an article states of itself beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stated<'a> {
    /// The file's path.
    pub file: &'a str,
    /// The day that a page's metadata gives.
    pub metadata: Option<Published>,
    /// The article's address.
    pub url: Option<&'a str>,
}

/// The publication day of the article made of `blocks`, in `language`, or `None` if it does not state one.
pub fn published(
    text: &str,
    layout: (&[Block], &FrontMatter),
    language: &str,
    stated: Stated<'_>,
) -> Option<Published> {
    let (blocks, front) = layout;
    let basis = |basis| move |day| Published { day, basis };
    let from_front = front.date.and_then(|span| iso_day(span.of(text))).map(basis(PublishedBasis::Metadata));
    from_front
        .or(stated.metadata)
        .or_else(|| stated.url.and_then(day_of_address).map(basis(PublishedBasis::Address)))
        .or_else(|| stated_in_text(text, blocks, language))
        .or_else(|| day_of_name(stated.file).map(basis(PublishedBasis::FileName)))
}

/// Gives date lines at the head their role, now that the language is known.
pub fn mark_datelines(text: &str, blocks: &mut [Block], language: &str) {
    let finder = DateFinder::new(language);
    let mut n_prose = 0;
    for block in blocks.iter_mut().take(MAX_BLOCKS) {
        n_prose += usize::from(block.role == BlockRole::Body && block.span.len() >= PROSE);
        if n_prose >= 2 {
            return;
        }
        let line = block.span.of(text);
        let may_be = matches!(block.role, BlockRole::Body | BlockRole::Deck) && line.len() <= MAX_LINE;
        if may_be && candidate(line, block.role, true, &finder).is_some() {
            block.role = BlockRole::Dateline;
        }
    }
}

/// A date line found at the head.
struct Candidate {
    day: Day,
    basis: PublishedBasis,
    is_labelled: bool,
    /// How many blocks behind the headline, if there is one before it.
    after_title: Option<usize>,
}

/// The day that a date line, byline or dateline states.
fn stated_in_text(text: &str, blocks: &[Block], language: &str) -> Option<Published> {
    let finder = DateFinder::new(language);
    let title = blocks.iter().position(|block| block.role == BlockRole::Title);
    let mut n_prose = 0;
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate().take(MAX_BLOCKS) {
        let is_head = n_prose < 2;
        n_prose += usize::from(block.role == BlockRole::Body && block.span.len() >= PROSE);
        let candidate = candidate(block.span.of(text), block.role, is_head, &finder);
        let after_title = title.and_then(|title| index.checked_sub(title));
        found.extend(candidate.map(|candidate| Candidate { after_title, ..candidate }));
    }
    let near = |candidate: &&Candidate| candidate.after_title.is_some_and(|distance| distance <= NEAR_TITLE);
    agreed(found.iter().filter(|candidate| candidate.is_labelled))
        .or_else(|| agreed(found.iter().filter(near).take(1)))
        .or_else(|| agreed(found.iter().filter(|candidate| !candidate.is_labelled)))
}

/// The day that all candidates state.
fn agreed<'a, I>(mut candidates: I) -> Option<Published>
where
    I: Iterator<Item = &'a Candidate>,
{
    let first = candidates.next()?;
    let all = candidates.all(|other| other.day == first.day);
    all.then_some(Published { day: first.day, basis: first.basis })
}

fn candidate(line: &str, role: BlockRole, is_head: bool, finder: &DateFinder<'_>) -> Option<Candidate> {
    let candidate = |day, basis, is_labelled| Candidate { day, basis, is_labelled, after_title: None };
    if line.len() > MAX_LINE
        || matches!(role, BlockRole::Caption | BlockRole::RelatedLink | BlockRole::ListItem)
    {
        return None;
    }
    if let Some(rest) = behind_label(line) {
        return finder.first(rest).map(|day| candidate(day, PublishedBasis::Dateline, true));
    }
    if !is_head {
        return None;
    }
    let pieces = line.split(['|', '•', '·', '\n', '—']);
    if let Some(day) = pieces.map(str::trim).find_map(|piece| finder.alone(piece)) {
        return Some(candidate(day, PublishedBasis::Dateline, false));
    }
    match role {
        BlockRole::Dateline => finder.first(line).map(|day| candidate(day, PublishedBasis::Dateline, false)),
        BlockRole::Byline => finder.first(line).map(|day| candidate(day, PublishedBasis::Byline, false)),
        BlockRole::Title
        | BlockRole::Deck
        | BlockRole::Caption
        | BlockRole::Body
        | BlockRole::ListItem
        | BlockRole::RelatedLink
        | BlockRole::Boilerplate
        | BlockRole::Duplicate => None,
    }
}

/// What follows a word such as `Published` at the start of a line; `None` also where a later change is dated.
fn behind_label(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(|letter: char| !letter.is_alphabetic());
    if !Regions::builtin().may_be_published(line) {
        return None;
    }
    let lower: String = line.chars().take(40).flat_map(char::to_lowercase).collect();
    let labels = |list: fn(&RegionWords) -> &Vec<String>| {
        Regions::builtin()
            .all()
            .flat_map(list)
            .filter(|label| lower.strip_prefix(label.as_str()).is_some_and(ends_label))
            .map(|label| label.chars().count())
            .max()
    };
    let published = labels(|pack| &pack.published)?;
    if labels(|pack| &pack.updated).is_some_and(|updated| updated > published) {
        return None;
    }
    let at = line.char_indices().nth(published).map_or(line.len(), |(at, _)| at);
    line.get(at..)
}

fn ends_label(rest: &str) -> bool {
    rest.chars().next().is_some_and(|next| !next.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Hints, layout};

    /// What a text of `language` states, as an ISO day.
    fn stated(language: &str, text: &str) -> Option<String> {
        let layout = layout(text, &Hints::default(), Regions::builtin());
        published(text, (&layout.blocks, &layout.front), language, Stated::default())
            .map(|found| found.day.to_string())
    }

    #[test]
    fn date_lines_are_read() {
        let body = "The minister came to the coast and spoke with fishermen about the price of cod.";
        for (line, day) in [
            ("June 28, 2019 02:55", "2019-06-28"),
            ("Published: 6 July 2003, 16:30 GMT", "2003-07-06"),
            ("2024-07-10", "2024-07-10"),
            ("10.07.2024, 20:28", "2024-07-10"),
            ("Jane Roe in Oslo | Sunday 4 September 2016 08.27 BST", "2016-09-04"),
            ("By Jane Roe, May 3, 2021", "2021-05-03"),
            ("Publication date: July 6, 2003, 16:30", "2003-07-06"),
        ] {
            let text = format!("Minister visits the coast\n\n{line}\n\n{body}\n");
            assert_eq!(stated("en", &text).as_deref(), Some(day), "{line}");
        }
        assert_eq!(
            stated("zh", "部长访问海岸地区\n\n2017年7月7日\n\n部长来到海岸，与渔民谈话。").as_deref(),
            Some("2017-07-07"),
            "marks"
        );
    }

    #[test]
    fn other_dates_are_left_alone() {
        let text = "Minister visits the coast\n\nThe minister on the coast, May 3, 2021 | AP\n\nOn May 4, 2021, he left.\n";
        assert_eq!(stated("en", text), None, "captions and sentences");
        let text = "Minister visits the coast\n\nUpdated: May 3, 2021\n\nThe minister left.\n";
        assert_eq!(stated("en", text), None, "a later change");
        let text = "First story here\n\nSecond story here\n\nThird story here\n\nFourth one\n\nFifth one\n\n3/4/2021\n\n";
        assert_eq!(stated("en", text), None, "day and month cannot be told apart");
    }

    #[test]
    fn names_and_addresses() {
        let day = |iso| Day::parse(iso);
        assert_eq!(day_of_name("news/2024-07-10-summit.txt"), day("2024-07-10"), "with hyphens");
        assert_eq!(day_of_name("wire_20240710_12.txt"), day("2024-07-10"), "digits");
        assert_eq!(day_of_name("000_1e0d37f92ba1eb23.txt"), None, "a hash");
        assert_eq!(day_of_name("2024-07-10_to_2024-07-12.txt"), None, "two days");
        assert_eq!(day_of_address("https://example.org/2024/07/10/summit"), day("2024-07-10"), "in the path");
        let archived = "https://web.archive.org/web/20210712010028/https://example.org/a";
        assert_eq!(day_of_address(archived), None, "when a page was archived is not when it was published");
    }
}
