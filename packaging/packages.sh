#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh SET...: installs the sets of debian-packages.txt which are not there yet. Needs root, or sudo.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

wanted=()
for set in "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(
        awk -v set="[$set]" '/^\[/ { on = $0 == set; next } on && NF && !/^#/ { print $1 }' "$here/debian-packages.txt")
done
missing=()
for package in "${wanted[@]}"; do
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == "install ok installed" ]] || missing+=("$package")
done
if ((${#missing[@]} == 0)); then
    echo "packages: all ${#wanted[@]} are installed"
    exit 0
fi

root=()
if ((EUID != 0)); then
    command -v sudo >/dev/null || {
        echo "Run this as root, or install sudo. Missing: ${missing[*]}" >&2
        exit 1
    }
    root=(sudo)
fi
echo "packages: installing ${missing[*]}"
apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -qq)
"${apt[@]}" update
"${apt[@]}" install -y --no-install-recommends "${missing[@]}"
