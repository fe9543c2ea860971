//! Damage made on purpose, and clean text that must stay as it is.

use encoding_rs::Encoding;
use proptest::prelude::*;

use super::repair;
use crate::text::original_text;

/// Clean paragraphs, written for this test, with the marks that damage shows in.
const CLEAN: [&str; 9] = [
    "“We won’t go,” the minister said — and he didn’t. The two countries’ talks of 2014–15 had failed…\n\n‘Nothing new’\n\nShe’s “not surprised.”\n",
    "Le président s’est rendu à Genève où il a déjà rencontré son homologue à l’été dernier. « Voilà », a-t-il dit.",
    "Der Präsident fuhr nach Zürich. „Größere Gespräche müssen warten“, hieß es am Abend.",
    "Президент прибыл в Алма-Ату и встретился с премьер-министром. «Это важно», — сказал он. Иных встреч не было.",
    "Президент приїхав до Києва. «Її візит є важливим», — сказав він. У Рівному його ждали.",
    "国家主席在阿斯塔纳会见了总统。“我们是朋友，”他说。双方讨论了贸易问题。",
    "首相はモスクワで大統領と会談し、「友好」を語った。",
    "대통령은 모스크바에서 총리와 만났다. “우리는 친구다”라고 말했다.",
    "وصل الرئيس إلى القاهرة. «هذا مهم»، قال الوزير أمس.",
];

/// Misreads UTF-8 as the encoding `label`, as a program would.
fn damage(clean: &str, label: &str) -> String {
    let encoding = Encoding::for_label(label.as_bytes()).unwrap();
    encoding.decode_without_bom_handling(clean.as_bytes()).0.into_owned()
}

#[test]
fn clean_text_in_all_scripts_stays_as_it_is() {
    let tricky = [
        "«LIBERTÉ» et «ÉGALITÉ», «CAFÉ…»",
        "Ele disse “AMANHÃ” e “MAÇÔ—nada mais.",
        "Ширина 10 Å², площадь в п. «Г», «Град»…, «и»…, Пётр, Фёдор, Зёрна, СІРІ, Рівне, Її",
        "SPÓŁKA, PÓŹNIEJ, ŁÓDŹ, STRÓŻ, Úľ, „Österreich“, ÎLE, Ñandú, ΑΒΓ’ς",
        "The word 猫 means cat, 黑料社 is a site, iPhone手机 too, café 猫, 東京Tokyo.",
        "鈥激光 鈥 元素 在 醫學 上 使用。",
        "R&D, AT&T; Q&A: a & b &c; &unknown; 5 < 6 &",
        "2×” and “2×—",
        "naïve façade, coöperate, £5, 20°, “quoted” – dash — …",
        "Ça va ? Ôtez-vous ! À Âge",
    ];
    for clean in CLEAN.iter().chain(&tricky) {
        assert_eq!(repair((*clean).to_owned()), ((*clean).to_owned(), Vec::new()), "altered");
    }
}

#[test]
fn single_byte_damage_is_undone() {
    for label in [
        "windows-1252",
        "windows-1251",
        "windows-1250",
        "windows-1254",
        "windows-1257",
        "koi8-r",
        "ibm866",
        "macintosh",
    ] {
        for clean in CLEAN {
            let damaged = damage(clean, label);
            if damaged.contains('\u{fffd}') {
                continue;
            }
            let (mended, edits) = repair(damaged.clone());
            assert_eq!(mended, clean, "{label}: {damaged}");
            assert_eq!(original_text(&mended, &edits), damaged, "{label}: edits are reversible");
        }
    }
}

#[test]
fn gbk_damage_of_latin_text_is_undone_where_bytes_were_lost() {
    for label in ["gbk", "shift_jis"] {
        let clean = CLEAN[0];
        let damaged = damage(clean, label);
        assert_eq!(repair(damaged.clone()).0, clean, "{label}: {damaged}");
        let dropped = damaged.replace('\u{fffd}', "");
        assert_eq!(repair(dropped.clone()).0, clean, "{label}: {dropped}");
    }
}

#[test]
fn a_real_chinese_name_beside_damage_stays() {
    let damaged = "黑料社\n\nHe said 鈥測es鈥 鈥 and left. It鈥檚 the minister鈥檚 plan.";
    let (mended, edits) = repair(damaged.to_owned());
    assert_eq!(mended, "黑料社\n\nHe said “yes” — and left. It’s the minister’s plan.", "mended");
    assert_eq!(edits.len(), 5, "places");
    assert!(edits.iter().filter(|edit| edit.lossy).count() == 2, "lossy places");
}

#[test]
fn question_marks_that_ate_a_space_are_seen_through() {
    let damaged = "鈥淲e came,鈥?he said. It鈥檚 late.";
    assert_eq!(repair(damaged.to_owned()).0, "“We came,” he said. It’s late.", "mended");
}

#[test]
fn double_damage_and_entities_are_undone() {
    let clean = "The minister’s “plan” — a café talk.";
    let twice = damage(&damage(clean, "windows-1252"), "windows-1252");
    let (mended, edits) = repair(twice.clone());
    assert_eq!(mended, clean, "{twice}");
    assert_eq!(original_text(&mended, &edits), twice, "edits are reversible");
    let entities = "The minister &amp;apos;s &quot;plan&quot; &#8212; caf&eacute;&nbsp;talk &amp; more";
    let (mended, edits) = repair(entities.to_owned());
    assert_eq!(mended, "The minister 's \"plan\" — café\u{a0}talk & more", "entities");
    assert_eq!(original_text(&mended, &edits), entities, "edits are reversible");
}

proptest! {
    #[test]
    fn repairing_twice_is_repairing_once(text in "[a-zé鈥檚淎聽ÃÂâ€™œРїСѓ黑料 \u{fffd}\\?&;ampquot\n“’—É»…]{0,60}") {
        let (once, edits) = repair(text.clone());
        prop_assert_eq!(original_text(&once, &edits), text);
        let (twice, more) = repair(once.clone());
        prop_assert_eq!(&twice, &once);
        prop_assert!(more.is_empty());
    }

    #[test]
    fn any_text_survives(text in "\\PC{0,80}") {
        let (mended, edits) = repair(text.clone());
        prop_assert_eq!(original_text(&mended, &edits), text);
    }
}
