# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracking server that knows what a real one was once asked, and answers other questions out of the same answers.

A recording has the whole list of experiments, of runs, of models; a client may ask for them in other pieces. Of
histories and folders it has some: `covers()` tells which. What nobody asked the real one is an unknown route.
"""
import base64
import gzip
import http.server
import json
import pathlib
import threading
import urllib.parse

PASSWORD = "a password"
# As Flask answers a route that is not there.
NO_ROUTE = (404, "text/html", "<!doctype html>\n<title>404 Not Found</title>\n")


class Recording:
    """The exchanges of one file in tests/data/http, by what they are about."""

    def __init__(self, path, user=""):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            self.exchanges = [e for e in json.load(file) if e.get("user", "") == user]
        self.experiments = self.longest("experiments", "/experiments/search", "/experiments/list")
        self.runs = self.longest("runs", "/runs/search")
        self.logged_models = self.longest("models", "/logged-models/search")
        self.models = self.longest("registered_models", "/registered-models/search", without="filter=")
        self.prompts = self.longest("registered_models", "/registered-models/search", having="is_prompt")
        self.versions = self.longest("model_versions", "/model-versions/search", without="filter=")
        self.histories = self.read_histories()
        self.folders = self.read_folders()

    def answers(self, *endpoints):
        for exchange in self.exchanges:
            path, _, query = exchange["target"].partition("?")
            if exchange["status"] == 200 and path.startswith("/api/") and path.endswith(endpoints):
                yield query, exchange.get("request"), json.loads(exchange["text"])

    def longest(self, name, *endpoints, without="?", having=""):
        """The answer that has the most of something; None if there is no such answer."""
        found = [body.get(name, []) for query, _, body in self.answers(*endpoints)
                 if without not in query and having in query]
        return max(found, key=len, default=None)

    def read_histories(self):
        """{(run, key): {page token: answer}}, of whole histories only."""
        found = {}
        for query, _, body in self.answers("/metrics/get-history"):
            asked = dict(urllib.parse.parse_qsl(query))
            if not body.get("metrics"):
                continue  # MLflow 3.11 without max_results
            pages = found.setdefault((asked["run_id"], asked["metric_key"]), {})
            before = pages.get(asked.get("page_token", ""))
            if before is None or len(before["metrics"]) < len(body["metrics"]):
                pages[asked.get("page_token", "")] = body
        return {place: pages for place, pages in found.items()
                if "" in pages and all(page.get("next_page_token", "") in pages or not page.get("next_page_token")
                                       for page in pages.values())}

    def read_folders(self):
        """{(run, folder): answer}, of folders that somebody who begins at the root comes to."""
        found = {}
        for query, _, body in self.answers("/artifacts/list"):
            asked = dict(urllib.parse.parse_qsl(query))
            found[(asked["run_id"], asked.get("path", ""))] = body
        return {(run, folder): body for (run, folder), body in found.items()
                if all((run, str(above).removeprefix(".")) in found for above in pathlib.PurePosixPath(folder).parents)}

    def covers(self, fact):
        """Whether the recording tells whether this fact of compare_dump is so."""
        words = fact.split("/")
        if words[0] == "prompts":
            return False  # their versions were not asked for
        if words[0] != "runs" or len(words) < 4:
            return True
        if words[2] == "metric_history":
            return (words[1], "/".join(words[3:-1])) in self.histories
        if words[2] == "artifacts":
            return (words[1], "/".join(words[3:-1])) in self.folders
        return True


class Replay(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body at once
    recording = None
    users = None  # None: everybody
    asked = None  # every endpoint that was asked

    def log_message(self, *_):
        pass

    def reply(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def is_known(self):
        given = self.headers.get("Authorization", "")
        if self.users is None:
            return True
        pair = base64.b64decode(given.removeprefix("Basic ")).decode() if given.startswith("Basic ") else ""
        return pair in self.users

    def handle_any(self):
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.is_known():
            return self.reply(401, "text/html; charset=utf-8", "You are not authenticated.")
        self.asked.add(path)
        asked = json.loads(body) if body else dict(urllib.parse.parse_qsl(query))
        answer = self.answer(path, asked) if path.startswith("/api/2.0/mlflow/") else None
        if answer is None:
            return self.reply(*NO_ROUTE)
        return self.reply(200, "application/json", json.dumps(answer))

    do_GET = do_POST = handle_any

    def answer(self, path, asked):
        known, endpoint = self.recording, path.removeprefix("/api/2.0/mlflow/")
        lists = any("/experiments/list" in e["target"] and e["status"] == 200 for e in known.exchanges)
        whole = {"logged-models/search": ("models", known.logged_models),
                 "model-versions/search": ("model_versions", known.versions),
                 "experiments/list" if lists else "experiments/search": ("experiments", known.experiments)}
        if endpoint in whole and "filter" not in asked:
            name, records = whole[endpoint]
            return None if records is None else {name: records}
        if endpoint == "registered-models/search":
            records = known.prompts if "filter" in asked else known.models
            return {} if records is None else {"registered_models": records}
        if endpoint == "runs/search":
            wanted = [run for run in known.runs if run["info"]["experiment_id"] in asked["experiment_ids"]]
            return self.page("runs", wanted, asked)
        if endpoint == "runs/get":
            return next(({"run": run} for run in known.runs if run["info"]["run_id"] == asked["run_id"]), None)
        if endpoint == "experiments/get":
            return next(({"experiment": one} for one in known.experiments
                         if one["experiment_id"] == asked["experiment_id"]), None)
        if endpoint == "metrics/get-history":
            pages = known.histories.get((asked["run_id"], asked["metric_key"]), {})
            return pages.get(asked.get("page_token", ""), {})
        if endpoint == "artifacts/list":
            return known.folders.get((asked["run_id"], asked.get("path", "")), {})
        return {} if endpoint == "model-versions/search" else None

    @staticmethod
    def page(name, records, asked):
        first = int(asked.get("page_token") or 0)
        end = first + int(asked["max_results"])
        answer = {name: records[first:end]} if records[first:end] else {}
        if end < len(records):
            answer["next_page_token"] = str(end)
        return answer


def serve(recording, users=None):
    """Starts answering; returns the server with its `url`, and `asked`, the paths that were asked."""
    asked = set()
    handler = type("Handler", (Replay,), {"recording": recording, "users": users, "asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.url = f"http://127.0.0.1:{server.server_port}"
    server.asked = asked
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
