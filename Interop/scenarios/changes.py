"""The session changes during the call: hold in every form, offers and refusals that cross, fax (RFC 3264, RFC 6337)."""

from lab import cells, messages
from lab.station import expect, scenario
from sipp.ends import Callee, Caller, audio, fax


def answered(callee_first=False):
    """Both ends of a call that is up; the one that offers next waits a moment."""
    caller = Caller().invite().expect(200).ack()
    callee = Callee().respond(200, "OK", audio(port=7000)).expect_request("ACK")
    (callee if callee_first else caller).pause(100)
    return caller, callee


def exchange(offerer, answerer, offer, answer, offered, expected):
    """One re-INVITE with what the other side must be offered and what must come back."""
    offerer.reinvite(offer).may_get(100).expect(200, offered_as(expected)).ack().pause(100)
    answerer.expect_request("INVITE", offered_as(offered)).reply(body=answer, repeats=True).expect_request("ACK")


def offered_as(direction):
    return f"a={direction}"


def over(caller, callee):
    """Ends the call from the caller's side."""
    return caller.bye(), callee.expect_request("BYE").reply()


def hold(form):
    """The caller holds in one form and resumes (RFC 3264 §8.4; 0.0.0.0 is RFC 2543's)."""
    caller, callee = answered()
    answer = "inactive" if form == "inactive" else "recvonly"
    if form == "0.0.0.0":
        caller.reinvite(audio("sendrecv", 2, address="0.0.0.0")).may_get(100).expect(200).ack().pause(100)
        callee.expect_request("INVITE", "(c=IN IP4 0\\.0\\.0\\.0|a=sendonly|a=inactive)")
        callee.reply(body=audio(answer, 2, port=7000), repeats=True).expect_request("ACK")
    else:
        exchange(caller, callee, audio(form, 2), audio(answer, 2, port=7000), form, answer)
    exchange(caller, callee, audio("sendrecv", 3), audio("sendrecv", 3, port=7000), "sendrecv", "sendrecv")
    return over(caller, callee)


def hold_by_callee():
    caller, callee = answered(callee_first=True)
    exchange(callee, caller, audio("sendonly", 2, port=7000), audio("recvonly", 2), "sendonly", "recvonly")
    exchange(callee, caller, audio("sendrecv", 3, port=7000), audio("sendrecv", 3), "sendrecv", "sendrecv")
    caller.pause(200)
    return over(caller, callee)


def mutual_hold():
    """Both hold, and resume in the other order (RFC 6337 §5.3)."""
    caller, callee = answered()
    exchange(caller, callee, audio("sendonly", 2), audio("recvonly", 2, port=7000), "sendonly", "recvonly")
    callee.pause(200)
    exchange(callee, caller, audio("inactive", 3, port=7000), audio("inactive", 3), "inactive", "inactive")
    caller.pause(400)
    exchange(caller, callee, audio("recvonly", 4), audio("sendonly", 4, port=7000), "recvonly", "sendonly")
    callee.pause(200)
    exchange(callee, caller, audio("sendrecv", 5, port=7000), audio("sendrecv", 5), "sendrecv", "sendrecv")
    caller.pause(400)
    return over(caller, callee)


def without_offer(direction):
    """A re-INVITE without an offer gets the other side's, and the answer comes in the ACK (RFC 6337 §3.3)."""
    caller, callee = answered(callee_first=direction == "sendonly")
    if direction == "sendonly":
        exchange(callee, caller, audio("sendonly", 2, port=7000), audio("recvonly", 2), "sendonly", "recvonly")
        caller.pause(200)
    caller.reinvite().may_get(100).expect(200, offered_as(direction))
    caller.ack(audio("recvonly" if direction == "sendonly" else "sendrecv", 3)).pause(100)
    callee.expect_request("INVITE").reply(body=audio(direction, 3, port=7000), repeats=True)
    callee.expect_request("ACK", "m=audio")
    return over(caller, callee)


def update():
    """An offer in UPDATE crosses an answered call as a re-INVITE (RFC 3311 §5.1 recommends that one there)."""
    caller, callee = answered()
    caller.request("UPDATE", audio("sendonly", 2)).expect(200, offered_as("recvonly")).pause(100)
    callee.expect_request("INVITE", offered_as("sendonly"))
    callee.reply(body=audio("recvonly", 2, port=7000), repeats=True).expect_request("ACK")
    return over(caller, callee)


def refreshing_update():
    """An UPDATE without an offer concerns its own leg only (RFC 3311 §5.1)."""
    caller, callee = answered()
    caller.request("UPDATE").expect(200).pause(100)
    return over(caller, callee)


def early_update(by_caller):
    """The session changes before the answer (RFC 3311 §5.1)."""
    caller = Caller().invite(None, ["Supported: 100rel"]).expect(183, reads_rseq=True).prack()
    callee = Callee().respond(183, "Session Progress", audio(port=7000), ["Require: 100rel", "RSeq: 1"])
    callee.expect_request("PRACK").reply()
    offerer, answerer = (caller, callee) if by_caller else (callee, caller)
    offerer.pause(150).request("UPDATE", audio("sendonly", 2)).expect(200, offered_as("recvonly"))
    answerer.expect_request("UPDATE", offered_as("sendonly")).reply(body=audio("recvonly", 2))
    callee.pause(150).respond(200, "OK").expect_request("ACK")
    caller.expect(200).ack().pause(100)
    return over(caller, callee)


