import ProtocolKit
import SDP
import TestCorpora
import Testing

@Suite(.enabled(if: Corpora.arePresent, "there are no corpora beside the package"))
struct SDPCorpusTests {
    /// The lines of the index that concern SDP.
    private let rows: [Corpora.Entry]

    init() throws {
        self.rows = try Corpora.entries().filter { $0.kind == "sdp" }
    }

    @Test
    func `every valid description is read, and written back with every line it had`() throws {
        let rows = self.rows.filter { $0.verdict == "valid" }
        #expect(rows.count > 50)
        for row in rows {
            let bytes = try Corpora.octets(row.path)
            let description = try SessionDescription(parsing: bytes)
            let written = description.serialized()
            #expect(try SessionDescription(parsing: written) == description, "\(row.path)")
            #expect(Self.lines(written).isSuperset(of: Self.lines(bytes)), "\(row.path)")
        }
    }

    /// The lines, without `k=` and with the name that stands for an empty one (RFC 8866 §5.3).
    private static func lines(_ bytes: [UInt8]) -> Set<[UInt8]> {
        Set(
            bytes.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
                .filter { !$0.starts(with: [0x6B, 0x3D]) }
                .map { $0 == [0x73, 0x3D] ? [0x73, 0x3D, 0x2D] : $0 }
        )
    }

    @Test
    func `every seed is read or refused, and what is read can be written`() throws {
        let rows = self.rows.filter { $0.verdict == "seed" }
        #expect(rows.count >= 15)
        for row in rows {
            guard let description = try? SessionDescription(parsing: Corpora.octets(row.path)) else {
                continue
            }
            #expect(try SessionDescription(parsing: description.serialized()) == description, "\(row.path)")
            #expect(description.media.allSatisfy { $0.payloads.allSatisfy { $0.clockRate > 0 } })
        }
    }

    /// What meets the verdict of a hostile file.
    enum Treatment {
        case refused(SDPParseError.Reason)
        case unusable(MediaObstacle)
        case accepted(@Sendable (SessionDescription) -> Bool)
    }

    /// The file, and how its verdict is met.
    ///
    /// Two verdicts leave a choice. `ice-1000`: "candidates capped" is met by refusing the description, whose section
    /// has more lines than the limit, so no candidate is kept at all. `fmtp-huge`: "linear" is met by its line being
    /// longer than the limit; RFC 8866 sets no limit, and RFC 3261 §21.4.26 lets us answer 488.
    private static let hostile: [String: Treatment] = [
        "c-broadcast": .unusable(.multicast),
        "c-fqdn": .unusable(.hostName),
        "c-hold-0000": .accepted { $0.isHeld && $0.effectiveDirection(of: 0) == .sendonly },
        "c-multicast": .unusable(.multicast),
        "crypto-short": .unusable(.noUsableKey),
        "fmtp-huge": .refused(.limitExceeded),
        "ice-1000": .refused(.limitExceeded),
        "lf-only": .accepted { $0.isUsable && $0.serialized().contains(0x0D) },
        "m-5000": .refused(.limitExceeded),
        "no-v": .refused(.missingVersion),
        "only-v": .refused(.missingOrigin),
        "port-65536": .refused(.malformedMedia),
        "port-neg": .refused(.malformedMedia),
        "ptime-0": .accepted { $0.media[0].ptime == nil },
        "ptime-huge": .accepted { $0.media[0].ptime == 200 },
        "ptime-neg": .accepted { $0.media[0].ptime == nil },
        "rtpmap-zero-clock": .accepted { $0.media[0].payload(8) == PayloadFormat(8, "PCMA", clockRate: 8000) },
    ]

    @Test
    func `every hostile description meets its verdict`() throws {
        let rows = self.rows.filter { $0.verdict == "hostile" }
        #expect(rows.count == Self.hostile.count)
        for row in rows {
            let name = row.path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
            let treatment = try #require(Self.hostile[name], "\(row.path) has no row in the table")
            let result = Result { () throws(SDPParseError) in
                try SessionDescription(parsing: (try? Corpora.octets(row.path)) ?? [])
            }
            switch (treatment, result) {
            case (.refused(let reason), .failure(let error)): #expect(error.reason == reason, "\(row.path)")
            case (.unusable(let obstacle), .success(let description)):
                #expect(description.obstacles.map(\.obstacle) == [obstacle], "\(row.path)")
                #expect(!description.isUsable, "\(row.path)")
            case (.accepted(let check), .success(let description)): #expect(check(description), "\(row.path)")
            case (.refused, .success), (.unusable, .failure), (.accepted, .failure):
                Issue.record("\(row.path): \(row.expected)")
            }
        }
    }

