#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a compiler does not check.

    rules.py ROOT [--rooms FILE]     checks the tree; FILE says what each room's target links
    rules.py --self-test             checks this script on planted faults

Prints one line per fault, "path:line: what", and ends with 1 if there is one.
"""

import argparse
import pathlib
import re
import sys
import tempfile

# Which rooms a room may include, as in the arrows of the architecture: what stands above uses what stands below.
CORE = ["base", "domain"]
ARROWS = {
    "base": [],
    "domain": ["base"],
    "sql": ["base"],
    "http": ["base"],
    "jobs": ["base"],
    "query": CORE,
    "series": CORE,
    "analysis": [*CORE, "series", "query"],
    "stores": [*CORE, "http", "sql"],
    "cache": [*CORE, "sql", "series"],
    "sync": [*CORE, "stores", "cache", "series", "jobs"],
    "artifacts": [*CORE, "sql", "stores", "cache", "jobs", "http"],
    "registry": [*CORE, "stores", "cache", "series", "query", "sync"],
}
ARROWS["session"] = [*ARROWS]
# Views know the values of the core, never a store, the cache or the network.
ARROWS["items"] = [*CORE, "query", "series", "analysis", "session", "artifacts", "registry", "jobs"]
VIEWS = [*ARROWS["items"], "items"]

NO_QT = {"base", "domain", "sql", "http", "stores", "cache", "query", "series", "analysis", "registry"}
# Headers of libraries that one room alone may see.
KEPT = {"sqlite3.h": "models/sql", "curl": "models/http", "qcustomplot.h": "views/plot", "re2": "models/query"}
# Between the rooms of views: these know no other screen, so every screen may use them.
SHARED_VIEWS = {"text", "theme", "widgets"}

SOURCES = {".cpp", ".h", ".in", ".cmake", ".py", ".sh", ".sql", ".qrc"}
LONGEST_FILE = 700
AIM = 400
MARKS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT_HEADER = re.compile(r"^(Qt[A-Z]\w*/.*|Q[A-Z]\w*|qt\w*\.h|q[a-z]+\.h)$")
WIDGET_HEADER = re.compile(r"^(QtWidgets(/.*)?|QtSvgWidgets(/.*)?|QtPrintSupport(/.*)?"
                           r"|Q\w*(Widget|Widgets|Dialog|Button|View|Layout|Label|Box|Edit|Style|Menu|Bar|Frame|Window|Application|Header|Delegate)"
                           r"|QAction\w*|QShortcut|QSplitter|QCompleter|QMessageBox)$")
NOT_WIDGETS = {"QCoreApplication", "QGuiApplication", "QWindow", "QStringView", "QByteArrayView", "QStyleHints"}
ID = re.compile(r"\bio\.github\.[\w-]+\.\w+")


class House:
    def __init__(self, root, links=None):
        self.root = pathlib.Path(root)
        self.links = links or {}
        self.faults = []
        self.long = []

    def fault(self, path, line, what):
        self.faults.append(f"{path.relative_to(self.root)}:{line}: {what}")

    def files(self, *folders):
        for folder in folders:
            for path in sorted((self.root / folder).rglob("*")):
                if path.is_file() and "tests/data" not in str(path.relative_to(self.root)):
                    yield path

    def check(self):
        for path in self.files("app", "models", "views", "tests", "packaging", "resources", "translations", ".ci"):
            if path.suffix in SOURCES or path.name == "CMakeLists.txt":
                self.check_text(path)
            if path.suffix in (".cpp", ".h"):
                self.check_includes(path)
        self.check_desktop_id()
        return self.faults

    def check_text(self, path):
        lines = path.read_text(encoding="utf-8").splitlines()
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:2]):
            self.fault(path, 1, "no SPDX line")
        for number, line in enumerate(lines, 1):
            if mark := MARKS.search(line):
                self.fault(path, number, f"left-over mark {mark.group()}")
        if len(lines) > LONGEST_FILE:
            self.fault(path, 1, f"{len(lines)} lines, more than {LONGEST_FILE}")
        elif len(lines) > AIM and path.suffix in (".cpp", ".h"):
            self.long.append((len(lines), str(path.relative_to(self.root))))

    # Includes

    def check_includes(self, path):
        parts = path.relative_to(self.root).parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not (found := INCLUDE.match(line)):
                continue
            header = found.group(2)
            self.check_kept(path, number, header)
            if parts[0] in ("models", "views") and len(parts) > 2:
                self.check_qt(path, number, parts, header)
                self.check_arrow(path, number, parts, header)

    def check_kept(self, path, number, header):
        for kept, room in KEPT.items():
            if header == kept or header.startswith(kept + "/"):
                if not str(path.relative_to(self.root)).startswith(room + "/"):
                    self.fault(path, number, f"<{header}> belongs to {room} alone")

    def check_qt(self, path, number, parts, header):
        if parts[0] == "models" and parts[1] in NO_QT and QT_HEADER.match(header):
            self.fault(path, number, f"{parts[1]} carries no Qt, but includes <{header}>")
        elif parts[0] == "models" and header not in NOT_WIDGETS and WIDGET_HEADER.match(header):
            self.fault(path, number, f"widgets below views: <{header}>")

    def check_arrow(self, path, number, parts, header):
        target = header.split("/")
        room = f"{parts[0]}/{parts[1]}"
        if target[0] in ("app", "tests"):
            self.fault(path, number, f'"{header}" stands above {room}')
        elif target[0] == "views" and len(target) > 2:
            other = f"views/{target[1]}"
            if parts[0] == "models":
                self.fault(path, number, f'arrow upward: {room} includes "{header}"')
            elif other != room:
                if parts[1] in SHARED_VIEWS and target[1] not in SHARED_VIEWS:
                    self.fault(path, number, f'arrow upward: {room} includes the screen "{header}"')
                self.check_linked(path, number, header.rpartition("/")[0], header)
        elif len(target) > 1 and target[0] in ARROWS and target[0] != parts[1]:
            allowed = VIEWS if parts[0] == "views" else ARROWS.get(parts[1], [])
            if target[0] not in allowed:
                self.fault(path, number, f'arrow upward: {room} includes "{header}"')
            else:
                self.check_linked(path, number, "models/" + header.rpartition("/")[0], header)

    def check_linked(self, path, number, header_folder, header):
        """A folder of headers alone, such as a port, has no target and needs no link."""
        mine = self.target_of(str(path.parent.relative_to(self.root)))
        other = self.target_of(header_folder)
        if mine and other and mine != other and other not in self.reach(mine):
            self.fault(path, number, f'"{header}" is of {other}, which the target of {mine} does not link')

    def target_of(self, folder):
        return next((f for f in self.ancestors(folder) if f in self.links), None)

    @staticmethod
    def ancestors(folder):
        while folder:
            yield folder
            folder = folder.rpartition("/")[0]

    def reach(self, folder, seen=None):
        seen = {folder} if seen is None else seen
        for other in self.links.get(folder, []):
            if other not in seen:
                seen.add(other)
                self.reach(other, seen)
        return seen

    # One desktop id

    def check_desktop_id(self):
        build = self.root / "CMakeLists.txt"
        set_line = re.search(r'PODIUM_APP_ID "([^"]+)"', build.read_text(encoding="utf-8")) if build.exists() else None
        if not set_line:
            self.faults.append("CMakeLists.txt:1: PODIUM_APP_ID is not set")
            return
        app_id = set_line.group(1)
        for place in (f"packaging/linux/{app_id}.desktop", f"packaging/linux/{app_id}.metainfo.xml",
                      f"resources/icons/app/{app_id}.svg"):
            if not (self.root / place).exists():
                self.faults.append(f"{place}:1: missing, or named by another id than PODIUM_APP_ID")
        for path in self.files("app", "models", "views", "packaging", "resources"):
            if path.suffix not in (".png", ".gz"):
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                    for found in ID.findall(line):
                        if found != app_id:
                            self.fault(path, number, f"desktop id {found}, elsewhere {app_id}")
        self.check_desktop_keys(self.root / f"packaging/linux/{app_id}.desktop", {"Icon": app_id, "StartupWMClass": app_id})

    def check_desktop_keys(self, path, keys):
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()
            for key, value in keys.items():
                if f"{key}={value}" not in lines:
                    self.fault(path, 1, f"{key} is not {value}")


def read_links(path):
    """Room folder -> folders of the rooms which its target links directly."""
    rows = [line.split(" ", 2) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line]
    folders = {target: folder for target, folder, _ in rows}
    return {folder: [folders[link] for link in links.split(";") if link in folders] for _, folder, links in rows}


# The script on planted faults

HEAD = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
SOUND = {
    "CMakeLists.txt": 'set(PODIUM_APP_ID "io.github.x.A")\n',
    "packaging/linux/io.github.x.A.desktop": "Icon=io.github.x.A\nStartupWMClass=io.github.x.A\n",
    "packaging/linux/io.github.x.A.metainfo.xml": "<id>io.github.x.A</id>\n",
    "resources/icons/app/io.github.x.A.svg": "<svg/>\n",
    "models/base/result.h": HEAD + "#include <vector>\n",
    "models/sql/database.cpp": HEAD + '#include "base/result.h"\n#include <sqlite3.h>\n',
    "models/cache/cache.cpp": HEAD + '#include "sql/database.h"\n#include "cache/schema.h"\n',
    "models/items/rows.h": HEAD + "#include <QAbstractItemModel>\n",
    "views/plot/line.cpp": HEAD + "#include <qcustomplot.h>\n",
    "views/runs/table.cpp": HEAD + '#include "views/theme/theme.h"\n#include "items/rows.h"\n#include <QTreeView>\n',
    "views/theme/theme.h": HEAD,
}
LINKS = {"models/base": [], "models/sql": ["models/base"], "models/cache": ["models/sql"], "models/items": ["models/base"],
         "views/runs": ["views/theme", "models/items"], "views/theme": [], "views/plot": []}
PLANTED = [
    ("models/base/a.h", HEAD + '#include "sql/database.h"\n', "arrow upward: models/base"),
    ("models/items/a.h", HEAD + '#include "views/theme/theme.h"\n', "arrow upward: models/items"),
    ("models/cache/a.cpp", HEAD + '#include "stores/store.h"\n', "arrow upward: models/cache"),
    ("views/runs/a.cpp", HEAD + '#include "cache/cache.h"\n', "arrow upward: views/runs"),
    ("views/runs/b.cpp", HEAD + '#include "sql/database.h"\n', "arrow upward: views/runs"),
    ("views/theme/a.cpp", HEAD + '#include "views/runs/table.h"\n', "includes the screen"),
    ("models/base/b.h", HEAD + '#include "app/main.h"\n', "stands above models/base"),
    ("models/base/c.h", HEAD + "#include <QString>\n", "carries no Qt"),
    ("models/cache/b.cpp", HEAD + "#include <QtCore/QFile>\n", "carries no Qt"),
    ("models/items/b.h", HEAD + "#include <QTreeView>\n", "widgets below views"),
    ("models/items/c.h", HEAD + "#include <QtWidgets/QLabel>\n", "widgets below views"),
    ("models/cache/c.cpp", HEAD + "#include <sqlite3.h>\n", "belongs to models/sql"),
    ("views/runs/c.cpp", HEAD + "#include <qcustomplot.h>\n", "belongs to views/plot"),
    ("models/cache/d.cpp", HEAD + "#include <curl/curl.h>\n", "belongs to models/http"),
    ("views/plot/a.cpp", HEAD + '#include "views/theme/theme.h"\n', "does not link"),
    ("views/plot/b.cpp", HEAD + '#include "items/rows.h"\n', "does not link"),
    ("models/base/d.h", "int a;\n", "no SPDX line"),
    ("models/base/e.h", HEAD + "// TO" + "DO later\n", "left-over mark"),
    ("models/base/f.cpp", HEAD + "int a;\n" * LONGEST_FILE, "lines, more than"),
    ("app/a.cpp", HEAD + 'auto id = "io.github.x.B";\n', "desktop id io.github.x.B"),
    ("packaging/linux/io.github.x.A.desktop", "Icon=podium\nStartupWMClass=io.github.x.A\n", "Icon is not"),
    ("CMakeLists.txt", 'set(PODIUM_APP_ID "io.github.x.C")\n', "missing, or named by another id"),
]


def faults_of(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return House(folder, LINKS).check()


def self_test():
    failed = [f"sound tree: {fault}" for fault in faults_of(SOUND)]
    for name, text, expected in PLANTED:
        found = faults_of(SOUND | {name: text})
        if not any(expected in fault and name in fault for fault in found) and not (name == "CMakeLists.txt" and expected in str(found)):
            failed.append(f'planted "{expected}" in {name}, found {found}')
    for line in failed:
        print(line)
    print(f"{len(PLANTED) + 1 - len(failed)} of {len(PLANTED) + 1} cases right")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", nargs="?")
    parser.add_argument("--rooms")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if not options.root:
        parser.error("ROOT is missing")
    house = House(options.root, read_links(options.rooms) if options.rooms else None)
    for fault in house.check():
        print(fault)
    for lines, path in sorted(house.long, reverse=True):
        print(f"note: {path} has {lines} lines, the aim is {AIM}")
    print(f"{len(house.faults)} faults")
    return 1 if house.faults else 0


if __name__ == "__main__":
    sys.exit(main())
