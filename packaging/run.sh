#!/usr/bin/env bash
# Sets up what is missing, builds Summitline, and opens its window on the sample articles.
# Without a display it says so, and writes the same chart to summitline-demo.png instead.
#
# usage: packaging/run.sh [FOLDER | FILE.summitline]
set -euo pipefail
cd "$(dirname "$0")/.."
picture=summitline-demo.png
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

write_picture() {
  echo "No display here ($1): writing the chart to $picture instead of opening the window." >&2
  ./target/release/summitline chart "${2:-@demo}" -o "$picture" --size 1920x1080
  echo "Wrote $PWD/$picture"
}

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then needs=window; else needs=build; fi
./packaging/setup.sh "$needs"
cargo build --release --locked

if [[ $needs == build ]]; then
  write_picture "neither DISPLAY nor WAYLAND_DISPLAY is set" "$@"
  exit
fi
status=0
./target/release/summitline "${1:---demo}" || status=$?
if ((status == 3)); then
  write_picture "the window could not be opened" "$@"
  exit
fi
exit "$status"
