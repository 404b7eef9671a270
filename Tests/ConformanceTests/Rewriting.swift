import ProtocolKit
import SIPSyntax

/// Writes a message anew from its parts, to compare what both mean.
enum Rewriting {
    /// The message, field by field, names in their long form and Content-Length where there was none.
    static func rewrite(_ message: SIPMessage) -> [UInt8] {
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

    /// Everything but where it stands.
    static func summary(_ message: SIPMessage) -> [String] {
        var lines = ["\(message.method)", "\(String(describing: message.status))", "\(message.reasonPhrase)"]
        lines.append("\(message.requestURI?.text ?? "")")
        for field in message.fields where message.name(of: field) != .contentLength {
            lines.append("\(message.name(of: field)): \(message.text(in: field.valueRange))")
        }
        lines.append(String(decoding: message.body, as: UTF8.self))
        return lines
    }
}
