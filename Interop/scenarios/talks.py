"""baresip's phones register, call, and hear each other."""

import shutil
import subprocess
import time

from lab import phones
from lab.station import expect, scenario, wait_for

DAMAGED = "_ws.malformed or ip.checksum.status == 0 or udp.checksum.status == 0"


@scenario
def baresip_pair_talks_holds_and_resumes(station):
    alice, bob = phones.pair(station)
    alice.do("dial", "bob")
    wait_for(lambda: station.calls("talking"), "the call is not answered")
    time.sleep(4)
    for command in ("hold", "resume", "hangup"):
        alice.do(command)
        time.sleep(1.5)
    wait_for(station.records, "there is no record")
    expect(abs(alice.heard() - 1000) < 20, f"alice heard {alice.heard()} Hz")
    expect(abs(bob.heard() - 440) < 20, f"bob heard {bob.heard()} Hz")
    record = station.records()[0]
    expect([leg["user"] for leg in record["legs"]] == ["alice", "bob"], "the record names others")
    expect(all(leg["media"][0]["packets_received"] > 150 for leg in record["legs"]), "media is not counted")
    ladder = station.ask("trace", record["call"])
    expect(ladder.count("(SDP)") >= 10 and "BYE" in ladder, "the ladder lacks messages")
    station.ask("trace", record["call"], "--pcap", "call.pcap")
    if shutil.which("tshark"):
        seen = subprocess.run(["tshark", "-r", "call.pcap", "-o", "ip.check_checksum:TRUE", "-o",
                               "udp.check_checksum:TRUE", "-Y", DAMAGED],
                              cwd=station.folder, capture_output=True, text=True)
        expect(seen.returncode == 0 and not seen.stdout, "the capture is damaged")


@scenario
def baresip_hears_its_own_echo(station):
    alice, _ = phones.pair(station)
    alice.do("dial", "*43")
    wait_for(lambda: station.calls("local"), "the call is not answered")
    time.sleep(4)
    alice.do("hangup")
    wait_for(station.records, "there is no record")
    expect(abs(alice.heard() - 440) < 20, f"alice heard {alice.heard()} Hz")
