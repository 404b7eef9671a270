"""RTP crosses the gateway in both directions, between the address families, with its telephone-events (RFC 4733)."""

import contextlib

from lab import cells
from lab.rtp import Party
from lab.station import GATEWAY, expect, scenario
from sipp.ends import Callee, Caller, audio

FIRST_PORT, PACKETS = 28100, 50
DIGITS = {"caller": (1, 5, 11), "callee": (9,)}


class Talk:
    """Both parties' media of one call, and what must have come through."""

    def __init__(self, index, caller_address, callee_address):
        self.ports = FIRST_PORT + 4 * index, FIRST_PORT + 4 * index + 2
        self.addresses = caller_address, callee_address
        self.caller = self.callee = None

    def flow(self):
        caller = Caller().invite(audio(port=self.ports[0])).expect(200).ack().pause(2600).bye()
        callee = Callee().respond(200, "OK", audio(port=self.ports[1])).expect_request("ACK")
        return caller, callee.expect_request("BYE").reply()

    @contextlib.contextmanager
    def beside(self, folder):
        self.caller, self.callee = (Party(port, address) for port, address in zip(self.ports, self.addresses))
        try:
            self.caller.start(folder / "caller.messages", PACKETS, DIGITS["caller"])
            self.callee.start(folder / "callee.messages", PACKETS, DIGITS["callee"])
            yield
        finally:
            self.caller.stop()
            self.callee.stop()

    def verify(self, _, __, record):
        for name, party, other in (("caller", self.caller, self.callee), ("callee", self.callee, self.caller)):
            # The first packets may come before the other side's description is known.
            expect(party.audio() >= PACKETS - 10, f"the {name} got {party.audio()} of {PACKETS} packets")
            expected = sorted((digit, 960) for digit in DIGITS["callee" if name == "caller" else "caller"])
            expect(sorted(party.events()) == expected, f"the {name} got the events {party.events()}, not {expected}")
            leg = record["legs"][0 if name == "caller" else 1]["media"][0]
            expect(leg["packets_received"] == party.sent and leg["packets_sent"] == len(party.received),
                   f"the record counts {leg} on the {name}'s side")
            expect(leg["events_received"] == len(DIGITS[name]), f"{leg['events_received']} events are counted")


@scenario
def media_and_events_cross_between_address_families(station, part=""):
    def cell(index, name, caller_address="127.0.0.1", callee_address="127.0.0.1"):
        talk = Talk(index, caller_address, callee_address)
        is_six = callee_address == "::1"
        gateway = f"[::1]:{GATEWAY}" if caller_address == "::1" else f"127.0.0.1:{GATEWAY}"
        return cells.Cell(name, *talk.flow(), verify=talk.verify, beside=talk.beside, caller_address=caller_address,
                          callee_address=callee_address, gateway=gateway,
                          number="at-{port}-six" if is_six else "at-{port}")
    return cells.play(station, [
        cell(0, "IPv4 to IPv4"),
        cell(1, "IPv6 to IPv4", caller_address="::1"),
        cell(2, "IPv4 to IPv6", callee_address="::1"),
        cell(3, "IPv6 to IPv6", caller_address="::1", callee_address="::1"),
    ], part)
