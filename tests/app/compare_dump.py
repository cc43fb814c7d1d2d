#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `podium dump` with what MLflow's own client answered about the same store.

usage: compare_dump.py DUMP.json EXPECTED.json

Both documents are turned into the same flat form, a line for each fact ("runs/<id>/params/lr" = "0.1"), and the two
sets of lines have to be equal, but for the differences listed in ON_PURPOSE.
"""
import ast
import json
import math
import sys

STATUS = {1: "RUNNING", 2: "SCHEDULED", 3: "FINISHED", 4: "FAILED", 5: "KILLED"}
MODEL_STATUS = {0: "UNSPECIFIED", 1: "PENDING", 2: "READY", 3: "FAILED"}


def as_infinite(value):
    """A database keeps an infinity as the greatest double, and MLflow never turns it back; the dump does."""
    if isinstance(value, list):
        return [as_infinite(value[0]), *value[1:]]
    greatest = isinstance(value, float) and abs(value) == sys.float_info.max
    return math.copysign(math.inf, value) if greatest else value


# What may differ between MLflow's answer and the dump: rules of (fact, MLflow's, the dump's).
ON_PURPOSE = [
    # MLflow's server leaves out a size of 0.
    lambda fact, want, got: "/artifacts/" in fact and want is None and got == 0,
    lambda fact, want, got: "/metric" in fact and as_infinite(want) == got,
]


def number(value):
    """A number that compares equal however JSON spells it, NaN included."""
    words = {"nan": "NaN", "infinity": math.inf, "inf": math.inf, "-infinity": -math.inf, "-inf": -math.inf}
    if isinstance(value, str):
        value = words.get(value.lower(), value)
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    return float(value) if isinstance(value, (int, float)) else value


def as_dict(tags):
    if isinstance(tags, list):
        return {tag["key"]: tag["value"] for tag in tags}
    return tags or {}


def texts(prefix, tags):
    return {f"{prefix}/{key}": str(value) for key, value in as_dict(tags).items()}


def plain(record, *names):
    """The fields, with null, missing and empty as one."""
    return {name: str(record[name]) for name in names if record.get(name) not in (None, "", 0)}


def put(facts, prefix, record):
    facts[prefix] = "there"
    for name, value in record.items():
        facts[f"{prefix}/{name}"] = value


def history_facts(facts, run_id, histories):
    for key, points in histories.items():
        for place, point in enumerate(sorted(points or [], key=lambda p: (p[1], str(number(p[0])), p[2]))):
            facts[f"runs/{run_id}/metric_history/{key}/{place}"] = [number(point[0]), int(point[1]), int(point[2])]


def input_facts(facts, run_id, inputs):
    for entry in inputs:
        dataset = entry["dataset"]
        name = f"runs/{run_id}/inputs/{dataset['name']} {dataset['digest']}"
        put(facts, name, plain(dataset, "source_type", "source", "schema", "profile"))
        facts.update(texts(f"{name}/tags", entry.get("tags")))


def expected_run(facts, run_id, run):
    info, data = run["info"], run["data"]
    prefix = f"runs/{run_id}"
    status = STATUS.get(info["status"], info["status"])
    tags = as_dict(data.get("tags"))
    put(facts, prefix, plain(info, "experiment_id", "lifecycle_stage", "user_id", "start_time", "end_time"))
    facts[f"{prefix}/status"] = status
    facts[f"{prefix}/run_name"] = info.get("run_name") or tags.get("mlflow.runName") or ""
    facts.update(texts(f"{prefix}/params", data.get("params")))
    facts.update(texts(f"{prefix}/tags", tags))
    for key, value in as_dict(data.get("metrics")).items():
        facts[f"{prefix}/metrics/{key}"] = number(value)
    input_facts(facts, run_id, (run.get("inputs") or {}).get("dataset_inputs") or [])


def dumped_run(facts, run):
    prefix = f"runs/{run['run_id']}"
    put(facts, prefix, plain(run, "experiment_id", "lifecycle_stage", "user_id", "start_time", "end_time"))
    facts[f"{prefix}/status"] = run["status"]
    facts[f"{prefix}/run_name"] = run["run_name"] or ""
    facts.update(texts(f"{prefix}/params", run["params"]))
    facts.update(texts(f"{prefix}/tags", run["tags"]))
    for key, metric in run["metrics"].items():
        facts[f"{prefix}/metrics/{key}"] = number(metric["value"])
    input_facts(facts, run["run_id"], run["dataset_inputs"])
    history_facts(facts, run["run_id"], run["metric_history"])
    artifact_facts(facts, run["run_id"], run["artifacts"])


def artifact_facts(facts, run_id, artifacts):
    for entry in artifacts or []:
        facts[f"runs/{run_id}/artifacts/{entry['path']}"] = "folder" if entry["is_dir"] else entry["file_size"]


def experiment_facts(facts, experiments):
    for entry in experiments:
        prefix = f"experiments/{entry['experiment_id']}"
        put(facts, prefix, plain(entry, "name", "lifecycle_stage", "creation_time"))
        facts.update(texts(f"{prefix}/tags", entry.get("tags")))


def model_facts(facts, models, aliases):
    for entry in models:
        prefix = f"registered_models/{entry['name']}"
        put(facts, prefix, plain(entry, "description", "creation_timestamp", "last_updated_timestamp"))
        facts.update(texts(f"{prefix}/tags", entry.get("tags")))
        given = aliases.get(entry["name"]) or entry.get("aliases") or {}
        facts.update(texts(f"{prefix}/aliases", given))


def version_facts(facts, versions):
    for entry in versions:
        prefix = f"model_versions/{entry['name']} {entry['version']}"
        put(facts, prefix, plain(entry, "current_stage", "description", "status", "run_id", "source",
                                 "creation_timestamp", "last_updated_timestamp"))
        facts.update(texts(f"{prefix}/tags", entry.get("tags")))


def logged_model_facts(facts, models):
    for entry in models:
        info, data = entry.get("info", entry), entry.get("data", entry)
        prefix = f"logged_models/{info['model_id']}"
        status = info["status"]
        put(facts, prefix, plain(info, "name", "experiment_id", "source_run_id"))
        facts[f"{prefix}/status"] = MODEL_STATUS.get(int(status), status) if str(status).isdigit() else status
        facts.update(texts(f"{prefix}/params", data.get("params")))
        facts.update(texts(f"{prefix}/tags", info.get("tags") or data.get("tags")))
        metrics = [[m["key"], number(m["value"]), m["step"], m.get("dataset_name") or ""]
                   for m in data.get("metrics") or []]
        for place, metric in enumerate(sorted(metrics, key=str)):
            facts[f"{prefix}/metrics/{place}"] = metric


def listed(aliases):
    """MLflow's client has the aliases of a prompt in a database as the text of a list."""
    return ast.literal_eval(aliases) if isinstance(aliases, str) else aliases or []


