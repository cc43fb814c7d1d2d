# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through the charts with the mouse: zoom and back, hover, click through to the table, hide, drag a card, and what
an SVG and a PDF of a chart hold."""
import os
import re
import time
import xml.etree.ElementTree as ElementTree
import zlib

from desktop import Missing, Picture, Program, extents, name, poll, run

EXPERIMENT = "vision/resnet-sweep"
METRIC = "val/accuracy"
RUNS = ("trial-4", "trial-3", "trial-2")  # they have curves
SHOWN = len(RUNS)


def plain(words):
    return words.replace("\u2212", "-").replace("\u202f", "").replace("\u2009", "").replace("\u00a0", " ")


def svg_lines(path):
    """Colours of the lines that an SVG draws through at least ten points."""
    colours = set()

    def look(node, colour):
        colour = node.get("stroke", colour)
        points = node.get("points", "").split() or re.findall("[ML]", node.get("d", ""))
        if node.tag.endswith(("polyline", "path")) and len(points) >= 10 and colour not in (None, "none"):
            colours.add(colour.lower())
        for child in node:
            look(child, colour)

    look(ElementTree.parse(path).getroot(), None)
    return colours


def pdf_lines(path):
    """Colours (0 to 255) of the strokes of a PDF that go through at least ten points."""
    with open(path, "rb") as file:
        data = file.read()
    found = set()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            text = zlib.decompress(stream).decode("latin-1")
        except zlib.error:
            continue
        colour, points = None, 0
        for line in text.splitlines():
            parts = line.split()
            if not parts:
                continue
            if parts[-1] in ("RG", "SCN") and len(parts) >= 4:
                colour = tuple(round(float(part) * 255) for part in parts[-4:-1])
            elif parts[-1] in ("m", "l"):
                points = 1 if parts[-1] == "m" and points < 10 else points + 1
            elif parts[-1] == "S":
                if points >= 10 and colour:
                    found.add(colour)
                points = 0
    return found


class ChartWalk:
    def __init__(self, program, stores, output, store, report, expected):
        self.output = output
        self.report = report
        self.expected = expected
        self.folder = os.path.join(stores, store, "mlruns")
        self.files = os.path.join(stores, "charts")
        os.makedirs(self.files, exist_ok=True)
        settings = os.path.join(self.files, "charts.ini")
        with open(settings, "w", encoding="ascii") as file:
            file.write("[look]\ntheme=light\nlanguage=en\n")
        self.window = Program([program, "--cache", os.path.join(self.files, "cache.db"), "--settings", settings],
                              os.path.join(stores, "charts.log"))
        run("xdotool", "mousemove", 1439, 899)
        self.active = expected.active(EXPERIMENT)

    def go(self):
        self.open_store()
        self.zoom_and_back()
        colour = self.hover()
        self.click_through(colour)
        self.export()
        self.hide()
        self.drag_card()

    # What is seen

    def chart(self, metric=METRIC):
        return self.window.find(f"Chart of {metric}")

    def words(self):
        """What a screen reader says of the chart: its extent and how many runs it shows."""
        return plain(self.chart().get_description() or "")

    def steps(self):
        found = re.search(r"by step from (\S+) to (\S+);", self.words())
        return tuple(float(part) for part in found.groups()) if found else None

    def picture(self, label, box=None, away=True):
        path = os.path.join(self.output, f"charts-{label}.png")
        if away:
            self.window.screenshot(path)
        else:
            time.sleep(0.4)
            run("import", "-window", "root", path)
        return Picture(path, box or extents(self.chart()))

    # The steps

    def open_store(self):
        self.window.key("ctrl+o")
        self.window.dialog("Open the folder")
        self.window.type(self.folder)
        self.window.key("Return")
        self.runs = self.window.table("Runs")
        self.window.focus()
        self.report.true("charts: the store is open", lambda: self.window.seek(f"{len(self.active)} runs"))
        self.window.key("ctrl+e")
        self.names = list(RUNS)
        self.window.need("the nested runs", lambda: set(self.names) <= set(self.runs.texts()))
        self.window.click(self.runs.row(self.names[0]))
        for words in self.names[1:]:
            self.window.click(self.runs.row(words), "ctrl")
        self.report.equal("charts: three runs are selected", lambda: sorted(self.runs.selected()), sorted(self.names))
        self.report.true("charts: the chart shows them", lambda: f"{SHOWN} runs" in self.words())

    def zoom_and_back(self):
        before = self.steps()
        x, y, width, height = extents(self.chart())
        left, right = x + width // 3, x + width * 2 // 3
        run("xdotool", "mousemove", left, y + height // 4, "mousedown", 1)
        for share in (0.3, 0.6, 1):
            run("xdotool", "mousemove", round(left + (right - left) * share), round(y + height * (0.25 + 0.4 * share)))
        run("xdotool", "mouseup", 1)
        zoomed = self.report.true("charts: a drag zooms in", lambda: self.steps() and self.steps() != before
                                  and self.steps())
        if zoomed:
            share = (zoomed[1] - zoomed[0]) / (before[1] - before[0])
            self.report.note(0.2 < share < 0.6, "charts: about a third of the steps is shown", (before, zoomed))
        self.picture("zoomed")
        self.window.key("alt+Left")
        self.report.equal("charts: back undoes it", self.steps, before)

    def hover(self):
        """The line that is pointed at stands out: the others fade. Gives its colour, with the pointer still on it."""
        x, y, width, height = extents(self.chart())
        still = self.picture("still")
        colour = still.strongest()
        rows = [still.pixels[row * width:(row + 1) * width] for row in range(height)]
        spots = [(column, row) for row in range(height) for column in range(width // 4, width * 3 // 4)
                 if rows[row][column] == colour]
        if not spots:
            raise Missing("a line of a strong colour")
        self.spot = spots[len(spots) // 2]
        run("xdotool", "mousemove", x + self.spot[0] - 2, y + self.spot[1], "mousemove", x + self.spot[0],
            y + self.spot[1])
        time.sleep(0.5)
        pointed = self.picture("hovered", away=False)
        self.report.note(pointed.pixels != still.pixels, "charts: pointing at a line changes the picture")
        self.report.note(pointed.has(colour), "charts: the line that is pointed at keeps its colour")
        self.report.note(pointed.hues() <= still.hues(), "charts: the others fade", (pointed.hues(), still.hues()))
        return colour

    def click_through(self, colour):
        self.colours = {}
        run("xdotool", "click", 1)
        chosen = self.report.true("charts: a click selects the line's row",
                                  lambda: len(self.runs.selected()) == 1 and self.runs.selected())
        if not chosen:
            return
        self.report.note(chosen[0] in self.names, "charts: it is one of the shown runs", chosen)
        alone = self.picture("clicked")
        self.report.note(alone.has(colour), "charts: and the one of this colour")
        # All three again.
        self.window.click(self.runs.row(self.names[0]))
        for words in self.names[1:]:
            self.window.click(self.runs.row(words), "ctrl")
        self.report.true("charts: three again", lambda: f"{SHOWN} runs" in self.words())

    def save(self, suffix):
        path = os.path.join(self.files, f"curve.{suffix}")
        x, y, width, height = extents(self.chart())
        # The card that has the keyboard is the one that is saved.
        run("xdotool", "mousemove", x + width - 30, y + height - 12, "click", 1)
        time.sleep(0.3)
        self.window.key("ctrl+shift+s")
        self.window.dialog("Export the chart")
        self.window.key("ctrl+a")
        self.window.type(path)
        self.window.key("Return")
        self.window.need(f"the file {suffix}", lambda: os.path.exists(path) and os.path.getsize(path) > 0)
        self.window.need("its recipe", lambda: any(file.endswith(".podium.json") for file in os.listdir(self.files)))
        time.sleep(0.3)
        self.window.focus()
        return path

    def export(self):
        runs = [name(self.runs.cell(row)) for row in range(self.runs.rows())
                if name(self.runs.cell(row)) in self.runs.selected()]
        self.report.equal("charts: the selection is there still", lambda: sorted(self.runs.selected()), sorted(runs))
        svg = svg_lines(self.save("svg"))
        self.report.note(len(svg) >= SHOWN, "charts: the SVG has a line of each run", svg)
        pdf = pdf_lines(self.save("pdf"))
        self.report.note(len(pdf) >= SHOWN, "charts: the PDF has a line of each run", pdf)
        as_numbers = {tuple(int(colour[i:i + 2], 16) for i in (1, 3, 5)) for colour in svg if re.fullmatch("#[0-9a-f]{6}", colour)}
        alike = [c for c in as_numbers if any(max(abs(a - b) for a, b in zip(c, other)) <= 2 for other in pdf)]
        self.report.note(len(alike) >= SHOWN, "charts: in the same colours", (as_numbers, pdf))
        with open(os.path.join(self.files, "curve.svg"), encoding="utf-8") as file:
            self.report.note("<text" in file.read(), "charts: and its axes have words")

    def hide(self):
        self.window.click(self.runs.row(self.names[0]))
        self.window.click(self.runs.row(self.names[1]), "ctrl")
        self.report.true("charts: two runs", lambda: "2 runs" in self.words())
        self.window.click(self.runs.row(self.names[0]))
        self.window.key("space")
        self.window.click(self.runs.row(self.names[1]), "ctrl")
        self.report.true("charts: one that is hidden is not drawn", lambda: "; 1 run" in self.words())
        self.window.key("ctrl+z")
        self.report.true("charts: undo shows it again", lambda: "2 runs" in self.words())

    def cards(self):
        """Names of the charts in reading order."""
        found = [(extents(node)[1] // 40, extents(node)[0], name(node)) for node in self.window.nodes()
                 if name(node).startswith("Chart of ") and extents(node)[2] > 0]
        return [words for _, _, words in sorted(found)]

    def drag_card(self):
        before = self.window.need("two charts", lambda: len(self.cards()) > 1 and self.cards())
        first, second = (extents(self.window.find(words)) for words in before[:2])
        run("xdotool", "mousemove", first[0] + 40, first[1] - 14, "mousedown", 1)
        for share in (0.2, 0.6, 1):
            run("xdotool", "mousemove", round(first[0] + 40 + (second[0] + second[2] * 0.9 - first[0] - 40) * share),
                first[1] + 40)
            time.sleep(0.05)
        self.picture("dragged", away=False)
        run("xdotool", "mouseup", 1)
        self.report.equal("charts: a card is dragged behind another", lambda: self.cards()[:2], [before[1], before[0]])

    def end(self):
        self.window.end()
        said = self.window.said()
        self.report.note(not said, "charts: the program wrote no warnings", said)


def walk_charts(program, stores, output, store, report, expected):
    walk = None
    try:
        walk = ChartWalk(program, stores, output, store, report, expected)
        walk.go()
    except Missing:
        if walk is not None:
            walk.window.screenshot(os.path.join(output, "charts-failed.png"))
        raise
    finally:
        if walk is not None:
            walk.end()
