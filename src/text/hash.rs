//! Fingerprints: of a file's bytes, and of an article's words.

use sha2::{Digest as _, Sha256};

use crate::model::{Article, BlockRole};

/// Words in a copy key's sample: enough that two reports never agree by chance.
const N_KEY_WORDS: usize = 120;

/// SHA-256 of `bytes`, as 64 hexadecimal digits.
pub fn content_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A fingerprint of the body's first words, equal for copies of one agency report in several papers.
///
/// Letters and digits alone count, in lower case; titles, captions and boilerplate, which every paper
/// writes anew, do not. Empty for an article with fewer than twenty words.
pub fn copy_key(article: &Article) -> String {
    let mut hasher = Sha256::new();
    let mut n_words = 0;
    let sentences = article.sentences.iter().filter(|sentence| {
        article
            .blocks
            .get(sentence.block_index)
            .is_some_and(|block| matches!(block.role, BlockRole::Body | BlockRole::ListItem))
    });
    let words = sentences.flat_map(|sentence| {
        sentence
            .span
            .of(&article.text)
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
    });
    for word in words.take(N_KEY_WORDS) {
        hasher.update(word.to_lowercase().as_bytes());
        hasher.update(b" ");
        n_words += if word.is_ascii() { 1 } else { 1 + word.chars().count() / 4 };
    }
    if n_words < 20 { String::new() } else { hex(&hasher.finalize()).chars().take(16).collect() }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_sha_256() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(content_hash(b"abc"), known, "the standard's own example");
    }
}
