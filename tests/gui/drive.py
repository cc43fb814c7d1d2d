# SPDX-License-Identifier: GPL-3.0-or-later
"""drive.py PROGRAM STORES OUTPUT [WALK]: walks through the real window as a person does, on two stores, light and dark.

What must be seen comes from expected.json of each store, which holds what MLflow itself answers about it.
"""
import json
import math
import os
import statistics
import sys
import time
import traceback

from chartwalk import walk_charts
from desktop import Atspi, Missing, Picture, Program, extents, has, name, poll, text
from keywalk import walk_keys
from registrywalk import walk_registry
from serverwalk import walk_server

STORES = ("filestore-3.11", "filestore-2.17")
THEMES = ("light", "dark")
EXPERIMENT = "vision/resnet-sweep"
METRIC = "train/loss"
CURVE = "val/accuracy"
FILTERS = ("metrics.`train/loss` < 1", "attributes.status = 'FAILED'")
BROKEN = "424242424242424242"
ZOO = ("artifacts zoo", "artifact zoo", "crlf.csv", "script.py")


class Expected:
    """What MLflow says of a store."""

    def __init__(self, file):
        with open(file, encoding="utf-8") as stream:
            self.all = json.load(stream)
        self.runs = self.all["runs"]

    def experiments(self):
        return [entry["name"] for entry in self.all["experiments"]["ACTIVE_ONLY"]]

    def models(self):
        """With the prompts, which are in the registry, too."""
        return sorted(entry["name"] for entry in [*self.all["registered_models"], *self.all.get("prompts", [])])

    def active(self, experiment):
        """Ids of the runs of an experiment, newest first, as MLflow lists them."""
        number = next(e["experiment_id"] for e in self.all["experiments"]["ALL"] if e["name"] == experiment)
        return [i for i in self.all["search_runs_active_only"] if self.runs[i]["info"]["experiment_id"] == number]

    def answer(self, experiment, filter_text="", order=None):
        query = next(q for q in self.all["queries"] if q["filter"] == filter_text and q["order_by"] == order)
        mine = set(self.active(experiment))
        return [run for run in query["run_ids"] if run in mine]

    def run_name(self, run):
        return self.runs[run]["info"]["run_name"]

    def named(self, experiment, wanted):
        return next(run for run in self.active(experiment) if self.run_name(run) == wanted)

    def parent(self, run):
        return self.runs[run]["data"]["tags"].get("mlflow.parentRunId")

    def with_parents(self, runs):
        found = set(runs)
        for run in runs:
            while (run := self.parent(run)) is not None:
                found.add(run)
        return found

    def as_tree(self, runs):
        """Names in the order in which a tree shows them: each run's children below it, in the order of `runs`."""
        known = set(runs)

        def below(parent):
            for run in runs:
                if (self.parent(run) if self.parent(run) in known else None) == parent:
                    yield self.run_name(run)
                    yield from below(run)

        return list(below(None))

    def points(self, runs, metric):
        histories = [self.all["metric_history"].get(run, {}).get(metric, []) for run in runs]
        return sum(1 for history in histories if history), sum(len(history) for history in histories)


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.shot = None

    def note(self, good, words, seen=None):
        if good:
            self.passed += 1
            return
        self.failed += 1
        print(f"  FAILED {words}" + ("" if seen is None else f"\n         seen: {seen}"), flush=True)

    def equal(self, words, probe, wanted, patience=8.0):
        """Waits until what is seen is what is wanted."""
        last = [None]

        def same():
            last[0] = probe()
            return last[0] == wanted

        good = poll(same, patience)
        self.note(good, words, f"{last[0]!r}\n         want: {wanted!r}")

    def true(self, words, probe, patience=8.0):
        seen = poll(probe, patience)
        self.note(bool(seen), words)
        return seen


def plain(words):
    """Without the narrow spaces that part thousands."""
    return words.replace("\u202f", "").replace("\u2009", "").replace("\u00a0", " ")


