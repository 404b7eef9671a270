"""Debian's osmo-mgw as a trunk gateway, a call agent of a few lines, and what tshark thinks of every MGCP message."""

import dataclasses
import shutil
import socket
import subprocess
import time

from lab.station import HERE, expect, is_bound, wait_for

PORTS = 2427, 2727
OSMO = "127.0.0.60", 2427


@dataclasses.dataclass
class Answer:
    """A response with its parameters and session description."""

    code: int
    parameters: dict
    description: str

    @property
    def media(self):
        """Where its media is received."""
        lines = self.description.splitlines()
        host = next(line.split()[-1] for line in lines if line.startswith("c="))
        port = next(line.split()[1] for line in lines if line.startswith("m=audio"))
        return host, int(port)


class CallAgent:
    """Commands a gateway beside Tandem, one command at a time."""

    def __init__(self, gateway):
        self.gateway = gateway
        self.transaction = 9000
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.settimeout(5)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def ask(self, verb, endpoint, *parameters, description=""):
        self.transaction += 1
        lines = [f"{verb} {self.transaction} {endpoint} MGCP 1.0", *parameters]
        if description:
            lines += ["", *description.splitlines()]
        self.socket.sendto("".join(line + "\r\n" for line in lines).encode(), self.gateway)
        head, _, body = self.socket.recv(65536).decode().replace("\r\n", "\n").partition("\n\n")
        start, *lines = head.split("\n")
        expect(start.split()[1] == str(self.transaction), f"the gateway answered {start}")
        return Answer(int(start.split()[0]), dict(line.split(": ", 1) for line in lines if ": " in line), body)


def start_osmo_mgw(station):
    """The trunk gateway `exchange` with the circuits rtpbridge/1 to rtpbridge/9."""
    shutil.copy(HERE / "osmo-mgw/osmo-mgw.cfg", station.folder)
    process = station.start("osmo-mgw", "osmo-mgw", "-c", "osmo-mgw.cfg")
    wait_for(lambda: is_bound(OSMO[1]) or process.poll() is not None, "osmo-mgw does not start")
    expect(process.poll() is None, "osmo-mgw ended at its start")
    return process


def description(host, port):
    """PCMU at an address."""
    return f"v=0\no=lab 1 1 IN IP4 {host}\ns=-\nc=IN IP4 {host}\nt=0 0\nm=audio {port} RTP/AVP 0\na=ptime:20\n"


class Capture:
    """Everything on the ports of MGCP, and on one of SIP, while it is entered, as tshark sees it."""

    def __init__(self, station, sip_port=5060):
        self.station = station
        self.sip_port = sip_port
        self.process = None

    def __enter__(self):
        log = self.station.folder / "tshark.log"
        ports = " or ".join(f"udp port {port}" for port in (*PORTS, self.sip_port))
        self.process = self.station.start("tshark", "tshark", "-q", "-i", "lo", "-f", ports, "-w", "mgcp.pcap")
        wait_for(lambda: "Capture started" in log.read_text() or self.process.poll() is not None, "tshark does not start")
        expect(self.process.poll() is None, "tshark ended at its start")
        return self

    def __exit__(self, *_):
        # What has been captured reaches the file within a second.
        time.sleep(1)
        self.process.terminate()
        self.process.wait(10)

    def expect_sound(self):
        """Every message is dissected without a mark; says how many there are."""
        count = len(self._dissect("mgcp"))
        expect(count, "tshark has seen no MGCP")
        others = self._dissect("not mgcp and not sip and not icmp and not (udp.length <= 9)")
        expect(not others, f"tshark takes {len(others)} packets for something else: {others[0] if others else ''}")
        marked = self._dissect("mgcp and (_ws.malformed or _ws.expert)")
        expect(not marked, f"tshark marks {len(marked)} packets: {marked[0] if marked else ''}")
        return count

    def delay(self, first, then):
        """Seconds from the first packet of one kind to the first of another, both as expressions of tshark."""
        times = [self._dissect(kind, "-T", "fields", "-e", "frame.time_epoch") for kind in (first, then)]
        expect(all(times), "tshark has not seen both packets")
        return float(times[1][0]) - float(times[0][0])

    def _dissect(self, expression, *options):
        command = ["tshark", "-r", "mgcp.pcap", "-d", f"udp.port=={self.sip_port},sip", "-Y", expression, *options]
        done = subprocess.run(command, cwd=self.station.folder, capture_output=True, text=True)
        expect(done.returncode == 0, f"tshark: {done.stderr.strip()}")
        return done.stdout.splitlines()
