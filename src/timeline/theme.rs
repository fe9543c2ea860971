//! All colours, sizes and strokes, light and dark; the window and the exports use the same ones.

use super::marks::MarkKind;

/// A colour, not premultiplied: red, green, blue, opacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgba(pub [u8; 4]);

impl Rgba {
    /// An opaque colour from `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self([red, green, blue, 255])
    }

    /// The same colour with another opacity, 0 to 255.
    #[must_use]
    pub const fn with_alpha(self, alpha: u8) -> Self {
        let Self([red, green, blue, _]) = self;
        Self([red, green, blue, alpha])
    }

    /// The opacity, 0 to 255.
    pub const fn alpha(self) -> u8 {
        let Self([_, _, _, alpha]) = self;
        alpha
    }

    /// The contrast ratio of WCAG 2 between two opaque colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance of WCAG 2, 0 to 1.
    fn luminance(self) -> f64 {
        let Self([red, green, blue, _]) = self;
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

/// The themes by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThemeName {
    /// Dark ink on white paper.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl ThemeName {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name on the command line.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.key() == key)
    }

    /// Its colours.
    pub const fn theme(self) -> &'static Theme {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// The colours of a theme. Text colours have a contrast of at least 4.5 on every ground, marks of 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: ThemeName,
    /// Paper.
    pub background: Rgba,
    /// Panels, menus and every other lane.
    pub surface: Rgba,
    /// Buttons and fields at rest.
    pub raised: Rgba,
    /// Main text.
    pub text: Rgba,
    /// Dates, captions and everything that stands back.
    pub text_muted: Rgba,
    /// Links, focus and selection.
    pub accent: Rgba,
    /// Text on the accent.
    pub on_accent: Rgba,
    /// Fine lines.
    pub grid: Rgba,
    /// Lines of years, edges of panels.
    pub grid_strong: Rgba,
    /// Lines from labels to their marks.
    pub leader: Rgba,
    /// What needs a look: conflicts.
    pub warning: Rgba,
    /// What went wrong.
    pub error: Rgba,
    /// What was confirmed.
    pub confirmed: Rgba,
    /// Ground of a quote in an article.
    pub quote: Rgba,
    /// Ground of the chosen quote.
    pub quote_strong: Rgba,
    /// Ground of a repaired place.
    pub repaired: Rgba,
    /// Bars of the articles per month.
    pub articles: Rgba,
    /// Attended, by video, skipped, meeting, call.
    pub marks: [Rgba; 5],
}

impl Theme {
    /// The ground of a lane: every other one stands out a little.
    pub const fn lane(&self, lane_index: usize) -> Rgba {
        if lane_index.is_multiple_of(2) { self.surface } else { self.background }
    }

    /// The colour of a mark. Hues are Okabe and Ito's, darkened or lightened until they stand out.
    pub const fn mark(&self, kind: MarkKind) -> Rgba {
        let [attended, video, skipped, meeting, call] = self.marks;
        match kind {
            MarkKind::Attended | MarkKind::LeftEarly => attended,
            MarkKind::Virtual | MarkKind::VirtualForAll => video,
            MarkKind::Skipped => skipped,
            MarkKind::Meeting => meeting,
            MarkKind::Call => call,
        }
    }
}

/// Dark ink on white paper.
pub const LIGHT: Theme = Theme {
    name: ThemeName::Light,
    background: Rgba::hex(0x00ff_ffff),
    surface: Rgba::hex(0x00f6_f6f4),
    raised: Rgba::hex(0x00e9_e9e6),
    text: Rgba::hex(0x001c_1c1e),
    text_muted: Rgba::hex(0x005b_5d63),
    accent: Rgba::hex(0x000a_5c9e),
    on_accent: Rgba::hex(0x00ff_ffff),
    grid: Rgba::hex(0x00e2_e2df),
    grid_strong: Rgba::hex(0x00c6_c6c2),
    leader: Rgba::hex(0x0096_989c),
    warning: Rgba::hex(0x008a_5a00),
    error: Rgba::hex(0x00b0_1e28),
    confirmed: Rgba::hex(0x001d_6f42),
    quote: Rgba::hex(0x00ff_f3c4),
    quote_strong: Rgba::hex(0x00ff_dc73),
    repaired: Rgba::hex(0x00dc_ebfa),
    articles: Rgba::hex(0x00a9_abb0),
    marks: [
        Rgba::hex(0x000a_5c9e),
        Rgba::hex(0x007a_4aa8),
        Rgba::hex(0x00c2_4312),
        Rgba::hex(0x0007_7a5f),
        Rgba::hex(0x0086_6200),
    ],
};

