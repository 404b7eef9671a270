"""Every final response of a callee, and what the caller is told (RFC 3398 §7.2.4.1, §8.2.6.1, RFC 6432 §3).

The rows are read from the product's own tables; what is played here is whether the wire says what they say.
"""

import re

from lab import cells, messages
from lab.station import HERE, expect, scenario
from sipp.ends import Callee, Caller

SOURCES = HERE.parent / "Sources/SIPAgent/Causes"
TRUSTED, MAPPED = 25079, "127.0.0.2"
# The statuses of rows that are about more than the row: a challenge is answered, 422 asked again, 487 ours to send.
ELSEWHERE = {401, 407, 422, 487}
UNLISTED = (499, 599)


def numbers(text):
    return [int(number) for number in re.findall(r"\d+", text)]


class Tables:
    """The rows of both tables, read from the sources."""

    def __init__(self):
        status_cause = (SOURCES / "SIPStatusCause.swift").read_text()
        cause_status = (SOURCES / "CauseStatus.swift").read_text()
        mapping = (SOURCES / "SIPCauseMapping.swift").read_text()
        self.causes, self.after_progress = {}, {}
        for statuses, cause, after in re.findall(
                r"SIPStatusCause\(\[([\d, ]+)\], (\d+)(?:, afterProgress: (\d+))?, \.", status_cause):
            for status in numbers(statuses):
                self.causes[status] = int(cause)
                self.after_progress[status] = int(after or cause)
        self.statuses, self.by_user = {}, {}
        for causes, status, user in re.findall(
                r"CauseStatus\(\[([\d, ]+)\], (\d+)(?:, byUser: (\d+))?[^)]*, \.\w+\)", cause_status):
            for cause in numbers(causes):
                self.statuses[cause] = int(status)
                self.by_user[cause] = int(user or status)
        hop = re.search(r"hopStatuses: Set<UInt16> = \[([\d,\s]+)\]", mapping)
        expect(len(self.causes) > 30 and len(self.statuses) > 30 and hop, "the tables cannot be read")
        self.hop = set(numbers(hop.group(1)))

    def cause(self, status, follows_progress=False):
        return (self.after_progress if follows_progress else self.causes).get(status, 31)

    def told(self, status, cause, passes):
        """The status for the caller."""
        if passes and status not in self.hop:
            return status
        return (self.by_user if status >= 600 else self.statuses).get(cause, 500)

    def agreeing(self, told, cause):
        """The value that a Reason beside a status may state: the cause, if a row joins the two (RFC 6432 §3)."""
        is_joined = told in (self.statuses.get(cause, 500), self.by_user.get(cause)) or cause in (
            self.causes.get(told), self.after_progress.get(told))
        return cause if is_joined else self.causes.get(told, 31)


def cell(tables, name, status, cause, told, extra=(), follows_progress=False, **options):
    """One row: the callee answers `status`, the record says `cause`, the caller is `told` a status that agrees."""
    agreeing = tables.agreeing(told, cause)
    caller, callee = Caller().invite(), Callee()
    if follows_progress:
        callee.respond(180, "Ringing").pause(100)
        caller.expect(180)
    caller.expect(told).ack_refusal()
    callee.respond(status, "Refused", extra=extra).expect_request("ACK")

    def verify(at_caller, _, record):
        final = messages.heard(at_caller, told)[0]
        stated = re.search(r"Q\.850\s*;\s*cause=(\d+)", final.header("Reason") or "")
        expect(stated and int(stated.group(1)) == agreeing,
               f"Reason {final.header('Reason')} beside {told}, not {agreeing}")
        expect(record["legs"][-1]["cause"]["sip_status"] == status, "the record has lost the callee's own status")
    return cells.Cell(name, caller, callee, cause=cause, verify=verify, **options)


def rows(tables):
    """Every status of the table and two of no row, passed on and mapped."""
    for status in sorted(set(tables.causes) - ELSEWHERE | set(UNLISTED)):
        cause = tables.cause(status)
        told = tables.told(status, cause, True)
        yield cell(tables, f"{status} is cause {cause} and {told}", status, cause, told)
        told = tables.told(status, cause, False)
        yield cell(tables, f"{status} is cause {cause} and {told} where nothing passes", status, cause, told,
                   caller_address=MAPPED)
    for status in sorted(status for status, cause in tables.after_progress.items() if cause != tables.causes[status]):
        cause = tables.cause(status, True)
        yield cell(tables, f"{status} after 180 is cause {cause}", status, cause, tables.told(status, cause, True),
                   follows_progress=True)


def particulars(tables):
    """Rows that depend on other headers of the response."""
    busy = ["Reason: Q.850;cause=34;text=\"no circuit\""]
    for status in (404, 486, 503, 603):
        cause = tables.cause(status)
        yield cell(tables, f"{status} with a Reason of a stranger is cause {cause}", status, cause, status, busy)
    for status, stated in ((404, 3), (486, 17), (480, 20), (503, 34), (500, 47), (484, 28)):
        reason = [f"Reason: Q.850;cause={stated}"]
        yield cell(tables, f"{status} with Reason {stated} of a trusted peer", status, stated, status, reason,
                   number="trusted", callee_port=TRUSTED)
        told = tables.told(status, stated, False)
        yield cell(tables, f"{status} with Reason {stated} of a trusted peer where nothing passes", status, stated,
                   told, reason, number="trusted", callee_port=TRUSTED, caller_address=MAPPED)
    yield cell(tables, "503 with Retry-After is cause 42", 503, 42, 503, ["Retry-After: 7"])
    yield cell(tables, "488 with Warning 370 is cause 58", 488, 58, 488, ["Warning: 370 callee \"Too little\""])


@scenario
def every_cause_of_the_tables(station, part=""):
    tables = Tables()
    return cells.play(station, [*rows(tables), *particulars(tables)], part)
