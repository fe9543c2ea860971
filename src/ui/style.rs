//! Fonts, spacing and colours of the window, taken from the chart's theme.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke,
    TextStyle, Theme, Visuals,
    style::{WidgetVisuals, Widgets},
};

use super::commands::Command;
use crate::{
    export::fonts,
    project::{Settings, ThemeChoice},
    timeline::{Rgba, Theme as Palette, ThemeName, dates::Format},
};

/// The family of the heavy face.
const BOLD: &str = "bold";
/// How long a panel takes to unfold.
const ANIMATION_SECONDS: f32 = 0.08;

/// A colour of the theme for egui.
#[expect(clippy::disallowed_methods, reason = "the one place where the theme's colours become egui's")]
pub(super) fn colour(Rgba([red, green, blue, alpha]): Rgba) -> Color32 {
    if alpha == 255 {
        Color32::from_rgb(red, green, blue)
    } else {
        Color32::from_rgba_unmultiplied(red, green, blue, alpha)
    }
}

/// The palette that is in use.
pub(super) fn palette(ctx: &Context) -> &'static Palette {
    match ctx.theme() {
        Theme::Dark => ThemeName::Dark.theme(),
        Theme::Light => ThemeName::Light.theme(),
    }
}

/// Whether the dark palette is in use.
pub(super) fn is_dark(ctx: &Context) -> bool {
    ctx.theme() == Theme::Dark
}

/// How dates are written.
pub(super) fn dates(ctx: &Context) -> Format {
    ctx.data(|data| data.get_temp(egui::Id::unique("dates"))).unwrap_or_default()
}

/// Makes the settings true.
pub(super) fn apply(ctx: &Context, settings: &Settings) {
    let theme = match settings.theme {
        ThemeChoice::System => ctx.system_theme().unwrap_or(Theme::Light),
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
    };
    if ctx.theme() != theme {
        ctx.set_theme(theme);
    }
    let zoom = settings.text_size as f32 / 100.0;
    if (ctx.zoom_factor() - zoom).abs() > 0.001 {
        ctx.set_zoom_factor(zoom);
    }
    let seconds = if settings.less_motion { 0.0 } else { ANIMATION_SECONDS };
    if (ctx.style_of(theme).animation_time - seconds).abs() > f32::EPSILON {
        ctx.all_styles_mut(|style| style.animation_time = seconds);
    }
    ctx.data_mut(|data| data.insert_temp(egui::Id::unique("dates"), settings.dates));
}

/// Sets fonts, spacing and both themes' colours.
pub(super) fn install(ctx: &Context) {
    install_fonts(ctx);
    for (theme, name) in [(Theme::Light, ThemeName::Light), (Theme::Dark, ThemeName::Dark)] {
        ctx.style_mut_of(theme, |style| {
            style.visuals = visuals(name.theme());
            style.text_styles = text_styles();
            style.spacing.item_spacing = egui::vec2(8.0, 6.0);
            style.spacing.button_padding = egui::vec2(10.0, 4.0);
            style.spacing.interact_size.y = 26.0;
            style.spacing.menu_margin = Margin::same(6);
            style.spacing.window_margin = Margin::same(16);
            style.spacing.scroll = egui::style::ScrollStyle::solid();
            style.interaction.selectable_labels = false;
            style.interaction.tooltip_delay = 0.25;
            style.animation_time = ANIMATION_SECONDS;
        });
    }
}

/// Noto Sans first, as in the exports, so that both lay out alike; the built-in fonts and the system's after.
fn install_fonts(ctx: &Context) {
    let mut definitions = FontDefinitions::default();
    let faces: [(&str, &'static [u8]); 2] = [("Noto Sans", fonts::REGULAR), ("Noto Sans Bold", fonts::BOLD)];
    for (name, bytes) in faces {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let plain = definitions.families.entry(FontFamily::Proportional).or_default();
    plain.insert(0, "Noto Sans".to_owned());
    let mut heavy = plain.clone();
    heavy.insert(0, "Noto Sans Bold".to_owned());
    definitions.families.insert(FontFamily::Name(BOLD.into()), heavy);
    ctx.set_fonts(definitions);
}

fn text_styles() -> std::collections::BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, FontId::proportional(12.0)),
        (TextStyle::Body, FontId::proportional(14.0)),
        (TextStyle::Button, FontId::proportional(14.0)),
        (TextStyle::Heading, FontId::proportional(20.0)),
        (TextStyle::Monospace, FontId::monospace(13.0)),
    ]
    .into()
}

