//! Events as text and as a table: what other programs and people paste.

use super::chart::events;
use summitline::export::{citation, csv, undated};

#[test]
fn a_citation_says_what_when_and_where_it_stands() {
    let mut event = events().swap_remove(2);
    event.evidence.truncate(1);
    event.evidence[0].quote = "He will not\ntravel to Bali.".to_owned();
    assert_eq!(
        citation(&event),
        "Vladimir Putin: G20 summit, Bali, 15 to 16 November 2022 (skipped).\n\
         “He will not travel to Bali.” What a.txt reports of the week, a.txt, undated"
    );
}

#[test]
fn a_table_has_a_row_for_every_dated_event() {
    let mut events = events();
    events[0].name = "=HYPERLINK(1)".to_owned();
    events[1].days = summitline::model::DayRange::ANY;
    let table = csv(&events);
    assert_eq!(undated(&events), 1);
    assert_eq!(table.matches("T00:00:00+00:00").count(), events.len() - 1);
    assert!(table.contains(",'=HYPERLINK(1),"), "{table}");
    assert!(!table.contains(",=HYPERLINK"), "{table}");
}
