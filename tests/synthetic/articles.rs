//! Made-up articles of about five thousand bytes: some about leaders and summits, some that name nobody.

use std::fmt::Write as _;

use summitline::{
    model::{Day, Edition, Leader, OfficeRole},
    world::World,
};

use super::chance::Chance;

/// What an article is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Matter {
    /// Leaders, summits, meetings and calls, between sentences that only fill the page.
    Leaders,
    /// Allotments, trains and weather: neither a leader nor a series.
    Nobody,
}

/// One article: its path and its bytes.
pub(crate) type File = (String, Vec<u8>);

/// `n` articles of `seed`.
pub(crate) fn articles(seed: u64, n: usize, matter: Matter) -> Vec<File> {
    (0..n).map(|index| article(seed, index, matter)).collect()
}

/// The `index`-th article of `seed`.
pub(crate) fn article(seed: u64, index: usize, matter: Matter) -> File {
    let mut chance = Chance::new(seed, index);
    let mut text = String::with_capacity(6000);
    match matter {
        Matter::Leaders => {
            let day = day(&mut chance);
            let leader = leader(&mut chance);
            about(&mut text, &mut chance, day, leader);
        }
        Matter::Nobody => {
            text.push_str("Notes from the allotments\n\n");
            page(&mut text, &mut chance, |chance| filler(chance, &GARDEN));
        }
    }
    (format!("synthetic/{index:06}.txt"), text.into_bytes())
}

/// `n` articles of `seed` about one leader.
pub(crate) fn articles_about(seed: u64, n: usize, name: &str) -> Vec<File> {
    let leaders = World::builtin().register().leaders();
    let leader = leaders.iter().find(|leader| leader.name == name).expect("a leader of the register");
    let one = |index| {
        let mut chance = Chance::new(seed, index);
        let mut text = String::with_capacity(6000);
        let day = day(&mut chance);
        about(&mut text, &mut chance, day, leader);
        (format!("synthetic/{index:06}.txt"), text.into_bytes())
    };
    (0..n).map(one).collect()
}

/// Writes one article about a leader.
fn about(text: &mut String, chance: &mut Chance, day: Day, leader: &Leader) {
    writeln!(text, "What {} did this week\n\nBy our correspondent\nPublished {day}\n", leader.name)
        .expect("writing to a string");
    page(
        text,
        chance,
        |chance| {
            if chance.percent(40) { told(chance, leader) } else { filler(chance, &TRADE) }
        },
    );
}

/// A day of seventeen years.
fn day(chance: &mut Chance) -> Day {
    let first = Day::from_ymd(2008, 1, 1).expect("a day");
    first.plus(i32::try_from(chance.below(17 * 365)).expect("some thousands of days"))
}

/// One article about leaders that is as long as `n_bytes`.
pub(crate) fn long(seed: u64, n_bytes: usize) -> File {
    let mut bytes = Vec::with_capacity(n_bytes + 6000);
    for index in 0.. {
        if bytes.len() >= n_bytes {
            break;
        }
        bytes.extend(article(seed, index, Matter::Leaders).1);
    }
    ("synthetic/long.txt".to_owned(), bytes)
}

/// An article about leaders of as many words, without a full stop.
pub(crate) fn breathless(seed: u64, n_words: usize) -> File {
    let (_, bytes) = long(seed, n_words * 10);
    let text = String::from_utf8(bytes).expect("what was made up is UTF-8");
    let words = text.split_whitespace().take(n_words).map(|word| word.trim_end_matches(['.', '?', '!']));
    ("synthetic/breathless.txt".to_owned(), words.collect::<Vec<_>>().join(" ").into_bytes())
}

/// Paragraphs of three to six sentences, up to about five thousand bytes.
fn page(text: &mut String, chance: &mut Chance, mut sentence: impl FnMut(&mut Chance) -> String) {
    while text.len() < 5000 {
        for _ in 0..3 + chance.below(4) {
            text.push_str(&sentence(chance));
            text.push(' ');
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
}

fn leader(chance: &mut Chance) -> &'static Leader {
    loop {
        let leader = chance.pick(World::builtin().register().leaders());
        if leader.offices.iter().any(|office| office.role == OfficeRole::Leader) {
            return leader;
        }
    }
}

/// A sentence about a leader, with a summit or with another leader.
fn told(chance: &mut Chance, of: &Leader) -> String {
    let other = leader(chance);
    let edition: &Edition = chance.pick(World::builtin().calendar().editions());
    let city = edition.city.as_deref().unwrap_or("the capital");
    let month = chance.pick(&MONTHS);
    let day = 1 + chance.below(28);
    let year = edition.days.first().year();
    let (who, whom, series) = (&of.name, &other.name, &edition.series);
    match chance.below(10) {
        0 => format!("{who} travelled to {city} for the {series} summit in {month} {year}."),
        1 => format!("On {month} {day}, {year}, {who} met {whom} in {city} for an hour behind closed doors."),
        2 => {
            format!("{who} will not attend the {series} summit in {city} in person, an aide said on Monday.")
        }
        3 => {
            format!("{who} spoke with {whom} by telephone on {day} {month} {year}, the two offices reported.")
        }
        4 => format!("He addressed the {series} meeting by video link, as he had done the year before."),
        5 => format!("{whom} received {who} in {city} last week, and the two dined until late."),
        6 => format!("{who} skipped the {series} gathering in {city} and sent a minister in his place."),
        7 => format!("Talks between {who} and {whom} are planned for next month, two officials said."),
        8 => format!(
            "'We were never told whether {who} would come to {city},' a diplomat of the host recalled."
        ),
        _ => {
            format!("On the sidelines of the {series} summit, {who} also saw {whom} and two prime ministers.")
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The words of a field: who does what to what, and how.
struct Words {
    subjects: [&'static str; 6],
    verbs: [&'static str; 6],
    objects: [&'static str; 6],
    endings: [&'static str; 6],
}

const TRADE: Words = Words {
    subjects: [
        "The market",
        "A survey of traders",
        "The port authority",
        "An older report",
        "The rail operator",
        "Analysts",
    ],
    verbs: ["expects", "described", "has measured", "will publish", "compared", "doubts"],
    objects: [
        "the price of grain",
        "a slower harvest",
        "the cost of freight",
        "new tariffs",
        "the volume of orders",
        "a weaker quarter",
    ],
    endings: [
        "for the second year running",
        "after a wet spring",
        "in three of five regions",
        "without giving figures",
        "as orders fell by a tenth",
        "before the season began",
    ],
};

const GARDEN: Words = Words {
    subjects: [
        "The oldest plot",
        "A hedgehog",
        "Our neighbour's shed",
        "The water butt",
        "A row of beans",
        "The path by the brook",
    ],
    verbs: ["survived", "has hidden", "smelled of", "was spared by", "divides", "waits for"],
    objects: [
        "the first frost",
        "last year's compost",
        "a bed of chives",
        "the long drought",
        "two old apple trees",
        "the lettuce seedlings",
    ],
    endings: [
        "while it rained",
        "as every summer",
        "behind the green fence",
        "and nobody minded",
        "for no clear reason",
        "until the evening",
    ],
};

fn filler(chance: &mut Chance, words: &Words) -> String {
    let [subject, verb, object, ending] =
        [&words.subjects, &words.verbs, &words.objects, &words.endings].map(|list| *chance.pick(list));
    match chance.below(3) {
        0 => format!("{subject} {verb} {object} {ending}."),
        1 => format!("{subject} {verb} {object}, and {} of them did so {ending}.", 2 + chance.below(90)),
        _ => format!("It was said that {} {verb} {object} {ending}.", lower_first(subject)),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
