#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `podium sync` at random moments and checks that the cache comes through.

usage: kill9.py PROGRAM [--rounds N] [--runs N] [--seed N]

Each round starts from no cache, or from the cache of an older state of the store; a sync is killed with SIGKILL one to
three times; then a dump (which syncs first) must be the same document as that of an undisturbed cache.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_run(root, experiment, number, random_):
    run_id = f"{number:032x}"
    folder = root / experiment / run_id
    start = 1_700_000_000_000 + number * 1000
    write(folder / "meta.yaml",
          f"artifact_uri: {folder}/artifacts\nend_time: {start + 500}\nentry_point_name: ''\n"
          f"experiment_id: '{experiment}'\nlifecycle_stage: active\nrun_id: {run_id}\nrun_name: run {number}\n"
          f"run_uuid: {run_id}\nsource_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: {start}\nstatus: 3\n"
          f"tags: []\nuser_id: someone\n")
    for i in range(8):
        write(folder / "params" / f"p{i}", str(random_.random()))
        write(folder / "tags" / f"t{i}", f"value {random_.randrange(5)}")
    for i in range(4):
        points = random_.choice([1, 5, 40, 600])
        write(folder / "metrics" / f"group/m{i}",
              "".join(f"{start + step} {random_.random()} {step}\n" for step in range(points)))


def make_store(root, runs, seed):
    random_ = random.Random(seed)
    for experiment in ("1", "2"):
        write(root / experiment / "meta.yaml",
              f"artifact_location: {root}/{experiment}\ncreation_time: 1700000000000\nexperiment_id: '{experiment}'\n"
              f"last_update_time: 1700000000000\nlifecycle_stage: active\nname: experiment {experiment}\n")
    for number in range(runs):
        write_run(root, str(1 + number % 2), number, random_)


def change_store(root, runs, seed):
    """What happens between two syncs: runs that are new, changed, gone."""
    random_ = random.Random(seed + 1)
    for number in range(runs, runs + runs // 5):
        write_run(root, str(1 + number % 2), number, random_)
    for number in range(0, runs, 7):
        write_run(root, str(1 + number % 2), number, random_)
    for number in range(3, runs, 11):
        shutil.rmtree(root / str(1 + number % 2) / f"{number:032x}")


def podium(program, command, store, cache, *more):
    done = subprocess.run([program, command, str(store), "--cache", str(cache), *more], capture_output=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"podium {command}: exit code {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def dump(program, store, cache):
    document = json.loads(podium(program, "dump", store, cache))
    document["source"].pop("synced_at")
    return document


def kill_sync(program, store, cache, longest, random_):
    """True if the sync was still running when the signal came."""
    process = subprocess.Popen([program, "sync", str(store), "--cache", str(cache)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(random_.uniform(0, longest))
    running = process.poll() is None
    process.send_signal(signal.SIGKILL) if running else None
    process.wait()
    return running


def play_round(program, store, scratch, old_cache, want, longest, random_):
    folder = scratch / "round"
    shutil.rmtree(folder, ignore_errors=True)
    if random_.random() < 0.5:
        shutil.copytree(old_cache, folder)
    else:
        folder.mkdir()
    cache = folder / "cache.db"
    kills = sum(kill_sync(program, store, cache, longest, random_) for _ in range(random_.randint(1, 3)))
    if dump(program, store, cache) != want:
        raise SystemExit("the cache of a killed sync dumps another document than an undisturbed one")
    if any("damaged" in entry.name for entry in folder.iterdir()):
        raise SystemExit("the cache of a killed sync was taken for damaged")
    return kills


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--runs", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    random_ = random.Random(given.seed)
    program = os.path.abspath(given.program)
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        store, old_cache = scratch / "mlruns", scratch / "old"
        make_store(store, given.runs, given.seed)
        podium(program, "sync", store, old_cache / "cache.db")
        change_store(store, given.runs, given.seed)
        # The same document from a cache that knew the older state and from one that did not.
        fresh, updated = scratch / "fresh", scratch / "updated"
        shutil.copytree(old_cache, updated)
        begun = time.monotonic()
        podium(program, "sync", store, fresh / "cache.db", "--full")
        longest = (time.monotonic() - begun) * 1.2
        want = dump(program, store, fresh / "cache.db")
        if dump(program, store, updated / "cache.db") != want:
            raise SystemExit("an updated cache dumps another document than a fresh one")
        kills = sum(play_round(program, store, scratch, old_cache, want, longest, random_)
                    for _ in range(given.rounds))
    print(f"{given.rounds} rounds, {kills} syncs killed while running, longest wait {longest:.2f} s, all the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
