//! The ledger: actions and effects, undo, search and filters, the saved file, and the whole pipe.
