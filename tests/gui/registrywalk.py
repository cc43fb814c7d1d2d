# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through promotions by keys: ask, see the evidence, reject, ask again, approve with a failing gate, decide while
nothing may be written, meet a conflict. Two people share a store; what they did is read from MLflow's own files."""
import json
import os
import shutil

from desktop import Atspi, Missing, Program, extents, has, name, text

MODEL = "resnet-classifier"
VERSION = 5
GATE = "candidate.version < 0"  # no version passes it


class Registry:
    """The model's files, as MLflow's file store keeps them."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "models", MODEL)

    def version_folder(self, version):
        return os.path.join(self.folder, f"version-{version}")

    def stage(self, version):
        with open(os.path.join(self.version_folder(version), "meta.yaml"), encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("current_stage:"))

    def set_stage(self, version, stage):
        """What another program does to the store."""
        path = os.path.join(self.version_folder(version), "meta.yaml")
        with open(path, encoding="utf-8") as file:
            lines = [f"current_stage: {stage}\n" if line.startswith("current_stage:") else line for line in file]
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.writelines(lines)
        os.replace(path + ".new", path)

    def stages(self):
        return {version: self.stage(version) for version in range(1, VERSION + 1)}

    def events(self, version):
        """What was said, oldest first: (who, action, comment)."""
        tags = os.path.join(self.version_folder(version), "tags")
        if not os.path.isdir(tags):
            return []
        found = []
        for key in sorted(os.listdir(tags)):
            if key.startswith("approval."):
                with open(os.path.join(tags, key), encoding="utf-8") as file:
                    event = json.load(file)
                found.append((event["who"], event["action"], event.get("comment", "")))
        return found


class RegistryWalk:
    def __init__(self, program, stores, output, store, report):
        self.program = program
        self.output = output
        self.report = report
        self.home = os.path.join(stores, "registry")
        self.folder = os.path.join(self.home, store, "mlruns")
        shutil.copytree(os.path.join(stores, store, "mlruns"), self.folder)
        self.registry = Registry(self.folder)
        self.window = None

    def start(self, who):
        settings = os.path.join(self.home, f"{who}.ini")
        if not os.path.exists(settings):
            with open(settings, "w", encoding="ascii") as file:
                file.write(f"[look]\ntheme=light\nlanguage=en\n[reviews]\nname={who}\n")
        self.window = Program([self.program, "--cache", os.path.join(self.home, f"{who}.db"), "--settings", settings,
                               self.folder], os.path.join(self.home, f"{who}.log"))
        self.window.find("Runs", "radio button")

    def stop(self):
        self.window.end()
        said = self.window.said()
        self.report.note(not said, "registry: the program wrote no warnings", said)
        self.window = None

    def go(self):
        self.start("ann")
        self.choose_model()
        self.ask("for the service")
        self.stop()
        self.start("bob")
        self.see_evidence()
        self.reject("needs another week")
        self.policy()
        self.stop()
        self.start("ann")
        self.choose_model()
        self.ask("once more")
        self.stop()
        self.start("bob")
        self.approve("the gate is wrong")
        self.away()
        self.conflict()
        self.stop()

    # The steps

    def choose_model(self):
        self.window.key("ctrl+3")
        models = self.window.table("Registered models")
        self.window.need("the model", lambda: MODEL in models.texts())
        self.window.key("Home", *["Down"] * models.texts().index(MODEL))
        self.report.true(f"registry: {MODEL} is shown", lambda: self.window.seek(MODEL))

    def ask(self, why):
        before = len(self.registry.events(VERSION))
        self.window.key("ctrl+p")
        self.window.dialog(f"Ask for version {VERSION}")
        self.window.find("Comment", "text")
        self.window.key("Tab", "Tab")
        self.type_into("Comment", why)
        self.window.key("ctrl+Return")
        self.window.focus()
        self.report.equal("registry: the request is in the store", lambda: self.registry.events(VERSION)[before:],
                          [("ann", "request", why)], patience=20)

    def type_into(self, field, words):
        """The field gets the focus as a screen reader's user gives it, then the keys."""
        node = self.window.find(field, "text")
        if not node.get_component_iface().grab_focus():
            raise Missing(f"“{field}” takes no focus")
        self.window.type(words)
        self.report.equal(f"registry: “{words}” is typed", lambda: text(self.window.find(field, "text")), words)

    def names(self, where):
        """Every widget that the keyboard reaches has a name for those who do not see it."""
        nameless = [f"{node.get_role_name()} at {extents(node)}" for node in self.window.nodes()
                    if has(node, Atspi.StateType.FOCUSABLE) and not name(node)]
        self.report.note(not nameless, f"registry: every control of {where} has a name", ", ".join(nameless))

    def see_evidence(self):
        self.report.true("registry: the badge tells that one waits",
                         lambda: self.window.find("Reviews", "radio button").get_description() == "1 request waiting for you")
        self.window.key("ctrl+4")
        requests = self.window.table("Requests")
        self.report.equal("registry: the request waits for bob", lambda: requests.texts(),
                          [f"{MODEL} · version {VERSION} → Production, open"])
        metrics = self.window.table("Metrics")
        self.report.equal("registry: metrics against the version in Production", lambda: metrics.titles()[:3],
                          ["Metric", f"v{VERSION}", "v2"])
        self.report.true("registry: there are metrics", lambda: metrics.rows() > 0)
        self.names("the reviews page")
        self.window.screenshot(os.path.join(self.output, "registry-review.png"))

    def reject(self, why):
        before = self.registry.stages()
        self.window.key("alt+Return")
        self.type_into("Reason or comment", why)
        self.window.key("ctrl+shift+Return")
        self.report.equal("registry: the rejection is in the store", lambda: self.registry.events(VERSION)[1:],
                          [("bob", "reject", why)], patience=20)
        self.report.note(self.registry.stages() == before, "registry: no stage was changed", self.registry.stages())

    def policy(self):
        self.window.key("ctrl+3")
        self.choose_model()
        self.window.key("ctrl+alt+a")
        self.window.dialog("Policy")
        self.names("the policy")
        self.window.press("Add Gate", "push button")
        self.type_into("Gate 1", GATE)
        self.window.press("required", "check box")
        self.window.key("ctrl+Return")
        self.window.press("Save", "push button")
        self.window.focus()
        tag = os.path.join(self.registry.folder, "tags", "podium.policy")
        self.report.true("registry: the policy is in the store", lambda: os.path.exists(tag), patience=20)
        with open(tag, encoding="utf-8") as file:
            gates = json.load(file)["gates"]
        self.report.note(len(gates) == 1 and GATE in json.dumps(gates), "registry: it has the gate", gates)

    def approve(self, why):
        self.window.key("ctrl+4")
        requests = self.window.table("Requests")
        self.window.need("the second request", lambda: requests.rows() == 1)
        gates = self.window.table("Gates")
        self.report.equal("registry: the gate has failed", lambda: gates.texts(), ["Failed"])
        self.window.key("ctrl+Return")  # does nothing but to ask for the reason
        self.type_into("Reason or comment", why)
        self.window.key("ctrl+Return")
        self.report.equal("registry: approval and outcome are in the store",
                          lambda: [event[:2] for event in self.registry.events(VERSION)[3:]],
                          [("bob", "approve"), ("bob", "applied")], patience=20)
        self.report.note(self.registry.events(VERSION)[3][2] == why, "registry: the reason is with the approval")
        self.report.equal("registry: the version is in Production", lambda: self.registry.stage(VERSION), "Production")

    def away(self):
        """The disk is gone; what is decided meanwhile lands when it is back, and can be taken back."""
        os.rename(self.folder, self.folder + ".away")
        self.choose_model()
        self.window.key("ctrl+m")
        self.window.dialog(f"Move version {VERSION} to a stage")
        self.window.key("ctrl+Return")
        self.window.focus()
        self.report.true("registry: it says that the change waits", lambda: self.window.seek("1 change waiting…"))
        self.window.screenshot(os.path.join(self.output, "registry-away.png"))
        os.rename(self.folder + ".away", self.folder)
        self.window.key("F5")
        self.report.equal("registry: it lands when the store is back", lambda: self.registry.stage(VERSION), "Archived",
                          patience=45)
        self.report.true("registry: nothing waits any more", lambda: not self.window.seek("1 change waiting…"), patience=20)
        self.window.key("ctrl+z")
        self.report.equal("registry: undo writes the reverse", lambda: self.registry.stage(VERSION), "Production",
                          patience=20)

    def conflict(self):
        """Nothing is written for a while; somebody else is faster."""
        self.window.key("ctrl+alt+g")
        self.choose_model()
        self.window.key("ctrl+m")
        self.window.dialog(f"Move version {VERSION} to a stage")
        self.window.key("ctrl+Return")
        self.window.focus()
        self.report.true("registry: it says that the change is kept here",
                         lambda: self.window.seek("1 change kept here only"))
        self.report.note(self.registry.stage(VERSION) == "Production", "registry: nothing was written")
        self.registry.set_stage(VERSION, "Staging")
        self.window.key("ctrl+alt+g")
        self.report.true("registry: the conflict is shown", lambda: self.window.seek("1 conflict"), patience=20)
        self.report.note(self.registry.stage(VERSION) == "Staging", "registry: what the other wrote is still there")
        self.window.screenshot(os.path.join(self.output, "registry-conflict.png"))
        self.window.press("Keep Mine", "push button")
        self.report.equal("registry: mine is written over it", lambda: self.registry.stage(VERSION), "Archived", patience=20)
        self.report.true("registry: nothing is on its way any more",
                         lambda: not self.window.seek("1 conflict") and not self.window.seek("Keep Mine"))


def walk_registry(program, stores, output, store, report):
    walk = RegistryWalk(program, stores, output, store, report)
    try:
        walk.go()
    finally:
        if walk.window is not None:
            walk.window.screenshot(os.path.join(output, "registry-end.png"))
            walk.window.end()
