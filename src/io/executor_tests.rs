//! The executor, asked as the window asks it.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a test writes what it reads, and fails by panicking"
)]

use std::fs;

use super::*;
use crate::project::{MergeJob, SavePurpose};

/// A person who always picks the same, or a desktop without dialogs.
struct Scripted(Picked);

impl Dialogs for Scripted {
    fn ask(&self, _request: &Request) -> Picked {
        self.0.clone()
    }
}

/// Sends the effects, closes the channel, and gives all answers.
fn answers_to(effects: Vec<Effect>, picked: Picked, is_last: impl Fn(&Answer) -> bool) -> Vec<Answer> {
    let (effect_sender, effect_receiver) = sync_channel(8);
    let (sender, receiver) = sync_channel(2);
    let executor =
        Executor::start(effect_receiver, Answers::new(sender, || ()), Arc::new(Scripted(picked))).unwrap();
    for effect in effects {
        effect_sender.send(effect).unwrap();
    }
    let mut answers = Vec::new();
    for answer in &receiver {
        let is_last = is_last(&answer);
        answers.push(answer);
        if is_last {
            break;
        }
    }
    drop((effect_sender, receiver));
    executor.join();
    answers
}

#[test]
fn a_folder_is_read_bit_by_bit_and_its_end_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..40 {
        fs::write(folder.path().join(format!("{number}.txt")), "A text.").unwrap();
    }
    fs::write(folder.path().join("empty.txt"), "").unwrap();
    fs::write(folder.path().join("picture.png"), "").unwrap();
    let read = Effect::Read { number: 7, input: Input::Path(folder.path().to_owned()) };
    let answers =
        answers_to(vec![read], Picked::Closed, |answer| matches!(answer, Answer::ReadingDone { .. }));
    let n_read: usize = answers
        .iter()
        .map(|answer| match answer {
            Answer::ArticlesRead { number: 7, readings } => readings.len(),
            _ => 0,
        })
        .sum();
    assert_eq!(n_read, 40);
    let failed = |answer: &&Answer| matches!(answer, Answer::FileFailed { failure, .. } if failure.file == "empty.txt");
    assert_eq!(answers.iter().filter(failed).count(), 1);
    assert!(answers.iter().any(|answer| matches!(answer, Answer::Progress { found: 41, done: 41, .. })));
    assert!(
        answers
            .iter()
            .any(|answer| matches!(answer, Answer::Skipped { by_kind, .. } if by_kind[".png"] == 1))
    );
    assert!(matches!(answers.last(), Some(Answer::ReadingDone { number: 7, cancelled: false })));
}

#[test]
fn a_cancelled_reading_reads_nothing_more_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "A text.").unwrap();
    let (sender, receiver) = sync_channel(8);
    let input = Input::Path(folder.path().to_owned());
    let job = reading::Job { number: 2, input, is_cancelled: Arc::new(AtomicBool::new(true)) };
    job.run(&Answers::new(sender, || ()));
    let answers: Vec<_> = receiver.into_iter().collect();
    assert!(!answers.iter().any(|answer| matches!(answer, Answer::ArticlesRead { .. })), "{answers:?}");
    assert!(matches!(answers.last(), Some(Answer::ReadingDone { number: 2, cancelled: true })));
}

#[test]
fn a_missing_folder_is_told() {
    let read = Effect::Read { number: 1, input: Input::Path("/no/such/folder".into()) };
    let answers =
        answers_to(vec![read], Picked::Closed, |answer| matches!(answer, Answer::ReadingDone { .. }));
    assert!(matches!(answers.first(), Some(Answer::Failed { .. })));
}

#[test]
fn a_closed_dialog_and_a_missing_one_are_told_apart() {
    let one = |picked| answers_to(vec![Effect::PickFolder], picked, |_| true).pop().unwrap();
    assert!(matches!(one(Picked::Closed), Answer::FolderPicked(None)));
    assert!(matches!(one(Picked::Path("a".into())), Answer::FolderPicked(Some(_))));
    assert!(matches!(one(Picked::NoDialog("none here".into())), Answer::NoDialog { .. }));
    let save = Effect::PickSavePath { purpose: SavePurpose::Png, suggested: "chart.png".into() };
    let answer = answers_to(vec![save], Picked::Closed, |_| true).pop();
    assert!(matches!(answer, Some(Answer::SavePathPicked { purpose: SavePurpose::Png, path: None })));
}

#[test]
fn a_project_that_was_saved_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.summitline");
    let effects = vec![
        Effect::SaveProject { path: path.clone(), bytes: b"{}".to_vec() },
        Effect::ReadProject { path: path.clone() },
        Effect::ReadProject { path: folder.path().join("b.summitline") },
    ];
    let answers = answers_to(effects, Picked::Closed, |answer| matches!(answer, Answer::Failed { .. }));
    assert!(matches!(&answers[0], Answer::Saved { path: saved } if *saved == path));
    assert!(matches!(&answers[1], Answer::ProjectRead { bytes, .. } if bytes == b"{}"));
}

#[test]
fn an_export_that_fails_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chart.svg");
    let export = |made: Result<&'static [u8], &'static str>| {
        let work = Work::new(move || made.map(<[u8]>::to_vec).map_err(str::to_owned));
        Effect::WriteExport { path: path.clone(), work }
    };
    let good = answers_to(vec![export(Ok(b"<svg/>"))], Picked::Closed, |_| true);
    assert!(matches!(good.as_slice(), [Answer::Exported { .. }]));
    assert_eq!(fs::read(&path).unwrap(), b"<svg/>");
    let bad = answers_to(vec![export(Err("no font"))], Picked::Closed, |_| true);
    assert!(matches!(bad.as_slice(), [Answer::Failed { why, .. }] if why == "no font"));
}

#[test]
fn articles_are_merged() {
    let job = MergeJob { number: 3, readings: Vec::new(), subject: "Nobody".into(), decisions: Vec::new() };
    let answers = answers_to(vec![Effect::Merge(job)], Picked::Closed, |_| true);
    assert!(matches!(answers.as_slice(), [Answer::Merged { number: 3, events }] if events.is_empty()));
}
