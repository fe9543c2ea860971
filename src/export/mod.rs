//! Chart to SVG and PNG; events to other formats; the words in which derivations are told.

use std::fmt;

mod citation;
mod csv;
pub mod fonts;
mod pdf;
mod png;
mod rows;
mod svg;
pub mod words;

pub use citation::citation;
pub use csv::{csv, undated};
pub use fonts::Fonts;
pub use pdf::pdf;
pub use png::png;
pub use rows::{cell, rows_csv};
pub use svg::svg;

use crate::timeline::{ChartInput, Scene, lay_out};

/// What a chart can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Picture {
    /// Portable network graphics.
    Png,
    /// Scalable vector graphics.
    Svg,
    /// Portable document format.
    Pdf,
}

/// Why something could not be exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The picture would have no pixels, or too many.
    Size {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// The SVG was not understood by the library that draws it.
    Svg(String),
}

impl Picture {
    /// By the ending of a file's name, or `None` for another.
    pub fn from_file_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { width, height } => {
                write!(
                    f,
                    "a picture of {width} × {height} pixels cannot be drawn: choose another size or scale"
                )
            }
            Self::Svg(reason) => write!(f, "the chart could not be drawn: {reason}"),
        }
    }
}

impl std::error::Error for ExportError {}

/// Lays out a chart with the widths of `fonts`; the input's own measure is not used.
///
/// Where characters have no font here the chart says so, since a gap in a name would pass unseen.
pub fn lay_out_with(input: &ChartInput<'_>, fonts: &Fonts) -> Scene {
    let metrics = fonts.metrics();
    let measure = |text: &str, size_px, weight| metrics.width(text, size_px, weight);
    let input = ChartInput { measure: &measure, ..*input };
    let scene = lay_out(&input);
    let words: String = scene.texts().map(|text| text.text.as_str()).collect();
    let n_missing = fonts.missing(&words).len();
    if n_missing == 0 {
        return scene;
    }
    let mut coverage = input.coverage.clone();
    let characters =
        if n_missing == 1 { "1 character has" } else { &*format!("{n_missing} characters have") };
    coverage.notes.push(format!("{characters} no font here and may not be drawn."));
    lay_out(&ChartInput { coverage: &coverage, ..input })
}

/// The bytes of a picture of `scene`; `scale` counts for PNG alone.
pub fn picture(scene: &Scene, kind: Picture, scale: f32, fonts: &Fonts) -> Result<Vec<u8>, ExportError> {
    match kind {
        Picture::Svg => Ok(svg(scene, fonts).into_bytes()),
        Picture::Png => png(&svg(scene, fonts), scale, fonts),
        Picture::Pdf => pdf(&svg(scene, fonts), fonts),
    }
}
