//! SVG to PDF, by svg2pdf, with text as text and the given fonts only.

use std::sync::Arc;

use svg2pdf::{ConversionOptions, PageOptions, usvg};

use super::{ExportError, fonts::Fonts};

/// Writes an SVG as a PDF of one page of its size; the same input gives the same bytes.
pub fn pdf(svg: &str, fonts: &Fonts) -> Result<Vec<u8>, ExportError> {
    // svg2pdf brings an older usvg than the one that draws PNGs, with a font database of its own.
    let mut database = usvg::fontdb::Database::new();
    for bytes in fonts.files() {
        database.load_font_data(bytes.to_vec());
    }
    let options = usvg::Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: Arc::new(database),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| ExportError::Svg(error.to_string()))?;
    svg2pdf::to_pdf(&tree, ConversionOptions::default(), PageOptions::default())
        .map_err(|error| ExportError::Svg(error.to_string()))
}
