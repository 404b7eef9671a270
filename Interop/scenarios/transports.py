"""Where requests go: names with several servers (RFC 3263), TCP for what is too large (RFC 3261 §18.1.1)."""

import socket

from lab import cells, messages, names
from lab.station import expect, scenario
from scenarios.basics import basic
from sipp.ends import Callee, Caller, audio

NAMES, DEAD, SILENT, BUSY, ALIVE = 25053, 24990, 24991, 24992, 24993


def large_offer():
    return audio() + "\n".join(f"a=x-filler-{number}:{'0123456789' * 4}" for number in range(30)) + "\n"


def large():
    caller = Caller().invite(large_offer()).expect(200).ack().pause(100).bye()
    callee = Callee().respond(200, "OK", audio(port=7000))
    return caller, callee.expect_request("ACK").expect_request("BYE").reply()


@scenario
def large_requests_go_by_tcp(station, part=""):
    def by(transport):
        def verify(_, at_callee, __):
            via = messages.received(at_callee)[0].header("Via")
            expect(via.startswith(f"SIP/2.0/{transport} "), f"the INVITE came with {via}")
        return verify
    return cells.play(station, [
        cells.Cell("a large INVITE changes to TCP", *large(), callee_options=("-t", "t1"), verify=by("TCP")),
        cells.Cell("and back to UDP where nobody takes TCP", *large(), verify=by("UDP")),
        cells.Cell("a small one stays with UDP", *basic(), verify=by("UDP")),
    ], part)


@scenario
def servers_of_a_name_are_tried_in_turn(station, part=""):
    station.kill_gateway()
    station.configure(f"sip: {{locating: {{servers: ['127.0.0.1:{NAMES}']}}, timers: {{t1: 50ms}}}}\n")
    local = [names.address("127.0.0.1")]
    zone = {("host.test", "A"): local}
    for name, first in (("dead", DEAD), ("silent", SILENT), ("busy", BUSY)):
        zone[f"_sip._udp.{name}.test", "SRV"] = [names.service(20, 0, ALIVE, "host.test"),
                                                 names.service(10, 0, first, "host.test")]
    zone["plain.test", "A"] = local
    with names.NameServer(NAMES, zone) as server, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", SILENT))
        busy = Callee().respond(503, "Busy Here").expect_request("ACK")
        (station.folder / "busy.xml").write_text(busy.xml())
        station.start("busy", "sipp", "-sf", "busy.xml", "-i", "127.0.0.1", "-p", str(BUSY), "-nostdin")
        station.start_gateway()
        note = cells.play(station, [
            cells.Cell(f"the first server of a name is {name}", *basic(), number=f"name-{name}", callee_port=ALIVE)
            for name in ("dead", "silent", "busy")
        ], part)
        expect(any(kind == names.TYPES["SRV"] for _, kind in server.asked), "nobody asked for SRV")
        return note
