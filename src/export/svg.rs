//! A scene as SVG: text as text, every mark a named group, the same bytes everywhere.

use std::fmt::Write as _;

use super::fonts::Fonts;
use crate::timeline::{Anchor, Label, Mark, Point, Rgba, Scene, Shape, Stroke, Text, Weight};

/// Writes a scene as SVG; `fonts` say which family each script is set in.
pub fn svg(scene: &Scene, fonts: &Fonts) -> String {
    let mut out = Writer { text: String::with_capacity(64 * 1024), fonts, n_fades: 0 };
    let (width, height) = (number(scene.width_px), number(scene.height_px));
    out.push(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"Noto Sans, sans-serif\">\n"
    ));
    out.push(&format!("<title>{}</title>\n", escaped(&scene.title)));
    out.push(&format!("<rect width=\"{width}\" height=\"{height}\"{}/>\n", fill(Some(scene.background))));
    out.group("furniture", "", |out| scene.furniture.iter().for_each(|shape| out.shape(shape)));
    out.group("labels", "", |out| scene.labels.iter().for_each(|label| out.label(label)));
    out.group("marks", "", |out| scene.marks.iter().for_each(|mark| out.mark(mark)));
    out.push("</svg>\n");
    out.text
}

struct Writer<'a> {
    text: String,
    fonts: &'a Fonts,
    n_fades: usize,
}

impl Writer<'_> {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn group(&mut self, class: &str, attributes: &str, fill: impl FnOnce(&mut Self)) {
        self.push(&format!("<g class=\"{class}\"{attributes}>\n"));
        fill(self);
        self.push("</g>\n");
    }

    fn label(&mut self, label: &Label) {
        let attributes = format!(" data-event=\"{}\"", label.event_index);
        self.group("label", &attributes, |out| label.shapes.iter().for_each(|shape| out.shape(shape)));
    }

    fn mark(&mut self, mark: &Mark) {
        let lane = mark.lane.map_or("other", |lane| lane.key());
        let kind = if mark.n_events > 1 { "count" } else { mark.kind.key() };
        let name = escaped(&mark.name);
        let attributes = format!(" data-lane=\"{lane}\" role=\"img\" aria-label=\"{name}\"");
        self.group(&format!("mark {kind}"), &attributes, |out| {
            out.push(&format!("<title>{name}</title>\n"));
            mark.shapes.iter().for_each(|shape| out.shape(shape));
        });
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { points, stroke: line } => {
                let points = path(points);
                self.push(&format!(
                    "<polyline points=\"{points}\" fill=\"none\"{} stroke-linejoin=\"round\"/>\n",
                    stroke(Some(*line))
                ));
            }
            Shape::Circle { centre, radius_px, fill: inside, stroke: line } => self.push(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{}/>\n",
                number(centre.x),
                number(centre.y),
                number(*radius_px),
                fill(*inside),
                stroke(*line)
            )),
            Shape::Rect { rect, corner_px, fill: inside, stroke: line } => {
                let corner =
                    if *corner_px > 0.0 { format!(" rx=\"{}\"", number(*corner_px)) } else { String::new() };
                self.push(&format!("<rect{}{corner}{}{}/>\n", place(*rect), fill(*inside), stroke(*line)));
            }
            Shape::Polygon { points, fill: inside, stroke: line } => {
                let points = path(points);
                self.push(&format!(
                    "<polygon points=\"{points}\"{}{} stroke-linejoin=\"round\"/>\n",
                    fill(*inside),
                    stroke(*line)
                ));
            }
            Shape::Fade { rect, left, right } => {
                self.n_fades += 1;
                let id = format!("fade{}", self.n_fades);
                self.push(&format!(
                    "<linearGradient id=\"{id}\">{}{}</linearGradient>\n",
                    stop(0, *left),
                    stop(1, *right)
                ));
                self.push(&format!("<rect{} fill=\"url(#{id})\"/>\n", place(*rect)));
            }
            Shape::Text(text) => self.words(text),
        }
    }

    fn words(&mut self, text: &Text) {
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = match text.weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"bold\"",
        };
        self.push(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor}{}>",
            number(text.at.x),
            number(text.at.y),
            number(text.size_px),
            fill(Some(text.colour))
        ));
        let runs = self.fonts.runs(&text.text);
        for (family, run) in runs {
            let family = escaped(family);
            let run = escaped(run);
            let font = if family == "Noto Sans" {
                String::new()
            } else {
                format!(" font-family=\"{family}, sans-serif\"")
            };
            self.push(&format!("<tspan{font}>{run}</tspan>"));
        }
        self.push("</text>\n");
    }
}

/// A number with at most two decimals, the same on every machine.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

fn place(rect: crate::timeline::Rect) -> String {
    format!(
        " x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        number(rect.x),
        number(rect.y),
        number(rect.width),
        number(rect.height)
    )
}

fn path(points: &[Point]) -> String {
    let pairs: Vec<String> = points.iter().map(|at| format!("{},{}", number(at.x), number(at.y))).collect();
    pairs.join(" ")
}

fn hex(Rgba([red, green, blue, _]): Rgba) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn opacity(name: &str, colour: Rgba) -> String {
    match colour.alpha() {
        255 => String::new(),
        alpha => format!(" {name}=\"{}\"", number(f32::from(alpha) / 255.0)),
    }
}

fn fill(colour: Option<Rgba>) -> String {
    colour.map_or_else(
        || " fill=\"none\"".to_owned(),
        |colour| format!(" fill=\"{}\"{}", hex(colour), opacity("fill-opacity", colour)),
    )
}

fn stop(offset: u8, colour: Rgba) -> String {
    format!("<stop offset=\"{offset}\" stop-color=\"{}\"{}/>", hex(colour), opacity("stop-opacity", colour))
}

fn stroke(stroke: Option<Stroke>) -> String {
    let Some(line) = stroke else { return String::new() };
    let mut text = format!(
        " stroke=\"{}\" stroke-width=\"{}\"{}",
        hex(line.colour),
        number(line.width_px),
        opacity("stroke-opacity", line.colour)
    );
    if let Some([on, off]) = line.dashes_px {
        let (on, off) = (number(on), number(off));
        if write!(text, " stroke-dasharray=\"{on} {off}\"").is_err() {
            return String::new();
        }
    }
    text
}

/// Text that XML can carry: markup escaped, control characters left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_plain() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(0.125), "0.12");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(1.5), "1.5");
    }

    #[test]
    fn markup_in_a_title_stays_text() {
        assert_eq!(escaped("<b>\"A & B\"\u{0}"), "&lt;b&gt;&quot;A &amp; B&quot;");
    }
}
