//! Legacy encodings backwards: which bytes a character came from.

use std::sync::LazyLock;

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, IBM866, KOI8_R, MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1256, WINDOWS_1257,
};

/// An encoding that UTF-8 is often misread as, with its table from characters to bytes.
#[derive(Debug)]
pub(super) struct Codec {
    /// The repair's name.
    pub(super) repair: &'static str,
    /// Whether two bytes make one character, so that a letter after a broken sequence is swallowed.
    pub(super) is_wide: bool,
    /// Whether its letters are Cyrillic, so that clean words can look like one broken character.
    pub(super) is_cyrillic: bool,
    /// Whether the first two bytes of quotes and dashes have no character in it and become U+FFFD.
    pub(super) loses_quotes: bool,
    /// By the character's upper byte, then its lower: 0, one byte, or two.
    pages: Vec<Option<Box<[u16; 256]>>>,
}

/// One or two bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bytes {
    One([u8; 1]),
    Two([u8; 2]),
}

impl Bytes {
    pub(super) fn as_slice(&self) -> &[u8] {
        match self {
            Self::One(bytes) => bytes,
            Self::Two(bytes) => bytes,
        }
    }
}

/// All of them, the most usual first: where two explain a place equally well, the first is taken.
pub(super) fn codecs() -> &'static [Codec] {
    static CODECS: LazyLock<Vec<Codec>> = LazyLock::new(|| {
        [
            ("utf-8 read as windows-1252", WINDOWS_1252),
            ("utf-8 read as gbk", GBK),
            ("utf-8 read as windows-1251", WINDOWS_1251),
            ("utf-8 read as shift_jis", SHIFT_JIS),
            ("utf-8 read as big5", BIG5),
            ("utf-8 read as euc-kr", EUC_KR),
            ("utf-8 read as windows-1250", WINDOWS_1250),
            ("utf-8 read as windows-1254", WINDOWS_1254),
            ("utf-8 read as windows-1256", WINDOWS_1256),
            ("utf-8 read as windows-1253", WINDOWS_1253),
            ("utf-8 read as windows-1257", WINDOWS_1257),
            ("utf-8 read as koi8-r", KOI8_R),
            ("utf-8 read as ibm866", IBM866),
            ("utf-8 read as macintosh", MACINTOSH),
        ]
        .into_iter()
        .map(|(repair, encoding)| Codec::new(repair, encoding))
        .collect()
    });
    &CODECS
}

impl Codec {
    fn new(repair: &'static str, encoding: &'static Encoding) -> Self {
        let mut codec = Self {
            repair,
            is_wide: !encoding.is_single_byte(),
            is_cyrillic: [WINDOWS_1251, KOI8_R, IBM866].contains(&encoding),
            loses_quotes: character(encoding, &[0xe2, 0x80]).is_none() && !encoding.is_single_byte(),
            pages: vec![None; 256],
        };
        for byte in 0x80..=0xff_u8 {
            if let Some(letter) = character(encoding, &[byte]) {
                codec.add(letter, u16::from(byte));
            }
        }
        if codec.is_wide {
            (0x81..=0xfe_u8).for_each(|lead| codec.add_pairs(encoding, lead));
        } else {
            // Read as Latin-1 proper, the bytes without a character become control characters.
            (0x80..=0x9f_u8).for_each(|byte| codec.add(char::from(byte), u16::from(byte)));
        }
        codec
    }

    /// The characters of two bytes that begin with `lead`.
    fn add_pairs(&mut self, encoding: &'static Encoding, lead: u8) {
        for trail in 0x40..=0xfe_u8 {
            if let Some(letter) = character(encoding, &[lead, trail]) {
                self.add(letter, u16::from_be_bytes([lead, trail]));
            }
        }
    }

    /// The first character for a pair of bytes stays: later ones are duplicates of it.
    fn add(&mut self, letter: char, bytes: u16) {
        let Ok(code) = u16::try_from(u32::from(letter)) else { return };
        let [page, at] = code.to_be_bytes();
        if let Some(page) = self.pages.get_mut(usize::from(page)) {
            let slot = page.get_or_insert_with(|| Box::new([0; 256])).get_mut(usize::from(at));
            if let Some(slot) = slot.filter(|slot| **slot == 0) {
                *slot = bytes;
            }
        }
    }

    /// The bytes that read as `letter`; `None` for ASCII and for characters that the encoding lacks.
    pub(super) fn bytes(&self, letter: char) -> Option<Bytes> {
        let [page, at] = u16::try_from(u32::from(letter)).ok()?.to_be_bytes();
        let bytes = *self.pages.get(usize::from(page))?.as_ref()?.get(usize::from(at))?;
        match bytes.to_be_bytes() {
            [0, 0] => None,
            [0, byte] => Some(Bytes::One([byte])),
            pair => Some(Bytes::Two(pair)),
        }
    }
}

/// The one character that `bytes` read as.
fn character(encoding: &'static Encoding, bytes: &[u8]) -> Option<char> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let mut letters = text.chars();
    letters.next().filter(|letter| letters.next().is_none() && !letter.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_lead_back_to_the_bytes() {
        let gbk = codecs().iter().find(|codec| codec.repair.ends_with("gbk")).unwrap();
        assert_eq!(gbk.bytes('鈥'), Some(Bytes::Two([0xe2, 0x80])), "two bytes");
        let latin = codecs().first().unwrap();
        assert_eq!(latin.bytes('™'), Some(Bytes::One([0x99])), "one byte");
        assert_eq!(latin.bytes('\u{99}'), Some(Bytes::One([0x99])), "as Latin-1 reads it");
        assert_eq!(latin.bytes('鈥'), None, "not in the encoding");
    }
}
