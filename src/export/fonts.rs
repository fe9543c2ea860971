//! The fonts that are built in, and what script each piece of a text needs.

use std::sync::Arc;

use resvg::usvg::fontdb;
use skrifa::{
    FontRef, MetadataProvider as _,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

use crate::timeline::Weight;

/// Noto Sans Regular: Latin, Cyrillic and Greek.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
/// Noto Sans Bold.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
/// Noto Sans Arabic Regular.
pub const ARABIC: &[u8] = include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf");
/// Noto Sans Hebrew Regular.
pub const HEBREW: &[u8] = include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf");

/// A font with its family's name.
#[derive(Clone)]
struct Face {
    family: String,
    data: Arc<Vec<u8>>,
    weight: Weight,
}

/// The fonts of an export: those that are built in, and those that the user adds.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "megabytes of glyphs tell nobody anything")]
pub struct Fonts {
    faces: Vec<Face>,
    database: Arc<fontdb::Database>,
}

impl Fonts {
    /// The built-in fonts alone.
    pub fn builtin() -> Self {
        let data = |bytes: &[u8]| Arc::new(bytes.to_vec());
        let face =
            |family: &str, bytes, weight| Face { family: family.to_owned(), data: data(bytes), weight };
        let faces = vec![
            face("Noto Sans", REGULAR, Weight::Regular),
            face("Noto Sans", BOLD, Weight::Bold),
            face("Noto Sans Arabic", ARABIC, Weight::Regular),
            face("Noto Sans Hebrew", HEBREW, Weight::Regular),
        ];
        Self { database: Arc::new(database(&faces)), faces }
    }

    /// The same and the font in `bytes`, for characters that the built-in ones lack; `None` if it is no font.
    #[must_use]
    pub fn with(&self, bytes: &[u8]) -> Option<Self> {
        let mut probe = fontdb::Database::new();
        probe.load_font_data(bytes.to_vec());
        let family = probe.faces().next()?.families.first()?.0.clone();
        let mut faces = self.faces.clone();
        faces.push(Face { family, data: Arc::new(bytes.to_vec()), weight: Weight::Regular });
        Some(Self { database: Arc::new(database(&faces)), faces })
    }

    /// The database for rasterising.
    pub fn database(&self) -> Arc<fontdb::Database> {
        Arc::clone(&self.database)
    }

    /// The font files, as bytes.
    pub fn files(&self) -> impl Iterator<Item = &[u8]> {
        self.faces.iter().map(|face| face.data.as_slice())
    }

    /// The characters of `text` that no font here has, each once, in order.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing: Vec<char> = text
            .chars()
            .filter(|&c| !c.is_whitespace() && self.face_for(c, Weight::Regular).is_none())
            .collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// The text cut where another font family begins.
    pub fn runs<'t>(&self, text: &'t str) -> Vec<(&str, &'t str)> {
        let mut runs: Vec<(&str, &'t str)> = Vec::new();
        let mut from = 0;
        let mut family = "";
        for (at, c) in text.char_indices() {
            let wanted = self.family(c, family);
            if wanted != family && !family.is_empty() {
                runs.push((family, text.get(from..at).unwrap_or_default()));
                from = at;
            }
            family = wanted;
        }
        if from < text.len() {
            runs.push((family, text.get(from..).unwrap_or_default()));
        }
        runs
    }

    /// The width of a text in pixels.
    pub fn measure(&self, text: &str, size_px: f32, weight: Weight) -> f32 {
        self.metrics().width(text, size_px, weight)
    }

    /// A measure that keeps the fonts' tables open, for many texts.
    pub fn metrics(&self) -> Metrics<'_> {
        Metrics { faces: self.faces.iter().filter_map(MetricFace::new).collect() }
    }

    /// The family for a character; spaces and marks stay with what stands before them.
    fn family(&self, c: char, before: &str) -> &str {
        let neutral = c.is_whitespace() || (c.is_ascii_punctuation() && !before.is_empty());
        let stays = |face: &&Face| face.family == before && (c.is_whitespace() || has(face, c));
        if neutral && let Some(face) = self.faces.iter().find(stays) {
            return &face.family;
        }
        self.face_for(c, Weight::Regular).map_or("Noto Sans", |face| &face.family)
    }

    fn face_for(&self, c: char, weight: Weight) -> Option<&Face> {
        if c.is_ascii_graphic() {
            return self.faces.iter().find(|face| face.weight == weight);
        }
        self.faces.iter().filter(|face| face.weight == weight).find(|face| has(face, c))
    }
}

