//! The parts of an article: everything is kept, in order, and labelled with the part it plays.

mod captions;
mod duplicates;
mod front;
mod labels;
mod lines;
mod openings;

use crate::{
    model::{Block, BlockRole, Span},
    text::markup::Hints,
    world::packs::regions::Regions,
};

pub use front::FrontMatter;
pub(super) use labels::without_site;

/// An article's blocks, and what its head states of itself.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Everything but white space, labelled, in order.
    pub blocks: Vec<Block>,
    /// What the lines between `---` at the head say, as static site generators write them.
    pub front: FrontMatter,
}

/// A paragraph on its way to being a block.
#[derive(Clone, Debug)]
pub(super) struct Part {
    span: Span,
    role: Option<BlockRole>,
}

impl Part {
    /// The same stretch with a role, unless it has one.
    fn set(&mut self, role: BlockRole) {
        self.role.get_or_insert(role);
    }
}

/// Cuts `text` into blocks; `hints` are the roles that a page's markup gives to its lines.
pub fn layout(text: &str, hints: &Hints, cues: &Regions) -> Layout {
    let lines = lines::lines(text);
    let (front, n_front) = front::front_matter(text, &lines);
    let mut parts = front.parts.clone();
    parts.extend(lines::paragraphs(text, &lines, n_front, hints));
    labels::label(text, &mut parts, cues);
    let blocks = parts
        .into_iter()
        .filter(|part| !part.span.is_empty())
        .map(|part| Block { role: part.role.unwrap_or(BlockRole::Body), span: part.span })
        .collect();
    Layout { blocks, front }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the roles of the blocks of `text`, each given as role and the block's opening.
    fn check(text: &str, expected: &[(BlockRole, &str)]) {
        let layout = layout(text, &Hints::default(), Regions::builtin());
        let found: Vec<_> = layout.blocks.iter().map(|block| (block.role, block.span.of(text))).collect();
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for ((role, words), (expected_role, opening)) in found.iter().zip(expected) {
            assert!(
                role == expected_role && words.starts_with(opening),
                "{role:?} {words}, not {expected_role:?} {opening}"
            );
        }
    }

    use BlockRole::{
        Body, Boilerplate, Byline, Caption, Dateline, Deck, Duplicate, ListItem, RelatedLink, Title,
    };

    #[test]
    fn a_page_has_its_parts() {
        check(
            "今日报\n\nPresident misses the island summit\n\nA chair stays empty at the long table\n\n\
             The president speaks in the capital on May 3, 2021. Jane Roe/Pool via REUTERS\n\n\
             OSLO — The president stayed at home on Monday, and his minister went in his place.\n\n\
             It was his third absence.\n\nRELATED STORIES\n\nPresident to visit the coast\n\nTen questions on the summit\n\n\
             Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n",
            &[
                (Boilerplate, "今日报"),
                (Title, "President misses"),
                (Deck, "A chair"),
                (Caption, "The president speaks"),
                (Dateline, "OSLO —"),
                (Body, "The president stayed"),
                (Body, "It was"),
                (Boilerplate, "RELATED"),
                (RelatedLink, "President to visit"),
                (RelatedLink, "Ten questions"),
                (Boilerplate, "Leave"),
                (Boilerplate, "Your email"),
            ],
        );
    }

    #[test]
    fn echoes_counters_and_a_glued_byline() {
        check(
            "Minister denies a rift\n\nMinister denies a rift\n\n4\n0\nSHARE\n\nMinister denies a rift\n\n\
             By Anna Berg In a short reply to critics, the minister spoke of friendship.\n\nHe then left.\n\n\
             Two ministers in the garden in March.\nexample.org\n\nMore words follow here.\n\n\
             Two ministers in the garden in March.\nexample.org\n\nslot gacor\n\nBy gacor88",
            &[
                (Title, "Minister denies"),
                (Duplicate, "Minister denies"),
                (Boilerplate, "4"),
                (Boilerplate, "0"),
                (Boilerplate, "SHARE"),
                (Duplicate, "Minister denies"),
                (Byline, "By Anna Berg"),
                (Body, "In a short reply"),
                (Body, "He then"),
                (Caption, "Two ministers"),
                (Body, "More words"),
                (Duplicate, "Two ministers"),
                (Boilerplate, "slot gacor"),
                (Boilerplate, "By gacor88"),
            ],
        );
    }

    #[test]
    fn list_items_stand_alone_and_wrapped_lines_do_not() {
        check(
            "Broad ties\n\n  • He met the first guest. They spoke for an hour.\n  • He met the second.\n\n\
             The talks between the two\nsides went on until night.\n",
            &[
                (Title, "Broad ties"),
                (ListItem, "• He met the first"),
                (ListItem, "• He met the second"),
                (Body, "The talks between"),
            ],
        );
    }

    #[test]
    fn front_matter_gives_title_and_date() {
        check(
            "---\ntitle: \"Summit ends\"\ndate: 2020-01-23\nlang: fr\n---\n\nLes dirigeants sont partis hier soir.\n",
            &[
                (Boilerplate, "---"),
                (Boilerplate, "title:"),
                (Title, "Summit ends"),
                (Boilerplate, "date"),
                (Boilerplate, "lang"),
                (Boilerplate, "---"),
                (Body, "Les dirigeants"),
            ],
        );
    }

    #[test]
    fn menus_are_boilerplate() {
        check(
            "President opens the forum • Office\n Office \n Events \n Structure \n Videos \n Documents \n Contacts \n\n\
             The president opened the forum today.\n",
            &[
                (Title, "President opens"),
                (Boilerplate, "Office"),
                (Boilerplate, "Events"),
                (Boilerplate, "Structure"),
                (Boilerplate, "Videos"),
                (Boilerplate, "Documents"),
                (Boilerplate, "Contacts"),
                (Body, "The president opened"),
            ],
        );
    }
}
