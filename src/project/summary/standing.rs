//! What the articles say of one edition of a series: a truth table in which silence is never a skip.

use crate::model::{Participation, Status};

/// What these articles say of one edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// He was there.
    Attended,
    /// He joined from a distance; others were there.
    Virtual,
    /// He joined from a distance, as everybody did.
    VirtualForAll,
    /// He stayed away.
    Skipped,
    /// Some articles say this, some that.
    Disagree,
    /// It is spoken of as planned, rumoured or denied, and no article here says what came of it.
    Open,
    /// The calendar knows the edition, and no sentence here speaks of it.
    Silent,
    /// He could not be expected there.
    NotApplicable(Why),
}

/// Why nobody could expect him there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The edition was called off.
    Cancelled,
    /// He held no office of a leader on its days.
    NotInOffice,
    /// His country was no member on its days.
    NotMember,
}

/// What the registers know of an edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EditionFacts {
    /// It was called off.
    pub cancelled: bool,
    /// It was held on screens for everybody.
    pub on_screens: bool,
    /// Whether he was a leader in office on one of its days, if the register knows him.
    pub in_office: Option<bool>,
    /// Whether his country was a member on its days, if that is known.
    pub member: Option<bool>,
}

/// What one event says of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// How he took part.
    pub participation: Participation,
    /// What became of it.
    pub status: Status,
    /// Its articles disagree about either.
    pub disputed: bool,
}

/// What `words` say of an edition of which the registers know `facts`.
///
/// Words come first: the registers never overrule what an article says. Only where there are none do they tell
/// why, and an edition that nobody speaks of stays [`Standing::Silent`].
pub fn standing(facts: EditionFacts, words: &[Word]) -> Standing {
    let mut settled = words.iter().filter(|word| word.status == Status::Happened);
    if words.iter().any(|word| word.disputed) {
        return Standing::Disagree;
    }
    let Some(first) = settled.next() else {
        return if words.is_empty() { untold(facts) } else { Standing::Open };
    };
    if settled.any(|word| word.participation != first.participation) {
        return Standing::Disagree;
    }
    match first.participation {
        Participation::Attended => Standing::Attended,
        Participation::Virtual if facts.on_screens => Standing::VirtualForAll,
        Participation::Virtual => Standing::Virtual,
        Participation::Skipped => Standing::Skipped,
    }
}

/// The standing of an edition that no article speaks of.
fn untold(facts: EditionFacts) -> Standing {
    let reasons = [
        (facts.cancelled, Why::Cancelled),
        (facts.in_office == Some(false), Why::NotInOffice),
        (facts.member == Some(false), Why::NotMember),
    ];
    let found = reasons.into_iter().find(|(holds, _)| *holds);
    found.map_or(Standing::Silent, |(_, why)| Standing::NotApplicable(why))
}

