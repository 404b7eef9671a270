"""Calls as SIPp and Kamailio play them without any ado, and what happens when nobody can be reached."""

import shutil
import time

from lab import cells
from lab.station import HERE, expect, is_bound, scenario, wait_for
from sipp.ends import Callee, Caller, audio

PROXY = 25091


def basic():
    """INVITE, 180, 200, BYE of the caller."""
    callee = Callee().respond(180, "Ringing").pause(100).respond(200, "OK", audio(port=7000))
    return (Caller().invite().expect(180).expect(200).ack().pause(200).bye(),
            callee.expect_request("ACK").expect_request("BYE").reply())


def ringing_after_progress():
    callee = Callee().respond(183, "Session Progress", audio(port=7000)).pause(100).respond(180, "Ringing").pause(100)
    return (Caller().invite().expect(183).expect(180).expect(200).ack().pause(100).bye(),
            callee.respond(200, "OK", audio(port=7000)).expect_request("ACK").expect_request("BYE").reply())


def callee_hangs_up():
    callee = Callee().respond(200, "OK", audio(port=7000)).expect_request("ACK").pause(100).bye()
    return Caller().invite().expect(200).ack().expect_request("BYE").reply(), callee


def cancelled():
    """The caller gives up while it rings (RFC 3261 §9)."""
    caller = Caller().invite().expect(180).cancel().expect(200).expect(487).ack_refusal()
    callee = Callee().respond(180, "Ringing").expect_request("CANCEL").reply()
    return caller, callee.respond(487, "Request Terminated").expect_request("ACK")


def late_acknowledgement():
    """The callee's 2xx is repeated until the ACK comes (RFC 3261 §13.3.1.4)."""
    caller = Caller().invite().expect(200).pause(1200).ack().pause(100).bye()
    callee = Callee().respond(200, "OK", audio(port=7000)).expect_request("ACK")
    return caller, callee.expect_request("BYE").reply()


def answered_in_spite_of_cancel():
    """The answer has crossed the CANCEL: it is acknowledged and the call ended (RFC 3261 §9.1)."""
    caller = Caller().invite().expect(180).cancel().expect(200).expect(487).ack_refusal()
    callee = Callee().respond(180, "Ringing").expect_request("CANCEL", saves="cancel")
    callee.reply(to="cancel").respond(200, "OK", audio(port=7000)).expect_request("ACK")
    return caller, callee.expect_request("BYE").reply()


def forked():
    """Two phones ring behind one number and the second answers (RFC 3261 §13.2.2.4)."""
    caller = Caller().invite().expect(183).expect(180).expect(200).ack().pause(100).bye()
    callee = Callee().respond(183, "Session Progress", audio(port=7002), branch="first").pause(50)
    callee.respond(180, "Ringing", branch="second").pause(50)
    callee.respond(200, "OK", audio(port=7000), branch="second").expect_request("ACK", "tag=[0-9]+callee1second")
    return caller, callee.expect_request("BYE", "tag=[0-9]+callee1second").reply()


def flows():
    yield cells.Cell("basic call", *basic())
    yield cells.Cell("basic call over tcp", *basic(), number="at-{port}-tcp", caller_options=("-t", "t1"),
                     callee_options=("-t", "t1"))
    yield cells.Cell("basic call from tcp to udp", *basic(), caller_options=("-t", "t1"))
    yield cells.Cell("180 after 183", *ringing_after_progress())
    yield cells.Cell("the callee hangs up", *callee_hangs_up())
    yield cells.Cell("the caller gives up", *cancelled())
    yield cells.Cell("the answer crosses the CANCEL", *answered_in_spite_of_cancel())
    yield cells.Cell("the caller acknowledges late", *late_acknowledgement())
    yield cells.Cell("two phones ring and one answers", *forked())


@scenario
def basic_flows(station, part=""):
    return cells.play(station, list(flows()), part)


@scenario
def sipp_basic_calls_over_udp(station):
    station.callee()
    expect(station.caller("callee", "-sn", "uac", "-m", "200", "-r", "50", "-d", "200") == 0, "calls failed")
    wait_for(lambda: len(station.records()) == 200, "records are missing")
    expect(all(record["answered"] for record in station.records()), "a record has no answer")


@scenario
def sipp_basic_calls_over_tcp(station):
    station.callee("-t", "t1")
    expect(station.caller("callee-tcp", "-sn", "uac", "-t", "t1", "-m", "100", "-r", "50", "-d", "200") == 0,
           "calls failed")
    wait_for(lambda: len(station.records()) == 100, "records are missing")


@scenario
def sipp_basic_calls_from_udp_to_tcp(station):
    station.callee("-t", "t1")
    expect(station.caller("callee-tcp", "-sn", "uac", "-m", "100", "-r", "50", "-d", "200") == 0, "calls failed")


@scenario
def refusal_of_the_dialplan_reaches_the_caller(station):
    expect(station.caller("busy", "-sf", str(HERE / "sipp/refused.xml"), "-m", "10") == 0, "not the expected refusal")


@scenario
def unreachable_callee_fails_at_once(station):
    began = time.monotonic()
    expect(station.caller("closed", "-sf", str(HERE / "sipp/unreachable.xml"), "-m", "1") == 0, "not refused")
    expect(time.monotonic() - began < 5, "the refusal came only after a time-out")


@scenario
def basic_call_through_kamailio(station):
    shutil.copy(HERE / "kamailio.cfg", station.folder)
    station.start("kamailio", "kamailio", "-f", "kamailio.cfg", "-DD", "-E", "-Y", str(station.folder), "-P",
                  str(station.folder / "kamailio.pid"))
    wait_for(lambda: is_bound(PROXY), "kamailio does not start")
    cells.play(station, [cells.Cell("through kamailio", *basic(), number="proxied", callee_port=25081)])
