import ProtocolKit
import SDP

/// libFuzzer's own main loop (compiler-rt, `fuzzer/FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum FuzzSDP {
    static func main() {
        var count = CommandLine.argc
        var arguments = unsafe CommandLine.unsafeArgv
        _ = unsafe runFuzzer(&count, &arguments) { unsafe readDescription($0, $1) }
    }
}

/// Reads whatever comes, and holds what was read to what must be true of every description.
private func readDescription(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer promises `count` octets at `start` for the duration of the call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let description = try? SessionDescription(parsing: bytes) else {
        return 0
    }
    let again = try? SessionDescription(parsing: description.serialized())
    precondition(
        again == description || description.serialized().count > SDPLimits().bytes,
        "written and read again it differs"
    )
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
    return 0
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
