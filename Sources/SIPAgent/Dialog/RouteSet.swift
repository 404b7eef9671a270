package import ProtocolKit
package import SIPSyntax

/// The proxies that a dialog's requests pass, in the order of travel (RFC 3261 §12.1.1, §12.1.2).
///
/// A first proxy that does not write `lr` is a strict router of RFC 2543: its URI becomes the Request-URI, and the
/// remote target goes to the end of the Route (RFC 3261 §12.2.1.1).
package struct RouteSet: Sendable {
    /// The values as the proxies wrote them, `<uri>` with parameters.
    private let values: [ByteString]

    /// The URI of the first proxy.
    package let first: SIPURI?

    /// No proxy at all.
    package static let empty = RouteSet(values: [], first: nil)

    private init(values: [ByteString], first: SIPURI?) {
        self.values = values
        self.first = first
    }

    /// Takes the Record-Route values of a message in their order; a client reverses the order of a response (§12.1.2).
    package init(recordRoutes: [(value: ByteString, uri: SIPURI)], isReversed: Bool) {
        guard let nearest = isReversed ? recordRoutes.last : recordRoutes.first else {
            self = .empty
            return
        }
        let values = recordRoutes.map(\.value)
        self.init(values: isReversed ? values.reversed() : values, first: nearest.uri.detached)
    }

    /// A route that is set before there is a dialog (Path, an outbound proxy): URIs without brackets.
    package init(preset uris: [ByteString]) {
        let values = uris.map { uri in
            ByteString([0x3C] + uri.bytes + [0x3E])
        }
        self.init(values: values, first: uris.first.flatMap { try? SIPURI($0) })
    }

    /// Whether there is no proxy.
    package var isEmpty: Bool {
        self.values.isEmpty
    }

    /// Whether the first proxy is a strict router.
    package var isStrict: Bool {
        guard let first = self.first else {
            return false
        }
        return !first.isLooseRouter
    }

    /// Appends the Request-URI of a request to `target`.
    package func appendRequestURI(target: ByteString, to bytes: inout [UInt8]) {
        if self.isStrict, let first = self.first {
            bytes.append(contentsOf: first.text.bytes)
        } else {
            bytes.append(contentsOf: target.bytes)
        }
    }

    /// Appends the Route lines of a request to `target`.
    package func appendRouteLines(target: ByteString, to bytes: inout [UInt8]) {
        guard !self.values.isEmpty else {
            return
        }
        for value in self.isStrict ? self.values.dropFirst() : self.values[...] {
            bytes.append("Route: ")
            bytes.append(contentsOf: value.bytes)
            bytes.append("\r\n")
        }
        if self.isStrict {
            bytes.append("Route: <")
            bytes.append(contentsOf: target.bytes)
            bytes.append(">\r\n")
        }
    }
}
