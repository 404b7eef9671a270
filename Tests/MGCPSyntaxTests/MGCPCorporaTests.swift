import MGCPSyntax
import ProtocolKit
import TestCorpora
import Testing

/// Every MGCP message and capture of the corpora meets its verdict, or is disputed here with the clause that says why.
@Suite(.enabled(if: Corpora.arePresent, "there are no corpora beside the package"))
struct MGCPCorporaTests {
    /// Files whose verdict contradicts the RFC, and the clause.
    private static let disputes: [String: String] = [:]

    /// What the captures hold that is no MGCP, by how it begins, and the clause.
    private static let refusedInCaptures: [String: String] = [
        "FOO 29 rtpbridge/1@mgw": "RFC 3435 §3.2.1.1: a verb has four characters"
    ]

    private static func entries(_ verdict: String) throws -> [Corpora.Entry] {
        try Corpora.entries().filter { $0.kind == "mgcp" && $0.verdict == verdict }
    }

    /// Why a message is refused by the parser, or by any typed parameter; `nil` when it is not.
    private static func refusal(
        of outcome: MGCPParseOutcome,
        noting deviations: inout MGCPDeviations
    ) -> MGCPParseError? {
        switch outcome {
        case .command(let command):
            deviations.formUnion(command.parameters.deviations)
            return TypedParameters.error(in: command.parameters, noting: &deviations)
        case .response(let response):
            deviations.formUnion(response.parameters.deviations)
            return TypedParameters.error(in: response.parameters, noting: &deviations)
        case .answerable(_, let error), .unanswerable(let error):
            return error
        }
    }

    @Test
    func `every parameter of the RFC has a type but those that stand for session descriptions`() {
        let descriptions: Set<MGCPParameterName> = [.remoteDescriptor, .localDescriptor]

        #expect(TypedParameters.names.union(descriptions) == Set(MGCPParameterName.allCases))
    }

