//! Draws what egui tessellated, in plain arithmetic: no display, no GPU, the same bytes every run.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    clippy::iter_over_hash_type,
    clippy::many_single_char_names,
    reason = "pixels are small numbers, edges are shared exactly, and textures are patched in any order"
)]

use std::{cell::RefCell, collections::BTreeMap, path::PathBuf, rc::Rc};

use eframe::egui::{
    self, Color32, ColorImage, ImageData, TextureId,
    epaint::{Primitive, Vertex},
};
use egui_kittest::{Harness, TestRenderer};
use image::{Rgba, RgbaImage};

/// The textures that egui wants, by number; fonts, above all.
#[derive(Clone, Default)]
pub(crate) struct Textures(Rc<RefCell<BTreeMap<u64, ColorImage>>>);

impl TestRenderer for Textures {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        for (id, parts) in std::mem::take(&mut delta.set) {
            for part in parts {
                self.patch(id, part.pos.unwrap_or_default(), part.pos.is_none(), &part.image);
            }
        }
        delta.clear();
    }
}

impl Textures {
    fn patch(&self, id: TextureId, [left, top]: [usize; 2], is_whole: bool, image: &ImageData) {
        let ImageData::Color(image) = image;
        let mut textures = self.0.borrow_mut();
        if is_whole {
            textures.insert(number(id), ColorImage::clone(image));
            return;
        }
        let texture = textures.get_mut(&number(id)).expect("a patch comes after its texture");
        for y in 0..image.height() {
            for x in 0..image.width() {
                texture[(left + x, top + y)] = image[(x, y)];
            }
        }
    }

    /// The window as it stands.
    pub(crate) fn picture<S>(&self, harness: &Harness<'_, S>) -> RgbaImage {
        let pixels_per_point = harness.ctx.pixels_per_point();
        let size = harness.ctx.content_rect().size() * pixels_per_point;
        let mut picture = RgbaImage::from_pixel(size.x as u32, size.y as u32, Rgba([0, 0, 0, 255]));
        let textures = self.0.borrow();
        for part in harness.ctx.tessellate(harness.output().shapes.clone(), pixels_per_point) {
            let Primitive::Mesh(mesh) = part.primitive else { continue };
            let Some(texture) = textures.get(&number(mesh.texture_id)) else { continue };
            let clip = part.clip_rect * pixels_per_point;
            for [a, b, c] in mesh.triangles() {
                let corners = [a, b, c].map(|index| {
                    let vertex = mesh.vertices[index as usize];
                    Vertex { pos: (vertex.pos.to_vec2() * pixels_per_point).to_pos2(), ..vertex }
                });
                triangle(&mut picture, texture, clip, corners);
            }
        }
        picture
    }
}

fn number(id: TextureId) -> u64 {
    match id {
        TextureId::Managed(number) | TextureId::User(number) => number,
    }
}

/// Fills a triangle; a pixel belongs to it if its middle does, and to one of two that share an edge.
fn triangle(picture: &mut RgbaImage, texture: &ColorImage, clip: egui::Rect, [a, mut b, mut c]: [Vertex; 3]) {
    if cross(a.pos, b.pos, c.pos) < 0.0 {
        std::mem::swap(&mut b, &mut c);
    }
    let area = cross(a.pos, b.pos, c.pos);
    let bounds = egui::Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip);
    if area <= 0.0 || !bounds.is_positive() {
        return;
    }
    let edges = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
    let is_flat = [b, c].iter().all(|corner| corner.color == a.color && corner.uv == a.uv);
    let flat = shade(texture, &[a, b, c], [1.0, 0.0, 0.0]);
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let pixels: &mut [u8] = picture;
    // The pixels whose middles lie inside the clip.
    let (left, right) = (middles(bounds.left()), middles(bounds.right()).min(width));
    let (top, bottom) = (middles(bounds.top()), middles(bounds.bottom()).min(height));
    for y in top..bottom {
        for x in left..right {
            let at = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
            let weights = edges.map(|(from, to)| cross(from, to, at));
            if !inside(weights[0], edges[0]) || !inside(weights[1], edges[1]) || !inside(weights[2], edges[2])
            {
                continue;
            }
            let colour =
                if is_flat { flat } else { shade(texture, &[a, b, c], weights.map(|weight| weight / area)) };
            let start = (y * width + x) * 4;
            blend(&mut pixels[start..start + 3], colour);
        }
    }
}

