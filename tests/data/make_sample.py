#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes sample-store.tar.gz, the store that "Try the sample store" opens.

    make_sample.py [OUTPUT]

The store is what MLflow 2.17 would have written after a few weeks of three projects. All is drawn from one seed, and
the archive holds no times or owners of its own, so the same script gives the same bytes.
"""

import gzip
import hashlib
import io
import json
import math
import pathlib
import random
import re
import sys
import tarfile

from sample_artifacts import confusion_matrix_svg, config_json, metrics_csv, model_files, prediction_grid_png, report_md

SEED = 20260914
NOW = 1795104000000  # 2026-11-19 16:00 UTC, when the newest run of the sample was still going
HOUR = 3_600_000
DAY = 24 * HOUR
HOME = "file:///home/mira/lab/mlruns"
STATUS = {"RUNNING": 1, "FINISHED": 3, "FAILED": 4, "KILLED": 5}


class Store:
    """The files of the store by path, in memory."""

    def __init__(self):
        self.random = random.Random(SEED)
        self.files = {}
        self.folders = set()

    def write(self, path, content):
        self.files[path] = content if isinstance(content, bytes) else content.encode()

    def hex_id(self):
        return f"{self.random.getrandbits(128):032x}"

    def write_yaml(self, path, values):
        lines = (f"{key}: {scalar(value)}\n" for key, value in sorted(values.items()))
        self.write(path, "".join(lines))

    def archive(self):
        raw = io.BytesIO()
        with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for folder in sorted(self.folders):
                tar.addfile(entry(folder, tarfile.DIRTYPE, 0o755, 0))
            for path, content in sorted(self.files.items()):
                tar.addfile(entry(path, tarfile.REGTYPE, 0o644, len(content)), io.BytesIO(content))
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as stream:
            stream.write(raw.getvalue())
        return packed.getvalue()


def entry(path, kind, mode, size):
    info = tarfile.TarInfo(f"sample-store/mlruns/{path}")
    info.type, info.mode, info.size, info.mtime = kind, mode, size, NOW // 1000
    return info


def scalar(value):
    """A YAML scalar or a flow map; strings are quoted wherever a plain one could be read as something else."""
    if value is None:
        return "null"
    if isinstance(value, (int, list)):
        return json.dumps(value)
    if isinstance(value, dict):
        return "{}" if not value else "\n" + "\n".join(f"  {k}: {scalar(v)}" for k, v in sorted(value.items()))
    if re.fullmatch(r"[A-Za-z][\w ./+-]*|file:///[\w./-]+", value) and value.lower() not in ("yes", "no", "on", "off", "true", "false", "null"):
        return value
    if "\n" in value:
        return json.dumps(value, ensure_ascii=False)
    return "'" + value.replace("'", "''") + "'"


class Experiment:
    def __init__(self, store, name, created, tags):
        self.store = store
        self.name = name
        self.id = "0" if name == "Default" else str(store.random.randrange(10**17, 10**18))
        store.write_yaml(f"{self.id}/meta.yaml", {
            "artifact_location": f"{HOME}/{self.id}", "creation_time": created, "experiment_id": self.id,
            "last_update_time": created, "lifecycle_stage": "active", "name": name})
        for key, value in tags.items():
            store.write(f"{self.id}/tags/{key}", value)

    def dataset(self, name, source, rows, features, classes):
        schema = {"mlflow_colspec": [{"type": "double", "name": f, "required": True} for f in features]}
        digest = hashlib.md5(f"{name}{rows}".encode()).hexdigest()[:8]
        identity = hashlib.md5((name + digest).encode()).hexdigest()
        self.store.write_yaml(f"{self.id}/datasets/{identity}/meta.yaml", {
            "digest": digest, "name": name, "profile": json.dumps({"num_rows": rows, "num_classes": classes}),
            "schema": json.dumps(schema), "source": json.dumps({"url": source}), "source_type": "http"})
        return identity


class Run:
    def __init__(self, experiment, name, start, hours, status="FINISHED", parent=None, lifecycle="active", user="mira"):
        self.store, self.experiment, self.name = experiment.store, experiment, name
        self.id = self.store.hex_id()
        self.start = start
        self.milliseconds = int(hours * HOUR)
        self.path = f"{experiment.id}/{self.id}"
        self.artifact_uri = f"{HOME}/{self.path}/artifacts"
        self.history = {}
        meta = {
            "artifact_uri": self.artifact_uri, "end_time": None if status == "RUNNING" else start + self.milliseconds,
            "entry_point_name": "", "experiment_id": experiment.id, "lifecycle_stage": lifecycle, "run_id": self.id,
            "run_name": name, "run_uuid": self.id, "source_name": "", "source_type": 4, "source_version": "",
            "start_time": start, "status": STATUS[status], "tags": [], "user_id": user}
        if lifecycle == "deleted":
            meta["deleted_time"] = start + 2 * DAY
        self.store.write_yaml(f"{self.path}/meta.yaml", meta)
        for folder in ("artifacts", "metrics", "params", "tags"):
            self.store.folders.add(f"{self.path}/{folder}")
        self.tags({"mlflow.runName": name, "mlflow.user": user, "mlflow.source.type": "LOCAL"})
        if parent:
            self.tags({"mlflow.parentRunId": parent.id})

    def tags(self, values):
        for key, value in values.items():
            self.store.write(f"{self.path}/tags/{key}", value)
        return self

    def params(self, values):
        self.values = values
        for key, value in values.items():
            self.store.write(f"{self.path}/params/{key}", str(value))
        return self

    def metric(self, key, values, every=1, progress=1.0):
        """Logs values at steps 0, every, 2 * every, ...; `progress` is how much of the run's time they cover."""
        span = self.milliseconds * progress / max(len(values), 1)
        lines = [f"{self.start + int((i + 1) * span)} {value!r} {i * every}\n" for i, value in enumerate(values)]
        self.store.write(f"{self.path}/metrics/{key}", "".join(lines))
        self.history[key] = values

    def uses(self, dataset, context):
        identity = hashlib.md5((dataset + self.id).encode()).hexdigest()
        self.store.write(f"{self.path}/inputs/{identity}/meta.yaml",
                         f"destination_id: {dataset}\ndestination_type: RUN\nsource_id: {dataset}\n"
                         f"source_type: DATASET\ntags:\n  mlflow.data.context: {context}\n")
        return self

    def artifact(self, path, content):
        self.store.write(f"{self.path}/artifacts/{path}", content)

    def log_model(self, flavor, packages, inputs, outputs):
        files, history = model_files(self, flavor, packages, inputs, outputs)
        for path, content in files.items():
            self.artifact(f"model/{path}", content)
        self.tags({"mlflow.log-model.history": json.dumps([history])})


