import ProtocolKit
import SIPSyntax
import TestCorpora
import Testing

/// All messages of RFC 4475, each with the verdict that its section gives.
///
/// Where a section leaves a choice ("400, or be liberal"), the row shows the choice made here. What an element decides
/// after parsing (405, 416, 420, 415, 406, 483) shows as what the parser tells it.
struct RFC4475Tests {
    private static let valid: [TortureRow] = [
        TortureRow("3.1.1.1", "wsinv", .accepted) { message in
            let vias = try message.all(Via.self)
            return message.method == .invite && message.cseq.number == 9 && message.maxForwards == 68
                && message.toTag == "1918181833n" && vias.map(\.transport) == [.udp, .tcp, .udp]
                && message.from.displayName == "J Rosenberg \\\""
        },
        TortureRow("3.1.1.2", "intmeth", .accepted) { message in
            message.method.text == "!interesting-Method0123456789_*+`.%indeed'~"
                && message.requestURI?.host == "example.com" && message.to.displayName?.count == 17
        },
        TortureRow("3.1.1.3", "esc01", .accepted) { message in
            let contact = try message.first(Contact.self)?.uri
            return message.requestURI?.user == "sips:user@example.com" && message.to.uri.user == "user"
                && message.from.uri.user == "I have spaces" && contact?.parameters["lr"] == nil
        },
        TortureRow("3.1.1.4", "escnull", .accepted) { message in
            let users = try message.all(Contact.self).compactMap(\.uri?.user)
            return users == ["\0", "\0\0"] && Set(users).count == 2
        },
        TortureRow("3.1.1.5", "esc02", .accepted) { message in
            try message.method == .other("RE%47IST%45R") && message.all(Contact.self).count == 2
        },
        TortureRow("3.1.1.6", "lwsdisp", .accepted) { $0.from.displayName == "caller" },
        TortureRow("3.1.1.7", "longreq", .accepted) { try $0.all(Via.self).count == 34 },
        TortureRow("3.1.1.8", "dblreq", .accepted) { $0.method == .register && $0.body.isEmpty },
        TortureRow("3.1.1.9", "semiuri", .accepted) { $0.requestURI?.user == "user;par=u@example.net" },
        TortureRow("3.1.1.10", "transports", .accepted) { message in
            try message.all(Via.self).map(\.transport) == [.udp, .sctp, .tls, .other, .tcp]
        },
        TortureRow("3.1.1.11", "mpart01", .accepted) { message in
            try MultipartBody(of: message).parts.count == 2
        },
        TortureRow("3.1.1.12", "unreason", .accepted) { $0.status == 200 && $0.reasonPhrase.count > 40 },
        TortureRow("3.1.1.13", "noreason", .accepted) { $0.status == 100 && $0.reasonPhrase.isEmpty },
    ]

    private static let invalid: [TortureRow] = [
        TortureRow("3.1.2.1", "badinv01", .refused(400)),
        TortureRow("3.1.2.2", "clerr", .refused(400)),
        TortureRow("3.1.2.3", "ncl", .refused(400)),
        TortureRow("3.1.2.4", "scalar02", .refused(400)),
        TortureRow("3.1.2.5", "scalarlg", .dropped),
        TortureRow("3.1.2.6", "quotbal", .refused(400)),
        TortureRow("3.1.2.7", "ltgtruri", .refused(400)),
        TortureRow("3.1.2.8", "lwsruri", .refused(400)),
        TortureRow("3.1.2.9", "lwsstart", .refused(400)),
        TortureRow("3.1.2.10", "trws", .refused(400)),
        TortureRow("3.1.2.11", "escruri", .refused(400)),
        TortureRow("3.1.2.12", "baddate", .accepted) { message in
            (try? message.first(SIPDate.self)) == nil && message.contains(.date)
        },
        TortureRow("3.1.2.13", "regbadct", .refused(400)),
        TortureRow("3.1.2.14", "badaspec", .accepted) { $0.to.uri.text == "sip:t.watson@example.org" },
        TortureRow("3.1.2.15", "baddn", .refused(400)),
        TortureRow("3.1.2.16", "badvers", .refused(505)),
        TortureRow("3.1.2.17", "mismatch01", .refused(400)),
        TortureRow("3.1.2.18", "mismatch02", .refused(400)),
        TortureRow("3.1.2.19", "bigcode", .dropped),
    ]

