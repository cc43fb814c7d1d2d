#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# setup.sh [SOURCE...]: installs what is needed from Debian, builds Podium, and opens its window on the sources, or on
# the sample store. Everything it makes is under build/; it may be run again at any time.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\n== %s\n' "$*"; }

say "1/3 Packages from Debian"
packaging/packages.sh build

say "2/3 Building (the first time takes some minutes)"
cmake --preset dev
cmake --build --preset dev --target podium -j "$(nproc)"
program=build/dev/app/podium

say "3/3 Opening the window"
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    cat <<TEXT
Podium is built: $program
There is no display here to open a window on. Run it
  - from a desktop session, or over "ssh -X", or
  - on a virtual screen: apt-get install xvfb xauth, then xvfb-run packaging/setup.sh
Without a window: $program --help
TEXT
    exit 0
fi
if (($# == 0)); then
    mkdir -p build/sample
    tar -xzf tests/data/sample-store.tar.gz -C build/sample
    set -- build/sample/sample-store/mlruns
fi
echo "$program $*"
exec "$program" "$@"
