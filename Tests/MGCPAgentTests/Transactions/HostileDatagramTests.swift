import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Whatever a peer sends, the tables stay bounded and empty themselves.
struct HostileDatagramTests {
    private static let seeds = [
        "NTFY 17 aaln/1@gw.example MGCP 1.0\r\nK: 1-9\r\nX: 1\r\nO: L/hd\r\n",
        "RSIP 18 *@gw.example MGCP 1.0\r\nRM: restart\r\n.\r\n200 1 OK\r\nK:\r\n",
        "200 2 OK\r\nI: 1\r\n\r\nv=0\r\no=- 1 1 IN IP4 10.0.0.1\r\ns=-\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\n",
        "100 3 Trying\r\n.\r\n000 17\r\n", "DLCX 19 ds/1@gw.example MGCP 1.0\r\nC: 1\r\nI: 2\r\nE: 900\r\n",
    ]

    /// A message with some of its octets changed, cut or doubled.
    private static func mutant(_ dice: inout IdentifierSource) -> String {
        var octets = Array(Self.seeds[Int(dice.number(below: UInt64(Self.seeds.count)))].utf8)
        for _ in 0..<dice.number(below: 4) {
            let place = Int(dice.number(below: UInt64(octets.count)))
            switch dice.number(below: 4) {
            case 0: octets[place] = UInt8(truncatingIfNeeded: dice.number(below: 256))
            case 1: octets[place] = UInt8(truncatingIfNeeded: 0x30 + dice.number(below: 10))
            case 2: octets.insert(contentsOf: octets[..<place], at: place)
            default: octets.removeLast(min(octets.count - 1, place))
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a flood of damaged datagrams leaves nothing behind`(seed: UInt64) {
        var limits = MGCPAgentLimits()
        limits.history = 50
        limits.commandsOfGateway = 20
        var driver = LayerDriver(limits: limits, seed: seed)
        var dice = IdentifierSource(seed: seed)
        for round in 0..<1_000 {
            if round % 50 == 0 {
                driver.send(owner: round)
            }
            let port = UInt16(truncatingIfNeeded: 2_427 + dice.number(below: 3))
            driver.receive(Self.mutant(&dice), from: TransportAddress(LayerDriver.gateway.ip, port))
            driver.drain()
            if dice.number(below: 2) == 0 {
                driver.respond()
            }
            driver.wait(dice.duration(below: .milliseconds(50)))
        }
        driver.wait(.seconds(120))
        #expect(driver.layer.isIdle)
        #expect(driver.responses.count + driver.unanswered.count == 20)
    }
}
