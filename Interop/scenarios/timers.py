"""Session timers on the wire (RFC 4028): who refreshes, what is too short, and what happens when nobody does."""

from lab import cells
from lab.station import scenario
from sipp.ends import Callee, Caller, audio

TIMER = ["Supported: timer"]
AGREED = "Session-Expires: *90"


def interval(refresher):
    return [*TIMER, f"Session-Expires: 90;refresher={refresher}"]


def asking(refresher):
    """A call that is up with an interval of 90 s on the caller's leg."""
    caller = Caller().invite(None, interval(refresher)).expect(200, f"{AGREED};refresher={refresher}").ack()
    return caller, Callee().respond(200, "OK", audio(port=7000)).expect_request("ACK")


def too_short():
    """An interval below the minimum is refused with the minimum (§6, §8)."""
    caller = Caller().invite(None, [*TIMER, "Session-Expires: 30"]).expect(422, "Min-SE: *90").ack_refusal()
    caller.invite(None, [*TIMER, "Session-Expires: 90", "Min-SE: 90"]).expect(200, AGREED).ack().pause(100).bye()
    callee = Callee().respond(200, "OK", audio(port=7000)).expect_request("ACK")
    return caller, callee.expect_request("BYE").reply()


def refreshed_by_gateway(method):
    """After half the interval the gateway refreshes, by UPDATE where the peer allows it (§7.4, §10)."""
    caller, callee = Caller(), Callee()
    if method == "INVITE":
        caller.methods = "INVITE, ACK, BYE, CANCEL"
    caller.invite(None, interval("uas")).expect(200, f"{AGREED};refresher=uas").ack()
    body = audio(version=1) if method == "INVITE" else ""
    caller.expect_request(method, AGREED).reply(body=body, extra=["Require: timer", *interval("uac")],
                                                repeats=method == "INVITE")
    if method == "INVITE":
        caller.expect_request("ACK")
    caller.pause(200).bye()
    callee.respond(200, "OK", audio(port=7000)).expect_request("ACK").expect_request("BYE").reply()
    return caller, callee


def refreshed_towards_callee():
    """A callee that asks for an interval is refreshed on its own leg only (§9)."""
    callee = Callee("Supported:[^:]*timer")
    callee.respond(200, "OK", audio(port=7000), ["Require: timer", "Session-Expires: 90;refresher=uac"])
    callee.expect_request("ACK").expect_request("UPDATE", AGREED)
    callee.reply(extra=["Require: timer", "Session-Expires: 90;refresher=uac"]).expect_request("BYE").reply()
    return Caller().invite().expect(200).ack().pause(50_000).bye(), callee


def forgotten():
    """Who promised to refresh and does not is released before the interval ends (§10)."""
    caller, callee = asking("uac")
    return caller.expect_request("BYE").reply(), callee.expect_request("BYE").reply()


def refreshed_by_caller():
    """A caller that refreshes outlives the moment when it would be released."""
    caller, callee = asking("uac")
    caller.pause(35_000).request("UPDATE", "", interval("uac")).expect(200, AGREED).pause(29_000).bye()
    return caller, callee.expect_request("BYE").reply()


@scenario
def session_timers(station, part=""):
    def cell(name, ends, cause=16):
        return cells.Cell(name, *ends, cause=cause, limit=90)
    return cells.play(station, [
        cell("the caller forgets to refresh", forgotten(), cause=102),
        cell("the caller refreshes", refreshed_by_caller()),
        cell("the gateway refreshes by UPDATE", refreshed_by_gateway("UPDATE")),
        cell("the gateway refreshes by re-INVITE", refreshed_by_gateway("INVITE")),
        cell("the callee is refreshed", refreshed_towards_callee()),
        cell("an interval that is too short", too_short()),
    ], part)
