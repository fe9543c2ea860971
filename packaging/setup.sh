#!/usr/bin/env bash
# Installs what is missing on this machine, and says which and why. Quick and silent when nothing is missing.
#
# usage: packaging/setup.sh build|window|test
#   build   a C linker and its headers, and a Rust that is new enough
#   window  build, and the libraries that the window opens at run time
#   test    window, and the tools that drive and look at the window in the tests
#
# Only system packages are installed, only through apt-get (with sudo when not root). On a system without
# apt-get it names what is missing and goes on.
set -euo pipefail

need=${1:?usage: packaging/setup.sh build|window|test}
oldest_rust=1.95
missing=()

# Notes package $1 as missing, needed for $2.
lacks() {
  missing+=("$1")
  printf 'missing: %-18s %s\n' "$1" "$2" >&2
}
tool() { command -v "$1" >/dev/null 2>&1 || lacks "$2" "$3"; }
library() { [[ $libraries == *"$1"* ]] || lacks "$2" "$3"; }

can_link() {
  local out status=0
  out=$(mktemp)
  printf '#include <stdio.h>\nint main(void) { return puts("") < 0; }\n' | cc -x c - -o "$out" >/dev/null 2>&1 || status=1
  rm -f "$out"
  return $status
}

check_build() {
  tool cc gcc "links the program"
  can_link || lacks libc6-dev "headers and start files to link with"
}

check_window() {
  local libraries
  libraries=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null)
  library libGL.so.1 libgl1 "draws the window"
  library libEGL.so.1 libegl1 "draws the window"
  library libX11.so.6 libx11-6 "opens the window on X11"
  library libX11-xcb.so.1 libx11-xcb1 "opens the window on X11"
  library libxcb.so.1 libxcb1 "opens the window on X11"
  library libXcursor.so.1 libxcursor1 "mouse pointer on X11"
  library libXi.so.6 libxi6 "mouse and wheel on X11"
  library libXrandr.so.2 libxrandr2 "screens on X11"
  library libxkbcommon.so.0 libxkbcommon0 "keyboard"
  library libxkbcommon-x11.so.0 libxkbcommon-x11-0 "keyboard on X11"
  library libwayland-client.so.0 libwayland-client0 "opens the window on Wayland"
  library libwayland-egl.so.1 libwayland-egl1 "draws the window on Wayland"
  library libfontconfig.so.1 libfontconfig1 "finds fonts for scripts that are not embedded"
  library libdbus-1.so.3 libdbus-1-3 "asks the desktop for its file dialog"
}

check_test() {
  tool Xvfb xvfb "a display for the end-to-end test"
  tool xdotool xdotool "mouse and keyboard for the end-to-end test"
  tool import imagemagick "takes pictures of the window"
  tool zenity zenity "a real file dialog for the end-to-end test"
  tool desktop-file-validate desktop-file-utils "checks the desktop entry"
  tool appstreamcli appstream "checks the AppStream metadata"
}

install_missing() {
  ((${#missing[@]})) || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "No apt-get here: please install the packages above (Debian's names) and run this again if it fails." >&2
    return 0
  fi
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null 2>&1 || {
      echo "Run as root: apt-get install --no-install-recommends ${missing[*]}" >&2
      exit 1
    }
    as_root=(sudo)
  fi
  echo "Installing with apt-get: ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

check_rust() {
  export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
  command -v cargo >/dev/null 2>&1 || {
    echo "Rust is missing: install it from https://rustup.rs and run this again." >&2
    exit 1
  }
  local version
  version=$(rustc --version | cut -d' ' -f2)
  if [[ $(printf '%s\n' "$oldest_rust" "$version" | sort -V | head -n1) != "$oldest_rust" ]]; then
    echo "Rust $version is too old, $oldest_rust is needed: run 'rustup update stable'." >&2
    exit 1
  fi
  [[ $need == test ]] || return 0
  cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
  cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
}

case $need in
  build) check_build ;;
  window) check_build; check_window ;;
  test) check_build; check_window; check_test ;;
  *) echo "usage: packaging/setup.sh build|window|test" >&2; exit 2 ;;
esac
install_missing
check_rust
