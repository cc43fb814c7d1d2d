#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the program against a store that real MLflow made and against what MLflow's client answered about it.

usage: check_fixture.py PROGRAM FIXTURE.tar.gz

The dump is compared fact by fact; the recorded searches are asked through `podium runs --batch` and must give the same
runs in the same order, or an error where MLflow gives one, but for the classes in ACCEPTED_HERE.
"""
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

import compare_dump

# MLflow's errors that are limits of its own parser: (part of its message, why Podium answers).
ACCEPTED_HERE = [
    ("Invalid attribute key 'run_name'", "MLflow 1 has no run_name attribute; Podium reads every version's"),
    ("Invalid attribute key 'run_id'", "MLflow 1 does not search by run id"),
    ("Invalid identifier 'status'", "MLflow 1 wants 'attribute.' before an attribute's name"),
    ("Invalid identifier 'start_time'", "MLflow 1 wants 'attribute.' before an attribute's name"),
    ("Invalid entity type 'dataset", "MLflow 1 has no datasets"),
    ("Invalid clause(s) in filter string", "MLflow's file store has no IS NULL for params and tags"),
]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, check=False, **options)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command}: exit code {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def check_dump(program, store, cache, expected, scratch):
    out = scratch / "dump.json"
    run(program, "dump", str(store), "--cache", str(cache), "--out", str(out))
    dump = json.loads(out.read_text(encoding="utf-8"))
    lines, facts, on_purpose = compare_dump.differences(dump, expected)
    for line in lines[:30]:
        print(line[:300])
    print(f"dump: {facts} facts, {len(lines)} differ, {on_purpose} differ on purpose")
    return not lines


def why_accepted(message):
    return next((why for part, why in ACCEPTED_HERE if part in message), None)


def judge(query, answer):
    """Nothing if the answer is right, otherwise what is wrong with it; and whether it differs on purpose."""
    if "error" not in query:
        if answer.get("run_ids") == query["run_ids"]:
            return None, False
        return f"MLflow finds {query['run_ids']}, the program {answer}", False
    if "error" in answer:
        return None, False
    if why_accepted(query["error"]):
        return None, True
    return f"MLflow refuses ({query['error'][:80]}), the program answers", False


def check_queries(program, store, cache, expected, scratch):
    questions = scratch / "questions"
    lines = [json.dumps({"filter": q.get("filter") or "", "order_by": q.get("order_by") or []})
             for q in expected["queries"]]
    questions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    output = run(program, "runs", str(store), "--cache", str(cache), "--batch", str(questions))
    answers = [json.loads(line) for line in output.decode().splitlines()]
    wrong, on_purpose = 0, 0
    if len(answers) != len(lines):
        print(f"{len(lines)} questions, {len(answers)} answers")
        return False
    for query, answer in zip(expected["queries"], answers):
        fault, different = judge(query, answer)
        on_purpose += different
        if fault:
            wrong += 1
            print(f"{query.get('filter')!r} {query.get('order_by')}: {fault[:300]}")
    print(f"queries: {len(answers)}, {wrong} wrong, {on_purpose} answered where MLflow's parser gives up")
    return wrong == 0


def check_again(program, store, cache, expected):
    """Nothing has changed, and it still says what there is."""
    figures = json.loads(run(program, "sync", str(store), "--cache", str(cache), "--json"))
    wanted = {"experiments": len(expected["experiments"]["ALL"]), "runs": 0, "unchanged": len(expected["runs"])}
    found = {name: figures[name] for name in wanted}
    if found != wanted:
        print(f"sync again: {found}, expected {wanted}")
    words = run(program, "sync", str(store), "--cache", str(cache)).decode().splitlines()[0]
    if "no run has changed" not in words or not words.startswith(f"{wanted['experiments']} experiments"):
        print(f"sync again: {words!r}")
        return False
    return found == wanted


def main():
    program, archive = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        with tarfile.open(archive) as tar:
            tar.extractall(scratch)
        store = scratch / archive.name.removesuffix(".tar.gz")
        expected = json.loads((store / "expected.json").read_text(encoding="utf-8"))
        cache = scratch / "cache.db"
        source = store / "mlflow.db" if (store / "mlflow.db").exists() else store / "mlruns"
        good = check_dump(program, source, cache, expected, scratch)
        good = check_queries(program, source, cache, expected, scratch) and good
        good = check_again(program, source, cache, expected) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
