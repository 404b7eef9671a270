"""baresip as a phone with an account, driven by its control port."""

import contextlib
import json
import math
import shutil
import socket
import struct
import subprocess
import wave

from lab.station import GATEWAY, HERE, wait_for


class Phone:
    """A phone that sends a tone and keeps what it hears."""

    def __init__(self, station, name, password, port, frequency, gateway=f"127.0.0.1:{GATEWAY}"):
        self.name = name
        self.folder = station.folder / name
        self.control = port + 5
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "sound").mkdir(parents=True)
        self._write_tone(frequency)
        listing = subprocess.run(["dpkg", "-L", "baresip-core"], capture_output=True, text=True).stdout
        modules = next(line for line in listing.splitlines() if line.endswith("/g711.so")).rsplit("/", 1)[0]
        config = (HERE / "baresip/config").read_text()
        values = {"PORT": port, "CONTROL": self.control, "FOLDER": self.folder, "MODULES": modules,
                  "RTP": f"{port + 1000}-{port + 1099}"}
        for key, value in values.items():
            config = config.replace(f"@{key}@", str(value))
        (self.folder / "config").write_text(config)
        (self.folder / "contacts").write_text("")
        account = f"<sip:{name}@{gateway};transport=udp>;auth_pass={password};regint=60;answermode=auto"
        (self.folder / "accounts").write_text(account + ";audio_codecs=pcmu,pcma\n")
        station.start(name, "baresip", "-f", str(self.folder))

    def _write_tone(self, frequency):
        with wave.open(str(self.folder / "tone.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(8000)
            file.writeframes(b"".join(struct.pack("<h", int(12000 * math.sin(2 * math.pi * frequency * i / 8000)))
                                      for i in range(8000 * 60)))

    def do(self, command, parameters=""):
        message = json.dumps({"command": command, "params": parameters, "token": "1"}).encode()
        with socket.create_connection(("127.0.0.1", self.control), 5) as connection:
            connection.sendall(str(len(message)).encode() + b":" + message + b",")
            connection.settimeout(2)
            with contextlib.suppress(TimeoutError):
                connection.recv(4096)

    def heard(self):
        """The frequency in the middle of what was heard, or 0."""
        for path in self.folder.glob("sound/*dec.wav"):
            with wave.open(str(path)) as file:
                count = file.getnframes()
                samples = struct.unpack(f"<{count}h", file.readframes(count))
            part = samples[count // 4:count // 4 + 8000]
            if len(part) == 8000:
                return sum(1 for left, right in zip(part, part[1:]) if left < 0 <= right)
        return 0


def pair(station):
    """Alice and Bob, registered."""
    phones = Phone(station, "alice", "interop-alice", 25160, 440), Phone(station, "bob", "interop-bob", 25170, 1000)
    wait_for(lambda: len(json.loads(station.ask("registrations", "--json"))) == 2, "the phones do not register")
    return phones
