//! Places labels beside and above marks so that none ever overlaps another label, a mark or a leading line.

/// No picture has more labels than this.
pub const MOST_LABELS: usize = 300;

/// Room that a label keeps to its neighbours.
const GAP_PX: f32 = 8.0;
/// From a mark's middle to a text beside it, without the mark's radius.
const BESIDE_PX: f32 = 9.0;
/// From a leading line to the text of its flag.
pub const FLAG_PX: f32 = 5.0;

/// Something in the row of marks that may want a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// The middle of the mark.
    pub x: f32,
    /// How far it reaches to either side, with its badges.
    pub half_px: f32,
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

/// Taken stretches of each row, from 0 for the marks themselves.
struct Rows(Vec<Vec<(f32, f32)>>);

impl Rows {
    fn is_free(&self, row: usize, from: f32, to: f32) -> bool {
        self.0.get(row).is_some_and(|taken| taken.iter().all(|&(a, b)| to <= a || b <= from))
    }

    fn take(&mut self, row: usize, from: f32, to: f32) {
        if let Some(taken) = self.0.get_mut(row) {
            taken.push((from, to));
        }
    }
}

/// Places the labels of one lane between `left_px` and `right_px` in at most `n_rows` rows above the marks.
///
/// The most important come first; a label that finds no room is left out. Wishes of equal importance are taken
/// in their order, so the result depends on nothing else.
pub fn placed(wishes: &[Wish], left_px: f32, right_px: f32, n_rows: usize) -> Vec<Place> {
    let mut rows = Rows(vec![Vec::new(); n_rows + 1]);
    for wish in wishes {
        rows.take(0, wish.x - wish.half_px, wish.x + wish.half_px);
    }
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(wishes.get(index).map_or(0, |wish| wish.importance)));
    let bounds = (left_px, right_px);
    let places = order.into_iter().filter_map(|index| {
        let wish = wishes.get(index)?;
        place(index, wish, wish.label_px?, bounds, &mut rows)
    });
    places.take(MOST_LABELS).collect()
}

fn place(index: usize, wish: &Wish, width: f32, bounds: (f32, f32), rows: &mut Rows) -> Option<Place> {
    let inside = |left: f32| bounds.0 <= left && left + width <= bounds.1;
    let beside = wish.x + wish.half_px.max(BESIDE_PX) + 3.0;
    if inside(beside) && rows.is_free(0, beside - 2.0, beside + width + GAP_PX) {
        rows.take(0, beside - 2.0, beside + width + GAP_PX);
        return Some(Place {
            wish_index: index,
            row: 0,
            side: Side::Right,
            left_px: beside,
            right_px: beside + width,
        });
    }
    for row in 1..rows.0.len() {
        for (side, left) in [(Side::Right, wish.x + FLAG_PX), (Side::Left, wish.x - FLAG_PX - width)] {
            let line_free = (1..row).all(|below| rows.is_free(below, wish.x - 4.0, wish.x + 4.0));
            let (from, to) = (left.min(wish.x) - GAP_PX / 2.0, (left + width).max(wish.x) + GAP_PX / 2.0);
            if inside(left) && line_free && rows.is_free(row, from, to) {
                rows.take(row, from, to);
                (1..row).for_each(|below| rows.take(below, wish.x - 3.0, wish.x + 3.0));
                return Some(Place { wish_index: index, row, side, left_px: left, right_px: left + width });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(n: usize) -> Vec<Wish> {
        (0..n)
            .map(|index| Wish {
                x: (index * 7919 % 1000) as f32,
                half_px: 9.0,
                label_px: Some(60.0 + (index % 7) as f32 * 15.0),
                importance: (index * 31 % 17) as i32,
            })
            .collect()
    }

    #[test]
    fn no_label_overlaps_a_label_or_a_line() {
        let wishes = crowd(200);
        let places = placed(&wishes, 0.0, 1000.0, 5);
        assert!(places.len() > 10, "{}", places.len());
        for (index, a) in places.iter().enumerate() {
            for b in places.iter().skip(index + 1) {
                let apart = a.right_px <= b.left_px || b.right_px <= a.left_px;
                assert!(a.row != b.row || apart, "{a:?} {b:?}");
                let (low, high) = if a.row < b.row { (a, b) } else { (b, a) };
                let line = wishes[high.wish_index].x;
                let crossed = low.row > 0 && low.row < high.row && low.left_px < line && line < low.right_px;
                assert!(!crossed, "the line of {high:?} crosses {low:?}");
            }
            assert!(a.left_px >= 0.0 && a.right_px <= 1000.0, "{a:?}");
        }
    }

    #[test]
    fn a_lone_mark_has_its_label_beside_it() {
        let wishes = [Wish { x: 100.0, half_px: 9.0, label_px: Some(80.0), importance: 1 }];
        let places = placed(&wishes, 0.0, 1000.0, 3);
        assert_eq!((places[0].row, places[0].side), (0, Side::Right));
    }

    #[test]
    fn at_the_right_edge_the_label_turns_left() {
        let wishes = [Wish { x: 990.0, half_px: 9.0, label_px: Some(80.0), importance: 1 }];
        let places = placed(&wishes, 0.0, 1000.0, 3);
        assert_eq!((places[0].row, places[0].side), (1, Side::Left));
    }

    #[test]
    fn the_most_important_is_kept() {
        let wish = |x, importance| Wish { x, half_px: 9.0, label_px: Some(400.0), importance };
        let places = placed(&[wish(100.0, 1), wish(120.0, 9), wish(140.0, 5)], 0.0, 600.0, 1);
        assert_eq!(places.first().map(|place| place.wish_index), Some(1));
    }
}
