#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [BUILD_FOLDER [OUTPUT_FOLDER [WALK]]]: drives the real window on a screen of its own through its accessibility tree,
# as a person would, asserts what is on the screen and takes pictures of it. BUILD_FOLDER holds app/podium. WALK is one of
# themes, server, registry, charts and keys; without it all are walked.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${1:-$root/build/dev}
output=${2:-$build/gui}
program=$build/app/podium
[[ -x $program ]] || {
    echo "no program at $program: build it first" >&2
    exit 2
}
mkdir -p "$output"

# A home of its own: nothing of the person's settings is read, nothing is left behind.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -m 700 "$scratch/runtime"
mkdir "$scratch/home"
for store in filestore-2.17 filestore-3.11; do
    tar -xzf "$root/tests/data/$store.tar.gz" -C "$scratch"
done

# The bridge warns when a row is asked for that has just gone; the asking is what is late.
export QT_LOGGING_RULES="qt.accessibility.atspi=false"
# The screen is as large as the window, which has no frame here: there is no window manager.
status=0
env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/runtime" \
    XDG_CONFIG_HOME="$scratch/home/config" XDG_DATA_HOME="$scratch/home/data" XDG_CACHE_HOME="$scratch/home/cache" \
    LC_ALL=C.UTF-8 LANGUAGE=en TZ=UTC QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_SCALE_FACTOR=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    dbus-run-session -- xvfb-run -a -s "-screen 0 1440x900x24 -dpi 96" \
    /usr/bin/python3 "$here/drive.py" "$program" "$scratch" "$output" "${@:3}" 2>"$scratch/log" || status=$?
grep -v -e '^dbus-daemon' -e '^SpiRegistry' "$scratch/log" >&2 || true
exit "$status"
