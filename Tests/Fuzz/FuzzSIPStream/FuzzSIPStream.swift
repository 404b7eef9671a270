import FuzzDriver
import SIPSyntax

/// Frames a stream whole and in pieces, and checks that both give the same frames.
///
/// The first octet says how long the pieces are.
@main
enum FuzzSIPStream: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        let size = Int(octets.first ?? 0) % 40 + 1
        let stream = octets.dropFirst()
        let whole = frames([stream])
        let pieces = stride(from: stream.startIndex, to: stream.endIndex, by: size).map { stream[$0...].prefix(size) }
        precondition(frames(pieces) == whole, "a split changes nothing")
    }

    private static func frames(_ pieces: [ArraySlice<UInt8>]) -> [String] {
        var framer = StreamFramer()
        var frames: [String] = []
        for piece in pieces {
            framer.receive(piece)
            while let frame = framer.next() {
                frames.append(summary(frame))
            }
        }
        return frames
    }

    private static func summary(_ frame: StreamFramer.Frame) -> String {
        switch frame {
        case .ping: "ping"
        case .message(let outcome): "message \(summary(outcome))"
        // How much of a broken message has come decides whether an answer is possible, so only the end itself is compared.
        case .failure: "over"
        }
    }

    private static func summary(_ outcome: ParseOutcome) -> String {
        switch outcome {
        case .message(let message): "\(message.bytes)"
        case .answerable(let message, let error): "\(message.bytes) \(error)"
        case .unanswerable(let error): "\(error)"
        case .keepAlive: "keep-alive"
        }
    }
}
