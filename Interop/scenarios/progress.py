"""RFC 3262 in every combination: what caller and callee can do, what the callee sends, where the offer stands."""

import itertools

from lab import cells, messages
from lab.station import expect, scenario
from sipp.ends import Callee, Caller, audio

SUPPORT = ("required", "supported", "none")
PROGRESS = {"180": (180,), "183": (183,), "183, 180": (183, 180), "183, 183, 183": (183, 183, 183)}
OFFERS = ("invite", "provisional", "answer")


def asks_reliably(caller, offer):
    """Without an offer and without reliable responses at the caller the callee is asked for none unprompted."""
    return caller != "none" or offer == "invite"


def flow(caller_can, callee_can, statuses, offer):
    """Both ends of one cell."""
    wish = {"required": ["Require: 100rel"], "supported": ["Supported: 100rel"], "none": []}[caller_can]
    caller = Caller().invite(audio() if offer == "invite" else "", wish)
    callee = Callee("100rel" if asks_reliably(caller_can, offer) else None)
    insists = callee_can == "required" and not asks_reliably(caller_can, offer)
    if insists:
        callee.respond(421, "Extension Required", extra=["Require: 100rel"]).expect_request("ACK")
        callee.expect_request("INVITE", "100rel", saves="first")
    is_described, sequence = False, 0
    for number, status in enumerate(statuses):
        is_reliable = callee_can == "required" or (
            callee_can == "supported" and status == 183 and asks_reliably(caller_can, offer))
        describes = not is_described and (offer == "invite" or offer == "provisional" and is_reliable)
        body = audio(port=7000) if describes else ""
        if is_reliable:
            sequence += 1
            callee.respond(status, body=body, extra=["Require: 100rel", f"RSeq: {sequence}"])
            callee.expect_request("PRACK", "m=audio" if describes and offer == "provisional" else None).reply()
            is_described = is_described or describes
        else:
            callee.respond(status, body=body)
        if caller_can == "none":
            # SIPp takes a repetition that is equal to the octet for a retransmission.
            caller.expect(status, optional=number > 0 and statuses[number - 1] == status)
        else:
            caller.expect(status, reads_rseq=True).prack(audio() if offer == "provisional" and describes else "")
        callee.pause(100)
    callee.respond(200, "OK", "" if is_described else audio(port=7000)).expect_request("ACK")
    if insists and is_described:
        # The offer was answered for the caller, who is heard only now (RFC 3262 §5).
        callee.expect_request("INVITE", "a=sendrecv").reply(body=audio(version=2, port=7000), repeats=True)
        callee.expect_request("ACK")
    callee.expect_request("BYE").reply()
    has_answered = offer == "invite" or is_described and not insists
    return caller.expect(200).ack("" if has_answered else audio()).pause(200 if insists else 50).bye(), callee


def verify(caller_can, callee_can, statuses, offer):
    def check(at_caller, at_callee, _):
        responses = [message for message in messages.received(at_caller) if message.method == "INVITE"]
        early = [message for message in responses if 100 < message.status < 200]
        expect(all((message.header("RSeq") is not None) == (caller_can != "none") for message in early),
               "a provisional response is reliable against the caller's wish")
        seen = [message.status for message in early]
        expect(seen == list(statuses), f"the caller heard {seen}, not {list(statuses)}")
        if caller_can != "none":
            numbers = {message.header("RSeq") for message in early}
            expect(len(numbers) == len(statuses), "two reliable responses have the same RSeq")
            expect(all("100rel" in (message.header("Require") or "") for message in early), "an RSeq without Require")
        described = [message for message in responses if "m=audio" in message.body]
        expect(described, "the caller was given no description")
        if caller_can == "none":
            expect(described[-1].status == 200, "the answer stands in unreliable responses only")
        if offer == "answer":
            expect(any("m=audio" in message.body for message in messages.received(at_callee)
                       if message.start.startswith(("ACK", "PRACK"))), "the callee was given no answer")
    return check


def matrix():
    """Every cell; an offer in a provisional response needs a callee that can send it reliably (RFC 3262 §5)."""
    for caller, callee, progress, offer in itertools.product(SUPPORT, SUPPORT, PROGRESS, OFFERS):
        if offer == "provisional" and callee == "none":
            continue
        arguments = caller, callee, PROGRESS[progress], offer
        yield cells.Cell(
            f"caller {caller}, callee {callee}, {progress}, offer in {offer}",
            *flow(*arguments),
            verify=verify(*arguments),
        )


@scenario
def reliable_provisional_responses_in_every_combination(station, part=""):
    return cells.play(station, list(matrix()), part)
