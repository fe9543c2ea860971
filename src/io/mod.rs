//! The one door: folders, workers, saving, dialogs, clock.
