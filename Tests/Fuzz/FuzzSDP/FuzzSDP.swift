import FuzzDriver
import ProtocolKit
import SDP

@main
enum FuzzSDP: FuzzTarget {
    /// Reads whatever comes, and holds what was read to what must be true of every description.
    static func run(_ octets: [UInt8]) {
        guard let description = try? SessionDescription(parsing: octets) else {
            return
        }
        // Written with the lines that were missing and CRLF for LF, it may pass a limit that it met.
        var limits = SDPLimits()
        limits.bytes *= 2
        limits.linesPerSection += 4
        let again = try? SessionDescription(parsing: description.serialized(), limits: limits)
        precondition(again == description, "written and read again it differs")
        for media in description.media {
            precondition(media.payloads.allSatisfy { $0.clockRate > 0 })
            precondition((media.ptime ?? 1) > 0)
            _ = media.payloadSummary
            _ = media.rtcpAddress
            _ = media.formats
            _ = media.bandwidths
            _ = media.attributes.map(\.value)
        }
        cross(description)
    }
}

/// Carries the description to another leg and answers it there.
private func cross(_ offer: SessionDescription) {
    var session = LocalSession(sessionID: 1, address: .loopbackV4)
    let address = MediaAddress(.loopbackV4, port: 4000)
    let anchored = session.rewrite(offer, media: offer.media.map { $0.obstacle == nil ? .anchored(address) : .refused })
    precondition(anchored.media.count == offer.media.count)
    precondition(session.rewrite(offer, media: offer.media.map { _ in .direct }).media.count == offer.media.count)
    let answer = session.answer(to: offer, with: [.telephony], at: offer.media.map { _ in address })
    precondition(answer.violations(asAnswerTo: offer).isEmpty, "our own answer breaks the rules")
    _ = offer.agreedStreams(with: answer)
    precondition(anchored.aligned(with: answer).media.count == answer.media.count)
}
