//! Compiles a `times.toml` into a grammar, and says what is wrong with it.

use std::collections::BTreeMap;

use super::{
    Capture, Class, Cues, Element, File, Form, Grammar, Hit, Lists, Make, StageName, What, WordId, Words,
    form::{self, Part, Piece},
    grammar::{Traits, WordIndex},
};

/// How many words `…` may skip.
const GAP_WORDS: usize = 5;
/// Units and parts in the order of their indices.
const UNITS: [&str; 5] = ["day", "week", "month", "quarter", "year"];
const PARTS: [&str; 3] = ["early", "mid", "late"];

/// Compiles the file's plain words, together with those of a reading where one is given.
pub(super) fn grammar(file: &File, reading: Option<&Words>) -> Result<Grammar, String> {
    let mut compiler = Compiler::default();
    let words = |pick: fn(&Words) -> &Lists| Joined { plain: pick(&file.words), more: reading.map(pick) };
    compiler.table("month", &words(|words| &words.months), number)?;
    compiler.table("weekday", &words(|words| &words.weekdays), number)?;
    compiler.table("n", &words(|words| &words.numbers), number)?;
    compiler.table("unit", &words(|words| &words.units), |name| index(&UNITS, name))?;
    compiler.table("part", &words(|words| &words.parts), |name| index(&PARTS, name))?;
    compiler.lists(&words(|words| &words.lists))?;
    for row in file.rule.iter().filter(|row| reading.is_some() || !row.spun) {
        compiler.rule(row)?;
    }
    compiler.finish(file)
}

/// The plain lists and those of a reading on top of them.
struct Joined<'a> {
    plain: &'a Lists,
    more: Option<&'a Lists>,
}

impl<'a> Joined<'a> {
    fn iter(&self) -> impl Iterator<Item = (&'a String, &'a Vec<String>)> + use<'a> {
        self.plain.iter().chain(self.more.into_iter().flatten())
    }
}

#[derive(Default)]
struct Compiler {
    grammar: Grammar,
    names: BTreeMap<String, usize>,
    /// The classes of the alternatives that stand in forms: the same ones stand in many.
    eithers: BTreeMap<Vec<Vec<String>>, usize>,
}

impl Compiler {
    fn table(
        &mut self,
        name: &str,
        lists: &Joined<'_>,
        value: impl Fn(&str) -> Option<i32>,
    ) -> Result<(), String> {
        let class = self.class(name);
        for (key, entries) in lists.iter() {
            let value = value(key).ok_or_else(|| format!("{key} is no {name}"))?;
            for entry in entries {
                self.enter(class, &form::words(entry), value)?;
            }
        }
        Ok(())
    }

    fn lists(&mut self, lists: &Joined<'_>) -> Result<(), String> {
        for (name, entries) in lists.iter() {
            let class = self.class(name);
            for entry in entries {
                self.enter(class, &form::words(entry), 0)?;
            }
        }
        Ok(())
    }

    fn class(&mut self, name: &str) -> usize {
        if let Some(class) = self.names.get(name) {
            return *class;
        }
        self.grammar.classes.push(Class::default());
        let class = self.grammar.classes.len() - 1;
        self.names.insert(name.to_owned(), class);
        class
    }

