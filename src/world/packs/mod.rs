//! Language packs: everything by which text is understood, as data.

pub mod regions;
pub mod times;

/// One language.
#[derive(Debug, Default)]
pub struct Pack {
    /// BCP 47.
    pub language: String,
}
