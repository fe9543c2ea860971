//! A prefix tree over sorted keys: walked from a place in a text, it gives every key that begins there.
//!
//! Names and words begin at the edges of words. A walk from each edge finds all that an automaton with failure
//! links would find from every byte, in a fraction of the steps, and the tree is built in one pass over its keys.

/// The number of a node at which no key ends.
const NO_KEY: u32 = u32::MAX;

/// The keys, by their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrefixTree {
    /// Breadth first from the root, so that a node's children stand side by side, in the order of their bytes.
    nodes: Vec<Node>,
    /// The byte that leads to each node.
    bytes: Vec<u8>,
    /// The root's child for each byte, 0 for none: every walk begins here, most end here or one step on.
    openings: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Node {
    first_child: u32,
    n_children: u16,
    key: u32,
}

impl PrefixTree {
    /// The tree of `keys`, which are sorted, distinct and not empty; each is known by its index among them.
    pub fn new<K: AsRef<[u8]>>(keys: &[K]) -> Self {
        let mut tree = Self { nodes: Vec::new(), bytes: vec![0], openings: vec![0; 256] };
        // The keys below each node, and how many bytes lead to it.
        let mut below = vec![(0, keys, 0)];
        let mut next = 0;
        while let Some(&(first_key, keys, depth)) = below.get(next) {
            next += 1;
            let ends_here = keys.first().is_some_and(|key| key.as_ref().len() == depth);
            let longer = keys.get(usize::from(ends_here)..).unwrap_or_default();
            let n_before = below.len();
            let mut first_longer = first_key + usize::from(ends_here);
            for group in longer.chunk_by(|a, b| a.as_ref().get(depth) == b.as_ref().get(depth)) {
                let byte = group.first().and_then(|key| key.as_ref().get(depth)).copied().unwrap_or_default();
                tree.bytes.push(byte);
                below.push((first_longer, group, depth + 1));
                first_longer += group.len();
            }
            tree.nodes.push(Node {
                first_child: number(n_before),
                n_children: u16::try_from(below.len() - n_before).unwrap_or(u16::MAX),
                key: if ends_here { number(first_key) } else { NO_KEY },
            });
        }
        let n_openings = tree.nodes.first().map_or(0, |root| usize::from(root.n_children));
        for (child, byte) in tree.bytes.iter().enumerate().skip(1).take(n_openings) {
            if let Some(opening) = tree.openings.get_mut(usize::from(*byte)) {
                *opening = number(child);
            }
        }
        tree
    }

    /// Each key with which `text` begins, shortest first: its length in bytes, and its index.
    pub fn prefixes<I: Iterator<Item = u8>>(&self, text: I) -> Prefixes<'_, I> {
        Prefixes { tree: self, text, at: 0, length: 0 }
    }

    /// The index of the key that is `text`.
    pub fn key(&self, text: impl Iterator<Item = u8>) -> Option<usize> {
        let mut at = 0;
        for byte in text {
            at = self.child(at, byte)?;
        }
        self.nodes.get(at).filter(|node| node.key != NO_KEY).map(|node| node.key as usize)
    }

    fn child(&self, at: usize, byte: u8) -> Option<usize> {
        /// Up to so many bytes are looked through faster than halved.
        const FEW: usize = 8;
        if at == 0 {
            return self
                .openings
                .get(usize::from(byte))
                .map(|child| *child as usize)
                .filter(|child| *child > 0);
        }
        let node = self.nodes.get(at)?;
        let first = node.first_child as usize;
        let labels = self.bytes.get(first..first + usize::from(node.n_children))?;
        let index = if labels.len() <= FEW {
            labels.iter().position(|label| *label == byte)
        } else {
            labels.binary_search(&byte).ok()
        };
        index.map(|index| first + index)
    }
}

/// A walk down the tree.
#[derive(Debug)]
pub struct Prefixes<'t, I> {
    tree: &'t PrefixTree,
    text: I,
    at: usize,
    length: usize,
}

impl<I: Iterator<Item = u8>> Iterator for Prefixes<'_, I> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            self.at = self.tree.child(self.at, self.text.next()?)?;
            self.length += 1;
            let key = self.tree.nodes.get(self.at)?.key;
            if key != NO_KEY {
                return Some((self.length, key as usize));
            }
        }
    }
}

/// Numbers of nodes and keys are kept short: a pack has some hundred thousand.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NO_KEY)
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]
mod tests {
    use super::PrefixTree;

    #[test]
    fn every_key_that_begins_a_text_is_found() {
        let keys = ["g", "g2", "g20", "g20 summit", "go", "обсе", "об", "о"];
        let mut keys: Vec<&str> = keys.to_vec();
        keys.sort_unstable();
        let tree = PrefixTree::new(&keys);
        let begin = |text: &str| {
            tree.prefixes(text.bytes())
                .map(|(length, key)| {
                    assert_eq!(text.get(..length), Some(keys[key]), "the key's own bytes");
                    keys[key]
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(begin("g20 summits"), ["g", "g2", "g20", "g20 summit"]);
        assert_eq!(begin("обсерватория"), ["о", "об", "обсе"]);
        assert_eq!(begin("summit"), Vec::<&str>::new());
        assert_eq!(tree.key("g20".bytes()).map(|key| keys[key]), Some("g20"));
        assert_eq!((tree.key("g20 ".bytes()), tree.key("".bytes())), (None, None));
        assert!(PrefixTree::new::<&str>(&[]).key("g".bytes()).is_none(), "an empty tree");
    }
}
