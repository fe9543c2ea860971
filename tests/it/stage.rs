//! A stage for the window: a few articles and events made by hand, and an outside world that answers.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
};

use eframe::egui;
use egui_kittest::Harness;
use summitline::{
    model::{
        Article, Block, BlockRole, ConfidenceReason, Conflict, Day, DayRange, Edit, Event, Evidence, Form,
        Grade, Kind, Participation, Place, Precision, Review, Span, Speaker, Status, Step,
    },
    project::{Answer, Effect, FileFailure, Input, State, analyse::Reading},
    ui::{App, Initial, Port},
};

use crate::render::Textures;

/// The articles' paths and texts: title, then sentences that the events quote.
pub(crate) const ARTICLES: [(&str, &str); 3] = [
    (
        "2022/bali.txt",
        "An empty chair in Bali\n\nVladimir Putin stayed away from the G20 summit in Bali, the Kremlin said. \
         His foreign minister flew to the island instead.\n\nA day earlier Putin spoke with Emmanuel Macron by \
         phone about grain. Earlier that autumn he met Xi Jinping in Samarkand, where both had come for the SCO \
         summit.\n\nShare this article",
    ),
    (
        "2023/johannesburg.txt",
        "BRICS grows by six\n\nVladimir Putin joined the BRICS summit in Johannesburg by video. Some papers had \
         written that Putin would fly to South Africa after all.\n\nHe did not leave for New Delhi in September \
         either: the G20 summit there went on without him.",
    ),
    (
        "2024/kazan.txt",
        "Kazan receives its guests\n\nPutin opened the BRICS summit in Kazan on Tuesday. On its margins he met \
         Narendra Modi.\n\nHe will visit Mongolia next year, an aide said. It is rumoured that he will see \
         Kim Jong Un in the spring. He once met Sauli Niinistö on the ice of a river, an old friend recalled.",
    ),
];

/// What the outside world of the tests is asked and how it answers.
pub(crate) struct Stage {
    pub(crate) app: Option<App>,
    effects: Receiver<Effect>,
    answers: SyncSender<Answer>,
    port: Option<(Port, Initial)>,
    /// What was asked and is not answered by itself.
    pub(crate) asked: Vec<Effect>,
    /// The desktop has no dialog service.
    pub(crate) no_dialog: bool,
    /// What a dialog gives.
    pub(crate) picked: Option<PathBuf>,
}

impl Stage {
    pub(crate) fn new(initial: Initial) -> Self {
        let (effect_sender, effects) = sync_channel(64);
        let (answers, answer_receiver) = sync_channel(256);
        let port = Port { effects: effect_sender, answers: answer_receiver };
        Self {
            app: None,
            effects,
            answers,
            port: Some((port, initial)),
            asked: Vec::new(),
            no_dialog: false,
            picked: None,
        }
    }

    /// One frame: the outside world first, then the window.
    pub(crate) fn frame(&mut self, ui: &mut egui::Ui) {
        if let Some((port, initial)) = self.port.take() {
            // The fonts that it installs are there from the next frame on.
            self.app = Some(App::new(ui.ctx(), port, initial));
            ui.ctx().request_repaint();
            return;
        }
        while let Ok(effect) = self.effects.try_recv() {
            self.answer(effect);
        }
        let app = self.app.as_mut().unwrap();
        app.logic(ui.ctx());
        app.ui(ui);
    }

    pub(crate) fn state(&self) -> &State {
        self.app.as_ref().unwrap().state()
    }

    fn say(&self, answer: Answer) {
        self.answers.send(answer).unwrap();
    }

    fn answer(&mut self, effect: Effect) {
        match effect {
            Effect::Read { number, input } => self.read(number, &input),
            Effect::Merge(job) => {
                let subject = &job.subject;
                let events = if subject == "Vladimir Putin" { events(&job.readings) } else { Vec::new() };
                self.say(Answer::Merged { number: job.number, events });
            }
            Effect::LoadMemory => self.say(Answer::Memory(Vec::new())),
            Effect::PickFolder if self.no_dialog => {
                self.say(Answer::NoDialog { reason: "no portal and no zenity".to_owned() });
            }
            Effect::PickFolder => self.say(Answer::FolderPicked(self.picked.clone())),
            Effect::PickSavePath { .. } if self.no_dialog => {
                self.say(Answer::NoDialog { reason: "no portal and no zenity".to_owned() });
            }
            Effect::PickSavePath { purpose, .. } => {
                self.say(Answer::SavePathPicked { purpose, path: self.picked.clone() });
            }
            other => self.asked.push(other),
        }
    }