    private static let transaction: [TortureRow] = [
        TortureRow("3.2.1", "badbranch", .accepted) { !$0.topVia.hasMagicCookie }
    ]

    private static let application: [TortureRow] = [
        TortureRow("3.3.1", "insuf", .refused(400)),
        TortureRow("3.3.2", "unkscm", .accepted) { $0.requestURI?.scheme == .other },
        TortureRow("3.3.3", "novelsc", .accepted) { $0.requestURI?.schemeName == "soap.beep" },
        TortureRow("3.3.4", "unksm2", .accepted) { message in
            try message.to.uri.scheme == .other && message.from.uri.scheme == .other
                && message.first(Contact.self)?.uri?.scheme == .other
        },
        TortureRow("3.3.5", "bext01", .accepted) { message in
            try message.optionTags(of: .require).others == ["nothingsupportsthis", "nothingsupportsthiseither"]
                && message.optionTags(of: .proxyRequire).others
                    == ["noproxiessupportthis", "nordoanyproxiessupportthis"]
        },
        TortureRow("3.3.6", "invut", .accepted) { message in
            try message.first(ContentType.self)?.mediaType.subtype == "unknownformat"
        },
        TortureRow("3.3.7", "regaut01", .accepted) { message in
            try message.first(Authorization.self)?.parameters.scheme == "NoOneKnowsThisScheme"
        },
        TortureRow("3.3.8", "multi01", .refused(400)),
        TortureRow("3.3.9", "mcl01", .refused(400)),
        TortureRow("3.3.10", "bcast", .accepted) { message in
            try message.all(Via.self).last?.hostAddress?.isMulticastOrBroadcast == true
        },
        TortureRow("3.3.11", "zeromf", .accepted) { $0.maxForwards == 0 },
        TortureRow("3.3.12", "cparam01", .accepted) { message in
            let contact = try message.first(Contact.self)
            return contact?.address?.parameters.contains("unknownparam") == true
                && contact?.uri?.parameters.contains("unknownparam") == false
        },
        TortureRow("3.3.13", "cparam02", .accepted) { message in
            let contact = try message.first(Contact.self)
            return contact?.address?.parameters.contains("unknownparam") == false
                && contact?.uri?.parameters.contains("unknownparam") == true
        },
        TortureRow("3.3.14", "regescrt", .accepted) { message in
            try message.first(Contact.self)?.uri?.headers == "Route=%3Csip:sip.example.com%3E"
        },
        TortureRow("3.3.15", "sdp01", .accepted) { try !$0.accepts("application", "sdp") },
        TortureRow("3.4.1", "inv2543", .accepted) { message in
            message.topVia.branch == nil && message.fromTag == nil && message.maxForwards == nil
                && message.contentLength == nil && !message.body.isEmpty
        },
    ]

    @Test
    func `the table lists the forty-nine messages of the RFC`() {
        #expect((Self.valid + Self.invalid + Self.transaction + Self.application).count == 49)
    }

    @Test(arguments: Self.valid + Self.invalid + Self.transaction + Self.application)
    func `the message meets its verdict`(row: TortureRow) throws {
        let (verdict, message) = TortureRow.outcome(of: try TortureMessages.rfc4475.octets(row.file))

        #expect(verdict == row.verdict)
        if row.verdict == .accepted {
            #expect(try row.check(try #require(message)))
        }
    }

    @Test
    func `a refused request can be answered with what it has`() throws {
        let (_, message) = TortureRow.outcome(of: try TortureMessages.rfc4475.octets("insuf"))
        var writer = SIPMessageWriter()
        writer.startResponse(.badRequest, to: try #require(message), toTag: "1")
        let text = String(decoding: writer.finish(), as: UTF8.self)

        #expect(text.hasPrefix("SIP/2.0 400 Bad Request\r\nVia: SIP/2.0/UDP "))
        #expect(text.contains("\r\nCSeq: 193942 INVITE\r\n"))
    }
}
