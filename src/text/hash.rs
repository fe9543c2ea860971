//! Fingerprints: of a file's bytes, and of an article's words.

use sha2::{Digest as _, Sha256};

use super::{pieces, sentences};
use crate::{
    model::{Article, Block, BlockRole},
    world::packs::regions::Regions,
};

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
    let text = article.text.as_str();
    let mut sample = Sample::default();
    let is_body = |block: &&Block| matches!(block.role, BlockRole::Body | BlockRole::ListItem);
    for block in article.blocks.iter().filter(is_body) {
        if sample.n_words >= N_KEY_WORDS {
            break;
        }
        // Between two sentences stands no letter, but where what goes on without a stop is cut.
        if block.span.len() <= pieces::LONGEST {
            sample.take(block.span.of(text));
        } else {
            let words = Regions::builtin().of(&article.language);
            sentences::each(text, block, words, |sentence| sample.take(sentence.of(text)));
        }
    }
    sample.key()
}

/// The first words of an article, in lower case.
#[derive(Default)]
struct Sample {
    words: String,
    n_words: usize,
    /// Words of scripts without spaces are long and count as several.
    weight: usize,
}

impl Sample {
    fn take(&mut self, text: &str) {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        for word in words.take(N_KEY_WORDS - self.n_words) {
            self.n_words += 1;
            if word.is_ascii() {
                self.weight += 1;
                self.words.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
            } else {
                self.weight += 1 + word.chars().count() / 4;
                self.words.push_str(&word.to_lowercase());
            }
            self.words.push(' ');
        }
    }

    fn key(&self) -> String {
        if self.weight < 20 {
            return String::new();
        }
        hex(&Sha256::digest(&self.words)).chars().take(16).collect()
    }
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
