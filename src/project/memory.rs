//! What the program remembers between runs: recent folders and a few settings, as JSON.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{Setting, Settings};

/// How many recent folders and projects are kept.
const N_RECENT: usize = 8;

/// Recent folders, settings and the window's layout.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Folders and projects, the latest first.
    pub recent: Vec<PathBuf>,
    /// How the window looks and behaves.
    #[serde(flatten)]
    pub settings: Settings,
    /// How large the window and its panels are.
    pub layout: Layout,
}

/// How large the window and its panels are, in whole points, and which of them are open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// Width and height of the window; `None` before it was ever changed.
    pub window: Option<(u32, u32)>,
    /// Width or height of each panel by its name, whichever can be dragged.
    pub panels: BTreeMap<String, u32>,
    /// Whether a part of the window is open, by its name; one that was never opened or closed is not in it.
    pub open: BTreeMap<String, bool>,
}

impl Memory {
    /// Reads what an earlier run remembered; what cannot be read is forgotten.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut memory: Self = serde_json::from_slice(bytes).unwrap_or_default();
        memory.settings.apply(Setting::TextSize(memory.settings.text_size));
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
        let newer = br#"{"recent": ["a"], "theme": "sepia", "dates": 7, "text_size": 9000}"#;
        let memory = Memory::from_bytes(newer);
        assert_eq!(memory.recent, [PathBuf::from("a")], "what is not known costs only itself");
        assert_eq!(memory.settings.text_size, 250);
    }
}
