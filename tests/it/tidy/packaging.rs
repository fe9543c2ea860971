//! What a desktop needs to show the program: checked by the desktop's own tools.

use super::scan::root;
use resvg::{tiny_skia, usvg};
use std::fs;
use std::process::Command;

const ID: &str = "org.summitline.Summitline";

/// Runs a checking tool on a file of `packaging/`, and fails with what it says.
fn checked(tool: &str, package: &str, args: &[&str], file: &str) {
    let path = root().join("packaging").join(file);
    let output = Command::new(tool).args(args).arg(&path).output();
    let output =
        output.unwrap_or_else(|e| panic!("{tool}: {e} (Debian: apt-get install {package}, or tests/run.sh)"));
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{tool} {file}:\n{}", String::from_utf8_lossy(&said));
}

#[test]
fn the_desktop_entry_is_valid() {
    checked("desktop-file-validate", "desktop-file-utils", &[], &format!("{ID}.desktop"));
}

#[test]
fn the_metadata_for_software_centres_is_valid() {
    let args = ["validate", "--no-net", "--pedantic"];
    checked("appstreamcli", "appstream", &args, &format!("{ID}.metainfo.xml"));
}

#[test]
fn the_metadata_names_this_version() {
    let text = fs::read_to_string(root().join("packaging").join(format!("{ID}.metainfo.xml"))).unwrap();
    let version = format!("<release version=\"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(text.contains(&version), "packaging/{ID}.metainfo.xml has no {version}…");
}

/// Draws the icon at a size.
fn icon(size: u32) -> image::RgbaImage {
    let svg = fs::read(root().join(format!("packaging/icons/{ID}.svg"))).unwrap();
    let tree = usvg::Tree::from_data(&svg, &usvg::Options::default()).unwrap();
    let scale = size as f32 / tree.size().width();
    let mut pixmap = tiny_skia::Pixmap::new(size, size).unwrap();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let mut bytes = Vec::new();
    for pixel in pixmap.pixels() {
        let color = pixel.demultiply();
        bytes.extend([color.red(), color.green(), color.blue(), color.alpha()]);
    }
    image::RgbaImage::from_raw(size, size, bytes).unwrap()
}

/// With `SUMMITLINE_DRAW=1` in the environment the pictures are drawn anew.
#[test]
fn the_icons_are_drawn_from_the_svg() {
    for size in [16_u32, 24, 32, 48, 64, 128, 256, 512] {
        let path = root().join(format!("packaging/icons/{size}x{size}.png"));
        let drawn = icon(size);
        if std::env::var_os("SUMMITLINE_DRAW").is_some() {
            drawn.save(&path).unwrap();
        }
        let kept = image::open(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).into_rgba8();
        assert_eq!(kept.dimensions(), (size, size), "{}", path.display());
        let apart = |a: &u8, b: &u8| a.abs_diff(*b) > 2;
        let different = kept.as_raw().iter().zip(drawn.as_raw()).filter(|(a, b)| apart(a, b)).count();
        assert_eq!(different, 0, "{} differs from the SVG: set SUMMITLINE_DRAW=1", path.display());
    }
}
