# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through the page of runs by keys alone: search, columns, groups, comparison, a table for a paper, saved views,
undo; and what is there again after the program was killed. What must be seen comes from MLflow's own answers."""
import math
import os
import signal
import statistics
import subprocess

from desktop import Atspi, Missing, Picture, Program, children, extents, name, poll, run, text

EXPERIMENT = "vision/resnet-sweep"
METRIC = "train/loss"
CURVE = "val/accuracy"
PARAM = "optimizer"
VALUE = "adam"
VIEW = "By optimizer"
COMPARED = ("trial-4", "trial-3", "trial-2")


def clipboard():
    return subprocess.run(["xclip", "-o", "-selection", "clipboard"], check=True, stdout=subprocess.PIPE,
                          timeout=10).stdout.decode()


def menu_texts(application, menu):
    """The entries of a menu of the menu bar, as they stand there without being opened."""
    def below(node):
        for child in children(node):
            yield child
            if child.get_role_name() in ("frame", "menu bar", "menu", "menu item", "popup menu"):
                yield from below(child)

    for window in children(application):
        for node in below(window):
            if node.get_role_name() in ("menu item", "menu") and name(node) == menu:
                return [name(child) for child in below(node)]
    return []


class KeyWalk:
    def __init__(self, program, stores, output, store, report, expected):
        self.output = output
        self.report = report
        self.expected = expected
        self.folder = os.path.join(stores, store, "mlruns")
        self.settings = os.path.join(stores, "keys", "keys.ini")
        self.views = os.path.join(stores, "keys", "views")
        os.makedirs(os.path.dirname(self.settings), exist_ok=True)
        with open(self.settings, "w", encoding="ascii") as file:
            file.write("[look]\ntheme=light\nlanguage=en\n")
        self.command = [program, "--cache", os.path.join(stores, "keys", "cache.db"), "--settings", self.settings]
        self.log = os.path.join(stores, "keys.log")
        self.window = Program(self.command, self.log)
        # Out of the way: an entry of a menu below it would be chosen already.
        run("xdotool", "mousemove", 1439, 899)
        self.active = expected.active(EXPERIMENT)

    def go(self):
        self.open_store()
        self.compare()
        self.search()
        steps = [self.column, self.order, self.hide, self.colour, self.group]
        states = [self.state()]
        for step in steps:
            step()
            states.append(self.state())
        self.undo_and_redo(states)
        self.paper()
        self.save_view()
        self.leave_and_return()
        self.kill()
        self.delete_view()

    # What is seen

    def titles(self):
        return self.runs.titles()[1:]

    def undo_text(self):
        texts = menu_texts(self.window.application, "Edit")
        return next((words for words in texts if words.startswith("Undo")), "")

    def view_button(self):
        return next((name(node) for node in self.window.nodes()
                     if name(node) == "Views" or name(node).startswith("View ")), "")

    def state(self):
        """All that the steps change."""
        return {"columns": self.titles(), "rows": self.runs.texts(), "undo": self.undo_text()}

    def reaches(self, words, wanted):
        self.report.equal(words, self.state, wanted)

    def popups(self):
        """Windows of the program that are on the screen: an open menu is one of its own, and in no other tree."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.window.process.pid), "--name", "."],
                               check=False, stdout=subprocess.PIPE, timeout=10).stdout
        return set(found.split())

    def choose(self, keys, row):
        """Opens a menu with keys and takes its entry of that row; lines do not count."""
        before = self.popups()
        self.window.key(*keys)
        opened = self.window.need(f"a menu after {keys}", lambda: self.popups() - before)
        self.window.key(*["Down"] * (row + 1), "Return")
        self.window.need("the end of the menu", lambda: not self.popups() & opened)

    # The steps

    def open_store(self):
        self.window.key("ctrl+o")
        self.window.dialog("Open the folder")
        self.window.type(self.folder)
        self.window.key("Return")
        self.runs = self.window.table("Runs")
        self.window.focus()
        count = f"{len(self.active)} runs"
        self.report.true("keys: the store is open", lambda: self.window.seek(count))
        self.window.key("ctrl+e")
        wanted = sorted(map(self.expected.run_name, self.active))
        self.report.equal("keys: the runs that MLflow lists", lambda: sorted(self.runs.texts()), wanted)

    def to_row(self, wanted):
        """The cursor goes to a row as a person brings it there."""
        texts = self.window.need(f"row “{wanted}”", lambda: self.runs.texts() if wanted in self.runs.texts() else None)
        self.window.key("ctrl+1", "Home", *["Down"] * texts.index(wanted))
        self.report.equal(f"keys: {wanted} is selected", self.runs.selected, [wanted])

    def compare(self):
        first = min(self.runs.texts().index(run) for run in COMPARED)
        self.to_row(self.runs.texts()[first])
        self.window.key(*["shift+Down"] * (len(COMPARED) - 1))
        self.report.equal("keys: three runs are selected", lambda: sorted(self.runs.selected()), sorted(COMPARED))
        self.window.key("ctrl+d")
        table = self.window.table("Comparison")
        self.report.equal("keys: they are side by side", lambda: sorted(t.split(" (")[0] for t in table.titles()[1:]),
                          sorted(COMPARED))
        self.window.key("ctrl+1")
        self.runs = self.window.table("Runs")

    def search(self):
        edit = self.window.find("Filter of runs")
        self.window.key("ctrl+f")
        self.window.type("params.opt")
        self.window.need("completions", lambda: self.window.seek("Completions…") or self.completions())
        self.window.key("Down", "Return")
        self.report.equal("keys: the name is completed", lambda: text(edit).strip(), f"params.{PARAM}")
        self.window.type(f" = '{VALUE}'")
        wanted = f"params.{PARAM} = '{VALUE}'"
        self.report.equal("keys: the filter", lambda: text(edit).strip(), wanted)
        matching = [i for i in self.active if self.expected.runs[i]["data"]["params"].get(PARAM) == VALUE]
        self.report.true("keys: the count follows",
                         lambda: self.window.seek(f"{len(matching)} of {len(self.active)}"))
        shown = sorted(map(self.expected.run_name, self.expected.with_parents(matching)))
        self.report.equal("keys: the runs that match", lambda: sorted(self.runs.texts()), shown)
        if self.completions():
            self.window.key("Escape")
        self.window.key("Return")
        self.matching = matching

    def completions(self):
        return next((node for node in self.window.nodes() if node.get_role_name() in ("list", "list box")
                     and "ompletion" in name(node)), None)

    def column(self):
        before = self.titles()
        self.window.key("ctrl+l")
        self.window.dialog("Columns")
        self.window.type(CURVE)
        tree = self.window.table("All columns")
        texts = self.window.need("the metric", lambda: tree.texts() if CURVE in tree.texts() else None)
        self.window.key("Down", "Home", *["Down"] * texts.index(CURVE))
        self.choose(["Return"], 3)  # last, best, min, max
        self.window.key("Escape")
        self.window.focus()
        title = f"{CURVE} · max"
        # It stands behind what is shown of the metric already.
        at = before.index(f"{CURVE} · last") + 1
        self.report.equal("keys: a column with a reduction", self.titles, [*before[:at], title, *before[at:]])
        by_hand = {}
        for run_id in self.active:
            history = self.expected.all["metric_history"].get(run_id, {}).get(CURVE, [])
            values = [float(point[0]) for point in history]
            if values:
                by_hand[self.expected.run_name(run_id)] = max(v for v in values if not math.isnan(v))
        at = self.runs.titles().index(title)

        def seen():
            return {self.expected.run_name(i): float(name(self.runs.cell(row, at)))
                    for row, words in enumerate(self.runs.texts()) for i in self.matching
                    if self.expected.run_name(i) == words and self.expected.run_name(i) in by_hand}

        wanted = {run_name: round(best, 4) for run_name, best in by_hand.items() if run_name in seen()}
        self.report.equal("keys: the greatest of each history, by hand", seen, wanted)
        self.report.note(len(wanted) > 1, "keys: there are histories to reduce", wanted)

    def order(self):
        self.window.key("ctrl+shift+m")
        self.window.type(METRIC)
        self.choose(["Return"], 0)  # Sort ascending
        mine = self.expected.with_parents(self.matching)
        answer = self.expected.answer(EXPERIMENT, "", [f"metrics.`{METRIC}` ASC"])
        self.report.equal("keys: the order by a metric, as MLflow orders", self.runs.texts,
                          self.expected.as_tree([run_id for run_id in answer if run_id in mine]))

    def hide(self):
        self.window.key("ctrl+1", "ctrl+a")
        # Which metrics are drawn at first depends on the runs that were selected on the way.
        chart = self.window.find("Chart of …")
        metric = name(chart).removeprefix("Chart of ")
        shown = lambda: chart.get_description() or ""  # noqa: E731
        with_metric, _ = self.expected.points(self.expected.with_parents(self.matching), metric)
        self.report.true("keys: all are in the chart", lambda: f"{with_metric} runs" in shown())
        self.to_row("trial-4")
        self.window.key("space", "ctrl+a")
        self.report.true("keys: Space takes one out of the chart", lambda: f"{with_metric - 1} runs" in shown())

    def colour(self):
        self.to_row("trial-2")
        before = self.bullet("trial-2")
        self.choose(["ctrl+alt+u"], 12)  # the last colour
        self.report.true("keys: the run has another colour", lambda: self.bullet("trial-2") != before)
        self.chosen_colour = self.bullet("trial-2")

    def bullet(self, wanted):
        path = os.path.join(self.output, "keys-bullet.png")
        self.window.screenshot(path)
        x, y, _, height = extents(self.runs.row(wanted))
        return Picture(path, (x, y, 26, height)).strongest()

    def group(self):
        # Params that the table shows stand first in the menu, behind "No groups".
        params = {key for run_id in self.active for key in self.expected.runs[run_id]["data"]["params"]}
        shown = [title for title in self.titles() if title in params]
        self.choose(["ctrl+g"], 1 + [*shown, *sorted(params - set(shown))].index(PARAM))
        self.report.equal("keys: one group, as one value matches", lambda: self.runs.texts()[:1], [VALUE])

    def undo_and_redo(self, states):
        said = [state["undo"] for state in states[1:]]
        self.report.equal("keys: the menu says what is undone", lambda: said, [
            "Undo: columns", "Undo: order", "Undo: hiding runs", "Undo: colour of runs", "Undo: grouping"])
        self.window.key("ctrl+1")
        for step in range(len(states) - 2, -1, -1):
            self.window.key("ctrl+z")
            self.reaches(f"keys: undo, back to step {step}", states[step])
        for step in range(1, len(states)):
            self.window.key("ctrl+shift+z")
            self.reaches(f"keys: redo, step {step}", states[step])

    def paper(self):
        """The clipboard holds mean and deviation as they are by hand."""
        self.window.key("ctrl+f", "Escape")
        edit = self.window.find("Filter of runs")
        if text(edit):
            self.window.key("Escape")
        self.report.equal("keys: no filter any more", lambda: text(edit), "")
        self.window.key("ctrl+1", "ctrl+a", "ctrl+alt+l")
        self.window.dialog("Copy for a paper")
        groups = self.window.table("Group by")
        self.window.key("alt+g", "Home")
        preview = self.window.find("Preview")

        def head():
            rows = [line for line in text(preview).split("\n") if line.endswith(" \\\\")]
            return [cell.strip().replace("\\_", "_") for cell in rows[0][:-3].split(" & ")] if rows else []

        for key in groups.texts():
            grouped = key in head() and head()[-1] == "$n$"
            if grouped != (key == PARAM):
                self.window.key("space")
            self.window.key("Down")
        self.window.need("groups by one param", lambda: head()[0] == PARAM and head()[-1] == "$n$")
        self.window.key("alt+o")
        self.report.true("keys: the dialog says that it has copied", lambda: self.window.seek("Copied."))
        copied = clipboard()
        self.window.key("Escape")
        self.window.focus()
        rows = [[cell.strip() for cell in line[:-3].split(" & ")] for line in copied.split("\n")
                if line.endswith(" \\\\")]
        column = [cell.replace("\\_", "_") for cell in rows[0]].index(METRIC)
        by_hand = {}
        for run_id in self.active:
            data = self.expected.runs[run_id]["data"]
            if METRIC in data["metrics"]:
                by_hand.setdefault(data["params"].get(PARAM, ""), []).append(float(data["metrics"][METRIC]))
        checked = 0
        for row in rows[1:]:
            values = by_hand.get(row[0], [])
            if len(values) < 2 or not row[0]:
                continue
            mean, deviation = statistics.mean(values), statistics.stdev(values)
            digits = 1 - int(f"{deviation:.1e}".partition("e")[2])
            seen = row[column].replace("\\mathbf{", "").replace("}", "").replace("$", "").replace("^{*", "")
            wanted = f"{mean:.{digits}f} \\pm {deviation:.{digits}f}"
            self.report.note(seen == wanted, f"keys: mean and deviation of {row[0]} in the clipboard",
                             f"{seen} not {wanted}")
            checked += 1
        self.report.note(checked > 1, "keys: there are groups with mean and deviation", copied)
        self.report.note("\\toprule" in copied and "\\bottomrule" in copied, "keys: the clipboard has LaTeX", copied)

    # Saved views

    def save_view(self):
        self.window.key("ctrl+1", "ctrl+s")
        self.window.dialog("Save the view")
        self.window.type(VIEW)
        self.window.key("Return")
        self.window.focus()
        self.report.equal("keys: the view has its name", self.view_button, f"View {VIEW}")
        file = os.path.join(self.views, "by-optimizer.json")
        self.report.true("keys: a view is a file", lambda: os.path.exists(file))
        with open(file, encoding="utf-8") as stream:
            self.report.note(f'"name": "{VIEW}"' in stream.read(), "keys: which has the name in it")
        self.saved = {key: value for key, value in self.state().items() if key != "undo"}

    def looks_saved(self):
        return {key: value for key, value in self.state().items() if key != "undo"}

    def leave_and_return(self):
        self.choose(["ctrl+g"], 0)  # No groups
        self.report.true("keys: the groups are gone", lambda: VALUE not in self.runs.texts())
        self.report.equal("keys: the view is changed", self.view_button, f"View {VIEW}, changed")
        self.window.key("ctrl+shift+v")
        self.window.type(VIEW)
        self.window.key("Return")
        self.report.equal("keys: the view is there again", self.looks_saved, self.saved)
        self.report.equal("keys: and is not changed", self.view_button, f"View {VIEW}")
        self.picture("view")

    def picture(self, part):
        self.window.screenshot(os.path.join(self.output, f"keys-{part}.png"))

    def kill(self):
        """What is open survives the end that asks nobody."""
        self.window.key("ctrl+f")
        self.window.type("metrics.`train/loss` < 1")
        self.report.true("keys: the filter counts", lambda: "changed" in self.view_button())
        self.window.key("ctrl+1", "ctrl+e")
        self.report.true("keys: all groups are open", lambda: len(self.runs.texts()) > 8)
        wanted = self.looks_saved()
        before = poll(lambda: "train/loss` < 1" in open(self.settings, encoding="utf-8").read(), 5)
        self.report.note(before, "keys: a change is on the disk soon")
        self.window.process.send_signal(signal.SIGKILL)
        self.window.process.wait()
        self.window = Program(self.command, self.log + "2")
        self.runs = self.window.table("Runs")
        self.window.need("the groups", lambda: VALUE in self.runs.texts())
        self.window.key("ctrl+1", "ctrl+e")
        self.report.equal("keys: columns, rows and groups are there again after kill -9", self.looks_saved, wanted)
        edit = self.window.find("Filter of runs")
        self.report.equal("keys: the filter, too", lambda: text(edit), "metrics.`train/loss` < 1")
        self.report.equal("keys: the view, too", self.view_button, f"View {VIEW}, changed")
        self.report.equal("keys: the colour, too", lambda: self.bullet("trial-2"), self.chosen_colour)

    def delete_view(self):
        self.window.key("ctrl+alt+z")
        self.report.equal("keys: reverted", self.view_button, f"View {VIEW}")
        self.window.key("ctrl+alt+d")
        self.report.equal("keys: the view is deleted", self.view_button, "Views")
        file = os.path.join(self.views, "by-optimizer.json")
        self.report.true("keys: and its file", lambda: not os.path.exists(file))
        self.window.key("ctrl+1", "ctrl+z")
        self.report.equal("keys: undo brings the view back", self.view_button, f"View {VIEW}")
        self.report.true("keys: and its file, too", lambda: os.path.exists(file))

    def end(self):
        self.window.end()
        said = self.window.said()
        self.report.note(not said, "keys: the program wrote no warnings", said)


def walk_keys(program, stores, output, store, report, expected):
    walk = None
    try:
        walk = KeyWalk(program, stores, output, store, report, expected)
        walk.go()
    except Missing:
        if walk is not None:
            walk.picture("failed")
        raise
    finally:
        if walk is not None:
            walk.end()
