#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the program against what a real MLflow server answered and what MLflow's client said of the same store.

usage: check_server.py PROGRAM RECORDING.json.gz FIXTURE.tar.gz [USER]

The server is replayed (replayserver.py), the program syncs and dumps it, and every fact that the recording can tell
has to be the one of the fixture's expected.json. With USER, what that user may see, after it was told that nobody and
an unknown user are turned away.
"""
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

import compare_dump
import replayserver

FEWEST_FACTS = 400


def run(program, arguments, cache, user="", password=""):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MLFLOW_", "AWS_"))}
    environment |= {"HOME": str(cache.parent), "XDG_DATA_HOME": str(cache.parent / "data")}
    if user:
        environment |= {"MLFLOW_TRACKING_USERNAME": user, "MLFLOW_TRACKING_PASSWORD": password}
    return subprocess.run([program, *arguments, "--cache", str(cache)], capture_output=True, check=False, text=True,
                          env=environment)


def restricted(expected, recording):
    """What MLflow's client said, without what the recording's user may not see or did not ask for."""
    experiments = {e["experiment_id"] for e in recording.experiments}
    # MLflow 2.17 gives runs also of experiments that it does not list to this user.
    runs = {r["info"]["run_id"] for r in recording.runs if r["info"]["experiment_id"] in experiments}
    kept = dict(expected)
    kept["runs"] = {run_id: record for run_id, record in expected["runs"].items() if run_id in runs}
    kept["experiments"] = {"ALL": [e for e in expected["experiments"]["ALL"] if e["experiment_id"] in experiments]}
    for section, records in (("registered_models", recording.models), ("model_versions", recording.versions),
                             ("logged_models", recording.logged_models)):
        if records is None:
            kept[section] = None  # not asked about
    return kept


def turned_away(program, url, scratch):
    """Nobody and an unknown user: nothing is read, and the message says what to do."""
    good = True
    for user, words in (("", "wants a login"), ("ghost", "did not accept the login")):
        done = run(program, ["sync", url], scratch / f"{user or 'nobody'}.db", user, "x")
        if done.returncode != 3 or words not in done.stderr or done.stdout:
            print(f"{user or 'nobody'}: exit code {done.returncode}, {done.stderr!r}")
            good = False
    return good


def main():
    program, fixture = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[3])
    user = sys.argv[4] if len(sys.argv) > 4 else ""
    recording = replayserver.Recording(sys.argv[2], user)
    password = replayserver.PASSWORD
    server = replayserver.serve(recording, {f"{user}:{password}"} if user else None)
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        name = fixture.name.removesuffix(".tar.gz")
        with tarfile.open(fixture) as tar:
            expected = json.load(tar.extractfile(f"{name}/expected.json"))
        good = turned_away(program, server.url, scratch) if user else True
        out = scratch / "dump.json"
        done = run(program, ["dump", server.url, "--out", str(out)], scratch / "cache.db", user, password)
        if done.returncode != 0:
            raise SystemExit(f"exit code {done.returncode}\n{done.stderr}")
        dump = json.loads(out.read_text(encoding="utf-8"))
    lines, facts, on_purpose = compare_dump.differences(dump, restricted(expected, recording), recording.covers)
    for line in lines[:30]:
        print(line[:300])
    print(f"{facts} facts, {len(lines)} differ, {on_purpose} differ on purpose")
    if facts < FEWEST_FACTS:
        print(f"fewer than {FEWEST_FACTS}: the recording was not understood")
    return 0 if good and not lines and facts >= FEWEST_FACTS else 1


if __name__ == "__main__":
    sys.exit(main())
