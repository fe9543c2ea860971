//! Bytes to text: by BOM, valid UTF-8, declared charset, else detection.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file is looked at for binary content and for UTF-16 without a mark.
const SAMPLE: usize = 8192;
/// Where a page may declare its charset; browsers look at 1,024 bytes, saved pages put comments before it.
const HEAD: usize = 4096;

/// First bytes of files that are no text, whatever their name says.
const MAGIC: [(&[u8], &str); 17] = [
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"SQLite format 3", "a database"),
    (b"wOF2", "a font"),
];

/// Decoded text, and how it was come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// WHATWG name of the encoding.
    pub encoding: &'static str,
    /// Whether bytes could not be decoded and became U+FFFD.
    pub lossy: bool,
}

/// What kind of binary file `bytes` are, or `None` if they can be text.
pub fn looks_binary(bytes: &[u8]) -> Option<&'static str> {
    if Encoding::for_bom(bytes).is_some() {
        return None;
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(what);
    }
    let is_riff = bytes.starts_with(b"RIFF") && matches!(bytes.get(8..12), Some(b"WEBP" | b"AVI " | b"WAVE"));
    if is_riff || bytes.get(4..8) == Some(b"ftyp") {
        return Some("a picture, sound or film");
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if bare_utf_16(sample).is_some() {
        return None;
    }
    let n_nuls = sample.iter().map(|byte| usize::from(*byte == 0)).sum::<usize>();
    let n_controls = sample.iter().filter(|byte| is_odd_control(**byte)).count();
    (n_nuls * 500 > sample.len() || n_controls * 20 > sample.len()).then_some("binary data")
}

/// Decodes `bytes`, of which `is_page` says whether an HTML `meta` may declare the charset.
pub fn decode(bytes: &[u8], is_page: bool) -> Decoded {
    if let Some((encoding, bom_length)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(bom_length..).unwrap_or_default());
    }
    if let Some(encoding) = bare_utf_16(bytes.get(..SAMPLE).unwrap_or(bytes)) {
        return with(encoding, bytes);
    }
    // An escape starts Japanese mail encoding, which is ASCII to the eye.
    let escaped = bytes.contains(&0x1b);
    if !escaped && let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), lossy: false };
    }
    let declared = if is_page { declared_charset(bytes.get(..HEAD).unwrap_or(bytes)) } else { None };
    if let Some(decoded) = declared.map(|encoding| with(encoding, bytes)).filter(|decoded| !decoded.lossy) {
        return decoded;
    }
    if mostly_utf_8(bytes) {
        return with(UTF_8, bytes);
    }
    with(detected(bytes), bytes)
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), lossy }
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-16 shows without a mark where half of the bytes at one parity are NUL and hardly any at the other.
fn bare_utf_16(sample: &[u8]) -> Option<&'static Encoding> {
    if !sample.contains(&0) {
        return None;
    }
    let n_nuls = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (n_nuls(0), n_nuls(1));
    let half = sample.len() / 2;
    if half < 4 {
        return None;
    }
    if odd * 3 > half && even * 50 < half {
        return Some(UTF_16LE);
    }
    (even * 3 > half && odd * 50 < half).then_some(UTF_16BE)
}

/// The charset that an XML declaration or an HTML `meta` names.
fn declared_charset(head: &[u8]) -> Option<&'static Encoding> {
    let lower = head.to_ascii_lowercase();
    let marks: [&[u8]; 2] = [b"charset", b"encoding"];
    marks.iter().find_map(|mark| {
        let at = lower.windows(mark.len()).position(|window| window == *mark)?;
        let value = lower.get(at + mark.len()..)?;
        let value = value.iter().skip_while(|byte| byte.is_ascii_whitespace() || b"=\"'".contains(*byte));
        let label: Vec<u8> =
            value.copied().take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(byte)).collect();
        Encoding::for_label(&label)
    })
}

/// Whether well-formed sequences of several bytes are at least four times as many as broken ones.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_good >= 4 * n_bad
}

fn is_odd_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, EUC_KR, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    use super::*;

    #[test]
    fn legacy_encodings_are_detected() {
        let russian =
            "Президент встретился с премьер-министром Индии в Москве и обсудил торговлю. ".repeat(4);
        let chinese = "国家主席在阿斯塔纳会见了哈萨克斯坦总统，双方讨论了贸易问题。".repeat(4);
        let taiwanese = "總統在機場迎接來訪的外賓，雙方討論了貿易與安全問題。".repeat(4);
        let japanese = "首相はモスクワで大統領と会談し、経済協力について話し合った。".repeat(4);
        let korean = "대통령은 모스크바에서 총리와 만나 경제 협력을 논의했다. ".repeat(4);
        let french = "Le président a été reçu à l’Élysée, où les deux chefs d’État ont dîné. ".repeat(4);
        let cases = [
            (russian, WINDOWS_1251),
            (chinese, GBK),
            (taiwanese, BIG5),
            (japanese, SHIFT_JIS),
            (korean, EUC_KR),
            (french, WINDOWS_1252),
        ];
        for (text, encoding) in cases {
            let (bytes, _, _) = encoding.encode(&text);
            assert_eq!(decode(&bytes, false).text, text, "{}", encoding.name());
        }
    }

    #[test]
    fn a_mark_or_a_pattern_of_nuls_tells_utf_16() {
        let little: Vec<u8> = "Talks were held.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}Саммит прошёл.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little, false).text, "Talks were held.", "without a mark");
        assert_eq!(decode(&big, false).text, "Саммит прошёл.", "with a mark");
        assert_eq!(looks_binary(&little), None, "text");
    }

    #[test]
    fn a_page_declares_its_charset() {
        let page = "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><p>Да";
        let (bytes, _, _) = WINDOWS_1251.encode(page);
        assert_eq!(decode(&bytes, true).text, page, "declared");
    }

    #[test]
    fn a_few_broken_bytes_do_not_spoil_utf_8() {
        let mut bytes = "Саммит в Самарканде. ".repeat(3).into_bytes();
        bytes.push(0xd0);
        let decoded = decode(&bytes, false);
        assert_eq!(decoded.encoding, "UTF-8", "mostly UTF-8");
        assert!(decoded.lossy, "one character is lost");
    }

    #[test]
    fn pictures_named_as_text_are_seen_through() {
        assert_eq!(looks_binary(b"%PDF-1.7 ..."), Some("a PDF document"), "by its first bytes");
        assert_eq!(
            looks_binary(b"\x00\x01\x02\x03\x04\x05\x00\x00\x07"),
            Some("binary data"),
            "by its bytes"
        );
        assert_eq!(looks_binary("Plain words, naïve.\r\n".as_bytes()), None, "text");
        assert_eq!(looks_binary(b""), None, "nothing at all");
    }
}
