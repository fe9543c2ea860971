//! The real window on a virtual display: open a folder, zoom, click a mark, read its quote, export the chart.

mod desktop;
mod walk;

use crate::pixels::{Blob, Shape, blobs, count};
use desktop::{Desktop, Running, wait_for};
use image::RgbaImage;
use std::fs;
use std::path::{Path, PathBuf};
use summitline::timeline::{Theme, ThemeName};

/// Articles with one mark in each of four lanes, all in 2022.
const ARTICLES: [(&str, &str); 4] = [
    (
        "attended.txt",
        "Back from Samarkand\n\nSAMARKAND, Sept. 17, 2022 - Vladimir Putin attended the SCO summit in Samarkand \
         on September 15 and 16, 2022.\n",
    ),
    (
        "video.txt",
        "A summit on screens\n\nYEREVAN, January 11, 2022 - Vladimir Putin took part in the CSTO summit on January \
         10, 2022 by video link.\n",
    ),
    (
        "skipped.txt",
        "An empty chair\n\nBALI, Nov. 17, 2022 - Vladimir Putin skipped the G20 summit in Bali on November 15 and \
         16, 2022.\n",
    ),
    (
        "meeting.txt",
        "Talks in Tehran\n\nTEHRAN, July 20, 2022 - Vladimir Putin met with Turkish President Recep Tayyip Erdogan \
         in Tehran on July 19, 2022.\n",
    ),
];

/// The shape of the one mark of each article, from the upper lane to the lower, and its colour's place in the theme.
const MARKS: [(Shape, usize); 4] =
    [(Shape::Disc, 0), (Shape::Ring, 1), (Shape::Cross, 2), (Shape::Diamond, 3)];

/// The wheel zooms by this much a notch.
const NOTCH: f64 = 1.2;

#[test]
fn a_folder_becomes_a_timeline_whose_marks_open_their_quotes() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("articles");
    let home = place.path().join("home");
    for path in [&folder, &home] {
        fs::create_dir(path).unwrap();
    }
    for (name, text) in ARTICLES {
        fs::write(folder.join(name), text).unwrap();
    }
    let desktop = Desktop::start(1920, 1200);
    let mut program = desktop.run(env!("CARGO_BIN_EXE_summitline"), &[], &folder, &home);
    let window = open_window(&desktop, &mut program);

    open_folder_with_the_dialog(&desktop, &window);
    let (theme, marks) = marks_on_screen(&desktop, &mut program);
    for pair in marks.windows(2) {
        assert!(pair[0].middle().1 < pair[1].middle().1, "the lanes are in another order: {marks:?}");
    }

    zoom_to_a_range(&desktop, theme, &marks);
    let skipped = zoom_in_on(&desktop, theme, &marks[2], &marks[0]);
    open_quote(&desktop, theme, &skipped, &window);
    let chart = export_chart(&desktop, theme, place.path());
    is_a_chart(&chart);
    seek(&desktop, &window);
    show_the_matrix(&desktop);
    let theme = switch_theme_with_the_palette(&desktop, theme);
    hide_by_the_legend(&desktop, theme);
    narrow_by_a_facet(&desktop, theme);
    quit(&desktop, &mut program);
}

