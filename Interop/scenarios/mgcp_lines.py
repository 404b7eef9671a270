"""Telephones behind a media gateway whose call agent Tandem is: calls with SIP phones and with each other (RFC 3435)."""

import contextlib
import json
import re

from lab import cells, messages, mgcp, phones
from lab.house import House
from lab.rtp import Party
from lab.station import CALLER, GATEWAY, expect, is_bound, scenario, wait_for
from sipp.ends import Callee, Caller, audio

CALLEE, CALLER_MEDIA, CALLEE_MEDIA = 25081, 28210, 28212
CONFIGURATION = """
gateways:
  - {name: house, domain: house, addresses: 127.0.0.61, quarantine: QUARANTINE}
lines:
  - {name: "201", display-name: Carol, gateway: house, endpoint: aaln/1, context: house}
  - {name: "202", display-name: Dave, gateway: house, endpoint: aaln/2, context: house}
  - {name: "203", display-name: Erin, gateway: house, endpoint: aaln/3, context: house}
"""
EXTENSIONS = """
    <extension name="telephones">
      <condition field="destination-number" expression="20[1-3]">
        <action application="bridge" data="line/$0" timeout="4s"/>
      </condition>
    </extension>
"""
HOUSE = """
  <context name="house">
    <extension name="telephones">
      <condition field="destination-number" expression="20[1-3]">
        <action application="bridge" data="line/$0" timeout="20s"/>
      </condition>
    </extension>
    <extension name="callee">
      <condition field="destination-number" expression="8\\d\\d">
        <action application="bridge" data="sip:callee@127.0.0.1:25081" timeout="20s"/>
      </condition>
    </extension>
    <extension name="bob">
      <condition field="destination-number" expression="91">
        <action application="bridge" data="user/bob" timeout="20s"/>
      </condition>
    </extension>
  </context>
"""


@contextlib.contextmanager
def house(station, quarantine="step"):
    """The gateway anew with a house of three telephones, whose messages are captured and judged.

    At the end nothing of any call is left.
    """
    station.kill_gateway()
    station.configure(CONFIGURATION.replace("QUARANTINE", quarantine))
    for context in ("peers", "phones"):
        station.replace("dialplan.xml", f'<context name="{context}">\n', f'<context name="{context}">\n{EXTENSIONS}')
    station.replace("dialplan.xml", "</dialplan>", HOUSE + "</dialplan>")
    station.start_gateway()
    with mgcp.Capture(station, CALLEE) as capture:
        telephones = House(station).telephones
        wait_for(lambda: all(line["service"] == "in service" for line in endpoints(station)), "the lines are not in service")
        yield capture, telephones
        wait_for(lambda: station.status()["calls_now"] == 0, "a call is left")
        for telephone in telephones:
            telephone.does("onhook", "expect idle", "expect hears nothing", "expect noring")
        wait_for(lambda: all(line["phase"] == "idle" for line in endpoints(station)), "a line is not idle")
    capture.expect_sound()


def endpoints(station):
    return json.loads(station.ask("endpoints", "--json"))


def start_caller(station, caller, number):
    (station.folder / "caller.xml").write_text(caller.xml())
    return cells.sipp(station, station.folder, "caller", 40, "127.0.0.1", CALLER, f"127.0.0.1:{GATEWAY}", "-s", number)


def start_callee(station, callee):
    (station.folder / "callee.xml").write_text(callee.xml())
    process = cells.sipp(station, station.folder, "callee", 40, "127.0.0.1", CALLEE)
    wait_for(lambda: is_bound(CALLEE) or process.poll() is not None, "the callee does not start")
    return process


def expect_end(process, who):
    expect(process.wait(40) == 0, f"the {who} saw something else")


def expect_causes(station, *causes, calls=1):
    """The Q.850 values of the legs of the last of some calls; returns its record."""
    wait_for(lambda: len(station.records()) == calls, f"there are {len(station.records())} records, not {calls}")
    record = station.records()[-1]
    seen = [leg["cause"]["q850"] for leg in record["legs"]]
    expect(seen == list(causes), f"the record says causes {seen}, not {list(causes)}")
    return record


@contextlib.contextmanager
def media(station, name, port):
    """The media of a SIPp end, whose user says 1000 Hz."""
    party = Party(port, frequency=1000)
    try:
        party.start(station.folder / f"{name}.messages", 600)
        yield party
    finally:
        party.stop()


def expect_hears(party, frequency):
    wait_for(lambda: abs(party.hears() - frequency) < 20, f"the SIP phone hears {party.hears()} Hz, not {frequency}")


