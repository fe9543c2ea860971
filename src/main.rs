//! Starts summitline.

fn main() {}
