//! Which language a text is in, from a bounded sample: by script, by telling letters, by the words that every
//! text in a language is full of, then by trigrams, which names mislead.

use crate::world::packs::regions::Regions;
use whatlang::{Detector, Lang};

/// Bytes of the sample: trigrams of one long paragraph tell languages apart, more costs time only.
const SAMPLE: usize = 1200;

/// Languages that are told apart; leaving out rare ones makes short texts safer. With their BCP 47 tags.
const TAGS: [(Lang, &str); 40] = [
    (Lang::Eng, "en"),
    (Lang::Ind, "id"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Spa, "es"),
    (Lang::Ita, "it"),
    (Lang::Pol, "pl"),
    (Lang::Tur, "tr"),
    (Lang::Por, "pt"),
    (Lang::Rus, "ru"),
    (Lang::Ukr, "uk"),
    (Lang::Bel, "be"),
    (Lang::Bul, "bg"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Nld, "nl"),
    (Lang::Swe, "sv"),
    (Lang::Dan, "da"),
    (Lang::Nob, "nb"),
    (Lang::Fin, "fi"),
    (Lang::Ces, "cs"),
    (Lang::Slk, "sk"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Hrv, "hr"),
    (Lang::Slv, "sl"),
    (Lang::Vie, "vi"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Cat, "ca"),
    (Lang::Aze, "az"),
    (Lang::Uzb, "uz"),
    (Lang::Ara, "ar"),
    (Lang::Pes, "fa"),
    (Lang::Urd, "ur"),
    (Lang::Heb, "he"),
    (Lang::Hin, "hi"),
    (Lang::Mar, "mr"),
    (Lang::Afr, "af"),
];

/// How many letters of a sample are of which kind.
#[derive(Default)]
struct Census {
    letters: usize,
    han: usize,
    kana: usize,
    hangul: usize,
    cyrillic: usize,
    russian: usize,
    ukrainian: usize,
    belarusian: usize,
    /// Letters that Russian has not or hardly needs, but its neighbours do: Ъ, Ј, Љ, Њ, Ћ, Ђ, Џ, Ѓ, Ќ.
    southern: usize,
}

/// The BCP 47 tag of the language of `text`, of which the first kilobyte or so is looked at; `und` if unknown.
pub fn language(text: &str) -> &'static str {
    let sample = head(text, SAMPLE);
    // The scripts of a text in ASCII need no counting.
    if sample.is_ascii()
        && let Some(tag) = by_common_words(sample)
    {
        return tag;
    }
    let census = census(sample);
    if census.letters < 12 {
        return "und";
    }
    let share = |count: usize, percent: usize| count * 100 > census.letters * percent;
    if share(census.hangul, 30) {
        return "ko";
    }
    if share(census.han + census.kana, 30) {
        return if census.kana * 10 > census.han { "ja" } else { "zh" };
    }
    if share(census.cyrillic, 50)
        && let Some(tag) = cyrillic(&census)
    {
        return tag;
    }
    if let Some(tag) = by_common_words(sample) {
        return tag;
    }
    let list = TAGS.iter().map(|(lang, _)| *lang).collect();
    let detected = Detector::with_allowlist(list).detect_lang(sample);
    let tag =
        detected.and_then(|lang| TAGS.iter().find(|(known, _)| *known == lang)).map_or("und", |(_, tag)| tag);
    by_few_words(sample, tag).unwrap_or(tag)
}

/// The language of a line or two whose trigrams look like one without common words here: names mislead those the
/// more, the shorter the text. `None` unless its few common words are one language's rather than any other's.
fn by_few_words(sample: &str, detected: &str) -> Option<&'static str> {
    const FEW: usize = 30;
    const LEAST_PERCENT: usize = 25;
    let (n_words, mut counts) = Regions::builtin().common_words(sample);
    if n_words > FEW || counts.iter().any(|(_, tag)| *tag == detected) {
        return None;
    }
    counts.sort_unstable();
    let [.., (second, _), (best, tag)] = counts.as_slice() else { return None };
    let fits = best > second && best * 100 >= n_words * LEAST_PERCENT;
    TAGS.iter().map(|(_, known)| *known).find(|known| fits && known == tag)
}

/// The language whose common words make up a good part of the sample, well ahead of every other's.
///
/// Running text in a language has a quarter to a half of them, a text in a neighbour of it a tenth.
fn by_common_words(sample: &str) -> Option<&'static str> {
    const LEAST_WORDS: usize = 12;
    const LEAST_PERCENT: usize = 18;
    let (n_words, mut counts) = Regions::builtin().common_words(sample);
    counts.sort_unstable();
    let [.., (second, _), (best, tag)] = counts.as_slice() else { return None };
    let enough = n_words >= LEAST_WORDS && best * 100 >= n_words * LEAST_PERCENT;
    let ahead = best * 3 >= second * 4;
    TAGS.iter().map(|(_, known)| *known).find(|known| known == tag && enough && ahead)
}

/// A text of no more letters is a line or two.
const LINE: usize = 200;

