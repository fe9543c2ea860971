//! How quickly articles are read, and how long the rest will take.

use super::say;

/// How much of the recent past counts, in seconds: enough to be steady, little enough to follow a change.
const MEMORY_SECONDS: f64 = 4.0;
/// Before so many seconds nobody can say anything.
const LEAST_SECONDS: f64 = 0.8;

/// Watches a reading.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// When how many files were done, oldest first.
    seen: std::collections::VecDeque<(f64, usize)>,
}

impl Pace {
    /// Notes how many files are done at `now`, in seconds of the window's own time; `None` between readings.
    pub(super) fn watch(&mut self, done: Option<usize>, now: f64) {
        let Some(done) = done else {
            self.seen.clear();
            return;
        };
        if self.seen.back().is_some_and(|(_, before)| *before > done) {
            self.seen.clear();
        }
        if self.seen.back().is_none_or(|(at, before)| *before != done || now - at > 0.5) {
            self.seen.push_back((now, done));
        }
        while self.seen.len() > 2 && self.seen.get(1).is_some_and(|(at, _)| now - at > MEMORY_SECONDS) {
            self.seen.pop_front();
        }
    }

    /// Files a second, once that can be said.
    fn per_second(&self) -> Option<f64> {
        let ((from, before), (to, now)) = (self.seen.front()?, self.seen.back()?);
        let seconds = to - from;
        (seconds >= LEAST_SECONDS && now > before).then(|| (now - before) as f64 / seconds)
    }

    /// `, 120 a second, 8 s left`; empty while that cannot be said.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and clamped")]
    pub(super) fn in_words(&self, n_left: usize) -> String {
        let Some(rate) = self.per_second() else { return String::new() };
        let whole = |value: f64| value.round().clamp(0.0, 1e9) as usize;
        let rate_words = if rate >= 1.0 {
            format!("{} a second", say::grouped(whole(rate)))
        } else {
            format!("{} a minute", whole(rate * 60.0))
        };
        let seconds = whole((n_left as f64 / rate).ceil());
        let left =
            if seconds < 100 { format!("{seconds} s") } else { format!("{} min", seconds.div_ceil(60)) };
        format!(", {rate_words}, {left} left")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_time_left_are_told_once_they_are_known() {
        let mut pace = Pace::default();
        pace.watch(Some(0), 10.0);
        assert_eq!(pace.in_words(100), "");
        pace.watch(Some(50), 12.0);
        assert_eq!(pace.in_words(100), ", 25 a second, 4 s left");
        assert_eq!(pace.in_words(100_000), ", 25 a second, 67 min left");
        pace.watch(None, 13.0);
        assert_eq!(pace.in_words(100), "");
    }

    #[test]
    fn the_distant_past_does_not_count() {
        let mut pace = Pace::default();
        for second in 0..10_usize {
            pace.watch(Some(second * 100), second as f64);
        }
        for second in 10..20_usize {
            pace.watch(Some(900 + (second - 9) * 10), second as f64);
        }
        assert_eq!(pace.in_words(20), ", 10 a second, 2 s left");
    }
}
