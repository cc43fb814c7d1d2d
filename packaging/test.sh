#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh [PRESET]: installs what the tests need from Debian, builds Podium with them, and runs them all. PRESET is dev,
# or asan or tsan for the sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-dev}
say() { printf '\n== %s\n' "$*"; }

say "1/3 Packages from Debian"
packaging/packages.sh build test

say "2/3 Building ($preset)"
cmake --preset "$preset"
cmake --build --preset "$preset" -j "$(nproc)"

say "3/3 Tests ($preset)"
ctest --preset "$preset" -j "$(nproc)"