def git(run, repository, branch, script, commit):
    run.tags({"mlflow.source.name": script, "mlflow.source.git.repoURL": repository,
              "mlflow.source.git.branch": branch, "mlflow.source.git.commit": commit})


def curve(rng, count, first, last, tau, noise, slow=0.0):
    """A falling or rising learning curve of `count` points with noise that calms down; five decimals."""
    drift, points = 0.0, []
    for i in range(count):
        t = i / count
        drift = 0.92 * drift + rng.gauss(0, noise * 0.35)
        calm = 0.35 + 0.65 * math.exp(-3 * t)
        points.append(round(last + (first - last) * math.exp(-t / tau) + slow * t + (drift + rng.gauss(0, noise)) * calm, 5))
    return points


def clipped(values, low, high):
    return [min(max(v, low), high) for v in values]


# cifar-resnet: the biggest experiment, with sweeps, a run that diverges, one that fails and one that still runs

CIFAR_TRAIN_POINTS = 420


def cifar_quality(p):
    """Final validation loss from the parameters, so that the table's columns tell a story when sorted."""
    depth = {"resnet18": 0.035, "resnet34": 0.012, "resnet50": 0.0}[p["model"]]
    rate = 0.055 * abs(math.log10(float(p["lr"]) / 1e-3)) ** 1.5
    decay = 0.02 * abs(math.log10(float(p["weight_decay"]) / 0.05))
    augment = {"none": 0.06, "weak": 0.025, "strong": 0.0}[p["augment"]]
    return 0.205 + depth + rate + decay + augment + (0 if p["ema"] == "true" else 0.018)


