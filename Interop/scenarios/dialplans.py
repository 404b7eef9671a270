"""Dialplans that are replaced, refused, taken back and tried while SIPp calls."""

import json
import signal
import subprocess
import time

from lab.sidecar import Sidecar
from lab.station import CALLEE, PROGRAM, expect, is_bound, scenario, wait_for

SECOND = 25083
SIDECAR = 25090
CALLS = 400
OLD, NEW = f"callee@127.0.0.1:{CALLEE}\"", f"callee@127.0.0.1:{SECOND}\""


def second_callee(station):
    station.start("second", "sipp", "-sn", "uas", "-i", "127.0.0.1", "-p", str(SECOND), "-nostdin")
    wait_for(lambda: is_bound(SECOND), "the second callee does not start")


def fails(station, *command):
    """What a command says that must end with exit code 1."""
    done = subprocess.run([PROGRAM, *command], cwd=station.folder, capture_output=True, text=True, timeout=30)
    expect(done.returncode == 1, f"tandem {' '.join(command)} ends with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def live(station):
    return station.status()["dialplan"]["live"]


def every_record(station, count, ports):
    """Each call has one record, and was answered where the dialplan that its record names sends it."""
    wait_for(lambda: len(station.records()) >= count, "records are missing")
    records = station.records()
    expect(len(records) == count, f"{len(records)} records of {count} calls")
    for record in records:
        expect(record["answered"], f"call {record['call']} was not answered")
        places = [leg["place"] for leg in record["legs"][1:]]
        port = ports[record["dialplan"]]
        expect(len(places) == 1 and places[0].endswith(f":{port}"),
               f"call {record['call']} of dialplan {record['dialplan']} went to {places}")
    return {record["dialplan"] for record in records}


@scenario
def reloads_during_calls(station):
    station.callee()
    second_callee(station)
    plan = station.folder / "dialplan.xml"
    good = plan.read_text()
    expect(good.count(OLD) == 1, "the dialplan has another callee")
    ports = {live(station): CALLEE}
    caller = station.start_caller("callee", "-sn", "uac", "-m", str(CALLS), "-r", "40", "-d", "700")
    reloads = refused = 0
    while caller.poll() is None:
        target = SECOND if reloads % 2 == 0 else CALLEE
        text = good.replace(OLD, NEW) if target == SECOND else good
        plan.write_text(text.replace("application=\"bridge\"", "application=\"brigde\"", 1))
        said = fails(station, "reload")
        expect("dialplan.xml:" in said and "brigde" in said and "stays" in said, f"a refusal says: {said}")
        refused += 1
        plan.write_text(text)
        if reloads % 3 == 2:
            before = live(station)
            station.gateway.send_signal(signal.SIGHUP)
            wait_for(lambda: live(station) != before, "SIGHUP changes nothing")
            ports[live(station)] = target
        else:
            ports[json.loads(station.ask("reload", "--json"))["live"]] = target
        reloads += 1
        time.sleep(0.2)
    expect(caller.wait() == 0, "a call was harmed")
    used = every_record(station, CALLS, ports)
    expect(len(used) > 4, f"only {len(used)} dialplans have routed calls")
    status = station.status()["dialplan"]
    expect((status["reloads"], status["refused"]) == (reloads, refused), f"not counted right: {status}")
    record = station.records()[-1]
    ladder = station.ask("trace", record["call"])
    expect(ladder.startswith(f"call {record['call']}, dialplan {record['dialplan']}"),
           f"the ladder begins with {ladder[:80]!r}")
    return f"{reloads} reloads, {refused} refused, {len(used)} dialplans used, 0 of {CALLS} calls failed"


@scenario
def a_dialplan_is_tried_promoted_and_taken_back(station):
    station.callee()
    second_callee(station)
    first = live(station)
    text = (station.folder / "dialplan.xml").read_text()
    (station.folder / "new.xml").write_text(text.replace(OLD, NEW))
    station.ask("dialplan", "shadow", "start", "new.xml")

    def call(count):
        expect(station.caller("callee", "-sn", "uac", "-m", str(count), "-r", "50", "-d", "50") == 0, "calls failed")

    call(20)
    report = json.loads(station.ask("dialplan", "shadow", "report", "--json"))
    expect(report["compared"] == report["differences"]["actions"] == 20, f"the report says {report}")
    example = report["examples"][0]
    expect(example["live"]["line"] > 0 and example["candidate"]["file"].endswith("new.xml"), f"an example says {example}")
    station.ask("dialplan", "shadow", "promote")
    second = live(station)
    call(10)
    back = json.loads(station.ask("dialplan", "rollback", "--json"))
    expect(back["live"] == first and back["other"] == second, f"the rollback says {back}")
    call(10)
    wait_for(lambda: len(station.records()) == 40, "records are missing")
    seen = [(record["dialplan"], record["legs"][1]["place"][-5:]) for record in station.records()]
    expected = [(first, str(CALLEE))] * 20 + [(second, str(SECOND))] * 10 + [(first, str(CALLEE))] * 10
    expect(seen == expected, f"calls went elsewhere: {seen}")
    versions = json.loads(station.ask("dialplan", "versions", "--json"))
    expect([version["is_live"] for version in versions] == [True, False], f"the versions are {versions}")
    return f"{report['compared']} calls compared"


@scenario
def what_waits_for_a_restart_is_named(station):
    station.replace("tandem.yaml", "level: debug", "level: info")
    station.configure("limits: {calls: 7}\n")
    said = station.ask("reload", "--check")
    expect("limits.calls" in said and "log.level" in said, f"the check says: {said}")
    said = station.ask("reload")
    expect("limits.calls" in said and "stays" in said, f"the reload says: {said}")
    station.ask("reload", "--dialplan-only")
    station.configure("limits: {calls: 7}\n")
    expect("tandem.yaml:" in fails(station, "reload"), "a wrong configuration is not refused")


@scenario
def a_server_decides_falls_silent_and_dies(station):
    station.callee()
    second_callee(station)
    actions = [{"application": "bridge", "data": f"sip:callee@127.0.0.1:{CALLEE}", "timeout": 30}]

    def go(count):
        """Where calls went that were made one after another."""
        before = len(station.records())
        expect(station.caller("decided", "-sn", "uac", "-m", str(count), "-l", "1", "-d", "20") == 0, "a call failed")
        wait_for(lambda: len(station.records()) == before + count, "records are missing")
        return [int(record["legs"][1]["place"][-5:]) for record in station.records()[before:]]

    with Sidecar(SIDECAR, actions) as sidecar:
        expect(go(20) == [CALLEE] * 20, "calls went elsewhere than the server says")
        path, question = sidecar.questions[0]
        expect(path == "/route" and question["destination"] == "decided" and question["context"] == "peers"
               and question["variables"] == {"account": "4711"} and question["source"]["protocol"] == "sip",
               f"the server was asked {path} {question}")
        expect(sidecar.connections == 1, f"{sidecar.connections} connections for calls one after another")
        sidecar.is_silent = True
        expect(go(2) == [SECOND] * 2, "calls without an answer went elsewhere")
    asked = len(sidecar.questions)
    expect(go(10) == [SECOND] * 10, "calls without a server went elsewhere")
    log = (station.folder / "tandem.log").read_text()
    expect("decision sidecar fails and is left alone" in log, "the log does not say that the server is left alone")
    with Sidecar(SIDECAR, actions) as sidecar:
        time.sleep(1.2)
        expect(go(5) == [CALLEE] * 5, "calls did not come back to the server")
    return f"{asked} questions"
