#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `podium outbox --retry` at random moments and checks that no decision is lost and none is made twice.

usage: kill9outbox.py PROGRAM file|http [--rounds N] [--seed N]

A queue of decisions about a registry is recorded once. Each round takes a fresh copy of it and of the store, brings the
queue to the store and is killed with SIGKILL one to three times on the way; the server (http) also ends connections
before and after it did what it was told. After each kill every decision must be in the store or wait in the outbox. In
the end all are in the store, and the server was told each once.
"""
import argparse
import http.server
import json
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

MODEL = "churn"
VERSIONS = {4: "Production", 5: "Production", 7: "Staging"}
WAITING = 6


def queue(tags):
    """Arguments of podium for each decision, and where what it makes is seen: (place, value)."""
    def version_tag(version, key, value):
        return ["tag", MODEL, key, value, "--model-version", str(version)], (("tag", version, key), value)
    yield version_tag(7, "approval.request", "{\"who\":\"me\"}")
    yield ["stage", MODEL, "7", "Production", "--archive-existing"], (("stage", 7), "Production")
    yield ["alias", MODEL, "champion", "7"], (("alias", "champion"), "7")
    yield ["alias", MODEL, "candidate", "7"], (("alias", "candidate"), "7")
    yield ["describe", MODEL, "who leaves, and when"], (("description", 0), "who leaves, and when")
    yield ["describe", MODEL, "the new one", "--model-version", "7"], (("description", 7), "the new one")
    yield ["alias", MODEL, "last", "5"], (("alias", "last"), "5")
    for number in range(tags):
        yield version_tag((4, 5, 7)[number % 3], f"event.{number:03}", f"value {number}")
    yield ["tag", MODEL, "state", "done"], (("tag", 0, "state"), "done")
    yield version_tag(7, "approval.result", "{\"action\":\"applied\"}")


class FileStore:
    """A registry in an mlruns folder."""

    def __init__(self, root):
        self.root = root

    @property
    def location(self):
        return str(self.root)

    def make(self):
        folder = self.root / "models" / MODEL
        self.write(self.root / "0/meta.yaml", "artifact_location: /nowhere\nexperiment_id: '0'\n"
                   "lifecycle_stage: active\nname: Default\n")
        self.write(folder / "meta.yaml", "aliases: {}\ncreation_timestamp: 1700000000000\ndescription: who leaves\n"
                   f"last_updated_timestamp: 1700000000000\nname: {MODEL}\n")
        self.write(folder / "aliases/champion", "5")
        for version, stage in VERSIONS.items():
            self.write(folder / f"version-{version}/meta.yaml",
                       f"creation_timestamp: 1700000000000\ncurrent_stage: {stage}\ndescription: ''\n"
                       f"last_updated_timestamp: 1700000000000\nname: {MODEL}\nrun_id: ''\nrun_link: ''\nsource: /x\n"
                       f"status: READY\nstatus_message: ''\nuser_id: ''\nversion: {version}\n")

    @staticmethod
    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def copy_from(self, other):
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(other.root, self.root)

    def held(self, place):
        folder = self.root / "models" / MODEL
        of_version = place[0] in ("stage", "tag", "description") and place[1] != 0
        owner = folder / f"version-{place[1]}" if of_version else folder
        if place[0] == "alias":
            file = folder / "aliases" / place[1]
        elif place[0] == "tag":
            file = owner / "tags" / place[2]
        else:
            entry = {"stage": "current_stage: ", "description": "description: "}[place[0]]
            lines = (owner / "meta.yaml").read_text(encoding="utf-8").splitlines()
            return next((line[len(entry):].strip("'\"") for line in lines if line.startswith(entry)), None)
        return file.read_text(encoding="utf-8") if file.is_file() else None

    def twice(self):
        """Nothing counts the writes of files; a second one would undo what came after it."""
        return []


class Server:
    """A registry behind MLflow's REST API. Some requests end without an answer, done or not."""

    def __init__(self, dropping, random_):
        self.dropping = dropping
        self.random = random_
        self.lock = threading.Lock()
        self.reset()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                length = int(self.headers.get("Content-Length") or 0)
                outer.answer(self, self.rfile.read(length))

            do_GET = do_POST = do_PATCH = do_DELETE = handle_any

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # who asked was killed
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def location(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def make(self):
        self.reset()

    def copy_from(self, _):
        self.reset()

    def reset(self):
        with self.lock:
            self.values = {("stage", v): stage for v, stage in VERSIONS.items()}
            self.values[("alias", "champion")] = "5"
            self.values[("description", 0)] = "who leaves"
            self.done = {}

    def held(self, place):
        with self.lock:
            return self.values.get(place)

    def twice(self):
        with self.lock:
            return [call for call, count in self.done.items() if count != 1]

    def answer(self, request, body):
        path = urllib.parse.urlsplit(request.path)
        change = request.command != "GET" and not path.path.endswith("/search")
        drop = self.random.random() < self.dropping
        if drop and self.random.random() < 0.5:
            request.close_connection = True
            return
        with self.lock:
            status, reply = self.make_change(request.command, path.path, json.loads(body)) if change else \
                self.look(path.path, dict(urllib.parse.parse_qsl(path.query)))
        if drop:
            request.close_connection = True
            return
        data = json.dumps(reply).encode()
        try:
            request.send_response(status)
            request.send_header("Content-Type", "application/json")
            request.send_header("Content-Length", str(len(data)))
            request.end_headers()
            request.wfile.write(data)
        except OSError:
            request.close_connection = True  # who asked was killed

    def make_change(self, method, path, body):
        call = f"{method} {path} {json.dumps(body, sort_keys=True)}"
        self.done[call] = self.done.get(call, 0) + 1
        version = int(body.get("version", 0))
        if path.endswith("/set-tag"):
            self.values[("tag", version, body["key"])] = body["value"]
        elif path.endswith("/alias"):
            self.values[("alias", body["alias"])] = body["version"]
        elif path.endswith("/update"):
            self.values[("description", version)] = body["description"]
        elif path.endswith("/transition-stage"):
            for other in VERSIONS:
                if body["archive_existing_versions"] and self.values[("stage", other)] == body["stage"]:
                    self.values[("stage", other)] = "Archived"
            self.values[("stage", version)] = body["stage"]
        else:
            return 404, {"error_code": "ENDPOINT_NOT_FOUND", "message": path}
        return 200, {}

    def tags(self, version):
        return [{"key": place[2], "value": value} for place, value in self.values.items()
                if place[:2] == ("tag", version)]

    def version(self, number):
        return {"name": MODEL, "version": str(number), "current_stage": self.values[("stage", number)],
                "description": self.values.get(("description", number), ""), "status": "READY",
                "tags": self.tags(number)}

    def look(self, path, query):
        if path.endswith("/experiments/search"):
            return 200, {}
        if path.endswith("/model-versions/search"):
            return 200, {"model_versions": [self.version(number) for number in VERSIONS]}
        if path.endswith("/model-versions/get"):
            return 200, {"model_version": self.version(int(query["version"]))}
        if path.endswith("/registered-models/get"):
            aliases = [{"alias": place[1], "version": value} for place, value in self.values.items()
                       if place[0] == "alias"]
            return 200, {"registered_model": {"name": MODEL, "description": self.values[("description", 0)],
                                              "tags": self.tags(0), "aliases": aliases}}
        return 404, {"error_code": "ENDPOINT_NOT_FOUND", "message": path}


class Round:
    def __init__(self, program, cache):
        self.program = program
        self.cache = cache

    def podium(self, *arguments, codes=(0,)):
        done = subprocess.run([self.program, *arguments, "--cache", str(self.cache)], capture_output=True, check=False)
        if done.returncode not in codes:
            raise SystemExit(f"podium {arguments}: exit code {done.returncode}: {done.stdout.decode()} "
                             f"{done.stderr.decode(errors='replace')}")
        return done

    def waiting(self):
        """Places of the decisions that wait, as held() names them."""
        list_ = json.loads(self.podium("outbox", "--json", codes=(0, WAITING)).stdout)
        wrong = [entry for entry in list_ if entry["state"] != "waiting"]
        if wrong:
            raise SystemExit(f"neither written nor waiting: {wrong}")
        return {(entry["owner"], entry["version"], entry["key"], entry["to"]) for entry in list_}

    def kill_retry(self, longest, random_):
        process = subprocess.Popen([self.program, "outbox", "--retry", "--cache", str(self.cache)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random_.uniform(0, longest))
        running = process.poll() is None
        if running:
            process.send_signal(signal.SIGKILL)
        process.wait()
        return running

    def bring_all(self):
        for _ in range(200):  # of a server that drops connections
            if self.podium("outbox", "--retry", codes=(0, WAITING)).returncode == 0:
                return
        raise SystemExit("the queue does not come to its end")


def waits(place, value, waiting):
    version = place[1] if place[0] in ("stage", "tag", "description") else 0
    key = {"alias": place[1], "tag": place[-1]}.get(place[0], "")
    return (MODEL, version, key, value) in waiting


def check_none_lost(store, effects, round_):
    waiting = round_.waiting()
    for place, value in effects:
        if store.held(place) != value and not waits(place, value, waiting):
            raise SystemExit(f"lost: {place} is {store.held(place)}, not {value}, and nothing waits")
    return len(waiting)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("kind", choices=["file", "http"])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--tags", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random_ = random.Random(given.seed)
    program = str(pathlib.Path(given.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        store = FileStore(scratch / "mlruns") if given.kind == "file" else Server(0, random.Random(given.seed + 1))
        template = FileStore(scratch / "template/mlruns") if given.kind == "file" else store
        store.make()
        template.make()
        (scratch / "queue").mkdir()
        first = Round(program, scratch / "queue/cache.db")
        effects = []
        for arguments, effect in queue(given.tags):
            first.podium(arguments[0], store.location, *arguments[1:], "--queue", codes=(0, WAITING))
            effects.append(effect)
        if len(first.waiting()) != len(effects):
            raise SystemExit("not every decision was recorded")

        def fresh(name):
            shutil.rmtree(scratch / name, ignore_errors=True)
            shutil.copytree(scratch / "queue", scratch / name)
            store.copy_from(template)
            return Round(program, scratch / name / "cache.db")

        begun = time.monotonic()
        fresh("undisturbed").bring_all()
        longest = (time.monotonic() - begun) * 1.1
        if given.kind == "http":
            store.dropping = 0.05
        kills = left = 0
        for _ in range(given.rounds):
            round_ = fresh("round")
            for _ in range(random_.randint(1, 3)):
                kills += round_.kill_retry(longest, random_)
                left += check_none_lost(store, effects, round_)
            round_.bring_all()
            for place, value in effects:
                if store.held(place) != value:
                    raise SystemExit(f"{place} is {store.held(place)}, not {value}")
            for other in (4, 5):
                if store.held(("stage", other)) != "Archived":
                    raise SystemExit(f"version {other} was not archived")
            if store.twice():
                raise SystemExit(f"more than once: {store.twice()}")
    print(f"{given.kind}: {given.rounds} rounds of {len(effects)} decisions, {kills} killed while running, "
          f"{left} decisions seen waiting, longest wait {longest:.2f} s: none lost, none twice")
    return 0


if __name__ == "__main__":
    sys.exit(main())
