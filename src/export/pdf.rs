//! SVG to PDF, by krilla, with text as text and the given fonts only.

use std::sync::Arc;

use krilla::{Document, geom::Size, page::PageSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use super::{ExportError, fonts::Fonts};

/// Writes an SVG as a PDF of one page of its size; the same input gives the same bytes.
pub fn pdf(svg: &str, fonts: &Fonts) -> Result<Vec<u8>, ExportError> {
    // krilla brings an older usvg than the one that draws PNGs, with a font database of its own.
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
    let no_page = || ExportError::Svg("it has no size".to_owned());
    let size = Size::from_wh(tree.size().width(), tree.size().height()).ok_or_else(no_page)?;
    let mut document = Document::new();
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    surface.draw_svg(&tree, size, SvgSettings::default()).ok_or_else(no_page)?;
    surface.finish();
    page.finish();
    document.finish().map_err(|error| ExportError::Svg(format!("{error:?}")))
}
