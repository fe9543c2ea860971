//! The time words of a language, read from its `times.toml`.

/// How one language speaks of time.
#[derive(Debug, Default)]
pub struct TimePack {
    /// BCP 47.
    pub language: String,
}
