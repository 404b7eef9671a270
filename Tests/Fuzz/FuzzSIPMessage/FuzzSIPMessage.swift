import FuzzDriver
import ProtocolKit
import SIPSyntax

/// Parses a datagram, decodes all its headers, and checks that it means the same after it was written anew.
@main
enum FuzzSIPMessage: FuzzTarget {
    static func run(_ octets: [UInt8]) {
        switch SIPMessage.parse(octets) {
        case .message(let message):
            EveryHeader.decode(in: message)
            let again = rewritten(message)
            guard case .message(let copy) = SIPMessage.parse(again) else {
                preconditionFailure("a message that was written anew parses")
            }
            precondition(rewritten(copy) == again, "writing a message twice gives the same octets")
            precondition(copy.callID == message.callID && copy.cseq == message.cseq, "identity survives writing")
            precondition(copy.fromTag == message.fromTag && copy.toTag == message.toTag, "tags survive writing")
            answer(message)
        case .answerable(let message, let error):
            precondition(error.suggestedStatus.isFailure, "an error has a failure status")
            EveryHeader.decode(in: message)
            answer(message)
        case .unanswerable, .keepAlive:
            break
        }
    }

    private static func rewritten(_ message: SIPMessage) -> [UInt8] {
        var writer = SIPMessageWriter()
        switch message.startLine {
        case .request(let method, let uri): writer.startRequest(method, uri: message.bytes[uri])
        case .response(let status, let reason): writer.startResponse(status, reason: message.text(in: reason))
        }
        for field in message.fields where message.name(of: field) != .contentLength {
            writer.copy(field, from: message)
        }
        return writer.finish(body: message.body)
    }

    /// Writes a response and checks that nothing of the request became a line of its own.
    private static func answer(_ message: SIPMessage) {
        guard message.isRequest else {
            return
        }
        var writer = SIPMessageWriter()
        let source = TransportAddress(.loopbackV4, 5060)
        writer.startResponse(.badRequest, to: message, toTag: "t", source: source)
        let octets = writer.finish()
        let lines = octets.split(separator: 0x0A, omittingEmptySubsequences: false).count
        let expected = [SIPHeaderName.from, .to, .callID, .cseq].filter { message.contains($0) }.count
        precondition(lines == expected + message.count(of: .via) + 4, "a response has the lines that were meant")
    }
}
