//! Short ways to make lines of text, and to fit words into a width.

use super::{
    scene::{Anchor, Measure, Point, Shape, Text, Weight},
    theme::Rgba,
};

impl From<Text> for Shape {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl Text {
    /// The same in bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }
}

/// A text that begins at `at`.
pub fn start(at: Point, text: impl Into<String>, size_px: f32, colour: Rgba) -> Text {
    Text { at, text: text.into(), size_px, weight: Weight::Regular, anchor: Anchor::Start, colour }
}

/// A text that is centred at `at`.
pub fn middle(at: Point, text: impl Into<String>, size_px: f32, colour: Rgba) -> Text {
    Text { anchor: Anchor::Middle, ..start(at, text, size_px, colour) }
}

/// A text that ends at `at`.
pub fn end(at: Point, text: impl Into<String>, size_px: f32, colour: Rgba) -> Text {
    Text { anchor: Anchor::End, ..start(at, text, size_px, colour) }
}

/// The text itself, or its beginning with an ellipsis if it is wider than `width_px`.
pub fn fitted(text: &str, size_px: f32, weight: Weight, width_px: f32, measure: Measure<'_>) -> String {
    if measure(text, size_px, weight) <= width_px {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |n: usize| {
        let end = ends.get(n).copied().unwrap_or(text.len());
        format!("{}…", text.get(..end).unwrap_or_default().trim_end())
    };
    let n = ends.partition_point(|&end| {
        let kept = text.get(..end).unwrap_or_default().trim_end();
        measure(kept, size_px, weight) + measure("…", size_px, weight) <= width_px
    });
    cut(n.saturating_sub(1))
}

/// Breaks words into lines no wider than `width_px`; a single word that is wider stands alone.
pub fn wrapped(text: &str, size_px: f32, width_px: f32, measure: Measure<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if !line.is_empty() && measure(&longer, size_px, Weight::Regular) > width_px {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        } else {
            line = longer;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(text: &str, _: f32, _: Weight) -> f32 {
        text.chars().count() as f32
    }

    #[test]
    fn what_fits_is_kept_whole() {
        assert_eq!(fitted("Bali", 10.0, Weight::Regular, 4.0, &measure), "Bali");
        assert_eq!(fitted("Samarkand", 10.0, Weight::Regular, 6.0, &measure), "Samar…");
        assert_eq!(fitted("Gürtelflagge", 10.0, Weight::Regular, 3.0, &measure), "Gü…");
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrapped("one two three", 10.0, 8.0, &measure), ["one two", "three"]);
    }
}
