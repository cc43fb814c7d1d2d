# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through the window with a server: connect by keyboard, see its runs, go offline and still see them, come back."""
import os

from desktop import Program, poll
from replayserver import ReplayServer


def walk_server(program, stores, output, report):
    server = ReplayServer()
    settings = os.path.join(stores, "server.ini")
    with open(settings, "w", encoding="ascii") as file:
        file.write("[look]\ntheme=light\nlanguage=en\n")
    window = Program([program, "--cache", os.path.join(stores, "server.db"), "--settings", settings],
                     os.path.join(stores, "server.log"))

    def served():
        return sorted(cell for cell in window.table("Runs").texts() if cell.startswith("served"))

    try:
        window.find("Open Folder…")
        window.focus()
        window.key("ctrl+n")
        window.dialog("Connect to a server")
        window.find("Address", "text")
        window.type(server.url)
        window.key("Return")
        window.focus()
        runs = ["served-1", "served-2", "served-3"]
        report.equal("the runs of the server", served, runs)
        window.press("Sources", "radio button")
        window.press("Go offline: 127.0.0.1…", "push button")
        report.true("it says that it is offline", lambda: window.seek("Taken offline: nothing is asked…"))
        window.screenshot(os.path.join(output, "server-offline.png"))
        before = server.asked
        window.key("F5")
        window.press("Runs", "radio button")
        report.equal("offline the runs are still there", served, runs)
        report.note(server.asked == before, "offline nothing is asked", server.asked - before)
        window.press("Sources", "radio button")
        window.press("Go online: 127.0.0.1…", "push button")
        report.true("online it is asked again", lambda: poll(lambda: server.asked > before))
        window.end()
        report.note(not window.said(), "the program wrote no warnings", window.said())
    finally:
        window.end()
        server.end()