def cifar_metrics(run, rng, epochs, status):
    p = run.values
    best = cifar_quality(p) + rng.gauss(0, 0.006)
    done = {"FINISHED": 1.0, "RUNNING": 0.62, "KILLED": 0.45, "FAILED": 0.3}[status]
    seen, steps = max(int(epochs * done), 3), max(int(CIFAR_TRAIN_POINTS * done), 12)
    speed = 0.16 if p["model"] != "resnet50" else 0.21
    train = clipped(curve(rng, steps, 2.3, best * 0.55, speed, 0.05), 0.01, 9)
    val = clipped(curve(rng, seen, 1.75, best, speed, 0.022, slow=0.015 if p["augment"] == "none" else 0), 0.02, 9)
    accuracy = clipped(curve(rng, seen, 0.34, 1.0 - best * 0.31, speed, 0.008), 0.05, 0.99)
    if status == "FAILED":
        cut = int(steps * 0.6)
        train = train[:cut] + [round(v * 1.35 ** i, 5) for i, v in enumerate(train[cut:cut + 8])] + [math.nan] * (steps - cut - 8)
        val = val[:-2] + [math.inf, math.nan]
        accuracy = accuracy[:-2] + [0.1, 0.1]
    warm = int(p["warmup_epochs"])
    top = float(p["lr"])
    rates = [top * (e + 1) / warm if e < warm else top * 0.5 * (1 + math.cos(math.pi * (e - warm) / (epochs - warm))) for e in range(seen)]
    per_epoch = 98
    run.metric("train/loss", train, every=epochs * per_epoch // CIFAR_TRAIN_POINTS)
    for key, values in (("val_loss", val), ("accuracy", accuracy), ("lr", [float(f"{r:.4g}") for r in rates])):
        run.metric(key, values, every=per_epoch)
    if p["model"] == "resnet50":
        run.metric("system/gpu_0_utilization_percentage", [round(min(99.9, max(3, rng.gauss(91, 5))), 1) for _ in range(seen)])
        run.metric("system/gpu_0_memory_usage_megabytes", [round(rng.gauss(17400, 60), 1) for _ in range(seen)])


def cifar_run(experiment, rng, name, start, status="FINISHED", parent=None, full=True, lifecycle="active", **changes):
    params = {"model": "resnet50", "optimizer": "adamw", "lr": "0.001", "weight_decay": "0.05", "batch_size": "512",
              "epochs": "90", "warmup_epochs": "5", "augment": "strong", "label_smoothing": "0.0", "ema": "true",
              "scheduler": "cosine", "seed": str(rng.randrange(1, 20))} | changes
    hours = {"resnet18": 0.55, "resnet34": 0.9, "resnet50": 1.4}[params["model"]] * rng.uniform(0.94, 1.08)
    run = Run(experiment, name, start, hours, status, parent, lifecycle).params(params)
    git(run, "https://git.example.org/vision/cifar.git", "main", "train.py", hashlib.sha1(name.encode()).hexdigest())
    run.uses(experiment.train, "training").uses(experiment.test, "evaluation")
    cifar_metrics(run, rng, int(params["epochs"]), status)
    run.artifact("config.json", config_json(run))
    run.artifact("metrics.csv", metrics_csv(run, ["val_loss", "accuracy", "lr"]))
    if full and status == "FINISHED":
        run.artifact("plots/confusion_matrix.svg", confusion_matrix_svg(rng, run.history["accuracy"][-1]))
        run.artifact("plots/predictions.png", prediction_grid_png(rng))
        run.artifact("report.md", report_md(run, "val_loss", "accuracy"))
        run.log_model("pytorch", ["torch==2.4.1", "torchvision==0.19.1"], ["image"], ["label"])
    return run


def cifar_sweep(experiment, rng, name, start, trials, grid):
    parent = Run(experiment, name, start, trials * 0.9)
    parent.params({"search": "random", "trials": str(trials), "objective": "val_loss"})
    parent.tags({"sweep": name, "mlflow.note.content": f"# {name}\n\nRandom search over **{', '.join(grid)}**.\n"})
    git(parent, "https://git.example.org/vision/cifar.git", "main", "sweep.py", hashlib.sha1(name.encode()).hexdigest())
    children = []
    for i in range(trials):
        choice = {key: rng.choice(values) for key, values in grid.items()}
        status = "FAILED" if float(choice.get("lr", 0)) >= 0.1 else "FINISHED"
        child = cifar_run(experiment, rng, f"trial-{i + 1:02}", start + int(i * 0.9 * HOUR), status, parent, False, **choice)
        children.append(child.tags({"sweep": name}))
    best = min((c for c in children if "val_loss" in c.history and math.isfinite(c.history["val_loss"][-1])),
               key=lambda c: c.history["val_loss"][-1])
    best.tags({"best": "yes"})
    best.log_model("pytorch", ["torch==2.4.1", "torchvision==0.19.1"], ["image"], ["label"])
    parent.metric("val_loss", [best.history["val_loss"][-1]])
    parent.metric("accuracy", [best.history["accuracy"][-1]])
    return best


def cifar(store):
    rng = store.random
    experiment = Experiment(store, "cifar-resnet", NOW - 34 * DAY, {
        "mlflow.note.content": "Image classification on CIFAR-10.\n\nGoal: **val_loss below 0.22** with one GPU for 90 minutes.\n",
        "team": "vision"})
    pixels = [f"pixel_{i}" for i in range(4)]
    experiment.train = experiment.dataset("cifar-10-train", "https://data.example.org/cifar-10/train", 50000, pixels, 10)
    experiment.test = experiment.dataset("cifar-10-test", "https://data.example.org/cifar-10/test", 10000, pixels, 10)
    rates, decays = ["3e-4", "5e-4", "0.001", "0.003"], ["0.01", "0.05", "0.1"]
    kept = {}
    plan = [("sgd-momentum", 9, {"optimizer": "sgd", "lr": "0.03", "weight_decay": "5e-4", "ema": "false"}),
            ("label-smoothing-0.1", 6, {"label_smoothing": "0.1", "model": "resnet18"}),
            ("augment-weak", 5.2, {"augment": "weak", "model": "resnet34"}), ("augment-strong", 5, {}),
            ("augment-none", 4.8, {"augment": "none"}), ("baseline", 3, {"model": "resnet18", "weight_decay": "0.01"})]
    for name, days, changes in plan:
        kept[name] = cifar_run(experiment, rng, name, NOW - int(days * DAY), **changes)
    kept["baseline"].tags({"mlflow.note.content": "The run that every other one is compared with.\n", "baseline": "yes"})
    cifar_run(experiment, rng, "no-ema", NOW - 8 * DAY, "KILLED", ema="false")
    cifar_run(experiment, rng, "first try", NOW - 33 * DAY, lifecycle="deleted", full=False, model="resnet18", augment="none")
    kept["sweep-12"] = cifar_sweep(experiment, rng, "sweep-12", NOW - 6 * DAY, 6, {"lr": rates, "augment": ["weak", "strong"], "model": ["resnet18"]})
    kept["sweep-13"] = cifar_sweep(experiment, rng, "sweep-13", NOW - 30 * HOUR, 9, {"lr": rates + ["0.3"], "weight_decay": decays, "model": ["resnet18", "resnet34"]})
    kept["sweep-14"] = cifar_sweep(experiment, rng, "sweep-14", NOW - 13 * HOUR, 12, {"lr": rates + ["0.3"], "weight_decay": decays, "model": ["resnet34", "resnet50"]})
    cifar_run(experiment, rng, "resnet50-long-schedule-cosine-ema", NOW - 1 * HOUR, "RUNNING", epochs="300", lr="5e-4")
    return kept


# bert-finetune: runs as the Hugging Face trainer logs them


def bert(store):
    rng = store.random
    experiment = Experiment(store, "bert-finetune", NOW - 21 * DAY, {
        "mlflow.note.content": "Sentiment of product reviews, fine-tuned from public checkpoints.\n", "team": "language"})
    data = experiment.dataset("product-reviews", "https://data.example.org/reviews/2026-10", 184320, ["text", "stars"], 5)
    sizes = {"distilbert-base": (0.318, 0.5), "bert-base": (0.286, 0.9), "roberta-base": (0.262, 1.0), "deberta-v3-small": (0.249, 1.1)}
    kept = {}
    for i in range(14):
        model = list(sizes)[i % 4]
        rate = ["2e-5", "3e-5", "5e-5"][i % 3]
        floor, hours = sizes[model]
        status = "FAILED" if i == 9 else "FINISHED"
        run = Run(experiment, f"{model}-{rate}-s{i // 4}", NOW - int((19 - i * 1.2) * DAY), hours * 2.1, status, user="jonas")
        run.params({"model_name_or_path": model, "learning_rate": rate, "per_device_train_batch_size": "32",
                    "num_train_epochs": "3", "warmup_ratio": "0.06", "weight_decay": "0.01", "fp16": "True",
                    "max_seq_length": "256", "seed": str(40 + i // 4), "lr_scheduler_type": "linear"})
        git(run, "https://git.example.org/language/reviews.git", "finetune", "run_glue.py", hashlib.sha1(b"%d" % i).hexdigest())
        run.uses(data, "training")
        floor += rng.gauss(0, 0.005) + {"2e-5": 0.0, "3e-5": 0.004, "5e-5": 0.012}[rate]
        points = 700 if status == "FINISHED" else 260
        loss = clipped(curve(rng, points, 1.55, floor * 0.7, 0.13, 0.045), 0.02, 9)
        evals = points // 20
        run.metric("loss", loss, every=25)
        run.metric("eval_loss", clipped(curve(rng, evals, 0.9, floor, 0.2, 0.008, slow=0.02), 0.02, 9), every=500)
        run.metric("eval_f1", clipped(curve(rng, evals, 0.45, 1.03 - floor * 0.6, 0.2, 0.006), 0, 0.99), every=500)
        run.metric("eval_accuracy", clipped(curve(rng, evals, 0.5, 1.06 - floor * 0.6, 0.2, 0.005), 0, 0.99), every=500)
        run.metric("learning_rate", [float(f"{float(rate) * (1 - k / evals):.4g}") for k in range(evals)], every=500)
        if status == "FAILED":
            run.tags({"error": "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 384.00 MiB."})
            continue
        run.artifact("config.json", config_json(run))
        run.artifact("metrics.csv", metrics_csv(run, ["eval_loss", "eval_f1", "eval_accuracy", "learning_rate"]))
        run.artifact("report.md", report_md(run, "eval_loss", "eval_f1"))
        if i % 3 == 0:
            run.log_model("transformers", ["transformers==4.45.2", "torch==2.4.1"], ["text"], ["label", "score"])
            kept[len(kept)] = run
    return kept


# demand-forecast: gradient boosting, with the folds of a cross-validation as nested runs


def forecast_fold(experiment, rng, name, start, floor, params, parent=None, hours=0.08):
    run = Run(experiment, name, start, hours, parent=parent, user="aiko").params(params)
    git(run, "https://git.example.org/supply/forecast.git", "main", "train_lgbm.py", hashlib.sha1(name.encode()).hexdigest())
    run.uses(experiment.sales, "training")
    mae = clipped(curve(rng, 220, 31.0, floor, 0.18, 0.12, slow=0.4 if params["num_leaves"] == "255" else 0), 1, 99)
    run.metric("val_mae", mae)
    run.metric("val_rmse", [round(v * 1.41 + rng.gauss(0, 0.05), 5) for v in mae])
    run.metric("val_mape", [round(v / 94, 5) for v in mae])
    return run


def forecast(store):
    rng = store.random
    experiment = Experiment(store, "demand-forecast", NOW - 60 * DAY, {"team": "supply", "mlflow.note.content": "Daily demand per shop and article, 28 days ahead.\n"})
    experiment.sales = experiment.dataset("shop-sales", "https://data.example.org/sales/2026-q3.parquet", 2914560, ["price", "promo", "weekday", "stock"], 0)
    kept = {}
    for i, leaves in enumerate(["31", "63", "127", "255"]):
        params = {"objective": "tweedie", "num_leaves": leaves, "learning_rate": "0.05", "feature_fraction": "0.8",
                  "bagging_fraction": "0.9", "num_iterations": "220", "horizon_days": "28"}
        start, floor = NOW - int((20 - 4 * i) * DAY), [13.1, 12.2, 11.9, 12.6][i]
        parent = forecast_fold(experiment, rng, f"lgbm-leaves-{leaves}", start, floor, params, hours=0.5)
        for fold in range(3):
            forecast_fold(experiment, rng, f"fold-{fold + 1}", start + fold * HOUR // 10, floor + rng.gauss(0, 0.5), params | {"fold": str(fold + 1)}, parent)
        parent.artifact("config.json", config_json(parent))
        parent.artifact("metrics.csv", metrics_csv(parent, ["val_mae", "val_rmse", "val_mape"]))
        parent.artifact("report.md", report_md(parent, "val_mae", "val_mape"))
        parent.log_model("lightgbm", ["lightgbm==4.5.0", "pandas==2.2.3"], ["price", "promo", "weekday", "stock"], ["demand"])
        kept[leaves] = parent
    return kept


# The registry


def register(store, name, description, tags, versions, aliases):
    """`versions`: (run, stage, description, tags) of version 1, 2, ..."""
    created = versions[0][0].start + DAY
    last = created
    for number, (run, stage, text, version_tags) in enumerate(versions, 1):
        when = max(run.start + run.milliseconds + 2 * HOUR, last + HOUR)
        last = when
        source = f"{run.artifact_uri}/model"
        store.write_yaml(f"models/{name}/version-{number}/meta.yaml", {
            "aliases": [], "creation_timestamp": when, "current_stage": stage, "description": text,
            "last_updated_timestamp": when + (0 if stage == "None" else 5 * HOUR), "name": name, "run_id": run.id,
            "run_link": None, "source": source, "status": "READY", "status_message": None, "storage_location": source,
            "user_id": None, "version": number})
        for key, value in version_tags.items():
            store.write(f"models/{name}/version-{number}/tags/{key}", value)
    store.write_yaml(f"models/{name}/meta.yaml", {
        "aliases": {a: str(n) for a, n in aliases.items()}, "creation_timestamp": created, "description": description,
        "last_updated_timestamp": last + 5 * HOUR, "name": name})
    for alias, number in aliases.items():
        store.write(f"models/{name}/aliases/{alias}", str(number))
    for key, value in tags.items():
        store.write(f"models/{name}/tags/{key}", value)


def registry(store, images, reviews, demand):
    register(store, "cifar-classifier", "Classifies 32×32 images into ten classes.\n\nOwner: **vision**.", {"task": "image-classification", "owner": "vision"}, [
        (images["sgd-momentum"], "Archived", "First version in use.", {}),
        (images["label-smoothing-0.1"], "Archived", "Better calibrated, slightly slower.", {"validation": "passed"}),
        (images["sweep-12"], "Production", "Best of sweep-12.", {"validation": "passed", "approved_by": "jonas"}),
        (images["sweep-13"], "Staging", "Best of sweep-13; waits for the load test.", {"validation": "passed"}),
        (images["sweep-14"], "None", None, {"validation": "pending"})], {"champion": 3, "challenger": 4})
    register(store, "review-sentiment", "Stars from the text of a review.", {"task": "text-classification", "owner": "language"}, [
        (reviews[0], "Archived", "distilbert, small and fast.", {}), (reviews[1], "Production", None, {"validation": "passed"}),
        (reviews[2], "Staging", "Higher F1 on long reviews.", {"validation": "passed"})], {"champion": 2, "candidate": 3})
    register(store, "demand-forecaster", "Daily demand, 28 days ahead.", {"owner": "supply"}, [
        (demand["31"], "Production", None, {"validation": "passed"}), (demand["127"], "None", "Lower error, twice the size.", {})], {"shadow": 2})


def main():
    here = pathlib.Path(__file__).resolve().parent
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "sample-store.tar.gz"
    store = Store()
    Experiment(store, "Default", NOW - 61 * DAY, {})
    registry(store, cifar(store), bert(store), forecast(store))
    target.write_bytes(store.archive())
    points = sum(c.count(b"\n") for p, c in store.files.items() if "/metrics/" in p)
    runs = sum(p.count("/") == 2 and p.endswith("/meta.yaml") and not p.startswith("models/") for p in store.files)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(store.files)} files, {runs} runs, {points} points")


if __name__ == "__main__":
    main()
