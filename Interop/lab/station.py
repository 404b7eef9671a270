"""The gateway and the peers of one scenario, in a folder of their own."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("TANDEM", str(HERE.parent / ".build/release/tandem"))
GATEWAY, CALLER, CALLEE = 25060, 25082, 25081
SCENARIOS = []


class Failed(Exception):
    """Something was not as it must be."""


class Skipped(Exception):
    """What the scenario needs is not part of a clone that stands alone."""


def scenario(function):
    """Registers a scenario; its name is what the table says. It may return what the table notes beside it."""
    SCENARIOS.append(function)
    return function


def expect(condition, message):
    if not condition:
        raise Failed(message)


def wait_for(condition, message, seconds=20):
    end = time.monotonic() + seconds
    while not (value := condition()):
        expect(time.monotonic() < end, message)
        time.sleep(0.05)
    return value


def is_bound(port):
    tables = [pathlib.Path(f"/proc/net/{name}").read_text() for name in ("udp", "tcp", "udp6", "tcp6")]
    return any(f":{port:04X} {zeros}:0000" in table for table in tables for zeros in ("0" * 8, "0" * 32))


class Station:
    """A folder, the processes of one scenario, and the gateway among them."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.processes = []
        for file in ("tandem.yaml", "dialplan.xml"):
            shutil.copy(HERE / file, self.folder)
        self.gateway = None

    def configure(self, text):
        """Adds keys to the configuration, before the gateway starts."""
        with open(self.folder / "tandem.yaml", "a") as file:
            file.write(text)

    def replace(self, file, old, new):
        """Changes what is written in a file of the configuration, before the gateway starts."""
        path = self.folder / file
        text = path.read_text()
        expect(old in text, f"{file} has no {old}")
        path.write_text(text.replace(old, new, 1))

    def start(self, name, *command, folder=None, **options):
        folder = folder or self.folder
        with open(folder / f"{name}.log", "ab") as log:
            options = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, **options}
            process = subprocess.Popen(command, cwd=folder, **options)
        self.processes.append(process)
        return process

    def start_gateway(self):
        log = self.folder / "tandem.log"
        before = log.stat().st_size if log.exists() else 0
        self.gateway = self.start("tandem", PROGRAM, "run")
        wait_for(lambda: b"notice ready" in log.read_bytes()[before:] or self.gateway.poll() is not None,
                 "the gateway does not start")
        expect(self.gateway.poll() is None, "the gateway ended at its start")

    def kill_gateway(self):
        self.gateway.send_signal(signal.SIGKILL)
        self.gateway.wait()

    def ask(self, *command):
        done = subprocess.run([PROGRAM, *command], cwd=self.folder, capture_output=True, text=True, timeout=30)
        expect(done.returncode == 0, f"tandem {' '.join(command)}: {done.stderr.strip()}")
        return done.stdout

    def status(self):
        return json.loads(self.ask("status", "--json"))

    def calls(self, state):
        return [call for call in json.loads(self.ask("calls", "--json")) if call["state"] == state]

    def records(self):
        """The call records that are whole lines by now."""
        path = self.folder / "var/calls.jsonl"
        if not path.exists():
            return []
        return [json.loads(line) for line in path.read_text().split("\n")[:-1]]

    def callee(self, *options):
        """SIPp's own answering scenario."""
        process = self.start("callee", "sipp", "-sn", "uas", "-i", "127.0.0.1", "-p", str(CALLEE), "-nostdin", *options)
        wait_for(lambda: is_bound(CALLEE), "the callee does not start")
        return process

    def start_caller(self, number, *options):
        return self.start("caller", "sipp", f"127.0.0.1:{GATEWAY}", "-s", number, "-i", "127.0.0.1", "-p", str(CALLER),
                          "-nostdin", *options)

    def caller(self, number, *options, seconds=60):
        """Plays SIPp to its end and returns its exit code."""
        try:
            return self.start_caller(number, *options).wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failed("the caller did not end")

    def end(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
