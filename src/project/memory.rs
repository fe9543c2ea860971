//! What the program remembers between runs: recent folders and a few settings, as JSON.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// How many recent folders and projects are kept.
const N_RECENT: usize = 8;

/// Recent folders and settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Folders and projects, the latest first.
    pub recent: Vec<PathBuf>,
    /// Dark colours.
    pub dark: bool,
    /// How large everything is drawn, in per cent.
    pub text_size: u32,
}

impl Default for Memory {
    fn default() -> Self {
        Self { recent: Vec::new(), dark: false, text_size: 100 }
    }
}

impl Memory {
    /// Reads what an earlier run remembered; what cannot be read is forgotten.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut memory: Self = serde_json::from_slice(bytes).unwrap_or_default();
        memory.text_size = memory.text_size.clamp(70, 250);
        memory.recent.truncate(N_RECENT);
        memory
    }

    /// Writes it for the next run.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// Puts `path` first among the recent ones.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(N_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_folder_comes_first_and_none_twice() {
        let mut memory = Memory::default();
        for name in ["a", "b", "a"] {
            memory.opened(Path::new(name));
        }
        assert_eq!(memory.recent, [PathBuf::from("a"), PathBuf::from("b")]);
        assert_eq!(Memory::from_bytes(&memory.to_bytes()), memory);
    }

    #[test]
    fn nonsense_is_forgotten() {
        assert_eq!(Memory::from_bytes(b"{not json"), Memory::default());
        assert_eq!(Memory::from_bytes(b""), Memory::default());
    }
}
