"""How the gateway ends, and what of its records outlives it and a full disk."""

import json
import os
import subprocess

from lab.station import Failed, expect, scenario, wait_for

AT_ONCE = 50


@scenario
def kill_during_fifty_calls_leaves_whole_records(station):
    station.callee()
    station.start_caller("callee", "-sn", "uac", "-r", "200", "-l", str(AT_ONCE), "-d", "1500")
    wait_for(lambda: len(station.records()) > AT_ONCE and len(station.calls("talking")) == AT_ONCE, "no fifty calls")
    written = station.status()["records"]["written"]
    station.kill_gateway()
    for process in station.processes:
        process.kill()
        process.wait()
    path = station.folder / "var/calls.jsonl"
    expect(path.read_bytes().endswith(b"\n"), "the last record is torn")
    before = station.records()
    expect(len(before) >= written, f"{len(before)} records of {written} that were acknowledged")
    expect(len({record["call"] for record in before}) == len(before), "a record stands there twice")
    station.start_gateway()
    status = station.status()
    expect(status["calls_now"] == 0, "the next start is not clean")
    station.callee("-m", "10")
    expect(station.caller("callee", "-sn", "uac", "-m", "10", "-d", "100") == 0, "calls fail after the next start")
    wait_for(lambda: len(station.records()) == len(before) + 10, "records are missing after the next start")
    return f"{len(before)} records"


@scenario
def graceful_stop_lets_calls_end(station):
    station.callee()
    caller = station.start_caller("callee", "-sn", "uac", "-m", "5", "-r", "50", "-d", "3000")
    wait_for(lambda: len(station.calls("talking")) == 5, "the calls are not answered")
    station.ask("stop")
    expect(caller.wait(20) == 0, "a running call was harmed")
    expect(station.gateway.wait(20) == 0, "the gateway did not end well")
    expect(len(station.records()) == 5, "records are missing")


class SmallDisk:
    """A file system of 64 KiB that is as full as one wants."""

    def __init__(self, folder):
        self.folder = folder
        self.filler = folder / "filler"

    def __enter__(self):
        self.folder.mkdir()
        expect(os.geteuid() == 0, "only root can mount the small disk that this needs")
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tandem-interop", str(self.folder)], check=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)

    def fill(self):
        with open(self.filler, "wb", buffering=0) as file:
            try:
                while file.write(bytes(1024)) == 1024:
                    pass
            except OSError:
                return
        raise Failed("the disk does not fill")


@scenario
def full_disk_holds_records_until_there_is_space(station):
    station.kill_gateway()
    station.configure("records: {path: disk/calls.jsonl, waiting: 40}\n")
    path = station.folder / "disk/calls.jsonl"
    with SmallDisk(station.folder / "disk") as disk:
        station.start_gateway()
        station.callee()

        def call(count):
            expect(station.caller("callee", "-sn", "uac", "-m", str(count), "-r", "50", "-d", "50") == 0,
                   "a call was harmed")

        def settled():
            """What is said of the records when no call is left."""
            wait_for(lambda: station.status()["calls_now"] == 0, "the calls do not end")
            return station.status()["records"]

        call(5)
        wait_for(lambda: station.status()["records"]["written"] == 5, "records are not written")
        disk.fill()
        call(30)
        full = settled()
        held = full["waiting"]
        expect(held > 0 and full["written"] + held == 35, f"not every record is held: {full}")
        call(40)
        over = settled()
        expect(over["waiting"] <= 40, "more wait than the configuration allows")
        expect(over["dropped"] == 75 - over["written"] - over["waiting"] > 0, f"what is dropped is not counted: {over}")
        disk.filler.unlink()
        wait_for(lambda: station.status()["records"]["waiting"] == 0, "records are not written when there is space")
        lines = path.read_text().split("\n")
        expect(lines.pop() == "", "the last record is torn")
        expect(len(lines) == 75 - over["dropped"], f"{len(lines)} records, {over}")
        expect(len({json.loads(line)["call"] for line in lines}) == len(lines), "a record stands there twice")
        return f"{held} records waited, {over['dropped']} beyond the limit were dropped"
