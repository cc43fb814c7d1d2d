#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs each function of tst_keychain with a session bus and a home of its own, where nothing starts by itself.
# usage: keychain.sh TEST_PROGRAM; 77 if there is no keyring here to test with.
set -u
program=$1
for needed in gnome-keyring-daemon dbus-run-session; do
  command -v "$needed" >/dev/null || { echo "$needed is not installed"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cat >"$scratch/bus.conf" <<'EOF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF
failed=0
for function in $("$program" -functions | tr -d '()'); do
  home=$scratch/$function
  mkdir -p "$home/run"
  chmod 700 "$home/run"
  env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u GNOME_KEYRING_CONTROL \
    HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
    XDG_RUNTIME_DIR="$home/run" dbus-run-session --config-file="$scratch/bus.conf" -- "$program" "$function" || failed=1
done
exit $failed