    @Test
    func `large hostile descriptions are read in full when the limits allow them`() throws {
        var limits = SDPLimits()
        limits.bytes = 1 << 20
        limits.lineLength = 65_535
        limits.linesPerSection = 5000
        limits.mediaDescriptions = 10_000
        for name in ["fmtp-huge", "ice-1000", "m-5000"] {
            let bytes = try Corpora.octets("sdp/hostile/\(name).sdp")
            let description = try SessionDescription(parsing: bytes, limits: limits)
            #expect(try SessionDescription(parsing: description.serialized(), limits: limits) == description)
        }
    }

    // MARK: Offer/answer vectors

    @Test
    func `every complete offer/answer vector gives the expected result`() throws {
        var folders: [String] = []
        for row in self.rows where row.path.hasPrefix("sdp/offer-answer/") {
            let folder = row.path.split(separator: "/").prefix(3).joined(separator: "/")
            if folders.last != folder {
                folders.append(folder)
            }
        }
        var compared = 0
        for folder in folders {
            for step in 1...3 {
                compared += try self.playLocalOffer(folder, step) + self.playRemoteOffer(folder, step)
            }
        }
        #expect(compared == 7)
    }

    /// A file of a folder read as a description; `nil` when the folder has none of that name.
    private func description(_ folder: String, _ name: String) throws -> SessionDescription? {
        let path = folder + "/" + name
        guard self.rows.contains(where: { $0.path == path }) else {
            return nil
        }
        return try SessionDescription(parsing: Corpora.octets(path))
    }

    /// We offered; the result is our offer cut down to what the answer accepts (RFC 3264 §7).
    private func playLocalOffer(_ folder: String, _ step: Int) throws -> Int {
        guard let offer = try self.description(folder, "\(step)-local_offer-offer.sdp"),
            let answer = try self.description(folder, "\(step)-local_offer-answer.sdp")
        else {
            return 0
        }
        // An offer with fewer m-lines than the session has must be filled up first (RFC 3264 §8): the answer shows
        // the m-lines there were. An answer with fewer m-lines is the peer's fault and filled up in turn.
        let whole = offer.extended(toMatch: answer)
        let agreed = whole.agreedStreams(with: answer.aligned(with: whole))
        guard let result = try self.description(folder, "\(step)-local_offer-result.sdp") else {
            return 0
        }
        #expect(result.media.map(\.kind) == whole.media.map(\.kind), "\(folder)")
        #expect(result.media.filter { !$0.isRejected }.map(\.index) == agreed.map(\.index), "\(folder)")
        for stream in agreed {
            let formats = result.media[stream.index].payloadTypes
            #expect(stream.offererPayloads.map(\.payloadType) == formats, "\(folder)")
        }
        return 1
    }

    /// The peer offered; the result is our answer.
    private func playRemoteOffer(_ folder: String, _ step: Int) throws -> Int {
        guard let offer = try self.description(folder, "\(step)-remote_offer-offer.sdp"),
            let capability = try self.description(folder, "\(step)-remote_offer-capability.sdp")
        else {
            return 0
        }
        // The second step of the telephone-event vector asks for a single codec in the answer.
        let breadth: AnswerBreadth = folder.contains("2088") && step == 2 ? .oneCodec : .allCommon
        var session = LocalSession(sessionID: 1, address: .loopbackV4)
        let answer = session.answer(
            to: offer,
            with: MediaCapability.all(of: capability),
            at: offer.media.map { MediaAddress(.loopbackV4, port: UInt16(4000 + 2 * $0.index)) },
            breadth: breadth
        )
        #expect(answer.violations(asAnswerTo: offer).isEmpty, "\(folder)")
        guard let result = try self.description(folder, "\(step)-remote_offer-result.sdp") else {
            return 0
        }
        #expect(answer.media.map(\.kind) == result.media.map(\.kind), "\(folder)")
        #expect(answer.media.map(\.isRejected) == result.media.map(\.isRejected), "\(folder)")
        #expect(answer.media.map(\.payloadTypes) == result.media.map(\.payloadTypes), "\(folder)")
        return 1
    }
}