/// Russian, Ukrainian or Belarusian by the letters that the others lack; `None` for other Cyrillic languages.
fn cyrillic(census: &Census) -> Option<&'static str> {
    if census.belarusian > 0 && census.belarusian * 50 > census.cyrillic {
        return Some("be");
    }
    if census.ukrainian > census.russian {
        return Some("uk");
    }
    // Ы and Э make up some 2.5 per cent of Russian; Bulgarian, Serbian and Macedonian have neither. A line can be
    // without them, but hardly without the letters of its neighbours if it is one of theirs.
    let is_line = census.cyrillic <= LINE && census.southern == 0;
    (is_line || census.russian * 200 > census.cyrillic).then_some("ru")
}

fn census(sample: &str) -> Census {
    let mut census = Census::default();
    for letter in sample.chars().filter(|letter| letter.is_alphabetic()) {
        census.letters += 1;
        match letter {
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => census.han += 1,
            '\u{3040}'..='\u{30ff}' => census.kana += 1,
            '\u{ac00}'..='\u{d7af}' => census.hangul += 1,
            '\u{0400}'..='\u{052f}' => {
                census.cyrillic += 1;
                match letter {
                    'ы' | 'э' | 'Ы' | 'Э' => census.russian += 1,
                    'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => census.ukrainian += 1,
                    'ў' | 'Ў' => census.belarusian += 1,
                    'ъ' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ' | 'ѓ' | 'ќ' => census.southern += 1,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    census
}

fn head(text: &str, length: usize) -> &str {
    let end = (0..=length.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let cases = [
            ("en", "The president skipped the meeting and sent his foreign minister in his place."),
            ("id", "Presiden tidak menghadiri pertemuan itu dan mengirim menteri luar negerinya."),
            ("fr", "Le président n’est pas venu au sommet et a envoyé son ministre à sa place."),
            ("de", "Der Präsident kam nicht zum Gipfel und schickte stattdessen seinen Außenminister."),
            ("es", "El presidente no asistió a la cumbre y envió en su lugar a su ministro."),
            ("it", "Il presidente non ha partecipato al vertice e ha mandato il suo ministro degli esteri."),
            (
                "pl",
                "Prezydent nie przyjechał na szczyt i wysłał zamiast siebie ministra spraw zagranicznych.",
            ),
            ("tr", "Cumhurbaşkanı zirveye katılmadı ve yerine dışişleri bakanını gönderdi."),
            ("pt", "O presidente não participou da cúpula e enviou o seu ministro das Relações Exteriores."),
            ("ru", "Президент не приехал на саммит и отправил вместо себя министра, чтобы вынести вопрос."),
            ("uk", "Президент не приїхав на саміт і відправив замість себе міністра закордонних справ."),
            ("zh", "总统没有出席峰会，而是派外交部长代表他参加了会议。"),
            ("ja", "大統領は首脳会議に出席せず、代わりに外相を派遣した。"),
            ("ko", "대통령은 정상회의에 참석하지 않고 외무장관을 보냈다."),
            ("ar", "لم يحضر الرئيس القمة وأرسل وزير الخارجية بدلا منه إلى الاجتماع."),
        ];
        for (tag, text) in cases {
            assert_eq!(language(text), tag, "{text}");
        }
        assert_eq!(language("12:30"), "und", "no letters");
    }

    #[test]
    fn names_do_not_mislead() {
        let caption = "Indonesian President Joko Widodo and Kristalina Georgieva of the IMF at a dinner in Nusa Dua, \
                       Bali, with Kazakh guests Kassym-Jomart Tokayev and Bakhyt Sultanov. The buildings were put up for it.";
        assert_eq!(language(caption), "en", "names from everywhere");
        let danish = "Præsidenten kom ikke til topmødet og sendte i stedet sin udenrigsminister, men han talte med dem i \
                      telefonen og sagde, at det var en god aftale for alle i landet.";
        assert_eq!(language(danish), "da", "a language without a pack is not taken for one that has one");
        let dutch = "De president kwam niet naar de top en stuurde zijn minister van Buitenlandse Zaken, die in het hotel \
                     sprak met de leider van het land over de handel in gas en over wat er in de winter moet gebeuren.";
        assert_eq!(language(dutch), "nl", "nor is its neighbour");
        let romanian = "Președintele nu a venit la summit și a trimis în locul său ministrul de externe, care a vorbit cu \
                        liderii din regiune despre energie și despre ajutorul pentru cei care au plecat din țară.";
        assert_eq!(language(romanian), "ro", "nor is a cousin");
    }

    #[test]
    fn a_line_is_told_by_the_little_that_it_has() {
        let cases = [
            ("en", "Vladimir Putin met Xi Jinping in Moscow in March 2023 and in Beijing in October 2023."),
            ("ru", "Путин пропустил саммит БРИКС в ЮАР в августе 2023 года и саммит G20 в Индии."),
            ("nl", "Poetin en Xi spraken elkaar gisteren in Moskou over de handel in gas met China."),
            ("bg", "Президентът не отиде на срещата на върха и изпрати външния министър вместо себе си."),
            ("sr", "Председник није дошао на самит и послао је уместо себе министра спољних послова."),
        ];
        for (tag, text) in cases {
            assert_eq!(language(text), tag, "{text}");
        }
    }
}
