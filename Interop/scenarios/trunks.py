"""Tandem registers with a carrier, played by Kamailio, and calls go both ways (RFC 3261 §10, §22)."""

import shutil

from lab import cells
from lab.station import HERE, expect, is_bound, scenario, wait_for
from scenarios.basics import basic
from sipp.ends import Caller

CARRIER, CALLEE = 25092, 25081
TRUNKS = """trunks:
  - name: carrier
    uri: "sip:127.0.0.3:25092"
    sources: [127.0.0.3]
    context: peers
    credentials: {username: "4930123", password: carrier-key, realm: carrier.test}
    registration: {registrar: "sip:127.0.0.3:25092", address-of-record: "sip:4930123@127.0.0.3", contact-user: "4930123"}
  - name: forgetful
    uri: "sip:127.0.0.4:25092"
    sources: [127.0.0.4]
    proxy: "sip:127.0.0.3:25092"
    credentials: {username: "4930999", password: wrong, realm: carrier.test}
    registration: {registrar: "sip:127.0.0.3:25092", address-of-record: "sip:4930999@127.0.0.3", contact-user: "4930999"}
"""
EXTENSIONS = """
    <extension name="outside">
      <condition field="destination-number" expression="outside">
        <action application="bridge" data="trunk/carrier/4940" timeout="30s"/>
      </condition>
    </extension>
    <extension name="from-carrier">
      <condition field="destination-number" expression="4930123">
        <action application="bridge" data="sip:callee@127.0.0.1:25081" timeout="30s"/>
      </condition>
    </extension>
"""


@scenario
def calls_to_and_from_a_registered_trunk(station, part=""):
    station.kill_gateway()
    station.replace("tandem.yaml", "trunks:\n", TRUNKS)
    station.replace("dialplan.xml", '<context name="peers">\n', '<context name="peers">\n' + EXTENSIONS)
    shutil.copy(HERE / "registrar.cfg", station.folder)
    station.start("registrar", "kamailio", "-f", "registrar.cfg", "-DD", "-E", "-Y", str(station.folder), "-P",
                  str(station.folder / "registrar.pid"))
    wait_for(lambda: is_bound(CARRIER), "kamailio does not start")
    station.start_gateway()
    log = station.folder / "registrar.log"
    wait_for(lambda: b"taken registration" in log.read_bytes(), "the trunk is not registered")
    caller, callee = basic()
    note = cells.play(station, [
        cells.Cell("a call to the trunk, which challenges it", caller, callee, number="outside", callee_port=CALLEE),
        cells.Cell("a call from the trunk, which knows us by our registration", *basic(), number="4930123",
                   gateway=f"127.0.0.3:{CARRIER}", callee_port=CALLEE,
                   is_record=lambda record: record["extension"] == "from-carrier"),
    ], part)
    wait_for(lambda: log.read_bytes().count(b"taken registration") >= 3, "the registration is not refreshed")
    expect(b"4930999" not in log.read_bytes(), "a wrong password was taken")
    station.ask("stop")
    expect(station.gateway.wait(20) == 0, "the gateway did not end well")
    (station.folder / "gone.xml").write_text(Caller().invite().expect(404).ack_refusal().xml())
    gone = station.start("gone", "sipp", f"127.0.0.3:{CARRIER}", "-sf", "gone.xml", "-s", "4930123", "-i", "127.0.0.1",
                         "-p", "25083", "-nostdin", "-m", "1", "-timeout", "10s", "-timeout_error")
    expect(gone.wait(15) == 0, "the registration was not withdrawn at the end")
    return note