def crossing_offers():
    """The callee offers before it has answered: one of the two gets 491, and both succeed in turn (RFC 3261 §14)."""
    caller, callee = answered()
    caller.reinvite(audio("sendonly", 2)).may_get(100).expect(200, offered_as("recvonly")).ack().pause(300)
    callee.expect_request("INVITE", offered_as("sendonly"), saves="second")
    callee.reinvite(audio("sendonly", 2, port=7000)).may_get(100).expect(491).ack_refusal()
    callee.reply(body=audio("recvonly", 2, port=7000), to="second", repeats=True).expect_request("ACK")
    return over(caller, callee)


def postponed_offer():
    """The callee answers 491, and the offer is repeated for the caller (RFC 3261 §14.1)."""
    caller, callee = answered()
    caller.reinvite(audio("sendonly", 2)).may_get(100).expect(200, offered_as("recvonly")).ack().pause(100)
    callee.expect_request("INVITE").reply(491, "Request Pending", repeats=True).expect_request("ACK")
    callee.expect_request("INVITE", offered_as("sendonly")).reply(body=audio("recvonly", 2, port=7000), repeats=True)
    callee.expect_request("ACK")
    return over(caller, callee)


def refused(status, told):
    """A refused offer leaves everything as it was, and the next one works (RFC 3261 §14.1, RFC 3264 §8)."""
    caller, callee = answered()
    caller.reinvite(audio(version=2, formats="18 101")).may_get(100).expect(told).ack_refusal().pause(200)
    callee.expect_request("INVITE").reply(status, "Refused", repeats=True).expect_request("ACK")
    exchange(caller, callee, audio("sendonly", 3), audio("recvonly", 2, port=7000), "sendonly", "recvonly")
    return over(caller, callee)


def fax_call(is_accepted):
    """The callee hears a fax and asks for T.38 (ITU-T T.38 annex D); what comes next finds the call in order."""
    caller, callee = answered(callee_first=True)
    callee.reinvite(fax(2, 7010)).may_get(100)
    caller.expect_request("INVITE", "m=image [0-9]+ udptl t38")
    if is_accepted:
        caller.reply(body=fax(2), repeats=True).expect_request("ACK")
        callee.expect(200, "m=image [0-9]+ udptl t38").ack().pause(100)
    else:
        caller.reply(488, "Not Acceptable Here", repeats=True).expect_request("ACK")
        callee.expect(488).ack_refusal().pause(100)
    exchange(callee, caller, audio(version=3, port=7000), audio(version=3), "sendrecv", "sendrecv")
    caller.pause(200)
    return over(caller, callee)


def bye_during_reinvite():
    """The callee hangs up instead of answering a re-INVITE; nobody waits for it (RFC 3261 §15)."""
    caller, callee = answered()
    caller.reinvite(audio("sendonly", 2)).may_get(100)
    callee.expect_request("INVITE", saves="second").bye().reply(487, "Request Terminated", to="second", repeats=True)
    callee.expect_request("ACK")
    return caller, callee


def versions_grow(at_caller, at_callee, _):
    """Every description that differs from the last has a version one higher (RFC 3264 §8)."""
    for end in (at_caller, at_callee):
        seen = {}
        for message in messages.received(end):
            if message.body.startswith("v=0"):
                origin = next(line for line in message.body.split("\n") if line.startswith("o=")).split()
                seen.setdefault(int(origin[2]), message.body)
                expect(seen[int(origin[2])] == message.body, "two descriptions have the same version")
        expect(list(seen) == sorted(seen), "a version is lower than the last")
        expect(len(seen) == max(seen) - min(seen) + 1, "a version is left out")


def flows():
    both = {
        "hold with sendonly and resume": hold("sendonly"),
        "hold with inactive and resume": hold("inactive"),
        "hold with 0.0.0.0 and resume": hold("0.0.0.0"),
        "the callee holds and resumes": hold_by_callee(),
        "both hold and resume in the other order": mutual_hold(),
        "re-INVITE without an offer": without_offer("sendrecv"),
        "re-INVITE without an offer while held": without_offer("sendonly"),
        "offer in UPDATE": update(),
        "UPDATE without an offer": refreshing_update(),
        "early UPDATE of the caller": early_update(True),
        "early UPDATE of the callee": early_update(False),
        "offers that cross": crossing_offers(),
        "an offer that the callee postpones with 491": postponed_offer(),
        "an offer refused with 488": refused(488, 488),
        "an offer refused with 606": refused(606, 606),
        "T.38 accepted": fax_call(True),
        "T.38 refused": fax_call(False),
        "BYE during a re-INVITE": bye_during_reinvite(),
    }
    for name, (caller, callee) in both.items():
        yield cells.Cell(name, caller, callee, verify=versions_grow)


@scenario
def changes_of_the_session(station, part=""):
    return cells.play(station, list(flows()), part)
