//! `chart`: the timeline as a picture, with no window, no display and no GPU.

use std::path::{Path, PathBuf};

use super::{
    args::{ChartArgs, MachineArgs, SubjectArgs},
    output,
    read::{self, Ground},
    report::{self, Report, Status},
};
use crate::{
    export::{self, Fonts, Picture},
    io::kinds,
    model::{Day, DayRange},
    project::analyse,
    timeline::{ChartInput, LanesBy, ThemeName},
    world::World,
};

/// Draws the chart of the inputs.
pub(super) fn chart(args: &ChartArgs) -> Status {
    draw(args).unwrap_or_else(|status| status)
}

/// Draws the sample chart; whether it is there.
pub(super) fn draw_demo(path: &Path) -> bool {
    let args = ChartArgs {
        input: vec![PathBuf::from("@demo")],
        output: path.to_owned(),
        subject: SubjectArgs::default(),
        size: Size { width_px: 1920, height_px: 1080 },
        scale: 2.0,
        from: None,
        to: None,
        theme: ThemeName::Light,
        font: None,
        machine: MachineArgs { threads: None },
    };
    chart(&args) == Status::Done
}

/// A picture's size before it is scaled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width_px: u16,
    pub(super) height_px: u16,
}

fn draw(args: &ChartArgs) -> Result<Status, Status> {
    let name = args.output.to_string_lossy();
    let kind = Picture::from_file_name(&name).ok_or_else(|| {
        report::usage(&format!("{name}: its ending names no kind of picture: end it in .png, .svg or .pdf"))
    })?;
    if let (Some(from), Some(to)) = (args.from, args.to)
        && from.first() > to.last()
    {
        return Err(report::usage("--from: lies after --to: swap them"));
    }
    let fonts = fonts(args.font.as_deref())?;
    let subject = read::subject(&args.subject.subject)?;
    let mut report = Report::new();
    let found = read::find(&args.input, &mut report)?;
    let ground = Ground::read(found, &args.machine, &mut report);
    let coverage = analyse::coverage(&ground.facts, report.n_unread(), &[], World::builtin());
    let events = ground.merged(&subject)?;
    let input = ChartInput {
        subject: &subject,
        events: &events,
        coverage: &coverage,
        from: args.from.map(DayRange::first),
        to: args.to.map(DayRange::last),
        lanes_by: LanesBy::Kind,
        size_px: (f32::from(args.size.width_px), f32::from(args.size.height_px)),
        theme: args.theme.theme(),
        measure: &|_, _, _| 0.0,
    };
    let scene = export::lay_out_with(&input, &fonts);
    let picture = export::picture(&scene, kind, args.scale, &fonts)
        .map_err(|error| report::usage(&format!("{name}: {error}")))?;
    tell_missing(&fonts, &export::svg(&scene, &fonts));
    Ok(output::save_to(&args.output, &picture, report.status()))
}

/// The built-in fonts, and the one that the user gives.
fn fonts(path: Option<&Path>) -> Result<Fonts, Status> {
    let fonts = Fonts::builtin();
    let Some(path) = path else { return Ok(fonts) };
    let shown = path.display();
    let bytes = kinds::read_whole(path).map_err(|error| {
        let (what, remedy) = kinds::words_for(&error);
        report::usage(&format!("{shown}: {what}: {remedy}"))
    })?;
    let with = fonts.with(&bytes);
    with.ok_or_else(|| report::usage(&format!("{shown}: is no font: give a TrueType or OpenType file")))
}

/// Says which characters of the picture no font has.
fn tell_missing(fonts: &Fonts, svg: &str) {
    let missing: String = fonts.missing(svg).into_iter().take(20).collect();
    if !missing.is_empty() {
        report::tell(&format!("no font here has {missing}: give one that has them with --font FILE"));
    }
}

/// Reads `1920x1080`.
pub(super) fn size_from_text(text: &str) -> Result<Size, String> {
    let parts = text.split_once(['x', 'X', '×']);
    let size = parts.and_then(|(width, height)| {
        Some(Size { width_px: width.trim().parse().ok()?, height_px: height.trim().parse().ok()? })
    });
    size.filter(|size| size.width_px >= 320 && size.height_px >= 240)
        .ok_or_else(|| "write it as WIDTHxHEIGHT in pixels, at least 320x240, e.g. 1920x1080".to_owned())
}

/// Reads a scale.
pub(super) fn scale_from_text(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok().filter(|scale| (0.1..=16.0).contains(scale));
    scale.ok_or_else(|| "give a number from 0.1 to 16".to_owned())
}

/// Reads `2022-11-15`, `2022-11` or `2022`.
pub(super) fn date_from_text(text: &str) -> Result<DayRange, String> {
    let number = |part: &str| part.parse::<i32>().ok();
    let days = match text.split('-').collect::<Vec<_>>().as_slice() {
        [year] => number(year).and_then(DayRange::year),
        [year, month] => {
            number(year).zip(month.parse().ok()).and_then(|(year, month)| DayRange::month(year, month))
        }
        _ => Day::parse(text).map(DayRange::day),
    };
    days.ok_or_else(|| "write it as YYYY-MM-DD".to_owned())
}

/// Reads the name of a theme.
pub(super) fn theme_from_text(text: &str) -> Result<ThemeName, String> {
    ThemeName::parse(text)
        .ok_or_else(|| format!("there are {}", ThemeName::ALL.map(ThemeName::key).join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_dates_are_read_as_people_type_them() {
        assert_eq!(size_from_text("1920x1080"), Ok(Size { width_px: 1920, height_px: 1080 }));
        for bad in ["1920", "x", "0x0", "99999x10", "-5x900"] {
            assert!(size_from_text(bad).is_err(), "{bad}");
        }
        assert_eq!(date_from_text("2022").unwrap().first(), Day::from_ymd(2022, 1, 1).unwrap());
        assert_eq!(date_from_text("2022-02").unwrap().last(), Day::from_ymd(2022, 2, 28).unwrap());
        for bad in ["2022-13", "2022-02-30", "soon", "", "2022-1-1-1"] {
            assert!(date_from_text(bad).is_err(), "{bad}");
        }
        for bad in ["0", "nan", "inf", "-1", "two"] {
            assert!(scale_from_text(bad).is_err(), "{bad}");
        }
    }
}
