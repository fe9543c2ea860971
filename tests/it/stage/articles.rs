//! The stage's articles: three texts made by hand, with a repaired place in the first.

use summitline::{
    model::{Article, Block, BlockRole, Edit, Span},
    project::analyse::Reading,
};

/// The articles' paths and texts: title, then sentences that the events quote.
pub(crate) const ARTICLES: [(&str, &str); 3] = [
    (
        "2022/bali.txt",
        "An empty chair in Bali\n\nVladimir Putin stayed away from the G20 summit in Bali, the Kremlin said. \
         His foreign minister flew to the island instead.\n\nA day earlier Putin spoke with Emmanuel Macron by \
         phone about grain. Earlier that autumn he met Xi Jinping in Samarkand, where both had come for the SCO \
         summit.\n\nShare this article",
    ),
    (
        "2023/johannesburg.txt",
        "BRICS grows by six\n\nVladimir Putin joined the BRICS summit in Johannesburg by video. Some papers had \
         written that Putin would fly to South Africa after all.\n\nHe did not leave for New Delhi in September \
         either: the G20 summit there went on without him.",
    ),
    (
        "2024/kazan.txt",
        "Kazan receives its guests\n\nPutin opened the BRICS summit in Kazan on Tuesday. On its margins he met \
         Narendra Modi.\n\nHe will visit Mongolia next year, an aide said. It is rumoured that he will see \
         Kim Jong Un in the spring. He once met Sauli Niinistö on the ice of a river, an old friend recalled.",
    ),
];

/// An article as reading gives it, without claims.
pub(crate) fn reading(file: &str, text: &str) -> Reading {
    let body = text.find("\n\n").unwrap();
    let end = text.find("\n\nShare").unwrap_or(text.len());
    let block = |role, start, end| Block { role, span: Span::new(start, end) };
    let mut blocks = vec![block(BlockRole::Title, 0, body), block(BlockRole::Body, body + 2, end)];
    let mut edits = Vec::new();
    if end < text.len() {
        blocks.push(block(BlockRole::Boilerplate, end + 2, text.len()));
        let at = text.find("Kremlin").unwrap();
        let span = Span::new(at, at + "Kremlin".len());
        edits.push(Edit {
            span,
            was: "Kreml\u{fffd}n".to_owned(),
            repair: "utf-8 read as gbk",
            lossy: false,
        });
    }
    let article = Article {
        file: file.to_owned(),
        hash: format!("hash of {file}"),
        title: Some(text[..body].to_owned()),
        published: None,
        url: None,
        language: "en".to_owned(),
        encoding: "UTF-8",
        text: text.to_owned(),
        edits,
        blocks,
        sentences: Vec::new(),
        doubts: Vec::new(),
    };
    Reading { article, extraction: summitline::extract::Extraction::default() }
}
