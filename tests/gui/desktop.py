# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's eyes and hands: the accessibility tree, the keyboard, the mouse and pictures of the screen."""
import collections
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0  # seconds until something that should be seen counts as missing
POLL = 0.05
STRONG = 60  # greys and tinted backgrounds have less between their strongest and weakest part

# Their children are cells; there can be very many of them.
TABLES = {"tree", "tree table", "table", "list", "list box"}


class Missing(Exception):
    """Something that must be on the screen for the next step is not."""


class Gone(Missing):
    """What was asked for went away meanwhile."""


def poll(probe, patience=PATIENCE):
    """The first true value of probe() or, when patience ends, the last false one."""
    end = time.monotonic() + patience
    while True:
        try:
            seen = probe()
        except (GLib.Error, Gone):
            seen = None
        if seen or time.monotonic() > end:
            return seen
        time.sleep(POLL)


def name(node):
    return node.get_name() or ""


def has(node, state):
    return node.get_state_set().contains(state)


def showing(node):
    return has(node, Atspi.StateType.SHOWING)


def extents(node):
    box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
    return box.x, box.y, box.width, box.height


def children(node):
    found = (node.get_child_at_index(i) for i in range(node.get_child_count()))
    return [child for child in found if child is not None]


def walk(node):
    """The nodes that are shown, parents first; not the cells of tables and not the entries of menus."""
    yield node
    role = node.get_role_name()
    if role in TABLES or role in ("menu", "menu bar", "menu item"):
        return
    for child in children(node):
        if showing(child):
            yield from walk(child)


def text(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, timeout=30).stdout


class Table:
    """A table or tree as a screen reader reads it; what is collapsed is not in it."""

    def __init__(self, node):
        self.node = node

    def rows(self):
        return Atspi.Table.get_n_rows(self.node)

    def titles(self):
        return [Atspi.Table.get_column_description(self.node, i) for i in range(Atspi.Table.get_n_columns(self.node))]

    def cell(self, row, column=0):
        cell = Atspi.Table.get_accessible_at(self.node, row, column)
        if cell is None:
            raise Gone(f"row {row} of “{name(self.node)}”")
        return cell

    def texts(self, column=0):
        return [name(self.cell(row, column)) for row in range(self.rows())]

    def row(self, wanted):
        texts = self.texts()
        if wanted not in texts:
            raise Missing(f"no row “{wanted}” among {texts}")
        return self.cell(texts.index(wanted))

    def header(self, title):
        for child in (self.node.get_child_at_index(i) for i in range(len(self.titles()))):
            if name(child) == title:
                return child
        raise Missing(f"no column “{title}” among {self.titles()}")

    def selected(self):
        return [
            name(self.cell(row)) for row in range(self.rows()) if has(self.cell(row), Atspi.StateType.SELECTED)
        ]


class Program:
    """The program, started for one walk through it."""

    def __init__(self, command, log):
        self.log = log
        with open(log, "wb") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=output)
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.application = self.need("the program in the accessibility tree", self._application)
        self.window = run("xdotool", "search", "--sync", "--onlyvisible", "--pid", self.process.pid,
                          "--name", "^Podium$").split()[0].decode()
        run("xdotool", "windowmove", self.window, 0, 0, "windowsize", self.window, 1440, 900)
        self.focus()

    def _application(self):
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                return application
        return None

    def need(self, words, probe):
        """The value of probe() as soon as it is true; without it there is no going on."""
        def alive():
            if self.process.poll() is not None:
                raise Missing(f"the program ended with {self.process.returncode} before {words}")
            return probe()

        found = poll(alive)
        if not found:
            raise Missing(f"{words} did not appear")
        return found

    def nodes(self):
        for window in children(self.application):
            if showing(window):
                yield from walk(window)

    def seek(self, wanted, role=None):
        """The shown node of this name, or None. A name that ends in … stands for all that begin so."""
        start = wanted[:-1] if wanted.endswith("…") else None
        for node in self.nodes():
            title = name(node)
            if (title == wanted or start is not None and title.startswith(start)) and role in (None, node.get_role_name()):
                return node
        return None

    def find(self, wanted, role=None):
        return self.need(f"{role or 'widget'} “{wanted}”", lambda: self.seek(wanted, role))

    def table(self, wanted):
        return Table(self.need(f"table “{wanted}”", lambda: next(
            (n for n in self.nodes() if name(n).startswith(wanted) and n.get_role_name() in TABLES), None)))

    def focus(self, window=None):
        run("xdotool", "windowfocus", "--sync", window or self.window)

    def dialog(self, title):
        found = run("xdotool", "search", "--sync", "--onlyvisible", "--name", title).split()[-1].decode()
        self.focus(found)
        return found

    def press(self, wanted, role=None):
        """What a screen reader's user does with a button."""
        node = self.find(wanted, role)
        if not Atspi.Action.do_action(node, 0):
            raise Missing(f"“{wanted}” cannot be pressed")

    def click(self, node, *modifiers):
        x, y, width, height = self.need("a place to click at", lambda: self._placed(node))
        held = [part for key in modifiers for part in ("keydown", key)]
        let = [part for key in modifiers for part in ("keyup", key)]
        run("xdotool", *held, "mousemove", x + min(width // 2, 60), y + height // 2, "click", 1, *let)

    @staticmethod
    def _placed(node):
        box = extents(node)
        return box if box[2] > 0 and box[3] > 0 else None

    def key(self, *keys):
        run("xdotool", "key", "--delay", 8, *keys)

    def type(self, words):
        run("xdotool", "type", "--delay", 8, words)

    def screenshot(self, path):
        # Out of the way of what it would highlight, and long enough for what is on its way to be painted.
        run("xdotool", "mousemove", 1439, 899)
        time.sleep(0.3)
        run("import", "-window", "root", path)

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def said(self):
        """What the program wrote; nothing, when all is well."""
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read().strip()


class Picture:
    """Pixels of a part of a screenshot."""

    def __init__(self, path, box):
        x, y, width, height = box
        raw = run("convert", path, "-crop", f"{width}x{height}+{x}+{y}", "+repage", "-depth", 8, "rgb:-")
        self.pixels = [raw[i:i + 3] for i in range(0, len(raw), 3)]

    def lightness(self):
        """Of the commonest pixel, 0 to 255: the background's."""
        most, _ = collections.Counter(self.pixels).most_common(1)[0]
        return sum(most) / 3

    def has(self, colour):
        """This colour is there, or as good as this: lines are thin and smoothed."""
        return any(max(abs(a - b) for a, b in zip(pixel, colour)) <= 8 for pixel in set(self.pixels))

    def strongest(self):
        """The commonest colour that is no grey; None when there is none."""
        strong = collections.Counter(pixel for pixel in self.pixels if max(pixel) - min(pixel) >= STRONG)
        return strong.most_common(1)[0][0] if strong else None

    def hues(self, least=12):
        """How many different strong colours there are, each on at least so many pixels."""
        counts = collections.Counter()
        for red, green, blue in self.pixels:
            high, low = max(red, green, blue), min(red, green, blue)
            if high - low < STRONG:
                continue
            third = (green - blue if high == red else blue - red if high == green else red - green) / (high - low)
            sixth = (0 if high == red else 2 if high == green else 4) + third
            counts[round(sixth * 3) % 18] += 1
        return sum(1 for count in counts.values() if count >= least)
