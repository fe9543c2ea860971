//! The real window on a virtual display: open a folder, zoom, click a mark, read its quote, export the chart.

mod desktop;

use crate::pixels;
use desktop::{Desktop, wait_for};
use std::fs;
use std::path::Path;

/// Four articles with one mark in each of four lanes, all in 2022.
const ARTICLES: [(&str, &str); 4] = [
    ("attended.txt", "Samarkand\n\nSept. 17, 2022 - Vladimir Putin attended the SCO summit in Samarkand on September 16, 2022.\n"),
    ("video.txt", "By screen\n\nJune 25, 2022 - Vladimir Putin took part in the BRICS summit on June 23, 2022 by video link.\n"),
    ("skipped.txt", "Bali\n\nNov. 17, 2022 - Vladimir Putin skipped the G20 summit in Bali on November 15, 2022.\n"),
    ("meeting.txt", "Tehran\n\nJuly 20, 2022 - Vladimir Putin met Turkish President Recep Tayyip Erdogan in Tehran on July 19, 2022.\n"),
];

fn write_articles(folder: &Path) {
    for (name, text) in ARTICLES {
        fs::write(folder.join(name), text).unwrap();
    }
}
