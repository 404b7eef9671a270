import H323Syntax
import Testing

/// Messages of older and newer versions (X.691 clauses 19.7 to 19.9 and 23.8).
struct PERVersionTests {
    private static var connect: H225.ConnectUUIE {
        var connect = H225.ConnectUUIE(
            protocolIdentifier: OID(0, 0, 8, 2250, 0, 2),
            destinationInfo: H225.EndpointType(mc: false, undefinedNode: false),
            conferenceID: [UInt8](repeating: 1, count: 16)
        )
        connect.callIdentifier = H225.CallIdentifier(guid: [UInt8](repeating: 2, count: 16))
        return connect
    }

    @Test
    func `a sender of version 2 knows fewer additions, and its octets come back`() throws {
        let ours = try Self.connect.encoded()
        let old = try Self.connect.encoded(extensionBitmaps: .shortest)
        #expect(old.count < ours.count)

        let read = try H225.ConnectUUIE(decoding: old)
        #expect(read.unrecognized.bitmapLength == 1)
        #expect(read == Self.connect)
        #expect(try read.encoded() == old)
    }

    @Test
    func `an addition set later makes a short bitmap longer`() throws {
        var read = try H225.ConnectUUIE(decoding: try Self.connect.encoded(extensionBitmaps: .shortest))
        read.multipleCalls = true

        let again = try H225.ConnectUUIE(decoding: try read.encoded())
        #expect(again.unrecognized.bitmapLength == 6)
        #expect(again.multipleCalls == true && again.callIdentifier == Self.connect.callIdentifier)
    }

    @Test
    func `additions of a newer version are kept and written again`() throws {
        var message = Self.connect
        // Bitmaps tell 64 additions at most; the last one is far beyond what is known.
        message.unrecognized.additions = [.init(index: 40, octets: [1, 2, 3]), .init(index: 63, octets: [4])]
        let octets = try message.encoded()
        let read = try H225.ConnectUUIE(decoding: octets)

        #expect(read.unrecognized.additions == message.unrecognized.additions)
        #expect(read.unrecognized.bitmapLength == 64)
        #expect(read.callIdentifier == Self.connect.callIdentifier)
        #expect(try read.encoded() == octets)
    }

    @Test
    func `alternatives of a newer version are kept and written again`() throws {
        for index in [50, 64, 300] {
            let reason = H225.ReleaseCompleteReason.unrecognized(UnrecognizedAlternative(index: index, octets: [7, 8]))
            let octets = try reason.encoded()
            guard case .unrecognized(let alternative) = try H225.ReleaseCompleteReason(decoding: octets) else {
                Issue.record("\(index) is known")
                continue
            }
            #expect(alternative == UnrecognizedAlternative(index: index, octets: [7, 8]))
            #expect(try H225.ReleaseCompleteReason(decoding: octets).encoded() == octets)
        }
    }

    @Test
    func `an unknown message is kept as its index and octets`() throws {
        let message = H225.RasMessage.unrecognized(UnrecognizedAlternative(index: 40, octets: [0, 1, 2]))
        #expect(try H225.RasMessage(decoding: try message.encoded()) == message)
    }

    @Test
    func `a known addition with more in it than is known is read, and the rest skipped`() throws {
        // fastConnectRefused is a NULL, whose open type may hold what a later version puts there.
        var connect = Self.connect
        connect.fastConnectRefused = true
        var octets = try connect.encoded(extensionBitmaps: .shortest)
        #expect(octets.suffix(2) == [1, 0])
        octets.replaceSubrange(octets.count - 2..<octets.count, with: [3, 9, 9, 9])

        #expect(try H225.ConnectUUIE(decoding: octets).fastConnectRefused)
    }

    @Test
    func `octets after a message are ignored`() throws {
        #expect(try H225.ConnectUUIE(decoding: try Self.connect.encoded() + [0, 0]) == Self.connect)
    }
}
