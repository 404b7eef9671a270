import CallControl
import CallModel
import DialplanEngine
import MGCPAgent
import ProtocolKit
import SIPAgent
import SIPTransactions
import SignalingShell
import Testing
import tandem

struct ConfigurationTests {
    private func problems(_ text: String, environment: [String: String] = [:]) -> [String] {
        do {
            _ = try TandemConfiguration(text: text, file: "t.yaml", environment: environment)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test
    func `the printed configuration is one, and says what an empty one means`() throws {
        let printed = try TandemConfiguration(text: TandemConfiguration.defaultText, file: "default")
        let empty = try TandemConfiguration(text: "", file: "empty")
        #expect(printed.listeners == empty.listeners)
        #expect(printed.sip.listeners == empty.sip.listeners)
        #expect(printed.sip.legPolicy == empty.sip.legPolicy)
        #expect(printed.sip.registrar == empty.sip.registrar)
        #expect(printed.sip.authentication == empty.sip.authentication)
        #expect(printed.sip.locating == empty.sip.locating)
        #expect(printed.sip.limits == empty.sip.limits)
        #expect(printed.sip.timers == empty.sip.timers)
        #expect(printed.transactions == empty.transactions)
        #expect(printed.calls.limits == empty.calls.limits)
        #expect(printed.calls.ringTimeout == empty.calls.ringTimeout)
        #expect(printed.calls.alertingTimeout == empty.calls.alertingTimeout)
        #expect(printed.calls.locateTimeout == empty.calls.locateTimeout)
        #expect(printed.calls.releaseTimeout == empty.calls.releaseTimeout)
        #expect(printed.calls.counterTimeout == empty.calls.counterTimeout)
        #expect(printed.calls.longestRest == empty.calls.longestRest)
        #expect(printed.calls.restingTargets == empty.calls.restingTargets)
        #expect(printed.calls.maximumAnswerers == empty.calls.maximumAnswerers)
        #expect(printed.calls.agreementRounds == empty.calls.agreementRounds)
        #expect(printed.calls.releasesPerTurn == empty.calls.releasesPerTurn)
        #expect(printed.calls.ringback == empty.calls.ringback)
        #expect(printed.dialplanLimits == empty.dialplanLimits)
        #expect(printed.shell == empty.shell)
        #expect(printed.media == empty.media)
        #expect(printed.calls.silence == empty.calls.silence)
        #expect(printed.records == empty.records)
        #expect(printed.traceOctets == empty.traceOctets)
        #expect(printed.dialplans == empty.dialplans)
        #expect(printed.stopLimit == empty.stopLimit)
        #expect(printed.mgcp.timers == empty.mgcp.timers)
        #expect(printed.mgcp.limits == empty.mgcp.limits)
        #expect(printed.mgcp.address == empty.mgcp.address)
        #expect(printed.mgcpListener == empty.mgcpListener)
        #expect(empty.sip.users.isEmpty)
        #expect(empty.listeners.allSatisfy { $0.address.ip.isLoopback })
    }

    @Test
    func `the timers and the patience with silent hosts reach the agent`() throws {
        let text = """
            sip:
              timers:
                t1: 100ms
                t2: 1s
                t4: 2s
              locating:
                host-timeout: 4s
            """
        let read = try TandemConfiguration(text: text, file: "t.yaml")
        #expect(read.sip.timers.t1 == .milliseconds(100))
        #expect(read.sip.timers.t2 == .seconds(1))
        #expect(read.sip.timers.t4 == .seconds(2))
        #expect(read.sip.locating.hopTimeout == .seconds(4))
        let never = try TandemConfiguration(text: "sip:\n  locating:\n    host-timeout: never\n", file: "t.yaml")
        #expect(never.sip.locating.hopTimeout == nil)
    }

    @Test
    func `every key stands in the printed configuration`() {
        for path in TandemConfiguration.knownPaths {
            let key = path.split(separator: ".").last.map(String.init) ?? path
            #expect(TandemConfiguration.defaultText.contains("\(key):"), "\(path) is not documented")
        }
        #expect(TandemConfiguration.knownPaths.contains("trunks.probe.interval"))
        #expect(TandemConfiguration.knownPaths.contains("lines.endpoint"))
    }

    @Test(arguments: [
        ("limits:\n  cals: 5\n", "t.yaml:2:3: limits.cals: unknown key; did you mean `calls`?"),
        ("limts:\n  calls: 5\n", "t.yaml:1:1: limts: unknown key; did you mean `limits`?"),
        ("stop:\n  xyzzy: 5\n", "t.yaml:2:3: stop.xyzzy: unknown key; known here: wait"),
        ("limits:\n  calls: many\n", "t.yaml:2:10: limits.calls: `many` is not a number from 1 to 1000000"),
        ("limits:\n  calls: 0\n", "t.yaml:2:10: limits.calls: `0` is not a number from 1 to 1000000"),
        (
            "limits:\n  calls: [1]\n",
            "t.yaml:2:10: limits.calls: expected a single value, not a list or a group of keys"
        ),
        ("limits: 5\n", "t.yaml:1:9: limits: expected keys with values, each as `key: value` on a line of its own"),
        ("users: 5\n", "t.yaml:1:8: users: expected a list, each element beginning with `- `"),
        (
            "stop:\n  wait: soon\n",
            "t.yaml:2:9: stop.wait: `soon` is not a time; write a number and a unit: 20ms, 30s, 5m, 2h or 1d"
        ),
        ("signaling:\n  tick: 5s\n", "t.yaml:2:9: signaling.tick: `5s` is not from 1ms to 1s"),
        ("trace:\n  size: 64 MB\n", "t.yaml:2:9: trace.size: `64 MB` is not a size from 0 to 8589934592, as 64MiB"),
        (
            "log:\n  level: loud\n",
            "t.yaml:2:10: log.level: `loud` is none of `debug`, `info`, `notice`, `warning`, `error`"
        ),
        ("records:\n  sync: maybe\n", "t.yaml:2:9: records.sync: `maybe` is neither `true` nor `false`"),
        (
            "users:\n  - name: alice\n",
            "t.yaml:2:5: users[0].password: missing; there is no default password; choose one"
        ),
        (
            "users:\n  - {name: a, password: x}\n  - {name: a, password: y}\n",
            "t.yaml:3:12: users[1].name: the name `a` is taken by another user"
        ),
        (
            "listeners:\n  - {name: a, address: localhost:5060}\n",
            """
            t.yaml:2:24: listeners[0].address: `localhost:5060` is no address; write an address and a port, as \
            192.0.2.1:5060 or [2001:db8::1]:5060; names are not resolved here
            """
        ),
        (
            "trunks:\n  - {name: t, uri: 'sip:x', sources: [10.0.0.0/40]}\n",
            """
            t.yaml:2:39: trunks[0].sources[0]: `10.0.0.0/40` is no address; write 192.0.2.1, 192.0.2.0/24, \
            2001:db8::/32 or a host name
            """
        ),
        (
            "trunks:\n  - {name: t, uri: 'sip:x', listener: wan}\n",
            "t.yaml:2:39: trunks[0].listener: there is no listener `wan`; known: local-udp, local-tcp"
        ),
        (
            "media:\n  addresses: [0.0.0.0]\n",
            "t.yaml:2:15: media.addresses[0]: `0.0.0.0` cannot be told to peers; write one address of this host"
        ),
        (
            "media:\n  ports: 5000\n",
            "t.yaml:2:10: media.ports: `5000` is no range of ports; write the first and last, as 30000-39999"
        ),
        ("limits: {calls: 1, calls: 2}\n", "t.yaml:1:10: `calls` stands twice"),
        ("limits: {\n", "t.yaml:2:1: not YAML: did not find expected node content"),
    ])
    func `what is wrong is refused with its place and what to do`(text: String, expected: String) {
        #expect(self.problems(text) == [expected])
    }

    @Test
    func `what call control waits for and holds is set by the file and by the environment`() throws {
        let read = try TandemConfiguration(
            text: """
                calls:
                  alerting-timeout: 4s
                  locate-timeout: 1s
                  release-timeout: 100s
                  counter-timeout: 3s
                  longest-rest: 1m
                  resting-targets: 7
                  answering-parties: 3
                  agreement-rounds: 2
                  releases-per-turn: 9
                  ringback: {frequency: 440, second-frequency: 480, sound: 2s, pause: 4s, media-timeout: 1s}
                limits: {sources: 5, source-sweep: 2s}
                dialplan: {file-size: 1MiB, targets: 8, value-octets: 100, conditions: 90, actions: 10}

                """,
            file: "t.yaml",
            environment: ["TANDEM_CALLS_RINGBACK_MEDIA_TIMEOUT": "700ms", "TANDEM_LIMITS_SOURCES": "6"]
        )
        #expect(read.calls.alertingTimeout == .seconds(4))
        #expect(read.calls.locateTimeout == .seconds(1))
        #expect(read.calls.releaseTimeout == .seconds(100))
        #expect(read.calls.counterTimeout == .seconds(3))
        #expect(read.calls.longestRest == .seconds(60))
        #expect(read.calls.restingTargets == 7)
        #expect(read.calls.maximumAnswerers == 3)
        #expect(read.calls.agreementRounds == 2)
        #expect(read.calls.releasesPerTurn == 9)
        let tone = CadencedTone(hertz: 440, secondHertz: 480, sound: .seconds(2), pause: .seconds(4))
        #expect(read.calls.ringback.tone == tone)
        #expect(read.calls.ringback.mediaTimeout == .milliseconds(700))
        #expect(read.calls.limits.sources == 6)
        #expect(read.calls.limits.sourceSweep == .seconds(2))
        let limits = DialplanLimits(fileOctets: 1 << 20, valueOctets: 100, conditions: 90, actions: 10, targets: 8)
        #expect(read.dialplanLimits == limits)
        #expect(
            self.problems("calls:\n  ringback: {frequncy: 440}\n") == [
                "t.yaml:2:14: calls.ringback.frequncy: unknown key; did you mean `frequency`?"
            ]
        )
    }

    @Test
    func `all problems are told at once`() {
        let text = "limits:\n  cals: 5\n  legs: x\nlog:\n  level: loud\n"
        #expect(self.problems(text).count == 3)
    }

    @Test
    func `environment variables override the file`() throws {
        let text = """
            listeners:
              - {name: my-lan, address: "127.0.0.1:5070"}
            users:
              - {name: alice, password: file}
            """
        let environment = [
            "TANDEM_LISTENERS_MY_LAN_ADDRESS": "127.0.0.2:5080",
            "TANDEM_USERS_ALICE_PASSWORD": "secret",
            "TANDEM_LIMITS_CALLS": "7",
            "TANDEM_DIALPLAN_FILES": "a.xml, b.xml",
        ]
        let read = try TandemConfiguration(text: text, file: "t.yaml", environment: environment)
        #expect(read.listeners.first?.address == TransportAddress("127.0.0.2:5080"))
        #expect(read.sip.users.first?.secret == .password("secret"))
        #expect(read.calls.limits.calls == 7)
        #expect(read.dialplans == ["a.xml", "b.xml"])
    }

    @Test
    func `an environment variable that overrides nothing is refused`() {
        let problems = self.problems("", environment: ["TANDEM_LIMIT_CALLS": "7"])
        let expected =
            "environment variable TANDEM_LIMIT_CALLS: overrides no key of the file; did you mean TANDEM_LIMITS_CALLS?"
        #expect(problems == [expected])
        let wrong = self.problems("", environment: ["TANDEM_LIMITS_CALLS": "x"])
        #expect(wrong == ["environment variable TANDEM_LIMITS_CALLS: `x` is not a number from 1 to 1000000"])
    }

    @Test
    func `a trunk is read with all that belongs to it`() throws {
        let text = """
            trunks:
              - name: carrier
                uri: sip:carrier.example.net
                sources: [192.0.2.10, carrier.example.net]
                calls: 30
                credentials: {username: u, password: 1234}
                registration:
                  registrar: sip:carrier.example.net
                  address-of-record: sip:u@carrier.example.net
                  contact-user: u
                  expiry: 5m
                probe: {interval: 20s}
                policy: {trusted: true, asserted-identity: asserted}
                media: {source: latch}
                causes-of-statuses: {480: 19}
            """
        let read = try TandemConfiguration(text: text, file: "t.yaml")
        let trunk = try #require(read.sip.trunks.first)
        #expect(trunk.sources.count == 1)
        #expect(trunk.sourceHosts == ["carrier.example.net"])
        #expect(trunk.credentials?.secret == .password("1234"))
        #expect(trunk.registration?.expires == .seconds(300))
        #expect(trunk.probe?.interval == .seconds(20))
        #expect(trunk.policy.isTrusted)
        #expect(trunk.causes.causes[480] == .noAnswer)
        #expect(read.calls.limits.trunks["carrier"]?.calls == 30)
        #expect(read.calls.trunkMedia["carrier"]?.sourceRule == .latch(window: 5, within: nil))
        #expect(read.media.profile.sourceRule == .address)
    }
}
