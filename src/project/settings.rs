//! How the window looks and behaves: settings that are remembered between runs.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};

use crate::{model::Weekday, timeline::dates::Format};

/// Which colours the window has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// What the desktop has; light where it does not say.
    #[default]
    System,
    /// Dark ink on white paper.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// The first day of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum WeekStart {
    #[default]
    Monday,
    Saturday,
    Sunday,
}

/// All settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Which colours the window has.
    #[serde(deserialize_with = "lenient")]
    pub theme: ThemeChoice,
    /// How large everything is drawn, in per cent.
    pub text_size: u32,
    /// Nothing glides.
    #[serde(deserialize_with = "lenient")]
    pub less_motion: bool,
    /// The first day of a week.
    #[serde(deserialize_with = "lenient")]
    pub week_start: WeekStart,
    /// How dates are written in the window.
    #[serde(serialize_with = "format_key", deserialize_with = "format_of_key")]
    pub dates: Format,
}

/// One setting with its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Which colours the window has.
    Theme(ThemeChoice),
    /// How large everything is drawn, in per cent.
    TextSize(u32),
    /// Whether nothing glides.
    LessMotion(bool),
    /// The first day of a week.
    WeekStart(WeekStart),
    /// How dates are written in the window.
    Dates(Format),
}

impl ThemeChoice {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "As the desktop",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

impl WeekStart {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 3] = [Self::Monday, Self::Saturday, Self::Sunday];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }

    /// The day.
    pub const fn day(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text_size: 100,
            less_motion: false,
            week_start: WeekStart::default(),
            dates: Format::default(),
        }
    }
}

impl Settings {
    /// Changes one setting; a text size that nobody could read is brought into bounds.
    pub fn apply(&mut self, setting: Setting) {
        match setting {
            Setting::Theme(theme) => self.theme = theme,
            Setting::TextSize(percent) => self.text_size = percent.clamp(70, 250),
            Setting::LessMotion(less) => self.less_motion = less,
            Setting::WeekStart(start) => self.week_start = start,
            Setting::Dates(dates) => self.dates = dates,
        }
    }
}

/// A value that a newer version wrote otherwise costs only itself.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

fn format_key<S: Serializer>(format: &Format, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(format.key())
}

fn format_of_key<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Format, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(value.as_str().and_then(Format::parse).unwrap_or_default())
}