@scenario
def line_calls_sip_phone(station):
    callee = Callee().respond(180, "Ringing").pause(500).respond(200, "OK", audio(port=CALLEE_MEDIA))
    callee.expect_request("ACK").pause(3500).bye()
    with house(station) as (capture, (carol, _, _)):
        process = start_callee(station, callee)
        with media(station, "callee", CALLEE_MEDIA) as party:
            carol.calls("812")
            carol.does("expect hears ringback", "expect tone 1000")
            expect_hears(party, carol.tone)
            expect_end(process, "callee")
        carol.does("onhook")
        expect_causes(station, 16, 16)
        numbers = re.findall(r"NTFY aaln/1 O:D/8\S*", station.ask("trace", "--endpoint", "201"))
        expect(len(numbers) == 1, f"the number came in {len(numbers)} notifications")
        caller = messages.received(messages.read(station.folder / "callee.messages"))[0].header("From")
        expect("Carol" in caller and "sip:201@" in caller, f"the callee saw {caller}")
    delay = capture.delay("mgcp.req.verb == NTFY and mgcp.param.observedevents contains \"D/8\"", "sip.Method == INVITE")
    expect(delay < 0.05, f"the callee is called {delay * 1000:.0f} ms after the number was complete")
    return f"called {delay * 1000:.1f} ms after the last digit"


@scenario
def sip_phone_calls_line(station):
    caller = Caller().invite(audio(port=CALLER_MEDIA)).expect(180).expect(200).ack().expect_request("BYE").reply()
    with house(station) as (_, (carol, _, _)):
        with media(station, "caller", CALLER_MEDIA) as party:
            process = start_caller(station, caller, "201")
            # Its connection is open while it rings, and the relay lets nothing of it through.
            carol.does("expect ring", "expect caller caller", "expect mode sendrecv", "wait 600ms")
            expect(party.audio() == 0, f"the caller got {party.audio()} packets before the answer")
            carol.does("offhook", "expect noring", "expect tone 1000")
            expect_hears(party, carol.tone)
            carol.does("wait 1s", "onhook")
            expect_end(process, "caller")
        record = expect_causes(station, 16, 16)
        counted = record["legs"][1]["statistics"]
        expect(min(counted["packets_sent"], counted["packets_received"]) > 50, f"the house has counted {counted}")


@scenario
def lines_that_notify_in_loops(station):
    """The same calls with Q: loop: an answer and a hang-up need no command (RFC 3435 §4.4.1)."""
    caller = Caller().invite(audio(port=CALLER_MEDIA)).expect(180).expect(200).ack().pause(1500).bye()
    with house(station, "loop") as (_, (carol, dave, _)):
        with media(station, "caller", CALLER_MEDIA) as party:
            process = start_caller(station, caller, "201")
            carol.does("expect ring", "offhook", "expect noring", "expect tone 1000")
            expect_hears(party, carol.tone)
            expect_end(process, "caller")
        carol.does("expect nomedia", "onhook")
        wait_for(lambda: "O:L/hu" in station.ask("trace", "--endpoint", "201"), "nobody has hung up")
        called = station.ask("trace", "--endpoint", "201").partition("CRCX")[2]
        for verb in ("RQNT", "MDCX"):
            expect(verb not in called, f"a {verb} was sent in the call or after it:\n{called}")
        carol.calls("202")
        dave.does("expect ring", "offhook", f"expect tone {carol.tone}")
        carol.does(f"expect tone {dave.tone}", "onhook")
        dave.does("expect nomedia", "onhook")
        expect_causes(station, 16, 16, calls=2)


@scenario
def baresip_calls_line_and_is_called(station):
    with house(station) as (_, (carol, _, _)):
        alice, bob = phones.pair(station)
        alice.do("dial", "201")
        carol.does("expect ring", "offhook", "expect tone 440", "wait 2s")
        alice.do("hangup")
        carol.does("expect nomedia", "onhook")
        carol.calls("91")
        carol.does("expect tone 1000", "wait 3s", "onhook")
        wait_for(lambda: len(station.records()) == 2, "there are not two records")
    for phone in (alice, bob):
        expect(abs(phone.heard() - carol.tone) < 20, f"{phone.name} heard {phone.heard()} Hz")


@scenario
def line_calls_line(station):
    with house(station) as (_, (carol, dave, _)):
        carol.calls("202")
        dave.does("expect ring", "expect caller 201")
        carol.does("expect hears ringback")
        dave.does("offhook", "expect noring", f"expect tone {carol.tone}")
        carol.does(f"expect tone {dave.tone}", "onhook")
        dave.does("expect nomedia", "onhook")
        expect_causes(station, 16, 16)


