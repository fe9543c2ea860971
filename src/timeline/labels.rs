//! Places labels beside and above marks so that none ever overlaps another label, a mark or a leading line.

/// No picture has more labels than this.
pub const MOST_LABELS: usize = 300;

/// Room that a label keeps to its neighbours.
const GAP_PX: f32 = 10.0;
/// From a mark or its bar to a text beside it.
const BESIDE_PX: f32 = 6.0;
/// From a leading line to the text of its flag.
const FLAG_PX: f32 = 6.0;
/// From a leading line to what its flag takes of the row.
const LINE_PX: f32 = 3.0;

/// Something in the row of marks that may want a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// The middle of the mark.
    pub x: f32,
    /// Where the mark begins, with its badges and its bar.
    pub left_px: f32,
    /// Where it ends.
    pub right_px: f32,
    /// The width of its label, or `None` if it wants none.
    pub label_px: Option<f32>,
    /// Higher is placed first.
    pub importance: i32,
}

/// On which side of its line or mark a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The text ends there.
    Left,
    /// The text begins there.
    Right,
}

/// Where a label went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Index of the wish, from 0.
    pub wish_index: usize,
    /// 0 beside the mark, at its right or left, 1 in the row above, and so on.
    pub row: usize,
    /// On which side.
    pub side: Side,
    /// Left edge of the text.
    pub left_px: f32,
    /// Right edge of the text.
    pub right_px: f32,
}

/// Where labels may go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Left end of all rows.
    pub left_px: f32,
    /// Right end of all rows.
    pub right_px: f32,
    /// How many rows there are above the marks.
    pub n_rows: usize,
    /// How many labels there may be.
    pub n_labels: usize,
}

/// What is taken in a row.
#[derive(Clone, Default)]
struct Row {
    /// Stretches of marks and texts.
    texts: Vec<(f32, f32)>,
    /// Leading lines that run through it.
    lines: Vec<f32>,
}

/// The rows, from 0 for the marks themselves.
struct Rows(Vec<Row>);

impl Rows {
    /// Rows in which nothing stands but the marks themselves.
    fn of_marks(wishes: &[Wish], n_rows: usize) -> Self {
        let mut rows = Self(vec![Row::default(); n_rows + 1]);
        for wish in wishes {
            rows.take_text(0, wish.left_px, wish.right_px);
        }
        rows
    }

    fn lets_text(&self, row: usize, from: f32, to: f32) -> bool {
        self.0.get(row).is_some_and(|row| {
            row.texts.iter().all(|&(a, b)| to <= a || b <= from)
                && row.lines.iter().all(|&x| x < from || to < x)
        })
    }

    fn lets_line(&self, row: usize, x: f32) -> bool {
        self.0.get(row).is_some_and(|row| row.texts.iter().all(|&(a, b)| x < a || b < x))
    }

    fn take_text(&mut self, row: usize, from: f32, to: f32) {
        if let Some(row) = self.0.get_mut(row) {
            row.texts.push((from, to));
        }
    }

    fn take_line(&mut self, rows: std::ops::RangeInclusive<usize>, x: f32) {
        for row in rows {
            if let Some(row) = self.0.get_mut(row) {
                row.lines.push(x);
            }
        }
    }
}

/// Places the labels of one lane: beside their marks, or as flags on a line that leads up from them.
///
/// As many of the most important as fit together are placed from right to left, so that no line meets a text;
/// the others go wherever room is left. One that finds none is left out. Wishes of equal importance are taken in
/// their order, so the result depends on nothing else.
pub fn placed(wishes: &[Wish], room: Room) -> Vec<Place> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.retain(|&index| wishes.get(index).is_some_and(|wish| wish.label_px.is_some()));
    order.sort_by_key(|&index| std::cmp::Reverse(wishes.get(index).map_or(0, |wish| wish.importance)));
    let (mut low, mut high) = (0, order.len().min(room.n_labels));
    let mut best = (Vec::new(), Rows::of_marks(wishes, room.n_rows));
    while low < high {
        let middle = (low + high).div_ceil(2);
        match together(wishes, order.get(..middle).unwrap_or_default(), room) {
            Some(found) => (low, best) = (middle, found),
            None => high = middle - 1,
        }
    }
    let (mut places, mut rows) = best;
    for &index in order.get(low..).unwrap_or_default() {
        if places.len() >= room.n_labels {
            break;
        }
        let Some(wish) = wishes.get(index) else { continue };
        let place = beside(index, wish, Side::Right, room, &mut rows)
            .or_else(|| flag(index, wish, &[Side::Right, Side::Left], room, &mut rows))
            .or_else(|| beside(index, wish, Side::Left, room, &mut rows));
        places.extend(place);
    }
    places
}

/// All these labels, or `None` if they do not fit together.
///
/// Flags to the right are placed from right to left: every line then runs up left of the texts that are there.
/// Labels at the right edge are their mirror image and come first.
fn together(wishes: &[Wish], chosen: &[usize], room: Room) -> Option<(Vec<Place>, Rows)> {
    let mut rows = Rows::of_marks(wishes, room.n_rows);
    let mut by_x: Vec<(usize, &Wish)> =
        chosen.iter().filter_map(|&index| Some((index, wishes.get(index)?))).collect();
    by_x.sort_by(|a, b| a.1.x.total_cmp(&b.1.x));
    let turns = |wish: &Wish| wish.x + FLAG_PX + wish.label_px.unwrap_or(0.0) > room.right_px;
    let (at_edge, inside): (Vec<_>, Vec<_>) = by_x.into_iter().partition(|(_, wish)| turns(wish));
    let mut places = Vec::with_capacity(chosen.len());
    for (index, wish) in at_edge {
        let place = beside(index, wish, Side::Left, room, &mut rows)
            .or_else(|| flag(index, wish, &[Side::Left], room, &mut rows))?;
        places.push(place);
    }
    for (index, wish) in inside.into_iter().rev() {
        let place = beside(index, wish, Side::Right, room, &mut rows)
            .or_else(|| flag(index, wish, &[Side::Right], room, &mut rows))?;
        places.push(place);
    }
    Some((places, rows))
}

