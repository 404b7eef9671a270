import InteropLab
import ProtocolKit
import SimulationKit
import Testing

/// Scripts of a lab on a real socket whose call agent does not exist.
@Suite(.serialized)
struct MediaGatewayLabTests {
    private func run(_ lines: [String], port: UInt16) throws -> (isGood: Bool, written: [String]) {
        var options = MediaGatewayLab.Options(
            gateway: LabGatewayConfiguration(
                domain: "[127.0.0.1]",
                address: TransportAddress(.loopbackV4, port),
                callAgent: TransportAddress(.loopbackV4, 9),
                endpoints: [.init("aaln/1"), .init("ds/e1-1/1", kind: .bearer)]
            )
        )
        options.script = lines
        var written: [String] = []
        let lab = try MediaGatewayLab(options, stopDescriptor: -1) { written.append($0) }
        return (lab.run(), written)
    }

    @Test
    func `a script whose expectations are met ends well`() throws {
        let lines = ["# a comment", "1 offhook", "1 expect hears nothing", "ds/e1-1/1 expect idle", "1 status"]
        let (isGood, written) = try self.run(lines, port: 24_271)
        #expect(isGood)
        #expect(written.contains("ok: 1 offhook"))
        #expect(written.contains { $0.hasPrefix(" aaln/1, off hook") })
    }

    @Test
    func `the first expectation that is not met ends a script badly`() throws {
        let (isGood, written) = try self.run(["1 expect ring 50ms", "1 offhook"], port: 24_272)
        #expect(!isGood)
        #expect(written.contains { $0.hasPrefix("failed: 1 expect ring 50ms; aaln/1, on hook") })
        #expect(!written.contains("ok: 1 offhook"))
    }

    @Test(arguments: [
        "3 offhook", "1", "1 jump", "1 dial 5X", "1 expect", "1 expect joy", "1 expect ring soon", "1 offhook now",
        "fault", "fault answer", "wait", "restart forced * soon", "1 delete 7",
    ])
    func `a line that means nothing is refused with a reason`(line: String) throws {
        let (isGood, written) = try self.run([line], port: 24_273)
        #expect(!isGood)
        #expect(written.contains { $0.hasPrefix("error: \(line): ") })
    }
}
