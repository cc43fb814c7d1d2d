# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracking server with one experiment and three runs, answering as MLflow 3.11 does; it counts what it is asked."""
import http.server
import json
import threading

RUNS = [{"info": {"run_id": f"{n:032x}", "run_uuid": f"{n:032x}", "run_name": f"served-{n}", "experiment_id": "1",
                  "status": "FINISHED", "start_time": 1700000000000 + n, "end_time": 1700000060000 + n,
                  "artifact_uri": f"mlflow-artifacts:/1/{n:032x}/artifacts", "lifecycle_stage": "active"},
         "data": {"metrics": [{"key": "loss", "value": 0.5 / n, "timestamp": 1700000050000, "step": 9}],
                  "params": [{"key": "lr", "value": f"0.{n}"}]}} for n in (1, 2, 3)]
EXPERIMENT = {"experiment_id": "1", "name": "served", "artifact_location": "mlflow-artifacts:/1",
              "lifecycle_stage": "active", "creation_time": 1700000000000, "last_update_time": 1700000000000}


class Answers(http.server.BaseHTTPRequestHandler):
    def answer(self):
        self.server.asked += 1
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        path = self.path.split("?")[0]
        if path == "/version":
            return self.send(b"3.11.2", "text/plain")
        active = "DELETED" not in str(body.get("run_view_type", body.get("view_type", "")))
        found = {}
        if path.endswith("/experiments/search"):
            found = {"experiments": [EXPERIMENT]} if active else {}
        elif path.endswith("/runs/search"):
            found = {"runs": RUNS} if active else {}
        elif path.endswith("/metrics/get-history"):
            found = {"metrics": [{"key": "loss", "value": 1.0 / (step + 1), "timestamp": 1700000000000 + step,
                                  "step": step} for step in range(10)]}
        elif not path.endswith(("/registered-models/search", "/model-versions/search", "/logged-models/search")):
            return self.send(b"<html>Not Found</html>", "text/html", 404)
        return self.send(json.dumps(found).encode(), "application/json")

    do_GET = do_POST = answer

    def send(self, body, kind, status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Says nothing: the program's own words are what counts."""


class ReplayServer:
    def __init__(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.server.asked = 0
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def asked(self):
        return self.server.asked

    def end(self):
        self.server.shutdown()
        self.server.server_close()
