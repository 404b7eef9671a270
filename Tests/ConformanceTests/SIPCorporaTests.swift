import ProtocolKit
import SIPSyntax
import TestCorpora
import Testing

/// Every SIP message and field of the corpora meets its verdict, or is disputed here with the clause that says why.
@Suite(.enabled(if: Corpora.arePresent, "there are no corpora beside the package"))
struct SIPCorporaTests {
    /// Files whose verdict contradicts the RFC, and the clause.
    private static let disputes: [String: String] = [
        "sip-captured/sngrep_ipv6frag-00026.sip":
            "RFC 3261 §7.3.1: a parameter name occurs once; two To tags name no dialog",
        "sip-captured/suricata_sip-multi-val-00001.sip": "RFC 3261 §7.3.1 and RFC 4475 §3.3.8: two To fields are a 400",
        "sip-captured/suricata_sip-sdp-00001.sip": "RFC 3261 §25.1 display-name: no quote in an unquoted name",
        "sip-torture/jain/007.sip":
            "RFC 3261 §8.2.2.1 and RFC 4475 §3.3.2: an unknown scheme is a 416, not a malformed request",
        "sip-torture/jain/018.sip": "RFC 3261 §25.1 HCOLON: no line folding before the colon of a header",
        "sip-torture/jain/111.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/119.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/121.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/129.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/130.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/204.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/314.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/318.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/jain/319.sip": "RFC 3261 §25.1 SIP-URI and RFC 4475 §3.1.2.8: no white space inside a URI",
        "sip-torture/pjsua-sendto/161_err_replaces_dlg_not_found.sip":
            "RFC 3891 §3: Replaces has exactly one to-tag and one from-tag",
    ]

    private static func entries(_ verdicts: String...) throws -> [Corpora.Entry] {
        try Corpora.entries().filter { entry in
            entry.kind == "sip" && verdicts.contains(entry.verdict)
                && (entry.path.hasSuffix(".sip") || entry.path.hasSuffix(".dat"))
        }
    }

    /// The octets of a file; the place-holders of the pjsua files are filled in as the script that sends them does.
    private static func octets(_ entry: Corpora.Entry) throws -> [UInt8] {
        let octets = try Corpora.octets(entry.path)
        guard entry.path.contains("pjsua-sendto") else {
            return octets
        }
        var text = String(decoding: octets, as: UTF8.self)
        for (name, value) in [
            ("$LOCAL_IP", "192.168.0.14"), ("$LOCAL_PORT", "5062"), ("tag=$FROM_TAG", "tag=1"), ("$FROM_TAG", ";tag=1"),
            ("$BRANCH", "1"),
        ] {
            text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: value)
        }
        return Array(text.utf8)
    }

    /// Why a message is refused by the parser or by any typed header; `nil` when it is not.
    private static func refusal(of octets: [UInt8]) -> SIPParseError? {
        switch SIPMessage.parse(octets) {
        case .message(let message): StrictDecoding.error(in: message)
        case .answerable(_, let error), .unanswerable(let error): error
        case .keepAlive: SIPParseError(.notSIP)
        }
    }

    @Test
    func `every valid message parses and all its headers decode`() throws {
        let entries = try Self.entries("valid")
        try #require(entries.count > 480)
        for entry in entries {
            let refusal = Self.refusal(of: try Self.octets(entry))

            #expect((refusal != nil) == (Self.disputes[entry.path] != nil), "\(entry) \(String(describing: refusal))")
        }
    }

    @Test
    func `every invalid message is refused by the parser or by a header`() throws {
        let entries = try Self.entries("invalid")
        try #require(entries.count >= 50)
        for entry in entries {
            let refusal = Self.refusal(of: try Self.octets(entry))

            #expect((refusal == nil) == (Self.disputes[entry.path] != nil), "\(entry)")
        }
    }

    @Test
    func `what an application refuses is a message nevertheless`() throws {
        let entries = try Self.entries("app-reject")
        try #require(entries.count >= 13)
        for entry in entries {
            guard case .message = SIPMessage.parse(try Self.octets(entry)) else {
                Issue.record("\(entry)")
                continue
            }
        }
    }

    @Test
    func `seeds and hostile messages do no harm`() throws {
        for entry in try Self.entries("seed", "hostile", "tolerate") {
            let octets = try Corpora.octets(entry.path)
            var framer = StreamFramer()
            framer.receive(octets)
            while framer.next() != nil {}
            if case .message(let message) = SIPMessage.parse(octets) {
                _ = StrictDecoding.error(in: message)
            }
        }
    }

    @Test
    func `every valid message means the same after it was written anew`() throws {
        for entry in try Self.entries("valid") {
            guard case .message(let message) = SIPMessage.parse(try Self.octets(entry)) else {
                continue
            }
            let copy = try SIPMessage(parsing: Rewriting.rewrite(message))

            #expect(Rewriting.summary(copy) == Rewriting.summary(message), "\(entry)")
            #expect(Rewriting.rewrite(copy) == Rewriting.rewrite(message), "\(entry)")
        }
    }

    @Test(arguments: ["contact", "via", "pai", "rack", "replaces"])
    func `every field made from the grammar decodes`(file: String) throws {
        let types: [String: any SIPHeader.Type] = [
            "contact": Contact.self, "via": Via.self, "pai": PAssertedIdentity.self, "rack": RAck.self,
            "replaces": Replaces.self,
        ]
        let type = try #require(types[file])
        let lines = try Corpora.octets("sip-torture/abnf/\(file).txt").split(separator: 0x0A)
        try #require(lines.count >= 1000)
        for line in lines {
            let error = StrictDecoding.error(in: line, as: type)
            // A ttl is one octet (RFC 3261 §25.1 `ttl`), which the generator does not know.
            let isTimeToLive = error?.reason == .outOfRange("ttl")

            #expect(error == nil || isTimeToLive, "\(String(decoding: line, as: UTF8.self))")
        }
    }

    @Test
    func `every URI made from the grammar is read and equals itself`() throws {
        let lines = try Corpora.octets("sip-torture/abnf/sip-uri.txt").split(separator: 0x0A)
        try #require(lines.count >= 1000)
        for line in lines {
            let uri = try SIPURI(Array(line))

            #expect(uri.isEquivalent(to: uri.detached))
            #expect(uri.detached.text.bytes == Array(line))
        }
    }
}