/// Light ink on a dark ground.
pub const DARK: Theme = Theme {
    name: ThemeName::Dark,
    background: Rgba::hex(0x0017_191d),
    surface: Rgba::hex(0x001f_2227),
    raised: Rgba::hex(0x002c_3037),
    text: Rgba::hex(0x00ec_edef),
    text_muted: Rgba::hex(0x00a9_adb6),
    accent: Rgba::hex(0x0068_b5f2),
    on_accent: Rgba::hex(0x0010_1216),
    grid: Rgba::hex(0x002b_2f35),
    grid_strong: Rgba::hex(0x0045_4a52),
    leader: Rgba::hex(0x0072_7780),
    warning: Rgba::hex(0x00f0_b84a),
    error: Rgba::hex(0x00ff_8a84),
    confirmed: Rgba::hex(0x0067_cf95),
    quote: Rgba::hex(0x0049_3f1a),
    quote_strong: Rgba::hex(0x006b_5a12),
    repaired: Rgba::hex(0x0021_3a52),
    articles: Rgba::hex(0x006d_727c),
    marks: [
        Rgba::hex(0x0062_b4f5),
        Rgba::hex(0x00c2_a3f0),
        Rgba::hex(0x00ff_8e5e),
        Rgba::hex(0x0045_c9a5),
        Rgba::hex(0x00e6_bb3f),
    ],
};

/// Radius of a mark.
pub const MARK_RADIUS_PX: f32 = 7.5;
/// Radius of a mark of a forum or ceremony, which is no summit.
pub const SMALL_MARK_RADIUS_PX: f32 = 5.5;
/// Least distance between two marks in a row.
pub const MARK_GAP_PX: f32 = 3.0;
/// Width of a mark's outline.
pub const OUTLINE_PX: f32 = 2.0;
/// Width of fine lines.
pub const HAIRLINE_PX: f32 = 1.0;
/// Height of the bar that spans known or possible days.
pub const BAR_HEIGHT_PX: f32 = 6.0;
/// Dashes of what is rumoured: on, off.
pub const DASHES_PX: [f32; 2] = [3.0, 2.4];

/// Size of a chart's title.
pub const TITLE_PX: f32 = 34.0;
/// Size of what stands under the title.
pub const SUBTITLE_PX: f32 = 18.0;
/// Size of lane names.
pub const LANE_NAME_PX: f32 = 17.0;
/// Size of labels.
pub const LABEL_PX: f32 = 15.0;
/// Size of dates under labels, and of axis, legend and lane captions.
pub const SMALL_PX: f32 = 13.5;
/// Size of sources and coverage.
pub const NOTE_PX: f32 = 13.0;
/// Size of the number of sources at a mark.
pub const TINY_PX: f32 = 11.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stands_out_from_every_ground() {
        for theme in [&LIGHT, &DARK] {
            let grounds = [theme.background, theme.surface];
            let texts =
                [theme.text, theme.text_muted, theme.accent, theme.warning, theme.error, theme.confirmed];
            for ground in grounds {
                for text in texts.into_iter().chain(theme.marks) {
                    assert!(text.contrast(ground) >= 4.5, "{:?}: {text:?} on {ground:?}", theme.name);
                }
            }
            for ground in [theme.quote, theme.quote_strong, theme.repaired, theme.raised] {
                assert!(theme.text.contrast(ground) >= 4.5, "{:?}: text on {ground:?}", theme.name);
            }
            assert!(theme.on_accent.contrast(theme.accent) >= 4.5, "{:?}: on accent", theme.name);
        }
    }

    #[test]
    fn a_theme_is_found_by_its_name() {
        assert_eq!(ThemeName::parse("dark"), Some(ThemeName::Dark));
        assert_eq!(ThemeName::parse("sepia"), None);
    }

    #[test]
    fn contrast_of_black_on_white_is_21() {
        assert!((Rgba::hex(0).contrast(Rgba::hex(0x00ff_ffff)) - 21.0).abs() < 1e-9, "WCAG's own example");
    }
}