    fn read(&self, number: u32, input: &Input) {
        self.say(Answer::Progress { number, found: 4, done: 1 });
        if *input != Input::Path(PathBuf::from("/empty")) {
            let readings = ARTICLES.iter().map(|(file, text)| Arc::new(reading(file, text))).collect();
            self.say(Answer::ArticlesRead { number, readings });
            let failure = FileFailure {
                file: "scan.txt".to_owned(),
                reason: "it is a picture, not text".to_owned(),
                advice: "Save the article as text or HTML".to_owned(),
            };
            self.say(Answer::FileFailed { number, failure });
            self.say(Answer::Skipped { number, by_kind: [(".jpg".to_owned(), 2)].into() });
        }
        self.say(Answer::ReadingDone { number, cancelled: false });
    }
}

/// A window of that size on the stage; the pictures are drawn from the textures.
pub(crate) fn window(initial: Initial, size: [f32; 2], scale: f32) -> (Harness<'static, Stage>, Textures) {
    let textures = Textures::default();
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .with_max_steps(40)
        .renderer(textures.clone())
        .build_ui_state(|ui, stage: &mut Stage| stage.frame(ui), Stage::new(initial));
    harness.run();
    (harness, textures)
}

pub(crate) fn reading(file: &str, text: &str) -> Reading {
    let body = text.find("\n\n").unwrap();
    let end = text.find("\n\nShare").unwrap_or(text.len());
    let block = |role, start, end| Block { role, span: Span::new(start, end) };
    let mut blocks = vec![block(BlockRole::Title, 0, body), block(BlockRole::Body, body + 2, end)];
    let mut edits = Vec::new();
    if end < text.len() {
        blocks.push(block(BlockRole::Boilerplate, end + 2, text.len()));
        let at = text.find("Kremlin").unwrap();
        let span = Span::new(at, at + "Kremlin".len());
        edits.push(Edit {
            span,
            was: "Kreml\u{fffd}n".to_owned(),
            repair: "utf-8 read as gbk",
            lossy: false,
        });
    }
    let article = Article {
        file: file.to_owned(),
        hash: format!("hash of {file}"),
        title: Some(text[..body].to_owned()),
        published: None,
        url: None,
        language: "en".to_owned(),
        encoding: "UTF-8",
        text: text.to_owned(),
        edits,
        blocks,
        sentences: Vec::new(),
        doubts: Vec::new(),
    };
    Reading { article, extraction: summitline::extract::Extraction::default() }
}

fn days(first: &str, last: &str) -> DayRange {
    DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
}

fn evidence(file: &str, quote: &str) -> Evidence {
    let (_, text) = ARTICLES.iter().find(|(name, _)| *name == file).unwrap();
    let byte = text.find(quote).unwrap();
    let start = text[..byte].chars().count();
    Evidence {
        claim: format!("{file}:{start}"),
        article: format!("hash of {file}"),
        file: file.to_owned(),
        title: text.lines().next().map(ToOwned::to_owned),
        published: None,
        url: None,
        quote: quote.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start,
        end: start + quote.chars().count(),
        language: "en".to_owned(),
        participation: Participation::Attended,
        status: Status::Happened,
        grade: Grade::Body,
        speaker: None,
        trigger: String::new(),
        rule: "en.test".to_owned(),
    }
}

/// An event with one quote; what it is otherwise is changed by the caller.
fn event(name: &str, kind: Kind, days: DayRange, quote: Evidence) -> Event {
    let form = match kind {
        Kind::Summit => Form::Summit,
        Kind::Meeting => Form::Talks,
        Kind::Call => Form::Phone,
    };
    Event {
        id: name.to_lowercase().replace([' ', ','], "-"),
        kind,
        form,
        held: false,
        subject: "Vladimir Putin".to_owned(),
        series: None,
        edition: None,
        name: name.to_owned(),
        counterparts: Vec::new(),
        countries: Vec::new(),
        participation: Participation::Attended,
        left_early: false,
        host: false,
        delegate: None,
        reason: None,
        status: Status::Happened,
        days,
        precision: days.precision(),
        derivation: vec![Step::Tense { days }],
        inferred: Vec::new(),
        place: Place::default(),
        sidelines_of: None,
        maybe_same_as: Vec::new(),
        confidence: 80,
        reasons: vec![ConfidenceReason { why: "edition", points: 30 }],
        conflicts: Vec::new(),
        review: Review::Unreviewed,
        evidence: vec![quote],
    }
}

/// What the articles say, made by hand.
pub(crate) fn events(readings: &[Arc<Reading>]) -> Vec<Event> {
    if readings.len() < ARTICLES.len() {
        return Vec::new();
    }
    let mut events = summits();
    events.extend(meetings());
    events.sort_by(|a, b| {
        (a.days.start().is_none(), a.days, &a.id).cmp(&(b.days.start().is_none(), b.days, &b.id))
    });
    events
}

