"""Chromium, driven over a pipe in the language of its developer tools (https://chromedevtools.github.io/)."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 30  # seconds for one answer
OPTIONS = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--window-size=1200,900",
]
# Chromium reads from 3 and writes to 4. The pipes are moved out of the way first: they may have these very numbers.
LAUNCH = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
os.dup2(ends[0], 3), os.dup2(ends[1], 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""


class NoChromiumError(Exception):
    """There is no browser to try the page in."""


class Browser:
    """A browser with one tab, and all that went wrong in it."""

    def __init__(self, profile: Path) -> None:
        program = next(filter(None, map(shutil.which, NAMES)), None)
        if program is None:
            raise NoChromiumError(f"these tests need Chromium on the PATH, as one of {', '.join(NAMES)}")
        bare = os.geteuid() == 0 or "CI" in os.environ  # it refuses root, and containers let it build no sandbox
        sandbox = ["--no-sandbox"] if bare else []
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        launch = [sys.executable, "-c", LAUNCH, str(theirs_in), str(theirs_out)]
        self._process = subprocess.Popen(
            [*launch, program, *OPTIONS, *sandbox, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._waiting, self._number, self._session = b"", 0, ""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.ask(f"{domain}.enable")
        self.ask("Page.setLifecycleEventsEnabled", enabled=True)

    def close(self) -> None:
        """Ends the browser."""
        self._process.kill()
        self._process.wait()
        os.close(self._out)
        os.close(self._in)

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command and its answer; what happens meanwhile is added to the events."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        sent = json.dumps(message).encode() + b"\0"
        while sent:
            sent = sent[os.write(self._out, sent) :]
        while True:
            told = self._next()
            if told.get("id") != self._number:
                self.events.append(told)
                continue
            if "error" in told:
                raise RuntimeError(f"{method}: {told['error']}")
            answer: dict[str, Any] = told["result"]
            return answer

    def open(self, page: Path, fragment: str = "") -> None:
        """Opens a page afresh, and waits until it has loaded."""
        self._visit("about:blank")
        self.events.clear()
        self._visit(page.as_uri() + fragment)

    def run(self, script: str) -> Any:
        """The value of a script in the page, waited for where it is promised."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def settle(self) -> None:
        """Waits until the page has done what it was about to do, and is painted."""
        self.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")

    def click(self, selector: str) -> None:
        """Clicks the first element of that selector, where it stands."""
        place = self.run(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            " found.scrollIntoView({block: 'center'}); const box = found.getClientRects()[0];"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
        self.settle()

    def press(self, key: str, text: str = "") -> None:
        """Presses a key, such as `Tab` or `Enter`."""
        codes = {"Tab": 9, "Enter": 13, " ": 32}
        code = "Space" if key == " " else key
        known = {"key": key, "code": code, "windowsVirtualKeyCode": codes[key]}
        self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **known)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **known)
        self.settle()

    def prefer(self, scheme: str) -> None:
        """Asks for `light` or `dark` pages."""
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    @property
    def faults(self) -> list[str]:
        """What the console and the policy of the page complained of."""
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
        return [json.dumps(event["params"]) for event in self.events if event.get("method") in kinds]

    @property
    def requests(self) -> list[str]:
        """What the page asked for, itself included."""
        sent = [event["params"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [each["request"]["url"] for each in sent]

    def _visit(self, address: str) -> None:
        loader = self.ask("Page.navigate", url=address)["loaderId"]
        awaited = {"name": "load", "loaderId": loader}
        while not any(awaited.items() <= event.get("params", {}).items() for event in self.events):
            self.events.append(self._next())

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._waiting:
            ready, _, _ = select.select([self._in], [], [], max(until - time.monotonic(), 0))
            read = os.read(self._in, 1 << 16) if ready else b""
            if not read:
                raise RuntimeError("Chromium says nothing" if not ready else "Chromium has ended")
            self._waiting += read
        told, _, self._waiting = self._waiting.partition(b"\0")
        message: dict[str, Any] = json.loads(told)
        return message