impl Standing {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 10] = [
        Self::Attended,
        Self::Virtual,
        Self::VirtualForAll,
        Self::Skipped,
        Self::Disagree,
        Self::Open,
        Self::Silent,
        Self::NotApplicable(Why::Cancelled),
        Self::NotApplicable(Why::NotInOffice),
        Self::NotApplicable(Why::NotMember),
    ];

    /// Its words on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::Virtual => "by video",
            Self::VirtualForAll => "by video, as everybody",
            Self::Skipped => "skipped",
            Self::Disagree => "articles disagree",
            Self::Open => "outcome not in these articles",
            Self::Silent => "no article here speaks of it",
            Self::NotApplicable(Why::Cancelled) => "does not apply: called off",
            Self::NotApplicable(Why::NotInOffice) => "does not apply: not in office",
            Self::NotApplicable(Why::NotMember) => "does not apply: not a member",
        }
    }

    /// Whether articles speak of it: what percentages are of.
    pub const fn is_spoken_of(self) -> bool {
        match self {
            Self::Attended
            | Self::Virtual
            | Self::VirtualForAll
            | Self::Skipped
            | Self::Disagree
            | Self::Open => true,
            Self::Silent | Self::NotApplicable(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use Participation::{Attended, Skipped, Virtual};
    use Status::{Alleged, Cancelled, Denied, Happened, Planned, Speculated};

    use super::*;

    const NOTHING_KNOWN: EditionFacts =
        EditionFacts { cancelled: false, on_screens: false, in_office: None, member: None };
    const AS_USUAL: EditionFacts =
        EditionFacts { cancelled: false, on_screens: false, in_office: Some(true), member: Some(true) };

    fn word(participation: Participation, status: Status) -> Word {
        Word { participation, status, disputed: false }
    }

    fn says(words: &[(Participation, Status)]) -> Standing {
        let words: Vec<Word> = words.iter().map(|(took_part, status)| word(*took_part, *status)).collect();
        standing(AS_USUAL, &words)
    }

    #[test]
    fn silence_is_never_a_skip() {
        for facts in [AS_USUAL, NOTHING_KNOWN, EditionFacts { on_screens: true, ..AS_USUAL }] {
            assert_eq!(standing(facts, &[]), Standing::Silent, "{facts:?}");
        }
    }

    #[test]
    fn what_happened_is_told_as_it_is_told() {
        assert_eq!(says(&[(Attended, Happened)]), Standing::Attended);
        assert_eq!(says(&[(Virtual, Happened)]), Standing::Virtual);
        assert_eq!(says(&[(Skipped, Happened)]), Standing::Skipped);
    }

    #[test]
    fn a_summit_on_screens_is_told_from_one_where_only_he_is() {
        let on_screens = EditionFacts { on_screens: true, ..AS_USUAL };
        assert_eq!(standing(on_screens, &[word(Virtual, Happened)]), Standing::VirtualForAll);
        assert_eq!(standing(AS_USUAL, &[word(Virtual, Happened)]), Standing::Virtual);
        assert_eq!(standing(on_screens, &[word(Skipped, Happened)]), Standing::Skipped);
    }

    #[test]
    fn plans_rumours_and_denials_settle_nothing() {
        for status in [Planned, Speculated, Alleged, Denied, Cancelled] {
            for took_part in [Attended, Virtual, Skipped] {
                assert_eq!(says(&[(took_part, status)]), Standing::Open, "{took_part:?} {status:?}");
            }
        }
        assert_eq!(says(&[(Attended, Planned), (Skipped, Speculated)]), Standing::Open);
    }

    #[test]
    fn what_happened_wins_over_what_was_planned() {
        for status in [Planned, Speculated, Alleged, Denied, Cancelled] {
            assert_eq!(says(&[(Attended, status), (Skipped, Happened)]), Standing::Skipped, "{status:?}");
            assert_eq!(says(&[(Skipped, Happened), (Attended, status)]), Standing::Skipped, "{status:?}");
        }
    }

    #[test]
    fn opposite_words_are_shown_and_never_averaged() {
        assert_eq!(says(&[(Attended, Happened), (Skipped, Happened)]), Standing::Disagree);
        assert_eq!(says(&[(Virtual, Happened), (Attended, Happened)]), Standing::Disagree);
        let disputed = Word { disputed: true, ..word(Skipped, Happened) };
        assert_eq!(standing(AS_USUAL, &[disputed]), Standing::Disagree);
        let disputed = Word { disputed: true, ..word(Skipped, Planned) };
        assert_eq!(standing(AS_USUAL, &[disputed]), Standing::Disagree);
        assert_eq!(says(&[(Attended, Happened), (Attended, Happened)]), Standing::Attended, "twice the same");
    }

    #[test]
    fn the_registers_only_say_why_nobody_speaks_of_it() {
        for (facts, why) in [
            (EditionFacts { cancelled: true, ..AS_USUAL }, Why::Cancelled),
            (EditionFacts { in_office: Some(false), ..AS_USUAL }, Why::NotInOffice),
            (EditionFacts { member: Some(false), ..AS_USUAL }, Why::NotMember),
            (EditionFacts { cancelled: true, in_office: Some(false), ..AS_USUAL }, Why::Cancelled),
            (EditionFacts { in_office: Some(false), member: Some(false), ..AS_USUAL }, Why::NotInOffice),
        ] {
            assert_eq!(standing(facts, &[]), Standing::NotApplicable(why), "{facts:?}");
            assert_eq!(standing(facts, &[word(Attended, Happened)]), Standing::Attended, "words come first");
            assert_eq!(standing(facts, &[word(Skipped, Planned)]), Standing::Open, "words come first");
        }
    }

    #[test]
    fn only_what_articles_speak_of_is_counted() {
        for standing in Standing::ALL {
            let is_untold = matches!(standing, Standing::Silent | Standing::NotApplicable(_));
            assert_eq!(standing.is_spoken_of(), !is_untold, "{standing:?}");
        }
    }
}
