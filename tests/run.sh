#!/usr/bin/env bash
# Sets up what is missing and runs every check of the project: format, lints, documentation, tests.
# The tests include the real window under a virtual display, so no display is needed.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
./packaging/setup.sh test

echo "== format"
cargo fmt --check

echo "== lints"
# Kept clean for one version of the linter; a newer one may have new opinions, which are shown, not fatal.
if [[ $(rustc --version) == "rustc 1.95."* ]]; then
  cargo clippy --quiet --all-targets --locked -- -D warnings
else
  cargo clippy --quiet --all-targets --locked
fi

echo "== documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --document-private-items --locked

echo "== tests"
cargo test --locked --no-fail-fast
