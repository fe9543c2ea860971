//! What the user is told in passing, and the log that keeps it.

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Done,
    /// Something went wrong.
    Trouble,
}

/// One thing the user is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Counts up from 1.
    pub number: u32,
    /// How it is meant.
    pub kind: NoticeKind,
    /// What happened, in one line.
    pub text: String,
    /// Why, or what can be done; may be empty.
    pub detail: String,
    /// Whether it was read, or its time is over.
    pub dismissed: bool,
}

/// All notices of this session, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices(Vec<Notice>);

impl Notices {
    /// Tells that something was done.
    pub fn done(&mut self, text: impl Into<String>) {
        self.push(NoticeKind::Done, text.into(), String::new());
    }

    /// Tells that something went wrong, why, and what can be done.
    pub fn trouble(&mut self, text: impl Into<String>, detail: impl Into<String>) {
        self.push(NoticeKind::Trouble, text.into(), detail.into());
    }

    /// Marks a notice as read.
    pub fn dismiss(&mut self, number: u32) {
        for notice in self.0.iter_mut().filter(|notice| notice.number == number) {
            notice.dismissed = true;
        }
    }

    /// Those that nobody dismissed, oldest first.
    pub fn open(&self) -> impl Iterator<Item = &Notice> {
        self.0.iter().filter(|notice| !notice.dismissed)
    }

    /// All of them, oldest first.
    pub fn all(&self) -> &[Notice] {
        &self.0
    }

    fn push(&mut self, kind: NoticeKind, text: String, detail: String) {
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.0.push(Notice { number, kind, text, detail, dismissed: false });
    }
}
