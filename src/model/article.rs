//! A saved text, with everything kept and labelled.

use super::{Day, Doubt, Span};

/// What part a block plays in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BlockRole {
    Title,
    Deck,
    Byline,
    Dateline,
    Caption,
    Body,
    ListItem,
    RelatedLink,
    Boilerplate,
    /// The same words stood before: an echoed headline, a caption printed twice.
    Duplicate,
}

/// A stretch of an article with one role. Blocks lie in order and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The part it plays.
    pub role: BlockRole,
    /// Where it stands.
    pub span: Span,
}

/// A sentence, or a title or list item that stands alone. Sentences lie in order within one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Index of its block, from 0.
    pub block_index: usize,
}

/// One repair: what stands in the text now, and what stood in the decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where the repaired words stand in [`Article::text`].
    pub span: Span,
    /// What was there before.
    pub was: String,
    /// Which repair it is, e.g. `utf-8 read as gbk`.
    pub repair: &'static str,
    /// Whether bytes were lost, so that the context had to decide.
    pub lossy: bool,
}

/// What a publication date was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PublishedBasis {
    Metadata,
    StructuredData,
    Address,
    Dateline,
    Byline,
    FileName,
    Given,
}

/// A publication date, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub day: Day,
    /// Where it was read.
    pub basis: PublishedBasis,
}

/// One saved text, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The file's path relative to the input, with `/`.
    pub file: String,
    /// SHA-256 of the file's bytes, as 64 hexadecimal digits.
    pub hash: String,
    /// The title, if one was found.
    pub title: Option<String>,
    /// The publication date, if the file states it.
    pub published: Option<Published>,
    /// The web address it was saved from, if the file states it.
    pub url: Option<String>,
    /// BCP 47 tag of the main language, `und` if not known.
    pub language: String,
    /// Encoding that the bytes were decoded from, by its WHATWG name.
    pub encoding: &'static str,
    /// The whole repaired text; all spans point into it.
    pub text: String,
    /// What was repaired, in order.
    pub edits: Vec<Edit>,
    /// Everything, labelled, in order.
    pub blocks: Vec<Block>,
    /// The sentences of the blocks, in order; none in a file that names nobody, where nobody needs them.
    pub sentences: Vec<Sentence>,
    /// What could not be settled.
    pub doubts: Vec<Doubt>,
}
