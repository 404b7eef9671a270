"""SIP calls by way of Debian's osmo-mgw, a gateway of circuits whose call agent Tandem is (RFC 3435)."""

import contextlib
import json
import re

from lab import cells, mgcp
from lab.rtp import Party
from lab.station import CALLER, GATEWAY, expect, scenario, wait_for
from sipp.ends import Caller, audio

CALLER_MEDIA, FAR_MEDIA = 28200, 28202
PACKETS = 100
CONFIGURATION = """
mgcp: {timers: {longest-transaction: 2s, repetitions-until-suspected: 2, repetitions-until-disconnected: 3}}
gateways:
  - {name: exchange, domain: exchange, addresses: 127.0.0.60, codecs: PCMU, codec-lists: false, relay-events: false,
     wildcards: false, minimal: true, probe-interval: never}
trunk-groups:
  - {name: exchange, gateway: exchange, endpoints: "rtpbridge/[1-4]"}
  - {name: mirror, gateway: exchange, endpoints: "rtpbridge/[5-9]", loopback: true}
  - {name: missing, gateway: exchange, endpoints: rtpbridge/77}
"""
EXTENSION = """
    <extension name="{0}">
      <condition field="destination-number" expression="{0}">
        <action application="bridge" data="trunk/{0}/1" timeout="30s"/>
      </condition>
    </extension>
"""


def start(station):
    """The gateway anew, with osmo-mgw beside it."""
    station.kill_gateway()
    station.configure(CONFIGURATION)
    extensions = "".join(EXTENSION.format(name) for name in ("exchange", "mirror", "missing"))
    station.replace("dialplan.xml", '<context name="peers">\n', '<context name="peers">\n' + extensions)
    osmo = mgcp.start_osmo_mgw(station)
    station.start_gateway()
    return osmo


def call(station, number, caller):
    """Starts SIPp as the caller."""
    (station.folder / "caller.xml").write_text(caller.xml())
    return cells.sipp(station, station.folder, "caller", 30, "127.0.0.1", CALLER, f"127.0.0.1:{GATEWAY}", "-s", number)


def talking(milliseconds=2600):
    """A caller that talks for a while and hangs up."""
    caller = Caller().invite(audio(port=CALLER_MEDIA)).may_get(180).may_get(183).expect(200).ack()
    return caller.pause(milliseconds).bye()


def ended(station, process, calls=1):
    """The record of the last of some calls, when SIPp has come to its end."""
    expect(process.wait(30) == 0, "the caller saw something else")
    wait_for(lambda: len(station.records()) == calls, "there is no record")
    return station.records()[-1]


@contextlib.contextmanager
def media(*parties):
    try:
        yield
    finally:
        for party in parties:
            party.stop()


def connection(station):
    """The endpoint and the call of the connection that the gateway made last."""
    steps = json.loads(station.ask("trace", "--last", "--json"))["steps"]
    texts = [step["message"]["text"] for step in steps if "message" in step]
    created = next(text for text in texts if "CRCX " in text)
    return re.search(r"CRCX \d+ (\S+)", created).group(1), re.search(r"^C: *(\S+)", created, re.MULTILINE).group(1)


@scenario
def sip_to_osmo_mgw_and_back(station):
    """A loopback test of a circuit: the caller hears itself through both relays."""
    start(station)
    party = Party(CALLER_MEDIA, frequency=440)
    with mgcp.Capture(station) as capture, media(party):
        caller = call(station, "mirror", talking())
        party.start(station.folder / "caller.messages", PACKETS)
        record = ended(station, caller)
    expect(abs(party.heard() - 440) < 20, f"the caller heard {party.heard()} Hz")
    circuit = record["legs"][1]
    expect(circuit["protocol"] == "mgcp" and circuit["cause"]["q850"] == 16, f"the record says {circuit['cause']}")
    counted = circuit["statistics"]
    expect(counted["packets_received"] >= PACKETS - 10, f"the gateway has counted {counted}")
    return f"{capture.expect_sound()} messages"


@scenario
def sip_through_osmo_mgw_to_a_circuit(station):
    """What stands behind the circuit is made by the scenario: a second connection on the same endpoint."""
    start(station)
    near, far = Party(CALLER_MEDIA, frequency=440), Party(FAR_MEDIA, frequency=1000)
    with mgcp.Capture(station) as capture, media(near, far), mgcp.CallAgent(mgcp.OSMO) as beside:
        caller = call(station, "exchange", talking(4000))
        wait_for(lambda: station.calls("talking"), "the call is not answered")
        endpoint, number = connection(station)
        answer = beside.ask("CRCX", endpoint, f"C: {number}", "L: p:20, a:PCMU", "M: sendrecv",
                            description=mgcp.description("127.0.0.1", FAR_MEDIA))
        expect(answer.code == 200, f"the second connection is refused with {answer.code}")
        far.start(answer.media, PACKETS)
        near.start(station.folder / "caller.messages", PACKETS)
        record = ended(station, caller)
    expect(abs(near.heard() - 1000) < 20, f"the caller heard {near.heard()} Hz")
    expect(abs(far.heard() - 440) < 20, f"the far side heard {far.heard()} Hz")
    counted = record["legs"][1]["statistics"]
    expect(min(counted["packets_received"], counted["packets_sent"]) >= PACKETS - 20, f"the gateway counts {counted}")
    return f"{capture.expect_sound()} messages"


@scenario
def refusals_and_silence_of_osmo_mgw(station):
    """A group whose only endpoint it does not know, then no gateway at all."""
    osmo = start(station)
    with mgcp.Capture(station) as capture:
        wait_for(lambda: json.loads(station.ask("endpoints", "missing", "--json"))[0]["service"] == "out of service",
                 "an endpoint that the gateway does not know is in service")
        caller = Caller().invite(audio(port=CALLER_MEDIA)).expect(503).ack_refusal()
        unknown = ended(station, call(station, "missing", caller))
        expect(unknown["legs"][1]["cause"]["q850"] == 34, f"the record says {unknown['legs'][1]['cause']}")
        osmo.kill()
        silent = Caller().invite(audio(port=CALLER_MEDIA)).expect(504).ack_refusal()
        record = ended(station, call(station, "exchange", silent), calls=2)
        expect(record["legs"][1]["cause"]["q850"] == 102, f"the record says {record['legs'][1]['cause']}")
        wait_for(lambda: station.status()["gateways"][0]["reachable"] is False, "the gateway counts as reachable")
    return f"{capture.expect_sound()} messages"
