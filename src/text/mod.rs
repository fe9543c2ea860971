//! Bytes to article: decode, repair, markup, regions, language, metadata, sentences. Never fails.

mod decode;
mod hash;
mod language;
mod markup;
mod offsets;
mod pieces;
mod published;
mod regions;
mod repair;
mod sentences;

pub use decode::{Decoded, decode, looks_binary};
pub use hash::{content_hash, copy_key};
pub use language::language;
pub use markup::{Hints, Page, PageMeta, page};
pub use offsets::{CharIndex, original_span, original_text};
pub use published::{Stated, mark_datelines, published};
pub use regions::{FrontMatter, Layout, layout};
pub use repair::repair;
pub use sentences::sentences;

use crate::{
    model::{Article, Block, BlockRole, Day, Doubt, DoubtKind, Published, PublishedBasis},
    world::{World, packs::regions::Regions},
};

/// An article that arrives as a record, not as a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Record<'a> {
    /// Its name, used as the file's.
    pub id: &'a str,
    /// Its text, or its page if `is_page`.
    pub body: &'a str,
    /// Whether the body is HTML.
    pub is_page: bool,
    /// The title that was given.
    pub title: Option<&'a str>,
    /// The publication date that was given.
    pub published: Option<Day>,
    /// The address that was given.
    pub url: Option<&'a str>,
}

/// Reads one file's bytes; `file` is its path relative to the input, with `/`.
pub fn article(file: &str, bytes: &[u8], world: &World) -> Article {
    let mut article = undivided(file, bytes, world);
    divide(&mut article);
    article
}

/// The same without its sentences, which [`divide`] gives it: where nobody is named, nobody needs them.
pub fn undivided(file: &str, bytes: &[u8], world: &World) -> Article {
    let is_page = is_page(file, bytes);
    let decoded = decode(bytes, is_page);
    let mut article = understand(file, decoded, is_page, world);
    article.hash = content_hash(bytes);
    article
}

/// Reads one record; what it states wins over what its text states.
pub fn article_from_record(record: &Record<'_>, world: &World) -> Article {
    let decoded = Decoded { text: record.body.to_owned(), encoding: "UTF-8", lossy: false };
    let mut article = understand(record.id, decoded, record.is_page, world);
    divide(&mut article);
    article.hash = content_hash(record.body.as_bytes());
    if let Some(title) = record.title {
        article.title = Some(title.to_owned());
    }
    if let Some(day) = record.published {
        article.published = Some(Published { day, basis: PublishedBasis::Given });
    }
    if let Some(url) = record.url {
        article.url = Some(url.to_owned());
    }
    article
}

/// Divides an article into its sentences.
pub fn divide(article: &mut Article) {
    let words = Regions::builtin().of(&article.language);
    article.sentences = sentences(&article.text, &article.blocks, words);
}

fn understand(file: &str, decoded: Decoded, is_page: bool, _world: &World) -> Article {
    let mut doubts = Vec::new();
    if decoded.lossy {
        doubts.push(Doubt {
            kind: DoubtKind::Encoding,
            span: None,
            message: format!("Some bytes are no {} and were replaced", decoded.encoding),
        });
    }
    let cues = Regions::builtin();
    let Page { text, hints, meta, has_main_text, is_capped } = if is_page {
        page(&decoded.text)
    } else {
        Page { text: decoded.text, has_main_text: true, ..Page::default() }
    };
    let whole = |kind, message: &str| Doubt { kind, span: None, message: message.to_owned() };
    if is_capped {
        doubts.push(whole(
            DoubtKind::Limit,
            "The page is nested too deeply or too large and was read without its structure",
        ));
    } else if !has_main_text {
        doubts.push(whole(DoubtKind::Markup, "The article could not be told from the rest of the page"));
    }
    let (text, edits) = repair(text);
    let mut layout = layout(&text, &hints, cues);
    let language = main_language(&text, &layout.blocks).to_owned();
    mark_datelines(&text, &mut layout.blocks, &language);
    let url = layout.front.url.map(|span| span.of(&text).to_owned()).or(meta.url);
    let stated = Stated { file, metadata: meta.published, url: url.as_deref() };
    let published = published(&text, (&layout.blocks, &layout.front), &language, stated);
    let title = layout
        .blocks
        .iter()
        .find(|block| block.role == BlockRole::Title)
        .map(|block| regions::without_site(sentences::trimmed(&text, block.span).of(&text)).to_owned());
    Article {
        file: file.to_owned(),
        hash: String::new(),
        title: title.or(meta.title),
        published,
        url,
        language,
        encoding: decoded.encoding,
        edits,
        blocks: layout.blocks,
        sentences: Vec::new(),
        doubts,
        text,
    }
}

/// Whether a file is a saved page: by its name, or by its first bytes.
fn is_page(file: &str, bytes: &[u8]) -> bool {
    let lower = file.to_ascii_lowercase();
    let head: Vec<u8> = bytes
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace() || **byte >= 0x80)
        .take(14)
        .map(u8::to_ascii_lowercase)
        .collect();
    [".html", ".htm", ".xhtml"].iter().any(|ending| lower.ends_with(ending))
        || head.starts_with(b"<!doctype html")
        || head.starts_with(b"<html")
}

/// The language of the body; where there is hardly one, of captions and headings with it, else of everything.
fn main_language(text: &str, blocks: &[Block]) -> &'static str {
    const HARDLY_A_BODY: usize = 120;
    let body = |role| matches!(role, BlockRole::Body | BlockRole::ListItem);
    let around = |role| matches!(role, BlockRole::Caption | BlockRole::Title | BlockRole::Deck);
    let mut sample = sample_of(text, blocks, body);
    if sample.len() < HARDLY_A_BODY {
        sample.push_str(&sample_of(text, blocks, around));
    }
    match language(&sample) {
        "und" => language(text),
        known => known,
    }
}

/// The first words of the blocks of some roles.
fn sample_of(text: &str, blocks: &[Block], wanted: impl Fn(BlockRole) -> bool) -> String {
    const USUAL_BYTES: usize = 1500;
    let mut sample = String::with_capacity(USUAL_BYTES.min(text.len()));
    for block in blocks.iter().filter(|block| wanted(block.role)) {
        if sample.len() > 1200 {
            break;
        }
        // Addresses are in no language, and hardly any text has a colon, which is quicker found than they are.
        let block = block.span.of(text);
        let may_be_address = block.contains(':');
        let words = block.split_ascii_whitespace().take(200);
        let words = words.filter(|word| !(may_be_address && word.contains("://")));
        for word in words {
            sample.push_str(word);
            sample.push(' ');
        }
    }
    sample
}