fn beside(wish_index: usize, wish: &Wish, side: Side, room: Room, rows: &mut Rows) -> Option<Place> {
    let width = wish.label_px?;
    let left = match side {
        Side::Right => wish.right_px + BESIDE_PX,
        Side::Left => wish.left_px - BESIDE_PX - width,
    };
    let right = left + width;
    let (from, to) = match side {
        Side::Right => (left - 2.0, right + GAP_PX),
        Side::Left => (left - GAP_PX, right + 2.0),
    };
    let free = room.left_px <= left && right <= room.right_px && rows.lets_text(0, from, to);
    free.then(|| {
        rows.take_text(0, from, to);
        Place { wish_index, row: 0, side, left_px: left, right_px: right }
    })
}

fn flag(wish_index: usize, wish: &Wish, sides: &[Side], room: Room, rows: &mut Rows) -> Option<Place> {
    let width = wish.label_px?;
    for row in 1..=room.n_rows {
        if !rows.lets_line(row, wish.x) {
            return None;
        }
        for &side in sides {
            // The text begins after the line, so that the line of a mark of the same day can run up along it.
            let (left, from, to) = match side {
                Side::Right => (wish.x + FLAG_PX, wish.x + LINE_PX, wish.x + FLAG_PX + width + GAP_PX),
                Side::Left => {
                    let left = wish.x - FLAG_PX - width;
                    (left, left - GAP_PX, wish.x - LINE_PX)
                }
            };
            let inside = room.left_px <= left && left + width <= room.right_px;
            if inside && rows.lets_text(row, from, to) {
                rows.take_text(row, from, to);
                rows.take_line(1..=row, wish.x);
                return Some(Place { wish_index, row, side, left_px: left, right_px: left + width });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(x: f32, label_px: f32, importance: i32) -> Wish {
        Wish { x, left_px: x - 9.0, right_px: x + 9.0, label_px: Some(label_px), importance }
    }

    fn room(n_rows: usize) -> Room {
        Room { left_px: 0.0, right_px: 1000.0, n_rows, n_labels: 60 }
    }

    fn crowd(n: usize) -> Vec<Wish> {
        let importance = |index: usize| i32::try_from(index * 31 % 17).unwrap();
        let one =
            |index| wish((index * 7919 % 1000) as f32, 60.0 + (index % 7) as f32 * 15.0, importance(index));
        (0..n).map(one).collect()
    }

    #[test]
    fn no_label_overlaps_a_label_or_a_line() {
        let wishes = crowd(200);
        let places = placed(&wishes, room(5));
        assert!(places.len() > 15, "{}", places.len());
        for (index, a) in places.iter().enumerate() {
            for b in places.iter().skip(index + 1) {
                let apart = a.right_px <= b.left_px || b.right_px <= a.left_px;
                assert!(a.row != b.row || apart, "{a:?} {b:?}");
                let (low, high) = if a.row < b.row { (a, b) } else { (b, a) };
                let line = wishes.get(high.wish_index).map_or(0.0, |wish| wish.x);
                let crossed = low.row > 0 && low.row < high.row && low.left_px < line && line < low.right_px;
                assert!(!crossed, "the line of {high:?} crosses {low:?}");
            }
            assert!(a.left_px >= 0.0 && a.right_px <= 1000.0, "{a:?}");
        }
    }

    #[test]
    fn a_lone_mark_has_its_label_beside_it() {
        let places = placed(&[wish(100.0, 80.0, 1)], room(3));
        assert_eq!(places.first().map(|place| (place.row, place.side)), Some((0, Side::Right)));
    }

    #[test]
    fn at_the_right_edge_the_label_turns_left() {
        let places = placed(&[wish(990.0, 80.0, 1)], room(3));
        assert_eq!(places.first().map(|place| (place.row, place.side)), Some((0, Side::Left)));
        let places = placed(&[wish(960.0, 30.0, 1), wish(990.0, 80.0, 2)], room(3));
        assert_eq!(places.first().map(|place| (place.row, place.side)), Some((1, Side::Left)), "{places:?}");
    }

    #[test]
    fn marks_of_one_day_share_a_pole() {
        let places = placed(&[wish(500.0, 80.0, 3), wish(500.0, 90.0, 2), wish(500.0, 70.0, 1)], room(2));
        let rows: Vec<_> = places.iter().map(|place| (place.row, place.side)).collect();
        assert_eq!(rows, [(0, Side::Right), (1, Side::Right), (2, Side::Right)]);
    }

    #[test]
    fn the_most_important_is_kept() {
        let places = placed(&[wish(500.0, 700.0, 1), wish(120.0, 600.0, 9), wish(140.0, 600.0, 5)], room(1));
        assert_eq!(places.first().map(|place| place.wish_index), Some(1));
    }
}