    @Test
    func `every valid message parses and all its parameters decode`() throws {
        let entries = try Self.entries("valid")
        try #require(entries.count == 54)
        for entry in entries {
            let outcomes = Samples.outcomes(try Corpora.octets(entry.path))
            var deviations = MGCPDeviations()
            let refusal = outcomes.first.flatMap { Self.refusal(of: $0, noting: &deviations) }

            #expect(outcomes.count == 1, "\(entry.path)")
            #expect(
                (refusal != nil) == (Self.disputes[entry.path] != nil),
                "\(entry.path) \(String(describing: refusal))"
            )
        }
    }

    @Test
    func `every invalid message is refused`() throws {
        let entries = try Self.entries("invalid")
        try #require(entries.count >= 2)
        for entry in entries {
            let outcomes = Samples.outcomes(try Corpora.octets(entry.path))
            var deviations = MGCPDeviations()

            #expect(outcomes.count == 1, "\(entry.path)")
            #expect(outcomes.first.flatMap { Self.refusal(of: $0, noting: &deviations) } != nil, "\(entry.path)")
        }
    }

    /// What becomes of a hostile message.
    private enum Treatment {
        /// Silence: the transaction cannot be named.
        case dropped
        /// An answer with this code.
        case answered(MGCPReturnCode)
        /// It is a command that follows the grammar; whoever acts on it answers with this code.
        case understood(MGCPReturnCode)
        /// So many commands of one datagram are understood, and the rest is dropped.
        case cut(Int)
    }

    private static let hostile: [String: Treatment] = [
        "bad-verb": .understood(.unknownCommand),
        "both-wildcards": .understood(.unknownEndpoint),
        "ci-33": .answered(.incorrectConnection),
        "code-9999": .dropped,
        "digitmap-huge": .answered(.insufficientResources),
        "many-params": .answered(.insufficientResources),
        "no-tid": .dropped,
        "nul": .answered(.protocolError),
        "piggyback-1000": .cut(32),
        "sdp-port-99999": .answered(.remoteDescriptorError),
        "tid-huge": .dropped,
        "tid-zero": .dropped,
        "unbalanced": .answered(.protocolError),
    ]

    @Test
    func `every hostile message meets its verdict`() throws {
        let entries = try Self.entries("hostile")
        #expect(entries.count == Self.hostile.count)
        for entry in entries {
            let name = entry.path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
            let treatment = try #require(Self.hostile[name], "\(entry.path) has no row in the table")
            let outcomes = Samples.outcomes(try Corpora.octets(entry.path))
            var deviations = MGCPDeviations()
            let refusal = outcomes.first.flatMap { Self.refusal(of: $0, noting: &deviations) }
            switch (treatment, outcomes.first) {
            case (.dropped, .unanswerable):
                #expect(outcomes.count == 1, "\(entry.path)")
            case (.answered(let code), .answerable), (.answered(let code), .command):
                #expect(refusal?.returnCode == code, "\(entry.path) \(String(describing: refusal))")
            case (.understood(let code), .command(let command)):
                let answer: MGCPReturnCode? =
                    command.verb.isUnknown
                    ? .unknownCommand : deviations.contains(.wildcardOrder) ? .unknownEndpoint : nil
                #expect(refusal == nil && answer == code, "\(entry.path)")
            case (.cut(let count), .command):
                #expect(outcomes.count == count + 1, "\(entry.path)")
            default:
                Issue.record("\(entry.path): \(entry.why)")
            }
        }
    }

    @Test
    func `what real peers do differently is noted`() throws {
        let expected: [String: MGCPDeviations] = [
            "mgcp/captured/ndpi_mgcp-015.mgcp": MGCPDeviations(.oldVersion),
            "mgcp/captured/ndpi_mgcp-022.mgcp": MGCPDeviations(.listOfValues),
            "mgcp/osmo-mgw/crcx_mult_4.mgcp": MGCPDeviations(.lineWithoutColon, .missingOrigin),
            "mgcp/osmo-mgw/mdcx3.mgcp": MGCPDeviations(),
            "mgcp/rfc3435/F3a-crcx.mgcp": MGCPDeviations(),
            "mgcp/rfc3435/F3a-crcx-lf.mgcp": MGCPDeviations(),
            // The example of appendix F.1 has the signals before the events, which its own grammar does not.
            "mgcp/rfc3435/F1b-rqnt-embedded.mgcp": MGCPDeviations(.embeddedOrder),
        ]
        for (path, wanted) in expected {
            var deviations = MGCPDeviations()
            for outcome in Samples.outcomes(try Corpora.octets(path)) {
                #expect(Self.refusal(of: outcome, noting: &deviations) == nil)
            }

            #expect(deviations == wanted, "\(path) \(deviations.all)")
        }
    }

    // MARK: Written anew

    /// Writes a message from its decoded parts, reads that, and compares.
    private static func check(_ outcome: MGCPParseOutcome, _ place: String) throws {
        switch outcome {
        case .command(let command):
            let written = try TypedParameters.rewrite(command)
            let copy = try #require(Samples.command(Samples.text(written)), "\(place)")
            #expect(copy.verb == command.verb && copy.transactionID == command.transactionID, "\(place)")
            #expect(copy.endpoint == command.endpoint && copy.version == command.version, "\(place)")
            #expect(Self.summary(copy.parameters) == Self.summary(command.parameters), "\(place)")
            #expect(try TypedParameters.rewrite(copy) == written, "\(place)")
        case .response(let response):
            let written = try TypedParameters.rewrite(response)
            let copy = try #require(Samples.response(Samples.text(written)), "\(place)")
            #expect(copy.code == response.code && copy.transactionID == response.transactionID, "\(place)")
            #expect(copy.commentary == response.commentary, "\(place)")
            #expect(Self.summary(copy.parameters) == Self.summary(response.parameters), "\(place)")
            #expect(try TypedParameters.rewrite(copy) == written, "\(place)")
        case .answerable, .unanswerable:
            break
        }
    }

    /// What a message says apart from how it is spelled: the parameters there are, each as often as it is there.
    private static func summary(_ parameters: MGCPParameters) -> [String: Int] {
        var counts: [String: Int] = [:]
        for line in parameters.lines {
            counts[line.known.map { "\($0)" } ?? "\(parameters.name(of: line))", default: 0] += 1
        }
        counts["descriptions"] = parameters.descriptionCount
        return counts
    }

    @Test
    func `every valid message means the same after it was written anew`() throws {
        for entry in try Self.entries("valid") {
            for outcome in Samples.outcomes(try Corpora.octets(entry.path)) {
                try Self.check(outcome, entry.path)
            }
        }
    }

    @Test(arguments: [
        ("mgcp_osmo_mgw", 12), ("mgcp_osmo_edge", 50), ("mgcp_yateca_1002", 50), ("mgcp_yategw_probe", 30),
    ])
    func `every capture decodes completely and means the same after it was written anew`(
        name: String,
        least: Int
    ) throws {
        let datagrams = try Self.datagrams(ofCapture: name)
        var understood = 0
        for (index, datagram) in datagrams.enumerated() {
            for outcome in Samples.outcomes(datagram.octets) {
                var deviations = MGCPDeviations()
                let place = "\(name) \(index): \(Samples.text(datagram.octets))"
                let isRefused = Self.refusedInCaptures.keys.contains { datagram.octets.starts(with: $0.utf8) }
                if let refusal = Self.refusal(of: outcome, noting: &deviations), !isRefused {
                    Issue.record("\(place) \(refusal)")
                    continue
                }
                understood += 1
                try Self.check(outcome, place)
            }
        }
        #expect(understood >= least)
    }

    private static func datagrams(ofCapture name: String) throws -> [CapturedDatagrams.Datagram] {
        let ports: Set<UInt16> = [2427, 2727]
        return try CapturedDatagrams.read(Corpora.octets("pcap/\(name).pcap")).filter {
            ports.contains($0.sourcePort) || ports.contains($0.destinationPort)
        }
    }

    @Test(
        .enabled(if: Dissector.isWanted, "tshark is not installed"),
        arguments: ["mgcp_osmo_mgw", "mgcp_osmo_edge", "mgcp_yateca_1002", "mgcp_yategw_probe"]
    )
    func `tshark reads the same in every captured command after it was written anew`(name: String) throws {
        var captured: [[UInt8]] = []
        var written: [[UInt8]] = []
        for datagram in try Self.datagrams(ofCapture: name) {
            let commands = try Samples.outcomes(datagram.octets).compactMap { outcome -> [UInt8]? in
                guard case .command(let command) = outcome else {
                    return nil
                }
                return try TypedParameters.rewrite(command)
            }
            if !commands.isEmpty {
                captured.append(datagram.octets)
                written.append(Array(commands.joined(separator: Array(".\r\n".utf8))))
            }
        }
        let expected = try Dissector.read(captured)
        let seen = try Dissector.read(written)

        #expect(captured.count >= 5)
        for place in captured.indices {
            #expect(
                expected[place] == seen[place],
                """
                \(Samples.text(captured[place]))
                \(Samples.text(written[place]))
                \(expected[place].symmetricDifference(seen[place]).sorted().joined(separator: "\n"))
                """
            )
        }
    }
}
