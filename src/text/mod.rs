//! Bytes to article: decode, repair, markup, regions, language, metadata, sentences. Never fails.

use crate::{model::Article, world::World};

/// Reads one file's bytes; `file` is its path relative to the input, with `/`.
pub fn article(file: &str, bytes: &[u8], _world: &World) -> Article {
    Article {
        file: file.to_owned(),
        hash: String::new(),
        title: None,
        published: None,
        url: None,
        language: "und".to_owned(),
        encoding: "UTF-8",
        text: String::from_utf8_lossy(bytes).into_owned(),
        edits: Vec::new(),
        blocks: Vec::new(),
        sentences: Vec::new(),
        doubts: Vec::new(),
    }
}
