"""A headless Chromium, spoken to through two pipes by the Chrome DevTools Protocol."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def program():
    """The browser's path; None without one."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Failure(Exception):
    """What the browser, or JavaScript in it, complained of."""


class Browser:
    """One page. Whatever it logs, throws or asks the network for is kept."""

    def __init__(self, width=1200, height=800, dark=False, calm=False):
        self.folder = tempfile.mkdtemp()
        self.console, self.requests, self.last = [], [], 0
        into, self._write = os.pipe()
        self._read, out = os.pipe()
        # It reads from 3 and writes to 4. Whoever is root has no sandbox to give it.
        command = [program(), "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
                   "--disable-dev-shm-usage", "--hide-scrollbars", f"--user-data-dir={self.folder}"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        # Low numbers might be in the way of each other.
        spare_in, spare_out = os.dup2(into, 63), os.dup2(out, 64)
        shell = 'exec 3<&63 4>&64 63<&- 64>&-; exec "$@"'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", *command], pass_fds=(spare_in, spare_out),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for descriptor in (into, out, spare_in, spare_out):
            os.close(descriptor)
        self._rest = b""
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.resize(width, height)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                    {"name": "prefers-reduced-motion", "value": "reduce" if calm else "no-preference"}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self._write)
        os.close(self._read)
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, **parameters):
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self._write, rest):]
        while True:
            answer = self._receive()
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def _receive(self):
        pieces = [self._rest]
        while b"\0" not in pieces[-1]:
            piece = os.read(self._read, 1 << 20)
            if not piece:
                raise Failure("the browser has gone")
            pieces.append(piece)
        message, self._rest = b"".join(pieces).split(b"\0", 1)
        event = json.loads(message)
        self._note(event.get("method"), event.get("params"))
        return event

    def _note(self, method, parameters):
        if method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.console.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled":
            self.console.append(" ".join(str(value.get("value")) for value in parameters["args"]))
        elif method == "Log.entryAdded":
            self.console.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    def resize(self, width, height, mobile=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=mobile)

    def open(self, path):
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        self.wait_for("document.readyState === 'complete' && location.protocol === 'file:'")

    def value(self, expression):
        """What an expression is, in JSON's values; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Failure(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def wait_for(self, expression, seconds=120):
        end = time.monotonic() + seconds
        while not self.value(expression):
            if time.monotonic() > end:
                raise Failure(f"waited in vain for {expression}")
            time.sleep(0.02)

    def frame(self):
        """Until what was asked for is painted."""
        self.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")

    def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.frame()

    def wheel(self, x, y, down):
        self.call("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=down)
        self.frame()

    def press(self, key):
        texts = {"Enter": "\r"}
        text = texts.get(key, key if len(key) == 1 else "")
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        parameters = {"key": key, "code": key, "windowsVirtualKeyCode": codes.get(key, ord(key[0]))}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **parameters)
        self.call("Input.dispatchKeyEvent", type="keyUp", **parameters)
        self.frame()

    def type(self, text):
        self.call("Input.insertText", text=text)
        self.frame()

    def screenshot(self, path):
        self.frame()
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
