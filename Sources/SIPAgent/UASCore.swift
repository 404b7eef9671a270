import ProtocolKit
import SIPSyntax

/// The checks that every request passes before anybody asks what it is about (RFC 3261 §8.2.1–§8.2.3).
struct UASCore: Sendable {
    /// A final response that refuses a request.
    struct Refusal: Hashable, Sendable {
        let status: SIPStatus
        let lines: [UInt8]
    }

    /// Whether provisional responses may be required to be reliable.
    let allowsReliableProvisionals: Bool

    /// Whether session timers may be required.
    let allowsSessionTimers: Bool

    /// The `Allow` line.
    let allow: [UInt8]

    /// What is wrong with a request, in the order of RFC 3261 §8.2: method, Request-URI, extensions, content.
    func refusal(of request: SIPMessage) -> Refusal? {
        self.methodRefusal(of: request) ?? self.uriRefusal(of: request) ?? self.extensionRefusal(of: request)
            ?? self.acceptRefusal(of: request) ?? self.contentRefusal(of: request)
    }

    /// 405 for methods that we know and do not serve, 501 for those that nobody here knows.
    private func methodRefusal(of request: SIPMessage) -> Refusal? {
        switch request.method {
        case .invite, .ack, .bye, .cancel, .options, .register, .prack, .update, .info:
            nil
        case .refer, .subscribe, .notify, .message, .publish:
            Refusal(status: .methodNotAllowed, lines: self.allow)
        case .other:
            Refusal(status: .notImplemented, lines: self.allow)
        }
    }

    private func uriRefusal(of request: SIPMessage) -> Refusal? {
        switch request.requestURI?.scheme {
        case .sip, .tel:
            nil
        case .sips, .other:
            // sips asks for TLS on every hop (RFC 5630 §4), which no listener has.
            Refusal(status: .unsupportedURIScheme, lines: [])
        case nil:
            Refusal(status: .badRequest, lines: [])
        }
    }

    private func extensionRefusal(of request: SIPMessage) -> Refusal? {
        guard request.contains(.require) || request.contains(.proxyRequire) else {
            return nil
        }
        let required = request.tokens(of: .require) + request.tokens(of: .proxyRequire)
        let unknown = required.filter { !$0.isEmpty && !self.supports($0) }
        guard !unknown.isEmpty else {
            return nil
        }
        var lines: [UInt8] = []
        lines.appendLine("Unsupported", unknown.map(\.bytes).joined(separator: Array(", ".utf8)))
        return Refusal(status: .badExtension, lines: lines)
    }

    private func supports(_ tag: ByteString) -> Bool {
        if tag.isEqualIgnoringCase(to: "100rel") {
            return self.allowsReliableProvisionals
        }
        return tag.isEqualIgnoringCase(to: "timer") && self.allowsSessionTimers || tag.isEqualIgnoringCase(to: "path")
    }

    /// 406 when the answer to an INVITE could not be a session description (RFC 3261 §20.1).
    private func acceptRefusal(of request: SIPMessage) -> Refusal? {
        guard request.method == .invite, request.contains(.accept) else {
            return nil
        }
        let ranges = request.tokens(of: .accept).map { token in
            ByteString(token.bytes.prefix(while: { $0 != 0x3B })).lowercased
        }
        // An empty Accept says that nothing is acceptable.
        let isAcceptable = ranges.contains { ["application/sdp", "application/*", "*/*"].contains($0) }
        return isAcceptable ? nil : Refusal(status: .notAcceptable, lines: [])
    }

    /// 415 for a body that must be understood and is not (RFC 3261 §8.2.3).
    private func contentRefusal(of request: SIPMessage) -> Refusal? {
        switch request.method {
        case .invite, .update, .prack:
            break
        case .ack, .bye, .cancel, .options, .register, .info, .refer, .subscribe, .notify, .message, .publish, .other:
            return nil
        }
        guard !request.bodyRange.isEmpty else {
            return nil
        }
        if request.contains(.contentEncoding), !request.lists("identity", in: .contentEncoding) {
            return Refusal(status: .unsupportedMediaType, lines: Array("Accept-Encoding: identity\r\n".utf8))
        }
        if request.hasContentType("application/sdp") || request.isMultipart {
            return nil
        }
        let disposition = request.firstText(of: .contentDisposition)?.lowercased.bytes ?? []
        guard disposition.index(after: "handling=optional") == nil else {
            return nil
        }
        return Refusal(
            status: .unsupportedMediaType,
            lines: Array("Accept: application/sdp, multipart/mixed\r\n".utf8)
        )
    }
}