class Walk:
    """One walk through the window: one store, one theme."""

    def __init__(self, program, stores, output, store, theme, report):
        self.label = f"{store}-{theme}"
        self.output = output
        self.folder = os.path.join(stores, store, "mlruns")
        # One thing that cannot be read, for the page of problems.
        os.makedirs(os.path.join(self.folder, BROKEN), exist_ok=True)
        with open(os.path.join(self.folder, BROKEN, "meta.yaml"), "w", encoding="ascii") as file:
            file.write("artifact_location: [")
        self.theme = theme
        self.report = report
        self.expected = Expected(os.path.join(stores, store, "expected.json"))
        settings = os.path.join(stores, f"{self.label}.ini")
        with open(settings, "w", encoding="ascii") as file:
            file.write(f"[look]\ntheme={theme}\nlanguage=en\n")
        self.window = Program(
            [program, "--cache", os.path.join(stores, f"{self.label}.db"), "--settings", settings],
            os.path.join(stores, f"{self.label}.log"))

    def picture(self, part=""):
        path = os.path.join(self.output, f"{self.label}{'-' + part if part else ''}.png")
        self.window.screenshot(path)
        return path

    def go(self, pages):
        self.start(pages)
        self.open_folder()
        self.choose_runs()
        self.compare()
        self.paper()
        self.sort()
        self.filter()
        self.artifact()
        if pages:
            self.pages()

    def start(self, pages):
        self.window.find("Open Folder…")
        self.names("the start page")
        picture = self.picture("start") if pages else self.picture()
        lightness = Picture(picture, (700, 700, 60, 60)).lightness()
        self.report.note(lightness > 200 if self.theme == "light" else lightness < 60,
                         f"the window is {self.theme}", lightness)

    def open_folder(self):
        self.window.key("ctrl+o")
        self.window.dialog("Open the folder")
        self.window.type(self.folder)
        self.window.key("Return")
        tree = self.window.table("Sources and experiments")
        self.window.focus()
        seen = {part for path in self.expected.experiments() for part in path.split("/")}
        self.report.equal("all experiments are in the tree", lambda: seen - set(tree.texts()), set())
        self.runs = self.window.table("Runs")
        count = f"{len(self.expected.active(EXPERIMENT))} runs"
        self.report.true("the number of runs stands in the search field", lambda: self.window.seek(count))
        self.window.key("ctrl+e")
        wanted = sorted(map(self.expected.run_name, self.expected.active(EXPERIMENT)))
        self.report.equal("the table has the runs that MLflow lists", lambda: sorted(self.runs.texts()), wanted)

    def choose_runs(self):
        runs = self.expected.active(EXPERIMENT)
        self.window.click(self.runs.cell(0))
        self.report.equal("a click selects one run", lambda: len(self.runs.selected()), 1)
        self.window.key("ctrl+a")
        self.report.true("the status bar counts the selected runs",
                         lambda: self.window.seek(f"{len(runs)} of {len(runs)} selected"))
        self.report.equal("all rows are selected", lambda: len(self.runs.selected()), len(runs))
        chart = self.window.find(f"Chart of {METRIC}")
        with_metric, points = self.expected.points(runs, METRIC)
        described = lambda: plain(chart.get_description() or "")  # noqa: E731
        self.report.true(f"the chart says that it shows {with_metric} runs",
                         lambda: f"{with_metric} runs" in described())
        self.report.true(f"the chart says that it shows {points} points", lambda: f"{points} points" in described())
        self.report.true("the chart is drawn with exact extremes", lambda: "extremes exact" in described())
        chart = self.window.find(f"Chart of {CURVE}")
        self.report.true(f"{CURVE} is drawn", lambda: "extremes exact" in chart.get_description())
        picture = self.picture()
        drawn = Picture(picture, extents(chart))
        self.report.note(drawn.hues() >= 3, "the chart shows lines in several colours", f"{drawn.hues()} colours")
        wrong = [self.expected.run_name(run) for run in runs if self.expected.points([run], CURVE)[1] > 1
                 and not drawn.has(self.bullet(picture, self.expected.run_name(run)))]
        self.report.note(not wrong, "each run's bullet has the colour of its line", wrong)
        self.names("the runs page")

    def compare(self):
        """Three runs side by side, by keys alone."""
        self.window.click(self.runs.row("trial-4"))
        self.window.key("shift+Down", "shift+Down")
        self.report.equal("three runs are selected", lambda: len(self.runs.selected()), 3)
        chosen = [self.expected.named(EXPERIMENT, run) for run in self.runs.selected()]
        self.window.key("ctrl+d")
        table = self.window.table("Comparison")
        titles = [self.expected.run_name(run) for run in chosen]
        self.report.equal("the first run is the baseline",
                          lambda: table.titles()[1:], [f"{titles[0]} (baseline)", *titles[1:]])
        params = [self.expected.runs[run]["data"]["params"] for run in chosen]
        keys = {key for one in params for key in one}
        wanted = {key for key in keys if len({one.get(key) for one in params}) > 1}

        def differing():
            texts = table.texts()
            start = next((i for i, words in enumerate(texts) if words.startswith("Params")), len(texts))
            rest = texts[start + 1:]
            return set(rest[:next((i for i, words in enumerate(rest) if " differ" in words or " same" in words),
                                  len(rest))])

        self.report.equal("the params that differ", differing, wanted)
        self.window.key("n")
        self.report.true("N goes to a difference", lambda: self.window.seek("1 of …"))
        self.window.key("n")
        self.report.true("N goes on to the next", lambda: self.window.seek("2 of …"))
        self.window.key("p")
        self.report.true("P goes back", lambda: self.window.seek("1 of …"))
        self.window.key("Right", "b")
        self.report.equal("B makes another run the baseline",
                          lambda: table.titles()[1], f"{titles[1]} (baseline)")
        self.names("the compare page")
        self.picture("compare")
        report = os.path.join(self.output, f"{self.label}-comparison.md")
        if os.path.exists(report):
            os.remove(report)
        self.window.key("ctrl+alt+x")
        self.window.dialog("Save the comparison")
        self.window.type(report)
        self.window.key("Return")
        poll(lambda: os.path.exists(report))
        self.window.focus()
        with open(report, encoding="utf-8") as stream:
            written = stream.read()
        self.report.note("## Params" in written and titles[1] in written, "the comparison is saved as Markdown",
                         written[:200])
        head = next(words for words in table.texts() if words.startswith("Params"))
        self.window.click(table.row(head))
        self.window.key("Left", "Down", "Up")

        def after_head():
            texts = table.texts()
            return texts[texts.index(head) + 1].split()[0]

        self.report.equal("a folded section stays folded when the cursor moves", after_head, "Metrics")
        self.window.key("ctrl+1")
        self.runs = self.window.table("Runs")

    def paper(self):
        """A table for a paper of all runs, mean and deviation as they are by hand."""
        self.window.click(self.runs.cell(0))
        self.window.key("ctrl+a", "ctrl+alt+l")
        self.window.dialog("Copy for a paper")
        preview = self.window.find("Preview")

        def lines():
            rows = [line[:-3].split(" & ") for line in text(preview).split("\n") if line.endswith(" \\\\")]
            return [[cell.strip().replace("\\_", "_") for cell in row] for row in rows]

        if self.window.need("a table", lines)[0][0] == "run_name":
            self.window.key("alt+g", "Home", "space")
        head = self.window.need("groups", lambda: lines() if lines()[0][-1] == "$n$" else None)[0]
        column = head.index(METRIC)
        params = [key for key in head[:column]
                  if any(key in self.expected.runs[run]["data"]["params"] for run in self.expected.active(EXPERIMENT))]
        # One of the params that differ is left to group by, so that there is something to average.
        self.window.key("alt+g", "Home")
        for key in self.window.table("Group by").texts():
            if key in params[1:]:
                self.window.key("space")
            self.window.key("Down")
        others, params = params[1:], params[:1]
        head = self.window.need("one param", lambda: lines()[0] if not set(others) & set(lines()[0]) else None)
        column = head.index(METRIC)
        by_hand = {}
        for run in self.expected.active(EXPERIMENT):
            data = self.expected.runs[run]["data"]
            group = tuple(data["params"].get(key, "") for key in params)
            by_hand.setdefault(group, []).append(data["metrics"].get(METRIC))
        shown = lines()[1:]
        self.report.note(len(shown) == len(by_hand), "a line for each group", f"{len(shown)} of {len(by_hand)}")
        checked = 0
        for row in shown:
            values = [float(value) for value in by_hand.get(tuple(row[:len(params)]), []) if value is not None]
            if len(values) < 2 or not all(map(math.isfinite, values)) or statistics.stdev(values) == 0:
                continue
            mean, deviation = statistics.mean(values), statistics.stdev(values)
            digits = 1 - int(f"{deviation:.1e}".partition("e")[2])
            number = row[column].replace("\\mathbf{", "").replace("}", "").replace("$", "").replace("^{*", "")
            wanted = f"{mean:.{digits}f} \\pm {deviation:.{digits}f}"
            self.report.note(number == wanted, f"mean and deviation of {row[:len(params)]}", f"{number} not {wanted}")
            checked += 1
        self.report.note(checked > 0, "there is a group with mean and deviation", text(preview))
        self.names("the dialog of tables for papers")
        self.picture("paper")
        self.window.key("Escape")
        self.window.focus()

    def bullet(self, picture, run):
        """The colour that marks a run in the table."""
        x, y, _, height = extents(self.runs.row(run))
        return Picture(picture, (x, y, 26, height)).strongest()

    def sort(self):
        by = f"metrics.`{METRIC}`"
        title = f"{METRIC} · last"
        seen = []
        for _ in range(2):
            # A click elsewhere parts the two on the header, which would be a double click.
            self.window.click(self.runs.cell(0))
            before = self.runs.texts()
            self.window.click(self.runs.header(title))
            poll(lambda: self.runs.texts() != before, 3)
            seen.append(self.runs.texts())
        wanted = [self.expected.as_tree(self.expected.answer(EXPERIMENT, "", [f"{by} {way}"]))
                  for way in ("ASC", "DESC")]
        self.report.note(wanted[0] in seen, f"sorted by {METRIC}, upwards, as MLflow sorts",
                         f"{seen}\n         want: {wanted[0]}")
        self.report.note(wanted[1] in seen, f"sorted by {METRIC}, downwards, as MLflow sorts",
                         f"{seen}\n         want: {wanted[1]}")

    def filter(self):
        edit = self.window.find("Filter of runs")
        everything = sorted(self.runs.texts())
        for wanted in FILTERS:
            self.window.key("ctrl+f")
            self.window.type(wanted)
            answer = self.expected.answer(EXPERIMENT, wanted)
            shown = sorted(map(self.expected.run_name, self.expected.with_parents(answer)))
            self.report.equal(f"the runs for {wanted}", lambda shown=shown: sorted(self.runs.texts()), shown)
            count = f"{len(answer)} of {len(self.expected.active(EXPERIMENT))}"
            self.report.true(f"“{count}” for {wanted}", lambda count=count: self.window.seek(count))
        self.window.key("ctrl+f")
        self.window.type("metrics.x = 'a'")
        self.report.true("a filter that MLflow refuses is explained", lambda: edit.get_description())
        self.window.key("ctrl+f", "Escape")  # the completions
        if text(edit):
            self.window.key("Escape")
        self.report.equal("Esc empties the field", lambda: text(edit), "")
        self.report.equal("and brings all runs back", lambda: sorted(self.runs.texts()), everything)

    def artifact(self):
        experiment, run, table, file = ZOO
        self.window.click(self.window.table("Sources and experiments").row(experiment))
        wanted = sorted(map(self.expected.run_name, self.expected.active(experiment)))
        self.report.equal("the runs of another experiment", lambda: sorted(self.runs.texts()), wanted)
        self.window.click(self.runs.row(run))
        metric = next(iter(self.expected.runs[self.expected.named(experiment, run)]["data"]["metrics"]))
        self.report.true("the charts follow to the metrics of another experiment",
                         lambda: self.window.seek(f"Chart of {metric}"))
        self.window.click(self.window.find("Artifacts", "page tab"))
        tree = self.window.table("Artifacts of")
        recorded = self.expected.all["artifacts"][self.expected.named(experiment, run)]
        top = sorted(entry["path"] for entry in recorded if "/" not in entry["path"])
        self.report.equal("the artifacts that MLflow lists", lambda: sorted(tree.texts()), top)
        self.open_file(tree, file)
        with open(self.path_of(run, file), encoding="utf-8") as stream:
            whole = stream.read().strip()
        preview = self.window.find(f"Text of {file}")
        self.report.equal("the text of the file is on the screen", lambda: text(preview).strip(), whole)
        self.names("the artifacts")
        self.picture("artifact")
        self.open_file(tree, table)
        with open(self.path_of(run, table), encoding="utf-8", newline="") as stream:
            titles = stream.readline().strip().split(",")
        values = self.window.table(f"Table of {table}")
        self.report.equal("the titles of a CSV file", values.titles, titles)

    def open_file(self, tree, file):
        # By keys: the row may be out of sight.
        self.window.click(tree.cell(0))
        self.window.key("Home")
        for _ in range(tree.texts().index(file)):
            self.window.key("Down")

    def path_of(self, run, file):
        for folder, _, files in os.walk(self.folder):
            if file in files and folder.endswith("/artifacts"):
                return os.path.join(folder, file)
        raise Missing(f"{file} of {run} in the store")

    def pages(self):
        self.window.press("Models", "radio button")
        models = self.window.table("Registered models")
        self.report.equal("the registered models", lambda: sorted(models.texts()), self.expected.models())
        self.window.click(models.row("resnet-classifier"))
        self.names("the models page")
        self.picture("models")
        self.window.press("Problems", "radio button")
        problems = self.window.table("Problems")
        self.report.true("the broken file is among the problems", lambda: any(
            BROKEN in cell for column in range(len(problems.titles())) for cell in problems.texts(column)))
        self.names("the problems page")
        self.picture("problems")
        self.window.press("Sources", "radio button")
        self.names("the sources page")
        self.picture("sources")

    def names(self, where):
        """Every widget that the keyboard reaches has a name for those who do not see it."""
        nameless = [f"{node.get_role_name()} at {extents(node)}" for node in self.window.nodes()
                    if has(node, Atspi.StateType.FOCUSABLE) and not name(node)]
        self.report.note(not nameless, f"every control of {where} has a name", ", ".join(nameless))

    def end(self):
        self.window.end()
        said = self.window.said()
        self.report.note(not said, "the program wrote no warnings", said)