def prompt_facts(facts, prompts):
    for entry in prompts:
        prefix = f"prompts/{entry['name']} {entry['version']}"
        put(facts, prefix, plain(entry, "commit_message", "creation_timestamp"))
        facts[f"{prefix}/template"] = entry["template"]
        facts[f"{prefix}/aliases"] = sorted(listed(entry.get("aliases")))
        facts.update(texts(f"{prefix}/tags", entry.get("tags")))


def expected_facts(expected):
    facts = {}
    experiment_facts(facts, expected["experiments"]["ALL"])
    for run_id, run in expected["runs"].items():
        expected_run(facts, run_id, run)
        history_facts(facts, run_id, expected["metric_history"].get(run_id) or {})
        artifact_facts(facts, run_id, expected["artifacts"].get(run_id))
    prompts = {prompt["name"] for prompt in expected.get("prompts") or []}
    no_prompt = lambda entries: [entry for entry in entries or [] if entry["name"] not in prompts]
    model_facts(facts, no_prompt(expected.get("registered_models")), expected.get("aliases") or {})
    version_facts(facts, no_prompt(expected.get("model_versions")))
    logged_model_facts(facts, expected.get("logged_models") or [])
    for versions in (expected.get("prompt_versions") or {}).values():
        prompt_facts(facts, versions)
    return facts


def dumped_facts(dump):
    facts = {}
    experiment_facts(facts, dump["experiments"])
    for run in dump["runs"]:
        dumped_run(facts, run)
    model_facts(facts, dump["registered_models"], {})
    version_facts(facts, dump["model_versions"])
    logged_model_facts(facts, dump["logged_models"])
    prompt_facts(facts, dump["prompts"])
    return facts


def differences(dump, expected, covers=lambda fact: True):
    """Lines that say what differs, and the number of facts and of differences on purpose. Facts of which `covers` says
    no are left out."""
    want, got = ({fact: value for fact, value in facts.items() if covers(fact)}
                 for facts in (expected_facts(expected), dumped_facts(dump)))
    # What MLflow of that version has no such thing of, it was not asked about.
    for section in ("registered_models", "model_versions", "logged_models"):
        if expected.get(section) is None:
            got = {fact: value for fact, value in got.items() if not fact.startswith(section + "/")}
    lines, on_purpose = [], 0
    for fact in sorted(want.keys() | got.keys()):
        if fact not in got:
            lines.append(f"missing: {fact} = {want[fact]!r}")
        elif fact not in want:
            lines.append(f"MLflow does not have: {fact} = {got[fact]!r}")
        elif want[fact] != got[fact]:
            if any(rule(fact, want[fact], got[fact]) for rule in ON_PURPOSE):
                on_purpose += 1
            else:
                lines.append(f"{fact}: MLflow says {want[fact]!r}, the dump {got[fact]!r}")
    return lines, len(want), on_purpose


def main():
    with open(sys.argv[1], encoding="utf-8") as dump, open(sys.argv[2], encoding="utf-8") as expected:
        lines, facts, on_purpose = differences(json.load(dump), json.load(expected))
    for line in lines[:50]:
        print(line[:300])
    print(f"{facts} facts, {len(lines)} differ, {on_purpose} differ on purpose")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
