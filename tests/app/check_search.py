#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the program all that MLflow 3.11 was asked about a store, and compares the runs and their order.

usage: check_search.py PROGRAM {file|sqlite} DATA

DATA has search.json and the store's archive. What MLflow refused is not looked at here (recordedqueries does); what
it answered the program answers alike, but for two kinds, of which there have to be as many as ever.
"""
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

# A filter or an order with a key that no run can have: MLflow looks for it in vain, Podium says so. In the file store
# also what stands behind a condition that no run met.
REFUSED = {"file": 7, "sqlite": 4}
# SQLite orders runs of MLflow 1 by a name that is empty while it shows another.
REORDERED = {"file": 0, "sqlite": 7}


def recorded(data, kind):
    recording = json.loads((data / "search.json").read_text(encoding="utf-8"))
    ids = [run["run_id"] for run in recording["runs"]]
    for query in recording["queries"]:
        answer = query.get("sql", query) if kind == "sqlite" else query
        if "rows" in answer:
            yield query["filter"], query["order_by"], [ids[row] for row in answer["rows"]]


def ask(program, store, questions):
    with tempfile.TemporaryDirectory() as folder:
        batch = pathlib.Path(folder) / "questions"
        lines = [json.dumps({"filter": text, "order_by": order}) for text, order, _ in questions]
        batch.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [program, "runs", str(store), "--cache", str(pathlib.Path(folder) / "cache.db"), "--batch", str(batch)]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"exit code {done.returncode}\n{done.stderr.decode(errors='replace')}")
        return [json.loads(line) for line in done.stdout.decode().splitlines()]


def main():
    program, kind, data = os.path.abspath(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    questions = list(recorded(data, kind))
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / f"search-{kind}.tar.gz") as tar:
            tar.extractall(folder)
        store = pathlib.Path(folder) / f"search-{kind}" / ("mlruns" if kind == "file" else "mlflow.db")
        answers = ask(program, store, questions)
    if len(answers) != len(questions):
        raise SystemExit(f"{len(questions)} questions, {len(answers)} answers")
    refused = reordered = wrong = 0
    for (text, order, expected), answer in zip(questions, answers):
        found = answer.get("run_ids")
        if found is None:
            refused += 1
        elif sorted(found) == sorted(expected) and found != expected and "run_name" in " ".join(order):
            reordered += 1
        elif found != expected:
            wrong += 1
            print(f"{text!r} {order}: MLflow finds {len(expected)} runs, the program {len(found)}")
    print(f"{len(questions)} questions, {wrong} wrong, {refused} refused, {reordered} ordered by another name")
    return 0 if (wrong, refused, reordered) == (0, REFUSED[kind], REORDERED[kind]) else 1


sys.exit(main())