def walk_themes(program, stores, output, report):
    for number, store in enumerate(STORES):
        for theme in THEMES:
            at = time.monotonic()
            walk = None
            try:
                walk = Walk(program, stores, output, store, theme, report)
                walk.go(pages=number == 0)
            except Exception as error:  # noqa: BLE001: the other walks are still worth their time
                known = isinstance(error, Missing)
                report.note(False, str(error) if known else traceback.format_exc())
                if walk is not None:
                    walk.picture("failed")
            finally:
                if walk is not None:
                    walk.end()
            print(f"{store} {theme}: {time.monotonic() - at:.1f} s", flush=True)


def main():
    program, stores, output = sys.argv[1:4]
    report = Report()
    began = time.monotonic()
    walks = {
        "themes": lambda: walk_themes(program, stores, output, report),
        "server": lambda: walk_server(program, stores, output, report),
        "registry": lambda: walk_registry(program, stores, output, STORES[0], report),
        "charts": lambda: walk_charts(program, stores, output, STORES[0], report,
                                      Expected(os.path.join(stores, STORES[0], "expected.json"))),
        "keys": lambda: walk_keys(program, stores, output, STORES[0], report,
                                  Expected(os.path.join(stores, STORES[0], "expected.json"))),
    }
    for walk in sys.argv[4:] or walks:
        try:
            walks[walk]()
        except Exception as error:  # noqa: BLE001
            report.note(False, str(error) if isinstance(error, Missing) else traceback.format_exc())
    print(f"gui: {report.passed} passed, {report.failed} failed in {time.monotonic() - began:.0f} s; pictures in {output}")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