    fn enter(&mut self, class: usize, words: &[String], value: i32) -> Result<(), String> {
        let mut numbered = Vec::new();
        for word in words {
            numbered.push((self.number(word)?, word.chars().next().is_some_and(char::is_uppercase)));
        }
        let (first, _) = *numbered.first().ok_or("an entry may not be empty")?;
        let class = self.grammar.classes.get_mut(class).ok_or("no such list")?;
        let hits = class.hits.entry(first).or_default();
        hits.push(Hit { words: numbered, value });
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.words.len()));
        Ok(())
    }

    fn number(&mut self, word: &str) -> Result<WordId, String> {
        let lower = lower(word);
        if lower.chars().next().is_some_and(is_ideograph) {
            let longest = &mut self.grammar.longest_ideographs;
            *longest = (*longest).max(lower.chars().count());
        }
        let next = WordId::try_from(self.grammar.lexicon.len()).map_err(|error| error.to_string())?;
        Ok(*self.grammar.lexicon.entry(lower).or_insert(next))
    }

    fn rule(&mut self, row: &super::RuleRow) -> Result<(), String> {
        self.grammar.rules.push(row.rule());
        let rule = self.grammar.rules.len() - 1;
        if row.make == Make::Moment && row.moment.is_none() {
            return Err("a moment needs its key".to_owned());
        }
        for form in &row.forms {
            for pieces in form::rows(form)? {
                let elements =
                    pieces.iter().map(|piece| self.element(piece, form)).collect::<Result<Vec<_>, _>>()?;
                let needs = Traits::needed(&elements);
                self.add(row.stage, Form { rule, elements, needs })?;
            }
        }
        Ok(())
    }

    fn element(&mut self, piece: &Piece, form: &str) -> Result<Element, String> {
        let what = match &piece.part {
            Part::Gap => What::Gap(GAP_WORDS),
            Part::Slot(name) => self.slot(name).ok_or_else(|| format!("<{name}> is unknown in {form}"))?,
            Part::Either(entries) => What::Class { class: self.either(entries)?, keep: Capture::Nothing },
        };
        Ok(Element { what, tight: piece.tight })
    }

    fn either(&mut self, entries: &[Vec<String>]) -> Result<usize, String> {
        if let Some(class) = self.eithers.get(entries) {
            return Ok(*class);
        }
        self.grammar.classes.push(Class::default());
        let class = self.grammar.classes.len() - 1;
        for words in entries {
            self.enter(class, words, 0)?;
        }
        self.eithers.insert(entries.to_vec(), class);
        Ok(class)
    }

    fn slot(&self, name: &str) -> Option<What> {
        let class = self.names.get(name).copied();
        let keep = match name {
            "day" => return Some(What::Day),
            "month_number" => return Some(What::MonthNumber),
            "year" => return Some(What::Year),
            "date" => return Some(What::Date),
            "moment" => return Some(What::Moment),
            "time" => return Some(What::Time),
            "n" => return class.map(|class| What::Amount { class }),
            "month" => Capture::Month,
            "weekday" => Capture::Weekday,
            "unit" => Capture::Unit,
            "part" => Capture::Part,
            "to" | "till" => Capture::To,
            "and" => Capture::And,
            _ => Capture::Nothing,
        };
        class.map(|class| What::Class { class, keep })
    }

    fn add(&mut self, stage: StageName, form: Form) -> Result<(), String> {
        let first = form.elements.first().ok_or("a form may not be empty")?.what;
        let words: Vec<WordId> = match first {
            What::Class { class, .. } | What::Amount { class } => self
                .grammar
                .class(class)
                .map(|class| class.hits.keys().copied().collect())
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        let [date, relative, compose] = &mut self.grammar.stages;
        let stage = match stage {
            StageName::Date => date,
            StageName::Relative => relative,
            StageName::Compose => compose,
        };
        let index = stage.forms.len();
        for word in words {
            stage.note(word, index);
        }
        match first {
            What::Amount { .. } | What::Day | What::MonthNumber | What::Year => stage.by_number.push(index),
            What::Date | What::Moment | What::Time => stage.by_time.push(index),
            What::Gap(_) => return Err("a form may not begin with …".to_owned()),
            What::Class { .. } => {}
        }
        stage.forms.push(form);
        Ok(())
    }

    fn finish(mut self, file: &File) -> Result<Grammar, String> {
        let first_words = |grammar: &Grammar, names: &BTreeMap<String, usize>, name: &str| {
            let class = names.get(name).and_then(|class| grammar.class(*class));
            class.map(|class| class.hits.keys().copied().collect::<Vec<_>>()).unwrap_or_default()
        };
        self.grammar.ambiguous = first_words(&self.grammar, &self.names, "ambiguous");
        self.grammar.lead = first_words(&self.grammar, &self.names, "lead");
        self.grammar.count = first_words(&self.grammar, &self.names, "count");
        self.grammar.counted = first_words(&self.grammar, &self.names, "counted");
        self.grammar.ordinals.clone_from(&file.ordinals);
        self.grammar.prefixes.clone_from(&file.prefixes);
        if self.grammar.stages.iter().all(|stage| stage.forms.is_empty()) {
            return Err("there is no rule".to_owned());
        }
        self.grammar.index = WordIndex::new(&self.grammar.lexicon);
        self.grammar.note_traits();
        self.grammar.cues = Cues::of(&self.grammar);
        Ok(self.grammar)
    }
}

fn number(key: &str) -> Option<i32> {
    key.parse().ok()
}

fn index(names: &[&str], name: &str) -> Option<i32> {
    i32::try_from(names.iter().position(|known| *known == name)?).ok()
}

/// A word in lower case, without the dot that Turkish capitals leave behind.
fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter(|c| *c != '\u{307}').collect()
}

/// Whether a character is written without spaces between words.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
