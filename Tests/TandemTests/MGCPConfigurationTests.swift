import MGCPAgent
import ProtocolKit
import SignalingShell
import Testing
import tandem

struct MGCPConfigurationTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try TandemConfiguration(text: text, file: "t.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    private let house = "gateways:\n  - {name: house, domain: house.test, addresses: 127.0.0.20}\n"

    @Test
    func `without a gateway there is no socket`() throws {
        #expect(try TandemConfiguration(text: "", file: "t.yaml").mgcpListener == nil)
        #expect(try TandemConfiguration(text: "mgcp: {address: 127.0.0.1}", file: "t.yaml").mgcpListener == nil)
    }

    @Test
    func `with a gateway the call agent listens on loopback until an address is named`() throws {
        let read = try TandemConfiguration(text: self.house, file: "t.yaml")
        #expect(read.mgcpListener?.address == TransportAddress(.loopbackV4, 2727))
        let named = try TandemConfiguration(text: self.house + "mgcp: {address: 127.0.0.9, dscp: 40}\n", file: "t.yaml")
        #expect(named.mgcpListener?.address == TransportAddress("127.0.0.9:2727"))
        #expect(named.mgcp.address == TransportAddress("127.0.0.9:2727"))
        #expect(named.mgcpListener?.dscp == 40)
    }

    @Test
    func `a gateway is read with all that belongs to it`() throws {
        let text = """
            gateways:
              - name: house
                addresses: [127.0.0.20, "127.0.0.21:2500"]
                any-port: false
                profile: ncs
                codecs: [PCMA, G729]
                codec-lists: false
                packetization: any
                relay-events: false
                digit-map-limit: 500
                wildcards: false
                minimal: true
                probe-interval: never
              - {name: yard, domain: yard.test, addresses: 127.0.0.22}
            """
        let read = try TandemConfiguration(text: text, file: "t.yaml")
        let house = try #require(read.mgcp.gateways.first)
        #expect(house.domain == "[127.0.0.20]")
        #expect(house.addresses == ["127.0.0.20:2427", "127.0.0.21:2500"].compactMap { TransportAddress($0) })
        #expect(!house.acceptsAnyPort && house.profile == .ncs && house.codecs == ["PCMA", "G729"])
        #expect(!house.takesCodecLists && house.packetization == nil && !house.relaysEvents)
        #expect(house.digitMapLimit == 500 && !house.takesWildcards && house.isMinimal && house.probeInterval == nil)
        let yard = try #require(read.mgcp.gateways.last)
        let address = try #require(TransportAddress("127.0.0.22:2427"))
        #expect(yard == MediaGatewaySettings(name: "yard", domain: "yard.test", addresses: [address]))
    }

    @Test
    func `a line is read with its class`() throws {
        let text =
            self.house + """
                lines:
                  - {name: carol, gateway: house, endpoint: aaln/1, number: "201", display-name: Carol, restricted: yes,
                     context: homes, class: office, messages: yes}
                  - {name: "202", gateway: house, endpoint: aaln/2}
                line-classes:
                  - name: office
                    flash: pass
                    call-waiting: no
                    three-way-calling: no
                    transfer: no
                    shows-caller: no
                    ring: 3
                    first-digit-timeout: 10s
                    tone-timeout: 20s
                    warning-timeout: 40s
                    no-answer-timeout: 15s
                    tells-release: no
                    announcements: {1: "http://198.51.100.7/1.wav"}
                """
        let read = try TandemConfiguration(text: text, file: "t.yaml")
        var carol = LineSettings(name: "carol", gateway: "house", endpoint: "aaln/1", number: "201", context: "homes")
        carol.displayName = "Carol"
        carol.isRestricted = true
        carol.lineClass = "office"
        carol.hasMessages = true
        let second = LineSettings(name: "202", gateway: "house", endpoint: "aaln/2", number: "202", context: "default")
        #expect(read.mgcp.lines == [carol, second])
        let office = try #require(read.mgcp.lineClasses["office"])
        #expect(office.flash == .pass && !office.hasCallWaiting && !office.hasThreeWayCalling && !office.hasTransfer)
        #expect(!office.showsCaller && office.ring == 3 && !office.tellsRelease)
        #expect(office.firstDigitTimeout == .seconds(10) && office.toneTimeout == .seconds(20))
        #expect(office.warningTimeout == .seconds(40) && office.noAnswerTimeout == .seconds(15))
        #expect(office.announcements == [1: "http://198.51.100.7/1.wav"])
    }

    @Test
    func `a group of circuits is read with its ranges`() throws {
        let text =
            self.house + """
                trunk-groups:
                  - {name: exchange, gateway: house, endpoints: "ds/e1-1/[1-15,17-31]", signaling: mf, selection: descending,
                     loopback: yes, context: in, calls: 12}
                """
        let group = try #require(try TandemConfiguration(text: text, file: "t.yaml").mgcp.circuitGroups.first)
        #expect(group.endpoints == ["ds/e1-1/[1-15,17-31]"])
        #expect(group.signaling == .multiFrequency && group.selection == .descending && group.isLoopback)
        #expect(group.context == "in" && group.callLimit == 12)
    }

    @Test
    func `timers and limits reach the agent`() throws {
        let text = """
            mgcp:
              notified-entity: tandem@[192.0.2.1]:2727
              timers: {history: 40s, first-retransmission: 500ms, repetitions-until-disconnected: 9, critical-digit: 3s}
              limits: {audits: 7, digits: 20}
            """
        let read = try TandemConfiguration(text: text, file: "t.yaml").mgcp
        #expect(read.notifiedEntity == "tandem@[192.0.2.1]:2727")
        #expect(read.timers.history == .seconds(40) && read.timers.initialRetransmission == .milliseconds(500))
        #expect(read.timers.disconnectionRepetitions == 9 && read.timers.criticalDigit == .seconds(3))
        #expect(read.limits.audits == 7 && read.limits.digits == 20)
    }

    @Test(arguments: [
        (
            "lines:\n  - {name: a, gateway: huose, endpoint: aaln/1}\n",
            "t.yaml:4:24: lines[0].gateway: there is no gateway `huose`; known: house"
        ),
        (
            "lines:\n  - {name: a, gateway: house, endpoint: aaln/1, class: vip}\n",
            "t.yaml:4:56: lines[0].class: there is no line class `vip`; line-classes has none"
        ),
        (
            "lines:\n  - {name: a, gateway: house, endpoint: aaln 1}\n",
            """
            t.yaml:4:41: lines[0].endpoint: `aaln 1` is no endpoint; write the part before the at sign, as aaln/1 or \
            ds/e1-1/1
            """
        ),
        (
            "lines:\n  - {name: a, gateway: house, endpoint: aaln/*}\n",
            "t.yaml:4:41: lines[0].endpoint: `aaln/*` names several endpoints; a line has one"
        ),
        (
            """
            lines:
              - {name: a, gateway: house, endpoint: aaln/1}
              - {name: a, gateway: house, endpoint: aaln/2}
            """,
            "t.yaml:5:12: lines[1].name: the name `a` is taken by another line"
        ),
        (
            """
            lines:
              - {name: a, gateway: house, endpoint: aaln/1}
              - {name: b, gateway: house, endpoint: AALN/1}
            """,
            "t.yaml:5:41: lines[1].endpoint: AALN/1@house.test is line `a`'s already"
        ),
        (
            """
            lines: [{name: a, gateway: house, endpoint: d/2}]
            trunk-groups: [{name: g, gateway: house, endpoints: ["d/[1-3]"]}]
            """,
            "t.yaml:4:54: trunk-groups[0].endpoints[0]: d/2@house.test is line `a`'s already"
        ),
        (
            "trunk-groups:\n  - {name: g, gateway: house, endpoints: [\"d/[3-1]\"]}\n",
            """
            t.yaml:4:43: trunk-groups[0].endpoints[0]: `d/[3-1]` is no range of at most 10000 endpoints, as \
            ds/e1-1/[1-15,17-31]
            """
        ),
        (
            "trunks: [{name: g, uri: 'sip:x'}]\ntrunk-groups: [{name: g, gateway: house, endpoints: d/1}]\n",
            """
            t.yaml:4:23: trunk-groups[0].name: the name `g` is taken by a trunk; dialplans call both trunk/NAME/NUMBER
            """
        ),
        (
            "line-classes: [{name: a, ring: 8}]\n",
            "t.yaml:3:32: line-classes[0].ring: `8` is not a number from 0 to 7"
        ),
        (
            "mgcp: {address: '127.0.0.1:2727', notified-entity: 'a b'}\n",
            "t.yaml:3:52: mgcp.notified-entity: `a b` is none; write it as tandem@[192.0.2.1]:2727"
        ),
        (
            "mgcp: {timers: {first-probe: 20s, longest-probe: 10s}}\n",
            "t.yaml:3:30: mgcp.timers.first-probe: must not be longer than longest-probe"
        ),
    ])
    func `what is wrong is refused with its place and what to do`(text: String, expected: String) {
        #expect(self.problems(self.house + text) == [expected])
    }

    @Test
    func `two gateways differ in name, domain and address`() {
        let text = self.house + "  - {name: house, domain: HOUSE.test, addresses: 127.0.0.20}\n"
        #expect(
            self.problems(text) == [
                "t.yaml:3:12: gateways[1].name: the name `house` is taken by another gateway",
                "t.yaml:3:27: gateways[1].domain: the domain `HOUSE.test` is gateway `house`'s",
                "t.yaml:3:50: gateways[1].addresses: 127.0.0.20:2427 is gateway `house`'s",
            ]
        )
    }

    @Test
    func `a gateway that the call agent's address cannot reach is refused`() {
        #expect(
            self.problems("gateways: [{name: a, addresses: 192.0.2.20}]\n") == [
                """
                t.yaml:1:33: gateways[0].addresses: 192.0.2.20 cannot be reached from 127.0.0.1; name an address of this host \
                in mgcp.address
                """
            ]
        )
        #expect(self.problems("gateways: [{name: a, addresses: 192.0.2.20}]\nmgcp: {address: 192.0.2.1}\n").isEmpty)
    }
}
