//! From bytes to articles: on any bytes at all, and on real articles where they are there.

use std::{fs, path::Path};

use proptest::prelude::*;
use summitline::{
    model::{Article, BlockRole},
    text,
    world::World,
};

/// What must hold of every article, whatever it was made of.
fn check(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(
            block.span.start() >= end && !block.span.is_empty(),
            "blocks lie in order and hold something"
        );
        let gap = article.text.get(end..block.span.start()).expect("blocks end on character boundaries");
        let is_left_out = gap.chars().any(char::is_alphanumeric);
        assert!(!is_left_out, "nothing between blocks is lost: {gap:?}");
        end = block.span.end();
    }
    for sentence in &article.sentences {
        let block = article.blocks.get(sentence.block_index).expect("sentences have a block");
        assert!(block.span.contains(sentence.span), "sentences lie within their block");
        assert!(!sentence.span.of(&article.text).is_empty(), "sentences end on character boundaries");
    }
    let original = text::original_text(&article.text, &article.edits);
    assert_eq!(text::repair(original).0, article.text, "repairs can be taken back and made again");
}

fn seeds() -> Option<Vec<Article>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return None;
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        text::article(&name, &fs::read(path).unwrap(), World::builtin())
    };
    Some(paths.iter().map(read).collect())
}

#[test]
fn real_articles_are_mended_whole_and_clean_ones_left_alone() {
    let Some(articles) = seeds() else { return };
    for article in &articles {
        check(article);
        let is_damaged = |letter: char| matches!(letter, '鈥' | '聽' | '\u{fffd}');
        assert!(!article.text.contains(is_damaged), "{} has a damaged place left", article.file);
        assert!(article.published.is_none(), "{} states no date", article.file);
        let n_body = article.blocks.iter().filter(|block| block.role == BlockRole::Body).count();
        assert!(n_body >= 8, "{} has a body", article.file);
    }
    let n_mended = articles.iter().filter(|article| !article.edits.is_empty()).count();
    assert_eq!(n_mended, 1, "one article is damaged");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_make_an_article(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&text::article("a.txt", &bytes, World::builtin()));
    }

    #[test]
    fn any_page_makes_an_article(
        pieces in proptest::collection::vec("<(p|li|h1|ul|table|td|nav|figcaption|script|title)>|</(p|ul|script|table)>|<!--|-->|[a-zж普 .&;\"\n]{0,12}", 0..40)
    ) {
        check(&text::article("a.html", pieces.concat().as_bytes(), World::builtin()));
    }

    #[test]
    fn any_lines_make_an_article(
        lines in proptest::collection::vec("(---|title: |By |• |# |!\\[a\\]\\(b\\)|© |Leave a Reply|OSLO — |10\\.07\\.2024|)[A-Za-zЖж普京 .“”…|]{0,40}", 0..30)
    ) {
        check(&text::article("a.md", lines.join("\n").as_bytes(), World::builtin()));
    }
}
