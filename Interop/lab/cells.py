"""Plays many call flows of SIPp through one gateway, several at a time."""

import concurrent.futures
import contextlib
import dataclasses
import shutil
import subprocess
import sys
from collections.abc import Callable

from lab import messages
from lab.station import GATEWAY, Failed, expect, is_bound, wait_for

FIRST_CALLEE, FIRST_CALLER = 24000, 24500
AT_ONCE = 6
FAILURES = 12


@dataclasses.dataclass
class Cell:
    """One call flow: both ends, and what must be true when they are through.

    `number` is what is called; `{port}` in it stands for the callee's port. `verify` gets the messages of both ends and
    the record, and raises when something is wrong. `beside` makes of the cell's folder a context manager that
    is entered as long as the call is played. `is_record` tells the record where the caller reaches the gateway through
    another peer.
    """

    name: str
    caller: object
    callee: object
    cause: int = 16
    verify: Callable | None = None
    beside: Callable | None = None
    is_record: Callable | None = None
    number: str = "at-{port}"
    caller_options: tuple = ()
    callee_options: tuple = ()
    caller_address: str = "127.0.0.1"
    callee_address: str = "127.0.0.1"
    gateway: str = f"127.0.0.1:{GATEWAY}"
    callee_port: int | None = None
    limit: int = 15


def play(station, cells, part=""):
    """Plays the cells whose names contain `part`; says how many, or fails with the names of those that failed."""
    wanted = [cell for cell in cells if part in cell.name]
    expect(wanted, f"no cell's name contains {part!r}")
    shared = [(index, cell) for index, cell in enumerate(wanted) if cell.callee_port is not None]
    own = [(index, cell) for index, cell in enumerate(wanted) if cell.callee_port is None]
    problems = []
    for index, cell in shared:
        _attempt(station, index, cell, problems)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda item: _attempt(station, *item, problems), own))
    expect(not problems, f"{len(problems)} of {len(wanted)} cells: " + "; ".join(problems))
    return f"{len(wanted)} cells"


def _attempt(station, index, cell, problems):
    """Plays one cell and adds what was wrong; the folder of one that passed is removed.

    When many have failed, nothing is learned from the others.
    """
    if len(problems) >= FAILURES:
        return
    folder = station.folder / "cells" / "".join(c if c.isalnum() else "-" for c in cell.name)
    folder.mkdir(parents=True)
    try:
        _play(station, folder, index, cell)
        shutil.rmtree(folder)
    except (Failed, subprocess.SubprocessError, OSError) as problem:
        print(f"  failed  {cell.name}: {problem}", file=sys.stderr, flush=True)
        problems.append(f"{cell.name}: {problem}")
        _keep_trace(station, folder, FIRST_CALLER + index)


def _play(station, folder, index, cell):
    callee_port, caller_port = cell.callee_port or FIRST_CALLEE + index, FIRST_CALLER + index
    (folder / "caller.xml").write_text(cell.caller.xml())
    (folder / "callee.xml").write_text(cell.callee.xml())
    callee = sipp(station, folder, "callee", cell.limit, cell.callee_address, callee_port, *cell.callee_options)
    wait_for(lambda: is_bound(callee_port) or callee.poll() is not None, "the callee does not start")
    number = cell.number.format(port=callee_port)
    with cell.beside(folder) if cell.beside else contextlib.nullcontext():
        caller = sipp(station, folder, "caller", cell.limit, cell.caller_address, caller_port, cell.gateway, "-s",
                       number, *cell.caller_options)
        for process, name in ((caller, "caller"), (callee, "callee")):
            try:
                expect(process.wait(cell.limit + 5) == 0, f"the {name} saw something else")
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
    at_caller, at_callee = messages.read(folder / "caller.messages"), messages.read(folder / "callee.messages")
    expect(at_caller and at_callee, "SIPp wrote no messages down")
    leaks = messages.leaks(at_caller, at_callee)
    expect(not leaks, f"identifiers of one leg appear on the other: {', '.join(leaks)}")
    is_record = cell.is_record or (lambda record: record["legs"][0]["place"].endswith(f":{caller_port}"))
    record = wait_for(lambda: next(filter(is_record, station.records()), None), "there is no record", 45)
    seen = record["legs"][-1]["cause"]["q850"]
    expect(seen == cell.cause, f"the record says cause {seen}, not {cell.cause}")
    if cell.verify:
        cell.verify(at_caller, at_callee, record)


def sipp(station, folder, name, limit, address, port, *options):
    """Starts one end, whose scenario stands in the folder under its name."""
    return station.start(
        name, "sipp", *options, "-sf", f"{name}.xml", "-i", address, "-p", str(port), "-nostdin", "-m", "1",
        "-timeout", f"{limit}s", "-timeout_error", "-trace_msg", "-message_file", f"{name}.messages",
        "-trace_err", "-error_file", f"{name}.errors", folder=folder)


def _keep_trace(station, folder, caller_port):
    """Keeps what the gateway saw of a cell's call, when it can still say."""
    with contextlib.suppress(Failed, subprocess.SubprocessError, OSError):
        record = wait_for(lambda: next((record for record in station.records()
                                        if record["legs"][0]["place"].endswith(f":{caller_port}")), None), "", 3)
        (folder / "ladder.txt").write_text(station.ask("trace", record["call"]))
        station.ask("trace", record["call"], "--pcap", str(folder / "call.pcap"))