/// Drags over the last three marks with the right button: they spread over the whole width, and `0` brings
/// all back.
fn zoom_to_a_range(desktop: &Desktop, theme: &Theme, marks: &[Blob]) {
    let [attended, video, skipped, meeting] = marks else { panic!("four marks") };
    let between = i32::try_from(u32::midpoint(video.middle().0, meeting.middle().0)).unwrap();
    // Past the last mark, in the lane of calls, where nothing lies under the pointer.
    let height = middle(meeting).1 + 60;
    let (from, to) = ((between, height), (middle(skipped).0 + 24, height));
    desktop.drag("3", from, to);
    let apart = attended.middle().0.abs_diff(skipped.middle().0);
    let crosses = |picture: &RgbaImage| blobs(picture, theme.marks[MARKS[2].1].0, 30);
    wait_for("the range is as wide as the window", || {
        let picture = desktop.picture();
        let cross = crosses(&picture).into_iter().rfind(|blob| blob.shape() == Some(Shape::Cross))?;
        let discs = blobs(&picture, theme.marks[MARKS[0].1].0, 30);
        let disc = discs.into_iter().rfind(|blob| blob.shape() == Some(Shape::Disc))?;
        (disc.middle().0.abs_diff(cross.middle().0) > apart + apart / 4).then_some(())
    });
    let picture = desktop.still_picture();
    let rings = blobs(&picture, theme.marks[MARKS[1].1].0, 30);
    let n_rings = rings.iter().filter(|blob| blob.shape() == Some(Shape::Ring)).count();
    assert!(n_rings <= 1, "only the legend's ring is left, the mark lies outside the range: {rings:?}");
    desktop.key("0");
    wait_for("all marks where they were", || {
        let seen = marks_in(&desktop.picture(), theme, Legend::AboveTheLanes)?;
        let same = |(now, before): (&Blob, &Blob)| now.middle().0.abs_diff(before.middle().0) <= 2;
        seen.iter().zip(marks).all(same).then_some(())
    });
    desktop.still_picture();
}

/// Ctrl+F and a word: Enter goes to the event that has it.
fn seek(desktop: &Desktop, window: &str) {
    desktop.key("ctrl+f");
    desktop.still_picture();
    desktop.write("erdogan");
    wait_for("the event that was sought", || {
        desktop.key("Return");
        desktop.title(window).contains("Erdo").then_some(())
    });
    // One for what is typed, one for the field, one for the selection.
    wait_for("nothing is selected", || {
        desktop.key("Escape");
        desktop.still_picture();
        (!desktop.title(window).contains("Erdo")).then_some(())
    });
    // The filter is put away, and all events are in view.
    desktop.key("l");
    desktop.key("0");
}

/// `U` puts the summary where the timeline is, and the timeline back.
fn show_the_matrix(desktop: &Desktop) {
    let before = desktop.still_picture();
    let differ = |picture: &RgbaImage| {
        before.pixels().zip(picture.pixels()).filter(|(before, now)| before != now).count()
    };
    desktop.key("u");
    wait_for("the summary", || (differ(&desktop.picture()) > 60_000).then_some(()));
    desktop.still_picture();
    desktop.key("u");
    wait_for("the timeline again", || (differ(&desktop.picture()) < 6_000).then_some(()));
}

/// Finds a command by a few letters; the window is drawn in the other theme then.
fn switch_theme_with_the_palette(desktop: &Desktop, theme: &Theme) -> &'static Theme {
    desktop.key("ctrl+k");
    wait_for("the palette lies over the window", || {
        // Under the palette everything is darker, so the paper is another colour.
        (count(&desktop.picture(), theme.background.0) < 600_000).then_some(())
    });
    desktop.write("switch light");
    desktop.key("Return");
    wait_for("the other theme", || {
        let now = theme_of(&desktop.picture());
        (now.name != theme.name).then_some(now)
    })
}

/// Clicks the legend's cross: skipped summits leave the lanes, the others stay.
fn hide_by_the_legend(desktop: &Desktop, theme: &Theme) {
    desktop.still_picture();
    let crosses = || {
        let found = blobs(&desktop.picture(), theme.marks[MARKS[2].1].0, 30);
        found.into_iter().filter(|blob| blob.is_square() && blob.width() > 12).collect::<Vec<_>>()
    };
    let before = crosses();
    assert!(before.len() >= 2, "a cross in the legend and one in its lane: {before:?}");
    desktop.click(middle(&before[0]));
    wait_for("no cross in the lanes", || (crosses().len() < before.len()).then_some(()));
    desktop.click(middle(&before[0]));
    wait_for("the cross again", || (crosses().len() == before.len()).then_some(()));
}