fn summits() -> Vec<Event> {
    let mut bali = event(
        "G20 summit, Bali",
        Kind::Summit,
        days("2022-11-15", "2022-11-16"),
        evidence(
            "2022/bali.txt",
            "Vladimir Putin stayed away from the G20 summit in Bali, the Kremlin said.",
        ),
    );
    bali.participation = Participation::Skipped;
    bali.precision = Precision::Day;
    bali.place = Place { city: Some("Bali".to_owned()), country: Some("ID".to_owned()) };
    bali.delegate = Some("his foreign minister".to_owned());
    bali.evidence[0].speaker = Some(Speaker { name: "the Kremlin".to_owned() });
    "stayed away".clone_into(&mut bali.evidence[0].trigger);
    bali.evidence[0].participation = Participation::Skipped;
    bali.inferred = vec!["place".to_owned()];
    bali.derivation = vec![Step::EditionFound {
        edition: "G20/2022".to_owned(),
        name: "G20 summit, Bali".to_owned(),
        days: bali.days,
        source: "a table".to_owned(),
    }];
    let mut johannesburg = event(
        "BRICS summit, Johannesburg",
        Kind::Summit,
        days("2023-08-22", "2023-08-24"),
        evidence("2023/johannesburg.txt", "Vladimir Putin joined the BRICS summit in Johannesburg by video."),
    );
    johannesburg.participation = Participation::Virtual;
    johannesburg.precision = Precision::Day;
    let rumour = "Some papers had written that Putin would fly to South Africa after all.";
    johannesburg.evidence.push(evidence("2023/johannesburg.txt", rumour));
    johannesburg.conflicts = vec![Conflict {
        field: "participation",
        values: vec![
            ("virtual".to_owned(), "2023/johannesburg.txt".to_owned()),
            ("attended".to_owned(), "2023/johannesburg.txt".to_owned()),
        ],
    }];
    let mut delhi = event(
        "G20 summit, New Delhi",
        Kind::Summit,
        days("2023-09-09", "2023-09-10"),
        evidence("2023/johannesburg.txt", "the G20 summit there went on without him."),
    );
    delhi.participation = Participation::Skipped;
    delhi.precision = Precision::Day;
    let mut kazan = event(
        "BRICS summit, Kazan",
        Kind::Summit,
        days("2024-10-22", "2024-10-24"),
        evidence("2024/kazan.txt", "Putin opened the BRICS summit in Kazan on Tuesday."),
    );
    kazan.host = true;
    kazan.precision = Precision::Day;
    vec![bali, johannesburg, delhi, kazan]
}

fn meetings() -> Vec<Event> {
    let mut xi = event(
        "Meeting with Xi Jinping",
        Kind::Meeting,
        days("2022-09-01", "2022-11-16"),
        evidence(
            "2022/bali.txt",
            "Earlier that autumn he met Xi Jinping in Samarkand, where both had come for the SCO summit.",
        ),
    );
    xi.counterparts = vec!["Xi Jinping".to_owned()];
    let mut macron = event(
        "Call with Emmanuel Macron",
        Kind::Call,
        days("2022-11-13", "2022-11-14"),
        evidence("2022/bali.txt", "A day earlier Putin spoke with Emmanuel Macron by phone about grain."),
    );
    macron.participation = Participation::Virtual;
    macron.counterparts = vec!["Emmanuel Macron".to_owned()];
    let mut modi = event(
        "Meeting with Narendra Modi",
        Kind::Meeting,
        days("2024-10-22", "2024-10-22"),
        evidence("2024/kazan.txt", "On its margins he met Narendra Modi."),
    );
    modi.counterparts = vec!["Narendra Modi".to_owned()];
    modi.sidelines_of = Some("brics-summit--kazan".to_owned());
    let mut mongolia = event(
        "Visit to Mongolia",
        Kind::Meeting,
        DayRange::year(2025).unwrap(),
        evidence("2024/kazan.txt", "He will visit Mongolia next year, an aide said."),
    );
    mongolia.status = Status::Planned;
    mongolia.form = Form::Visit;
    mongolia.countries = vec!["MN".to_owned()];
    let mut kim = event(
        "Meeting with Kim Jong Un",
        Kind::Meeting,
        DayRange::ANY,
        evidence("2024/kazan.txt", "It is rumoured that he will see Kim Jong Un in the spring."),
    );
    kim.status = Status::Speculated;
    kim.held = true;
    kim.confidence = 30;
    kim.counterparts = vec!["Kim Jong Un".to_owned()];
    let quote = "on the ice of a river, an old friend recalled";
    let mut niinisto =
        event("Meeting with Sauli Niinistö", Kind::Meeting, DayRange::ANY, evidence("2024/kazan.txt", quote));
    niinisto.counterparts = vec!["Sauli Niinistö".to_owned()];
    vec![xi, macron, modi, mongolia, kim, niinisto]
}
