//! Places labels beside and above marks so that none ever overlaps another label, a mark or a leading line.

/// No picture has more labels than this.
pub const MOST_LABELS: usize = 300;

/// Room that a label keeps to its neighbours.
const GAP_PX: f32 = 10.0;
/// From a mark or its bar to a text beside it.
const BESIDE_PX: f32 = 4.0;
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
    /// 0 beside the mark, 1 in the row above, and so on.
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
/// The most important come first; a label that finds no room is left out. Wishes of equal importance are taken
/// in their order, so the result depends on nothing else.
pub fn placed(wishes: &[Wish], room: Room) -> Vec<Place> {
    let mut rows = Rows(vec![Row::default(); room.n_rows + 1]);
    for wish in wishes {
        rows.take_text(0, wish.left_px, wish.right_px);
    }
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(wishes.get(index).map_or(0, |wish| wish.importance)));
    let places = order.into_iter().filter_map(|index| {
        let wish = wishes.get(index)?;
        let width = wish.label_px?;
        beside(index, wish, width, room, &mut rows).or_else(|| flag(index, wish, width, room, &mut rows))
    });
    places.take(room.n_labels).collect()
}

fn beside(wish_index: usize, wish: &Wish, width: f32, room: Room, rows: &mut Rows) -> Option<Place> {
    let left = wish.right_px + BESIDE_PX;
    let right = left + width;
    let free = right <= room.right_px && rows.lets_text(0, left - 2.0, right + GAP_PX);
    free.then(|| {
        rows.take_text(0, left - 2.0, right + GAP_PX);
        Place { wish_index, row: 0, side: Side::Right, left_px: left, right_px: right }
    })
}

fn flag(wish_index: usize, wish: &Wish, width: f32, room: Room, rows: &mut Rows) -> Option<Place> {
    for row in 1..=room.n_rows {
        if !rows.lets_line(row, wish.x) {
            return None;
        }
        for side in [Side::Right, Side::Left] {
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
        assert_eq!(places.first().map(|place| (place.row, place.side)), Some((1, Side::Left)));
    }

    #[test]
    fn marks_of_one_day_share_a_pole() {
        let places = placed(&[wish(500.0, 80.0, 3), wish(500.0, 90.0, 2), wish(500.0, 70.0, 1)], room(2));
        let rows: Vec<_> = places.iter().map(|place| (place.row, place.side)).collect();
        assert_eq!(rows, [(0, Side::Right), (1, Side::Right), (1, Side::Left)]);
    }

    #[test]
    fn the_most_important_is_kept() {
        let places = placed(&[wish(500.0, 700.0, 1), wish(120.0, 600.0, 9), wish(140.0, 600.0, 5)], room(1));
        assert_eq!(places.first().map(|place| place.wish_index), Some(1));
    }
}