@scenario
def busy_line_and_busy_sip_phone(station):
    caller = Caller().invite(audio(port=CALLER_MEDIA)).expect(486).ack_refusal()
    with house(station) as (_, (carol, dave, _)):
        dave.does("offhook", "expect hears dial")
        expect_end(start_caller(station, caller, "202"), "caller")
        expect_causes(station, 17, 17)
        carol.calls("202")
        carol.does("expect hears busy", "onhook")
        dave.does("onhook")
        callee = start_callee(station, Callee().respond(486, "Busy Here").expect_request("ACK"))
        carol.calls("812")
        carol.does("expect hears busy", "onhook")
        expect_end(callee, "callee")
        expect_causes(station, 17, 17, calls=3)


@scenario
def line_does_not_answer(station):
    caller = Caller().invite(audio(port=CALLER_MEDIA)).expect(180).expect(480).ack_refusal()
    with house(station) as (_, (carol, _, _)):
        process = start_caller(station, caller, "201")
        carol.does("expect ring")
        expect_end(process, "caller")
        carol.does("expect noring")
        expect_causes(station, 19, 19)


@scenario
def callers_hang_up_while_it_rings(station):
    caller = Caller().invite(audio(port=CALLER_MEDIA)).expect(180).pause(1000).cancel().expect(200).expect(487).ack_refusal()
    callee = Callee().respond(180, "Ringing").expect_request("CANCEL").reply()
    callee.respond(487, "Request Terminated").expect_request("ACK")
    with house(station) as (_, (carol, dave, _)):
        process = start_caller(station, caller, "201")
        carol.does("expect ring")
        expect_end(process, "caller")
        carol.does("expect noring")
        expect_causes(station, 16, 16)
        process = start_callee(station, callee)
        carol.calls("812")
        carol.does("expect hears ringback", "onhook")
        expect_end(process, "callee")
        expect_causes(station, 16, 16, calls=2)
        carol.calls("202")
        dave.does("expect ring")
        carol.does("onhook")
        dave.does("expect noring")
        expect_causes(station, 16, 16, calls=3)


@scenario
def hold_by_the_sip_phone_and_by_the_line(station):
    callee = Callee().respond(200, "OK", audio(port=CALLEE_MEDIA)).expect_request("ACK").pause(1500)
    callee.reinvite(audio("sendonly", 2, port=CALLEE_MEDIA)).may_get(100).expect(200, "a=recvonly").ack().pause(1500)
    callee.reinvite(audio("sendrecv", 3, port=CALLEE_MEDIA)).may_get(100).expect(200).ack()
    callee.expect_request("INVITE", "a=(sendonly|inactive)").reply(200, "OK", audio("recvonly", 4, port=CALLEE_MEDIA))
    callee.expect_request("ACK").expect_request("INVITE").reply(200, "OK", audio("sendrecv", 5, port=CALLEE_MEDIA))
    callee.expect_request("ACK").expect_request("BYE").reply()
    with house(station) as (_, (carol, _, _)):
        process = start_callee(station, callee)
        carol.calls("812")
        carol.does("expect mode sendrecv", "expect mode recvonly", "expect mode sendrecv", "flash", "expect hears dial",
                   "flash", "expect mode sendrecv", "expect hears nothing", "wait 300ms", "onhook")
        expect_end(process, "callee")
        expect_causes(station, 16, 16)


@scenario
def flash_transfer(station):
    """The line holds its caller, calls another line, and hangs up between the two."""
    caller = Caller().invite(audio(port=CALLER_MEDIA)).may_get(180).expect(200).ack()
    for version, direction in ((2, "recvonly"), (3, "sendrecv")):
        caller.expect_request("INVITE").reply(200, "OK", audio(direction, version, port=CALLER_MEDIA)).expect_request("ACK")
    caller.pause(4000).bye()
    with house(station) as (_, (carol, dave, _)):
        with media(station, "caller", CALLER_MEDIA) as party:
            process = start_caller(station, caller, "201")
            carol.does("expect ring", "offhook", "expect tone 1000", "flash", "expect hears dial", "dial 202")
            dave.does("expect ring", "offhook")
            carol.does(f"expect tone {dave.tone}", "onhook")
            dave.does("expect tone 1000")
            expect_hears(party, dave.tone)
            expect_end(process, "caller")
        dave.does("onhook")
