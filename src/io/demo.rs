//! The sample articles, built into the program: `@demo` on the command line.

/// A sample article's file name and bytes.
macro_rules! sample {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../assets/demo/", $name)).as_slice())
    };
}

/// Each sample article's file name and bytes, by name.
pub const ARTICLES: &[(&str, &[u8])] = &[
    sample!("2014-11-16-brisbane.txt"),
    sample!("2018-07-16-helsinki.html"),
    sample!("2019-04-27-pictures-of-the-week.txt"),
    sample!("2021-12-20-a-year-on-screens.txt"),
    sample!("2022-09-16-samarkand-note.txt"),
    sample!("2022-11-16-ktt-g20-bali.txt"),
    sample!("2023-03-02-ministers-in-new-delhi.txt"),
    sample!("2024-10-25-ktt-brics-kazan.txt"),
    sample!("2024-notebook.md"),
    sample!("2025-07-07-brics-rio.txt"),
    sample!("2025-12-06-alaska-to-delhi.txt"),
    sample!("bali-opinion.txt"),
    sample!("interpreters.txt"),
    sample!("johannesburg-and-new-delhi.txt"),
    sample!("weekly-digest.txt"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_article_is_built_in_by_name() {
        let names: Vec<_> = ARTICLES.iter().map(|(name, _)| *name).collect();
        assert!(names.is_sorted(), "the table is not sorted");
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo");
        let mut there: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !name.starts_with('.') && name != "README.md")
            .collect();
        there.sort();
        assert_eq!(there, names);
    }
}
