//! Chart to SVG and PNG; events to other formats; the words in which derivations are told.
