# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the *.json of this folder from stores that real MLflow wrote and from its answers.

    make_frames.py search  <folder of the file store> <queries.json> <mlflow.db>  > search.json
    make_frames.py answers <expected.json> <version>                  > filestore-<version>.json

Each file holds runs (attributes, params, tags, latest metrics, datasets) and queries with the ids
that MLflow gave, or its error. Latest means the greatest (step, timestamp, value), as Python's
max() takes it. "sql" in a run and in a query of search.json holds what is different in the SQLite
store of the same runs.
"""
import json
import math
import pathlib
import sqlite3
import sys

import yaml

STATUS = {1: "RUNNING", 2: "SCHEDULED", 3: "FINISHED", 4: "FAILED", 5: "KILLED"}


def number(value):
    value = float(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value


def text_files(folder):
    if not folder.is_dir():
        return {}
    files = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes().decode() for p in sorted(files)}


def latest(lines):
    points = []
    for line in lines.splitlines():
        stamp, value, *step = line.strip().split(" ")
        points.append((int(step[0]) if step else 0, int(stamp), float(value)))
    return number(max(points)[2])


def datasets(experiment, run):
    found = []
    for folder in sorted((run / "inputs").glob("*")):
        link = yaml.safe_load((folder / "meta.yaml").read_text())
        meta = yaml.safe_load((experiment / "datasets" / link["source_id"] / "meta.yaml").read_text())
        found.append({"name": meta["name"], "digest": meta["digest"],
                      "context": (link.get("tags") or {}).get("mlflow.data.context")})
    return found


def store_run(run):
    meta = yaml.safe_load((run / "meta.yaml").read_text())
    tags = text_files(run / "tags")
    keys = ("run_id", "user_id", "artifact_uri", "start_time", "end_time")
    result = {key: meta[key] for key in keys}
    result["run_name"] = meta.get("run_name") or tags.get("mlflow.runName", "")
    result["status"] = STATUS[meta["status"]]
    result["params"] = text_files(run / "params")
    result["tags"] = tags
    result["metrics"] = {k: latest(v) for k, v in text_files(run / "metrics").items()}
    result["datasets"] = datasets(run.parent, run)
    return result


def sql_number(value, is_nan):
    """NaN is kept as 0 with a mark, infinities as the greatest double."""
    if is_nan:
        return "NaN"
    return number(math.copysign(math.inf, value) if abs(value) == sys.float_info.max else value)


def sql_run(database, run):
    keys = ("user_id", "artifact_uri", "start_time", "end_time", "status", "name")
    row = database.execute(f"SELECT {','.join(keys)} FROM runs WHERE run_uuid = ?", (run,)).fetchone()
    result = dict(zip(keys, row), run_id=run)
    for table in ("params", "tags"):
        rows = database.execute(f"SELECT key, value FROM {table} WHERE run_uuid = ? ORDER BY key", (run,))
        result[table] = dict(rows.fetchall())
    result["run_name"] = result.pop("name") or result["tags"].get("mlflow.runName", "")
    rows = database.execute("SELECT key, value, is_nan FROM latest_metrics WHERE run_uuid = ? ORDER BY key", (run,))
    result["metrics"] = {key: sql_number(value, is_nan) for key, value, is_nan in rows}
    return result


def answer(given, place):
    if "error" in given:
        return {"error": given["error"][:60]}
    return {"rows": [place[run] for run in given["run_ids"]]}


def search(store, answers, sqlite):
    answers = json.loads(pathlib.Path(answers).read_text())
    deleted = {answers["runs"][index] for index in answers["deleted"]}
    folders = {path.parent.name: path.parent
               for path in pathlib.Path(store).glob("*/*/meta.yaml")}
    runs = [store_run(folders[run]) for run in answers["runs"] if run not in deleted]
    database = sqlite3.connect(sqlite)
    for run in runs:
        other = sql_run(database, run["run_id"])
        different = {key: value for key, value in other.items() if run[key] != value}
        if different:
            run["sql"] = different
    place = {index: [run["run_id"] for run in runs].index(name)
             for index, name in enumerate(answers["runs"]) if name not in deleted}
    queries = []
    for query in answers["queries"]:
        entry = {"filter": query["filter"], "order_by": query["order_by"],
                 **answer(query["file"], place)}
        other = answer(query["sql"], place)
        if other != answer(query["file"], place):
            entry["sql"] = other
        queries.append(entry)
    return {"source": "MLflow " + answers["mlflow"] + ", sqlparse " + answers["sqlparse"],
            "runs": runs, "queries": queries}


def answer_run(run):
    info, data = run["info"], run["data"]
    keys = ("run_id", "user_id", "artifact_uri", "start_time", "end_time", "status")
    result = {key: info[key] for key in keys}
    result["run_name"] = info.get("run_name") or data["tags"].get("mlflow.runName", "")
    result["params"] = data["params"]
    result["tags"] = {k: v for k, v in data["tags"].items() if k != "mlflow.log-model.history"}
    result["metrics"] = {k: number(v) for k, v in data["metrics"].items()}
    result["datasets"] = []
    for entry in run.get("inputs", {}).get("dataset_inputs", []):
        tags = {tag["key"]: tag["value"] for tag in entry["tags"]}
        dataset = entry["dataset"]
        result["datasets"].append({"name": dataset["name"], "digest": dataset["digest"],
                                   "context": tags.get("mlflow.data.context")})
    return result


def answers(path, version):
    expected = json.loads(pathlib.Path(path).read_text())
    ids = expected["search_runs_active_only"]
    place = {run: index for index, run in enumerate(ids)}
    queries = []
    for query in expected["queries"]:
        entry = {"filter": query["filter"] or "", "order_by": query["order_by"] or []}
        if "error" in query:
            entry["error"] = query["error"][:60]
        else:
            entry["rows"] = [place[run] for run in query["run_ids"]]
        queries.append(entry)
    return {"source": "MLflow " + version, "runs": [answer_run(expected["runs"][i]) for i in ids],
            "queries": queries}


def main():
    made = {"search": search, "answers": answers}[sys.argv[1]](*sys.argv[2:])
    print("{")
    print(json.dumps("source") + ": " + json.dumps(made["source"]) + ",")
    for name in ("runs", "queries"):
        lines = (json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
                 for entry in made[name])
        print(json.dumps(name) + ": [\n" + ",\n".join(lines) + "\n]" + ("," if name == "runs" else ""))
    print("}")


main()