fn cross(p: egui::Pos2, q: egui::Pos2, r: egui::Pos2) -> f32 {
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
}

fn inside(weight: f32, (from, to): (egui::Pos2, egui::Pos2)) -> bool {
    let is_top_or_left = to.y < from.y || (to.y == from.y && to.x > from.x);
    weight > 0.0 || (weight == 0.0 && is_top_or_left)
}

/// The first pixel whose middle lies at or after `edge`.
fn middles(edge: f32) -> usize {
    (edge - 0.5).ceil().max(0.0) as usize
}

/// The premultiplied colour at a point of a triangle, 0 to 255 each.
fn shade(texture: &ColorImage, corners: &[Vertex; 3], weights: [f32; 3]) -> [f32; 4] {
    let mix = |value: &dyn Fn(&Vertex) -> f32| -> f32 {
        corners.iter().zip(weights).map(|(corner, weight)| value(corner) * weight).sum()
    };
    let u = mix(&|vertex| vertex.uv.x) * texture.width() as f32 - 0.5;
    let v = mix(&|vertex| vertex.uv.y) * texture.height() as f32 - 0.5;
    let texel = sample(texture, u, v);
    std::array::from_fn(|channel| mix(&|vertex| f32::from(vertex.color[channel])) * texel[channel] / 255.0)
}

/// The texture between its four nearest pixels.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let at = |x: f32, y: f32| -> Color32 {
        let x = (x.max(0.0) as usize).min(texture.width() - 1);
        let y = (y.max(0.0) as usize).min(texture.height() - 1);
        texture[(x, y)]
    };
    let (left, top) = (u.floor(), v.floor());
    let (right, down) = (u - left, v - top);
    let near = [at(left, top), at(left + 1.0, top), at(left, top + 1.0), at(left + 1.0, top + 1.0)];
    std::array::from_fn(|channel| {
        let [a, b, c, d] = near.map(|colour| f32::from(colour[channel]));
        (a * (1.0 - right) + b * right) * (1.0 - down) + (c * (1.0 - right) + d * right) * down
    })
}

fn blend(pixel: &mut [u8], colour: [f32; 4]) {
    let stays = 1.0 - colour[3] / 255.0;
    for (below, above) in pixel.iter_mut().zip(colour) {
        *below = (above + f32::from(*below) * stays + 0.5) as u8;
    }
}

/// Compares `picture` with `tests/snapshots/NAME.png`; with `UPDATE_SNAPSHOTS=1` it writes the file instead.
pub(crate) fn assert_snapshot(name: &str, picture: &RgbaImage) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let path = folder.join(format!("{name}.png"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        picture.save(&path).unwrap();
        return;
    }
    let expected =
        image::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).to_rgba8();
    assert_eq!(expected.dimensions(), picture.dimensions(), "{name}: another size");
    let differs = |(a, b): &(&Rgba<u8>, &Rgba<u8>)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 24);
    let n_different = expected.pixels().zip(picture.pixels()).filter(differs).count();
    if n_different > 40 {
        let seen = std::env::temp_dir().join(format!("summitline-{name}.png"));
        picture.save(&seen).unwrap();
        panic!(
            "{name}: {n_different} pixels differ; what was drawn is in {}. If it is meant, run the tests with \
             UPDATE_SNAPSHOTS=1",
            seen.display()
        );
    }
}