/// `L` opens the filter; its line of skipped summits lets only those through, and a second click all again.
fn narrow_by_a_facet(desktop: &Desktop, theme: &Theme) {
    /// The filter reaches about so far, the legend and the lanes begin behind it.
    const FILTER_PX: u32 = 390;
    /// The marks in the filter's lines stand before this.
    const LINE_PX: u32 = 120;
    let figures = |shape: Shape, colour: usize| {
        let found = blobs(&desktop.picture(), theme.marks[colour].0, 30);
        found.into_iter().filter(move |blob| blob.shape() == Some(shape)).collect::<Vec<_>>()
    };
    let (disc, cross) = (MARKS[0], MARKS[2]);
    let discs_in_lanes =
        || figures(disc.0, disc.1).into_iter().filter(|blob| blob.middle().0 > FILTER_PX).count();
    let line = || {
        wait_for("the filter's line of skipped summits", || {
            figures(cross.0, cross.1).into_iter().find(|blob| blob.middle().0 < LINE_PX)
        })
    };
    desktop.key("l");
    line();
    desktop.still_picture();
    let n_before = discs_in_lanes();
    assert!(n_before >= 2, "a disc in the legend and one in its lane");
    desktop.click(middle(&line()));
    wait_for("no disc in the lanes", || (discs_in_lanes() == 0).then_some(()));
    // The line has moved: what is hidden is told above it now.
    desktop.still_picture();
    desktop.click(middle(&line()));
    wait_for("the disc again", || (discs_in_lanes() == n_before).then_some(()));
    desktop.key("l");
}

/// Ctrl+Q ends the program, and it ends well.
fn quit(desktop: &Desktop, program: &mut Running) {
    desktop.key("ctrl+q");
    let is_well = wait_for("the program's end", || program.has_ended());
    assert!(is_well, "it ended with an error");
}

/// Waits for the program's window and gives it the keyboard.
fn open_window(desktop: &Desktop, program: &mut Running) -> String {
    let window = wait_for("the program's window", || {
        program.check_alive();
        desktop.window("Summitline")
    });
    desktop.still_picture();
    desktop.focus(&window);
    window
}

/// Ctrl+O, and OK in the desktop's dialog, which opened in the articles' folder.
fn open_folder_with_the_dialog(desktop: &Desktop, window: &str) {
    desktop.key("ctrl+o");
    let dialog = wait_for("the file dialog", || desktop.window_of("zenity"));
    desktop.still_picture();
    wait_for("the file dialog closes on OK", || {
        let Some(at) = desktop.geometry(&dialog) else { return Some(()) };
        // OK is the last button at the bottom, with GTK 3 as with GTK 4.
        desktop.click((at.x + at.width - 45, at.y + at.height - 28));
        std::thread::sleep(std::time::Duration::from_millis(700));
        desktop.window_of("zenity").is_none().then_some(())
    });
    desktop.focus(window);
}

/// The colours of the window: of the theme whose paper covers most of it.
fn theme_of(picture: &RgbaImage) -> &'static Theme {
    let themes = ThemeName::ALL.map(ThemeName::theme);
    themes.into_iter().max_by_key(|theme| count(picture, theme.background.0)).unwrap()
}

/// Where the legend is, which shows the same figures as the lanes.
#[derive(Clone, Copy)]
enum Legend {
    AboveTheLanes,
    BelowTheLanes,
}

/// The mark of each kind that is farthest from the legend.
fn marks_in(picture: &RgbaImage, theme: &Theme, legend: Legend) -> Option<Vec<Blob>> {
    let mark = |(shape, colour): (Shape, usize)| {
        let figures = blobs(picture, theme.marks[colour].0, 30);
        let mut marks = figures.into_iter().filter(|blob| blob.shape() == Some(shape));
        match legend {
            Legend::AboveTheLanes => marks.next_back(),
            Legend::BelowTheLanes => marks.next(),
        }
    };
    MARKS.into_iter().map(mark).collect()
}

/// Waits until the timeline shows all four marks and rests.
fn marks_on_screen(desktop: &Desktop, program: &mut Running) -> (&'static Theme, Vec<Blob>) {
    wait_for("a mark in each of four lanes", || {
        program.check_alive();
        let picture = desktop.still_picture();
        let theme = theme_of(&picture);
        let marks = marks_in(&picture, theme, Legend::AboveTheLanes)?;
        // The legend alone has all four in one row.
        let is_in_lanes = marks.windows(2).all(|pair| pair[0].middle().1 + 20 < pair[1].middle().1);
        is_in_lanes.then_some((theme, marks))
    })
}

