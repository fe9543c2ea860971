//! The contract's word for each variant of the model's enums, and serde modules that use them.

/// Makes a module with `word`, `parse` and what `#[serde(with = "…")]` asks for.
macro_rules! words {
    ($module:ident: $type:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        #[doc = concat!("Words for [`", stringify!($type), "`](crate::model::", stringify!($type), ").")]
        pub mod $module {
            use crate::model::$type;
            use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

            /// All words, in the order of the variants.
            pub const ALL: &[&str] = &[$($word),+];

            /// The word for it.
            pub const fn word(value: $type) -> &'static str {
                match value {
                    $($type::$variant => $word),+
                }
            }

            /// What a word means, or `None` if it is no word of the contract.
            pub fn parse(word: &str) -> Option<$type> {
                match word {
                    $($word => Some($type::$variant),)+
                    _ => None,
                }
            }

            /// Writes the word.
            pub fn serialize<S: Serializer>(value: &$type, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(word(*value))
            }

            /// Reads the word.
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let word = String::deserialize(deserializer)?;
                parse(&word).ok_or_else(|| D::Error::unknown_variant(&word, ALL))
            }
        }
    };
}

words!(kind: Kind { Summit = "summit", Meeting = "meeting", Call = "call" });
words!(form: Form {
    Summit = "summit",
    Forum = "forum",
    Ceremony = "ceremony",
    Trilateral = "trilateral",
    Talks = "talks",
    Visit = "visit",
    Handshake = "handshake",
    Phone = "phone",
    Video = "video",
});
words!(participation: Participation { Attended = "attended", Virtual = "virtual", Skipped = "skipped" });
words!(status: Status {
    Happened = "happened",
    Planned = "planned",
    Speculated = "speculated",
    Alleged = "alleged",
    Denied = "denied",
    Cancelled = "cancelled",
});
words!(reason: ReasonKind {
    Declined = "declined",
    Withdrew = "withdrew",
    NotInvited = "not_invited",
    Prevented = "prevented",
    Unstated = "unstated",
});
words!(grade: Grade { Body = "body", Title = "title", Caption = "caption", Related = "related" });
words!(precision: Precision {
    Day = "day",
    Week = "week",
    Month = "month",
    Quarter = "quarter",
    Year = "year",
    Unknown = "unknown",
});
words!(review: Review {
    Unreviewed = "unreviewed",
    Confirmed = "confirmed",
    Rejected = "rejected",
    Edited = "edited",
});
words!(tense: Tense { Past = "past", Present = "present", Future = "future", Unknown = "unknown" });
words!(unit: Unit { Day = "day", Week = "week", Month = "month", Quarter = "quarter", Year = "year" });
words!(direction: Direction { Before = "before", After = "after" });
words!(month_part: MonthPart { Early = "early", Mid = "mid", Late = "late" });
words!(weekday: Weekday {
    Monday = "monday",
    Tuesday = "tuesday",
    Wednesday = "wednesday",
    Thursday = "thursday",
    Friday = "friday",
    Saturday = "saturday",
    Sunday = "sunday",
});
words!(block_role: BlockRole {
    Title = "title",
    Deck = "deck",
    Byline = "byline",
    Dateline = "dateline",
    Caption = "caption",
    Body = "body",
    ListItem = "list_item",
    RelatedLink = "related_link",
    Boilerplate = "boilerplate",
    Duplicate = "duplicate",
});
words!(published_basis: PublishedBasis {
    Metadata = "metadata",
    StructuredData = "structured_data",
    Address = "address",
    Dateline = "dateline",
    Byline = "byline",
    FileName = "file_name",
    Given = "given",
});
words!(doubt: DoubtKind {
    Encoding = "encoding",
    Markup = "markup",
    Language = "language",
    NothingFound = "nothing_found",
    Ambiguous = "ambiguous",
    Contradiction = "contradiction",
    Total = "total",
    Limit = "limit",
});
words!(left_out: LeftOutReason {
    Minister = "minister",
    Former = "former",
    Message = "message",
    Invitation = "invitation",
    Total = "total",
    Counterfactual = "counterfactual",
    Generic = "generic",
    OtherFormat = "other_format",
    Boilerplate = "boilerplate",
    Unresolved = "unresolved",
});

/// Days as `YYYY-MM-DD`, or null where not known.
pub mod day {
    use crate::model::Day;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    /// Writes the day.
    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub fn serialize<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    /// Reads the day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        Day::parse(&text)
            .map(Some)
            .ok_or_else(|| D::Error::custom(format!("{text:?} is no day; write it as YYYY-MM-DD")))
    }
}

/// A month's part, or null.
pub mod month_part_or_null {
    use super::month_part;
    use crate::model::MonthPart;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    /// Writes the part.
    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub fn serialize<S: Serializer>(part: &Option<MonthPart>, serializer: S) -> Result<S::Ok, S::Error> {
        match part {
            Some(part) => serializer.serialize_str(month_part::word(*part)),
            None => serializer.serialize_none(),
        }
    }

    /// Reads the part.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<MonthPart>, D::Error> {
        let Some(word) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        month_part::parse(&word).map(Some).ok_or_else(|| D::Error::unknown_variant(&word, month_part::ALL))
    }
}
