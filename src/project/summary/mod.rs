//! What the events come to: series by year, years, countries, and what is wanting.
//!
//! Everything here counts what the articles say, and says of how many; nothing is told by silence.

mod matrix;
mod standing;
mod tallies;

pub use matrix::{Entry, Matrix, Row, Tally};
pub use standing::{EditionFacts, Standing, Why, Word, standing};
pub use tallies::{Summary, Unread};
