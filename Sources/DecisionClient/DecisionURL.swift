/// Where a decision server is asked: an `http` URI (RFC 9110 §4.2.1).
package struct DecisionURL: Hashable, Sendable, CustomStringConvertible {
    /// Why text is no such URI.
    package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong, and what to write.
        package let description: String
    }

    /// The host, an IPv6 address without its brackets.
    package let host: String

    /// The port.
    package let port: UInt16

    /// Path and query, as they stand in a request (RFC 9112 §3.2.1).
    package let target: String

    package init(_ text: String) throws(Problem) {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard scheme != "https" else {
            throw Problem(description: "TLS is not available yet; write http:// and keep the way there private")
        }
        guard scheme == "http", text.dropFirst(4).hasPrefix("://") else {
            throw Problem(description: "write it as http://127.0.0.1:8080/route")
        }
        let rest = text.dropFirst(7)
        guard rest.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != 0x23 && $0 != 0x5C && $0 != 0x22 }) else {
            throw Problem(description: "it has a character that must be escaped, as %20")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else {
            throw Problem(description: "it has a user name, which is not sent; remove what stands before the @")
        }
        let (host, port) = try Self.hostAndPort(authority)
        let target = rest.dropFirst(authority.count)
        self.host = host
        self.port = port
        self.target = target.hasPrefix("/") ? String(target) : "/" + target
    }

    private static func hostAndPort(_ authority: Substring) throws(Problem) -> (host: String, port: UInt16) {
        let isBracketed = authority.hasPrefix("[")
        let host = isBracketed ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        let isClosed = authority.dropFirst(host.count + 1).hasPrefix("]")
        let rest = authority.dropFirst(host.count + (isBracketed ? 2 : 0))
        guard !host.isEmpty, isBracketed == isClosed, rest.isEmpty || rest.hasPrefix(":") else {
            throw Problem(description: "it has no host; write it as http://127.0.0.1:8080/route")
        }
        guard rest.count > 1 else {
            return (String(host), 80)
        }
        guard let port = UInt16(rest.dropFirst()), port > 0 else {
            throw Problem(description: "its port is no number from 1 to 65535")
        }
        return (String(host), port)
    }

    /// Host and port as the field Host has them (RFC 9110 §7.2).
    var authority: String {
        let host = self.host.contains(":") ? "[\(self.host)]" : self.host
        return self.port == 80 ? host : "\(host):\(self.port)"
    }

    package var description: String {
        "http://\(self.authority)\(self.target)"
    }
}
