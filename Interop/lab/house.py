"""`tandem-lab mgcp-gateway` as a house with telephones, told what people do at them."""

import os
import subprocess

from lab.station import PROGRAM, expect, wait_for

LAB = os.environ.get("TANDEM_LAB", PROGRAM + "-lab")
ADDRESS = "127.0.0.61"


class House:
    """A residential gateway with the lines aaln/1 and so on; the telephones say 400 Hz, 500 Hz, and so on."""

    def __init__(self, station, lines=3, *options):
        self.folder = station.folder
        self.process = station.start(
            "house", LAB, "mgcp-gateway", "--listen", f"{ADDRESS}:2427", "--domain", "house", "--lines", str(lines), "--media",
            f"{ADDRESS}:24200-24299", "--control", "house.sock", *options, stdin=subprocess.PIPE)
        wait_for(lambda: (self.folder / "house.sock").exists() or self.process.poll() is not None, "the house does not start")
        self.telephones = [Telephone(self, number + 1) for number in range(lines)]

    def tell(self, *lines):
        """Carries out lines of the lab's language, one after the other."""
        done = subprocess.run([LAB, "tell", "--control", "house.sock", *lines], cwd=self.folder, capture_output=True,
                              text=True, timeout=60)
        wrong = [line for line in done.stdout.splitlines() if not line.startswith(("ok: ", " "))] or [done.stderr.strip()]
        expect(done.returncode == 0, f"the house: {wrong[0]}")
        return done.stdout


class Telephone:
    """One line of the house; `tone` is what its user says."""

    def __init__(self, house, number):
        self.house, self.number, self.tone = house, number, 300 + 100 * number

    def does(self, *steps):
        """What its user does and expects, as `offhook`, `wait 1s` and `expect hears dial 5s`."""
        self.house.tell(*(step if step.startswith("wait") else f"{self.number} {step}" for step in steps))

    def calls(self, digits):
        """Lifts, waits for the dial tone, and dials."""
        self.does("offhook", "expect hears dial", f"dial {digits}")
