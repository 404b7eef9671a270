import ProtocolKit
import SIPSyntax
import TestCorpora
import Testing

/// All messages of RFC 5118, each with the verdict that its section gives.
struct RFC5118Tests {
    private static let rows: [TortureRow] = [
        TortureRow("4.1", "ipv6-good", .accepted) { message in
            message.requestURI?.hostAddress == IPAddress("2001:db8::10")
                && message.topVia.hostAddress == IPAddress("2001:db8::9:1")
        },
        TortureRow("4.2", "ipv6-bad", .refused(400)),
        TortureRow("4.3", "port-ambiguous", .accepted) { message in
            message.requestURI?.hostAddress == IPAddress("2001:db8::10:5070") && message.requestURI?.port == nil
        },
        TortureRow("4.4", "port-unambiguous", .accepted) { message in
            message.requestURI?.hostAddress == IPAddress("2001:db8::10") && message.requestURI?.port == 5070
        },
        TortureRow("4.5", "via-received-param-with-delim", .accepted) { message in
            message.topVia.receivedAddress == IPAddress("2001:db8::9:255")
        },
        TortureRow("4.5", "via-received-param-no-delim", .accepted) { message in
            message.topVia.receivedAddress == IPAddress("2001:db8::9:255")
        },
        TortureRow("4.6", "ipv6-in-sdp.cl-fixed", .accepted) { try $0.sessionDescription() != nil },
        TortureRow("4.7", "mult-ip-in-header", .accepted) { message in
            try message.all(Via.self).map { $0.hostAddress?.isV4 } == [false, true, false]
        },
        TortureRow("4.8", "mult-ip-in-sdp.cl-fixed", .accepted) { try $0.sessionDescription() != nil },
        TortureRow("4.9", "ipv4-mapped-ipv6.cl-fixed", .accepted) { try $0.sessionDescription() != nil },
        TortureRow("4.10", "ipv6-bug-abnf-3-colons", .refused(400)),
        TortureRow("4.10", "ipv6-correct-abnf-2-colons", .accepted) { message in
            message.requestURI?.hostAddress == IPAddress("2001:db8::192.0.2.1")
        },
    ]

    @Test(arguments: Self.rows)
    func `the message meets its verdict`(row: TortureRow) throws {
        let (verdict, message) = TortureRow.outcome(of: try TortureMessages.rfc5118.octets(row.file))

        #expect(verdict == row.verdict)
        if row.verdict == .accepted {
            #expect(try row.check(try #require(message)))
        }
    }
}
