//! SVG to PNG, by resvg, with the given fonts only.

use resvg::{tiny_skia, usvg};

use super::{ExportError, fonts::Fonts};

/// Most pixels of a picture.
const MOST_PIXELS: u64 = 200_000_000;

/// Draws an SVG at `scale` as a PNG; the same input gives the same bytes with the same build.
pub fn png(svg: &str, scale: f32, fonts: &Fonts) -> Result<Vec<u8>, ExportError> {
    let options = usvg::Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: fonts.database(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| ExportError::Svg(error.to_string()))?;
    let size = tree.size();
    let (width, height) = (pixels(size.width() * scale), pixels(size.height() * scale));
    let too_big = ExportError::Size { width, height };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_big);
    }
    let mut pixmap = tiny_skia::Pixmap::new(width, height).ok_or(too_big)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| ExportError::Svg(error.to_string()))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn pixels(value: f32) -> u32 {
    value.round().clamp(0.0, 1e6) as u32
}