fn has(face: &Face, c: char) -> bool {
    FontRef::from_index(&face.data, 0).is_ok_and(|font| font.charmap().map(c).is_some())
}

fn database(faces: &[Face]) -> fontdb::Database {
    let mut database = fontdb::Database::new();
    for face in faces {
        database.load_font_source(fontdb::Source::Binary(Arc::clone(&face.data) as _));
    }
    database.set_sans_serif_family("Noto Sans");
    database.set_serif_family("Noto Sans");
    database
}

/// Glyph widths of some fonts.
#[expect(missing_debug_implementations, reason = "tables of glyph widths tell nobody anything")]
pub struct Metrics<'a> {
    faces: Vec<MetricFace<'a>>,
}

struct MetricFace<'a> {
    weight: Weight,
    charmap: skrifa::charmap::Charmap<'a>,
    glyphs: GlyphMetrics<'a>,
    ascii_ems: [f32; 128],
}

impl<'a> MetricFace<'a> {
    fn new(face: &'a Face) -> Option<Self> {
        let font = FontRef::from_index(&face.data, 0).ok()?;
        let charmap = font.charmap();
        let glyphs = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let mut ascii_ems = [0.0; 128];
        for (code, width) in (0_u8..128).zip(&mut ascii_ems) {
            let glyph = charmap.map(char::from(code));
            *width = glyph.and_then(|glyph| glyphs.advance_width(glyph)).unwrap_or_default();
        }
        Some(Self { weight: face.weight, charmap, glyphs, ascii_ems })
    }

    /// The width of a character where the font's size is 1.
    fn ems(&self, c: char) -> Option<f32> {
        if c.is_ascii() {
            let width = self.ascii_ems.get(c as usize).copied()?;
            return (width > 0.0).then_some(width);
        }
        let glyph = self.charmap.map(c)?;
        self.glyphs.advance_width(glyph)
    }
}

impl Metrics<'_> {
    /// The width of a text in pixels: the sum of its glyphs' advances, without kerning.
    pub fn width(&self, text: &str, size_px: f32, weight: Weight) -> f32 {
        let ems: f32 = text.chars().map(|c| self.ems(c, weight)).sum();
        ems * size_px
    }

    /// In the weight, else in any; a whole em where no font has it.
    fn ems(&self, c: char, weight: Weight) -> f32 {
        let exact = self.faces.iter().filter(|face| face.weight == weight);
        let other = self.faces.iter().filter(|face| face.weight != weight);
        exact.chain(other).find_map(|face| face.ems(c)).unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_wide_as_their_glyphs() {
        let fonts = Fonts::builtin();
        let width = fonts.measure("Bali", 1000.0, Weight::Regular);
        assert!((1500.0..1900.0).contains(&width), "{width}");
        assert!(fonts.measure("Bali", 1000.0, Weight::Bold) > width);
    }

    #[test]
    fn scripts_have_their_own_families() {
        let fonts = Fonts::builtin();
        let runs = fonts.runs("Путин, قمة and ישראל");
        let families: Vec<_> = runs.iter().map(|(family, _)| *family).collect();
        assert_eq!(families, ["Noto Sans", "Noto Sans Arabic", "Noto Sans", "Noto Sans Hebrew"]);
        let together: String = runs.iter().map(|(_, text)| *text).collect();
        assert_eq!(together, "Путин, قمة and ישראל");
    }

    #[test]
    fn every_run_is_set_in_a_family_that_has_its_characters() {
        let fonts = Fonts::builtin();
        for (family, run) in fonts.runs("ישראל.txt, قمة! (Бали) 2022 – “so”") {
            let faces: Vec<_> = fonts.faces.iter().filter(|face| face.family == family).collect();
            let known = |c: char| c.is_whitespace() || faces.iter().any(|face| has(face, c));
            assert!(run.chars().all(known), "{family}: {run}");
        }
    }

    #[test]
    fn what_no_font_has_is_told() {
        assert_eq!(Fonts::builtin().missing("Xi 习近平, Bali"), ['习', '平', '近']);
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert!(Fonts::builtin().with(b"not a font").is_none());
    }
}