fn middle(blob: &Blob) -> (i32, i32) {
    (i32::try_from(blob.middle().0).unwrap(), i32::try_from(blob.middle().1).unwrap())
}

/// Zooms with the wheel: what is under the pointer stays on its day, the rest moves away. Gives the mark again.
fn zoom_in_on(desktop: &Desktop, theme: &Theme, pivot: &Blob, other: &Blob) -> Blob {
    let notches = 3;
    desktop.wheel_up(middle(pivot), notches);
    let picture = desktop.still_picture();
    let near = |blob: &Blob, to: &Blob| blob.middle().0.abs_diff(to.middle().0) <= 4;
    let crosses = blobs(&picture, theme.marks[MARKS[2].1].0, 30);
    let here = crosses.iter().find(|blob| near(blob, pivot));
    let here = here.unwrap_or_else(|| panic!("the mark under the pointer moved: {crosses:?}"));
    let apart = f64::from(pivot.middle().0.abs_diff(other.middle().0));
    let discs = blobs(&picture, theme.marks[MARKS[0].1].0, 30);
    // A wheel that is a button, as this one, is heard when it goes down and again when it comes up.
    let is_moved = [notches, notches * 2].into_iter().any(|n| {
        let expected = f64::from(pivot.middle().0) - apart * NOTCH.powi(i32::try_from(n).unwrap());
        discs.iter().any(|blob| (f64::from(blob.middle().0) - expected).abs() < 6.0)
    });
    assert!(is_moved, "the wheel did not zoom by {NOTCH} a notch: {apart} in {discs:?}");
    here.clone()
}

/// Clicks a mark and waits for its quote, marked in the article, and for its name in the title.
fn open_quote(desktop: &Desktop, theme: &Theme, mark: &Blob, window: &str) {
    let marked = |picture: &RgbaImage| count(picture, theme.quote_strong.0);
    assert!(marked(&desktop.picture()) < 50, "a quote is marked before anything was clicked");
    desktop.click(middle(mark));
    wait_for("the quote marked in its article", || (marked(&desktop.picture()) > 800).then_some(()));
    wait_for("the event's name in the window's title", || {
        desktop.title(window).contains("G20").then_some(())
    });
}

/// Ctrl+E and the dialog's button; gives the picture that is written beside the folder.
fn export_chart(desktop: &Desktop, theme: &Theme, beside: &Path) -> PathBuf {
    desktop.key("ctrl+e");
    let button = wait_for("the export dialog's button", || {
        let wide = |blob: &Blob| blob.width() > 70 && (20..60).contains(&blob.height()) && blob.fill > 0.6;
        blobs(&desktop.picture(), theme.accent.0, 900).into_iter().find(wide)
    });
    desktop.click(middle(&button));
    wait_for("the exported chart", || {
        let files = fs::read_dir(beside).unwrap().map(|entry| entry.unwrap().path());
        files
            .into_iter()
            .find(|path| path.extension().is_some_and(|e| e == "png") && image::open(path).is_ok())
    })
}

/// Checks that a picture has the four marks, each in a lane of its own, in their order in time.
fn is_a_chart(path: &Path) {
    let picture = image::open(path).unwrap().into_rgba8();
    assert!(picture.width() >= 1920, "the chart is only {} pixels wide", picture.width());
    let marks = marks_in(&picture, theme_of(&picture), Legend::BelowTheLanes)
        .expect("the chart has a disc, a ring, a cross and a diamond");
    let [attended, video, skipped, meeting] = marks.as_slice() else { panic!("four marks") };
    let x = |blob: &Blob| blob.middle().0;
    assert!(
        x(video) < x(meeting) && x(meeting) < x(attended) && x(attended) < x(skipped),
        "time runs left to right"
    );
    for pair in marks.windows(2) {
        assert!(pair[0].middle().1 < pair[1].middle().1, "the lanes are in another order: {marks:?}");
    }
}
