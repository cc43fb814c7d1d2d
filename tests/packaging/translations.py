#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every text of the program is extracted and translated.

    translations.py FOLDER        FOLDER has podium_*.ts and lupdate.sh
    translations.py --self-test

Fails on an unfinished or empty translation, on %1, %n or an ellipsis that got lost, on a shortcut letter (&) that a
menu would miss, on a context that the program never asks for, and if lupdate would change a file: then a text was never
extracted. Repair: ninja podium_lupdate.
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

PLURAL_FORMS = {"de": 2, "zh": 1}
MARKERS = re.compile(r"%(?:n|L?\d+)")
CONTEXT = re.compile(r'(?:Q_DECLARE_TR_FUNCTIONS\(|translate\(\s*"|QT_TRANSLATE_NOOP\w*\(\s*")([\w:]+)')
MNEMONIC = re.compile(r"&(?!&|\s|$|amp;)")


def texts(message):
    """The translation, or each of its plural forms."""
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.findall("numerusform")]
    return [translation.text or ""]


def message_faults(message, language):
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        yield translation.get("type") if translation is not None else "no translation"
        return
    forms = texts(message)
    expected = PLURAL_FORMS.get(language.split("_")[0], 2) if message.get("numerus") == "yes" else 1
    if len(forms) != expected:
        yield f"{len(forms)} plural forms, {language} has {expected}"
    for text in forms:
        if not text.strip() and source.strip():
            yield "empty"
        lost = collections.Counter(MARKERS.findall(source)) - collections.Counter(MARKERS.findall(text))
        if set(lost) - ({"%n"} if expected > 1 else set()):
            yield f"lost {' '.join(lost)}"
        if set(MARKERS.findall(text)) - set(MARKERS.findall(source)):
            yield "has a % that the source has not"
        if bool(MNEMONIC.search(source)) and not MNEMONIC.search(text):
            yield "no & for the shortcut letter"
        if source.endswith("…") and not text.endswith("…"):
            yield "lost the …"


def file_faults(path):
    root = xml.parse(path).getroot()
    for context in root.findall("context"):
        for message in context.findall("message"):
            for fault in message_faults(message, root.get("language")):
                yield f"{path.name}: {context.findtext('name')}: {message.findtext('source')!r}: {fault}"


def extraction_faults(folder):
    with tempfile.TemporaryDirectory() as scratch:
        for path in folder.glob("podium_*.ts"):
            shutil.copy(path, scratch)
        run = subprocess.run([folder / "lupdate.sh", scratch], check=True, capture_output=True, text=True)
        # A text it warns of gets a context that the program does not look in.
        yield from (f"lupdate: {line}" for line in (run.stdout + run.stderr).splitlines() if line)
        for path in sorted(folder.glob("podium_*.ts")):
            if path.read_bytes() != pathlib.Path(scratch, path.name).read_bytes():
                yield f"{path.name}: lupdate changes it; run the target podium_lupdate and translate what is new"


def context_faults(folder):
    """Every context is one the program asks for: a class, which has its namespace, or a name said in the source."""
    said = {"QObject"}
    for room in ("app", "models", "views"):
        for path in (folder.parent / room).rglob("*"):
            if path.suffix in (".cpp", ".h"):
                said.update(CONTEXT.findall(path.read_text(encoding="utf-8")))
    for path in sorted(folder.glob("podium_*.ts")):
        for context in xml.parse(path).getroot().findall("context"):
            name = context.findtext("name")
            if not name.startswith("podium::") and name not in said:
                yield f"{path.name}: the program never asks for the context {name}; write the class with its namespace"


def self_test():
    cases = [
        ('<source>Open %1</source><translation>%1 öffnen</translation>', "de", None),
        ('<source>Open</source><translation type="unfinished"></translation>', "de", "unfinished"),
        ('<source>Open</source><translation></translation>', "de", "empty"),
        ('<source>Open %1</source><translation>Öffnen</translation>', "de", "lost %1"),
        ('<source>Open</source><translation>%1 öffnen</translation>', "de", "has a %"),
        ('<source>&amp;Open…</source><translation>Öffnen…</translation>', "de", "no &"),
        ('<source>Open…</source><translation>Öffnen</translation>', "de", "lost the …"),
        ('<source>A &amp; B</source><translation>A und B</translation>', "de", None),
        ('<source>%n runs</source><translation><numerusform>Ein Lauf</numerusform><numerusform>%n Läufe</numerusform></translation>', "de", None),
        ('<source>%n runs</source><translation><numerusform>%n Läufe</numerusform></translation>', "de", "plural forms"),
        ('<source>%n runs</source><translation><numerusform>%n 次</numerusform></translation>', "zh_CN", None),
    ]
    failed = 0
    for text, language, expected in cases:
        message = xml.fromstring(f'<message{" numerus=" + chr(34) + "yes" + chr(34) if "numerusform" in text else ""}>{text}</message>')
        found = list(message_faults(message, language))
        if (expected is None and found) or (expected and not any(expected in f for f in found)):
            print(f"{text}: expected {expected}, found {found}")
            failed += 1
    print(f"{len(cases) - failed} of {len(cases)} cases right")
    return failed


def main():
    if sys.argv[1:] == ["--self-test"]:
        return 1 if self_test() else 0
    folder = pathlib.Path(sys.argv[1])
    faults = [*extraction_faults(folder), *context_faults(folder)]
    for path in sorted(folder.glob("podium_*.ts")):
        faults += file_faults(path)
    print("\n".join(faults[:60]))
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