fn visuals(theme: &Palette) -> Visuals {
    let mut visuals = if theme.name == ThemeName::Dark { Visuals::dark() } else { Visuals::light() };
    let text = colour(theme.text);
    let strong_line = Stroke::new(1.0, colour(theme.grid_strong));
    let widget = |fill: Rgba, line: Rgba, text: Rgba| WidgetVisuals {
        bg_fill: colour(fill),
        weak_bg_fill: colour(fill),
        bg_stroke: Stroke::new(1.0, colour(line)),
        corner_radius: CornerRadius::same(5),
        fg_stroke: Stroke::new(1.0, colour(text)),
        expansion: 0.0,
    };
    visuals.widgets = Widgets {
        noninteractive: widget(theme.surface, theme.grid, theme.text),
        inactive: widget(theme.raised, theme.grid_strong.with_alpha(110), theme.text),
        hovered: widget(theme.raised, theme.grid_strong, theme.text),
        // What has the focus: a line that cannot be overlooked.
        active: WidgetVisuals {
            bg_stroke: Stroke::new(2.0, colour(theme.accent)),
            ..widget(theme.raised, theme.accent, theme.text)
        },
        open: widget(theme.raised, theme.grid_strong, theme.text),
    };
    visuals.weak_text_color = Some(colour(theme.text_muted));
    visuals.hyperlink_color = colour(theme.accent);
    visuals.selection.bg_fill = colour(theme.accent.with_alpha(45));
    visuals.selection.stroke = Stroke::new(1.5, colour(theme.accent));
    visuals.warn_fg_color = colour(theme.warning);
    visuals.error_fg_color = colour(theme.error);
    visuals.panel_fill = colour(theme.surface);
    visuals.window_fill = colour(theme.background);
    visuals.window_stroke = strong_line;
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.extreme_bg_color = colour(theme.background);
    visuals.text_edit_bg_color = Some(colour(theme.background));
    visuals.faint_bg_color = colour(theme.raised.with_alpha(110));
    visuals.text_cursor.stroke = Stroke::new(1.5, text);
    visuals.striped = false;
    visuals.slider_trailing_fill = true;
    visuals
}

/// Draws boxes and buttons to tick with an edge that is seen on every ground.
pub(super) fn ticked<R>(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let edge = Stroke::new(1.0, colour(palette(ui.ctx()).text_muted));
    let before = std::mem::replace(&mut ui.visuals_mut().widgets.inactive.bg_stroke, edge);
    let added = add(ui);
    ui.visuals_mut().widgets.inactive.bg_stroke = before;
    added
}

/// A dialog in the middle of the window, with room around its words.
pub(super) fn dialog(ctx: &Context, name: &'static str) -> egui::Modal {
    let style = ctx.style_of(ctx.theme());
    egui::Modal::new(egui::Id::unique(name)).frame(egui::Frame::popup(&style).inner_margin(Margin::same(20)))
}

/// How wide a dialog may be that would like to be `wanted`: there is always room around it.
pub(super) fn dialog_width(ctx: &Context, wanted: f32) -> f32 {
    wanted.min(ctx.content_rect().width() - 80.0)
}

/// How high what scrolls in a dialog may be, with room for its title and buttons.
pub(super) fn dialog_height(ctx: &Context, wanted: f32) -> f32 {
    wanted.min(ctx.content_rect().height() - 190.0).max(80.0)
}

/// Names a button after its command, and describes it by what it does or why it cannot be done now.
pub(super) fn name_command(response: &egui::Response, command: Command, why_not: Option<&str>) {
    let words = why_not.unwrap_or_else(|| command.tip()).to_owned();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, why_not.is_none(), command.text()));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(words));
}

/// The heavy face at a size.
pub(super) fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2's contrast between two of egui's colours, the upper one laid over the lower.
    fn contrast(over: Color32, under: Color32) -> f64 {
        let rgba = |colour: Color32| Rgba([colour.r(), colour.g(), colour.b(), 255]);
        rgba(under.blend(over)).contrast(rgba(under))
    }

    #[test]
    fn every_text_of_every_widget_stands_out_from_its_ground() {
        for name in ThemeName::ALL {
            let visuals = visuals(name.theme());
            let grounds = [visuals.panel_fill, visuals.window_fill, visuals.extreme_bg_color];
            let widgets = &visuals.widgets;
            for widget in [&widgets.inactive, &widgets.hovered, &widgets.active, &widgets.open] {
                let told = contrast(widget.fg_stroke.color, widget.weak_bg_fill);
                assert!(told >= 4.5, "{name:?}: a button's text, {told:.1}");
                for text in [visuals.weak_text_color(), visuals.warn_fg_color, visuals.error_fg_color] {
                    let told = contrast(text, widget.weak_bg_fill);
                    assert!(told >= 4.5, "{name:?}: {text:?} on a button, {told:.1}");
                }
            }
            for ground in grounds {
                for text in [visuals.text_color(), visuals.weak_text_color(), visuals.hyperlink_color] {
                    let told = contrast(text, ground);
                    assert!(told >= 4.5, "{name:?}: {text:?} on {ground:?}, {told:.1}");
                }
                let chosen = ground.blend(visuals.selection.bg_fill);
                let told = contrast(visuals.selection.stroke.color, chosen);
                assert!(told >= 4.5, "{name:?}: what is chosen on {ground:?}, {told:.1}");
                let weak = contrast(visuals.weak_text_color(), chosen);
                assert!(weak >= 4.5, "{name:?}: weak words on what is chosen, {weak:.1}");
                let edge = contrast(widgets.active.bg_stroke.color, ground);
                assert!(edge >= 3.0, "{name:?}: the edge of what has the focus, {edge:.1}");
            }
        }
    }
}
