//! What the program knows before it reads anything: `assets/` as tables and automata.

pub mod packs;

pub use packs::Pack;

/// The registers and language packs.
#[derive(Debug, Default)]
pub struct World {
    packs: Vec<Pack>,
}

impl World {
    /// The world that is built in.
    pub fn builtin() -> &'static Self {
        static BUILTIN: std::sync::LazyLock<World> = std::sync::LazyLock::new(World::default);
        &BUILTIN
    }

    /// The language packs, in a fixed order.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }
}
