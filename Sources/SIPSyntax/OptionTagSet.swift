package import ProtocolKit

/// A set of option tags (RFC 3261 §19.2): the usual ones are bits, any other is kept as it was written.
package struct OptionTagSet: Sendable, Hashable {
    /// An option tag that this module knows.
    package enum Tag: UInt8, CaseIterable, Sendable {
        /// RFC 3262.
        case reliableProvisional

        /// RFC 4028.
        case timer

        /// RFC 3891.
        case replaces

        /// RFC 3311's companion, RFC 3312.
        case precondition

        /// RFC 3327.
        case path

        /// RFC 5626.
        case outbound

        /// RFC 5627.
        case gruu

        /// RFC 7044.
        case histinfo

        /// RFC 3323.
        case privacy

        /// RFC 4916.
        case fromChange

        /// RFC 4488.
        case norefersub

        /// RFC 3911.
        case join

        /// RFC 4538.
        case targetDialog

        /// RFC 6228.
        case earlyDialogTermination

        /// RFC 3329.
        case securityAgreement

        /// RFC 4412.
        case resourcePriority

        /// The tag as it is written on the wire.
        package var text: StaticString {
            switch self {
            case .reliableProvisional: "100rel"
            case .timer: "timer"
            case .replaces: "replaces"
            case .precondition: "precondition"
            case .path: "path"
            case .outbound: "outbound"
            case .gruu: "gruu"
            case .histinfo: "histinfo"
            case .privacy: "privacy"
            case .fromChange: "from-change"
            case .norefersub: "norefersub"
            case .join: "join"
            case .targetDialog: "tdialog"
            case .earlyDialogTermination: "199"
            case .securityAgreement: "sec-agree"
            case .resourcePriority: "resource-priority"
            }
        }
    }

    private var bits: UInt32 = 0

    /// The tags that this module does not know, in lower case, in their order.
    package private(set) var others: [ByteString] = []

    package init(_ tags: Tag...) {
        for tag in tags {
            self.insert(tag)
        }
    }

    /// Whether there is no tag.
    package var isEmpty: Bool {
        self.bits == 0 && self.others.isEmpty
    }

    /// Whether `tag` is in the set.
    package func contains(_ tag: Tag) -> Bool {
        self.bits & (1 << UInt32(tag.rawValue)) != 0
    }

    /// Adds a tag.
    package mutating func insert(_ tag: Tag) {
        self.bits |= 1 << UInt32(tag.rawValue)
    }

    /// Takes a tag away.
    package mutating func remove(_ tag: Tag) {
        self.bits &= ~(1 << UInt32(tag.rawValue))
    }

    /// The tags that are not in `other`: of a Require, what must be reported as Unsupported (RFC 3261 §8.2.2.3).
    package func subtracting(_ other: OptionTagSet) -> OptionTagSet {
        var result = self
        result.bits &= ~other.bits
        result.others.removeAll { other.others.contains($0) }
        return result
    }

    /// The tags that are in both.
    package func intersection(_ other: OptionTagSet) -> OptionTagSet {
        var result = self
        result.bits &= other.bits
        result.others.removeAll { !other.others.contains($0) }
        return result
    }

    /// Appends the tags with commas between them.
    package func append(to bytes: inout [UInt8]) {
        var isFirst = true
        for tag in Tag.allCases where self.contains(tag) {
            bytes.appendSeparator(unless: &isFirst)
            bytes.append(tag.text)
        }
        for tag in self.others {
            bytes.appendSeparator(unless: &isFirst)
            bytes.append(contentsOf: tag.bytes)
        }
    }

    mutating func insert(_ octets: Span<UInt8>, _ extent: Extent) {
        for tag in Tag.allCases where octets.matches(extent, tag.text) {
            self.insert(tag)
            return
        }
        let text = octets.copy(extent).lowercased
        if !self.others.contains(text) {
            self.others.append(text)
        }
    }
}

extension SIPMessage {
    /// The option tags of Require, Supported, Unsupported or Proxy-Require, over all fields; empty without any.
    package func optionTags(of name: SIPHeaderName) throws(SIPParseError) -> OptionTagSet {
        var tags = OptionTagSet()
        guard self.contains(name) else {
            return tags
        }
        var count = 0
        let octets = self.bytes.span
        for field in self.fields where self.hasName(name, field) {
            try octets.forEachToken(of: field.value, name) { extent throws(SIPParseError) in
                count += 1
                guard count <= SIPLimits().headerValues else {
                    throw SIPParseError(.tooLarge(name.text))
                }
                tags.insert(octets, extent)
            }
        }
        return tags
    }
}

extension [UInt8] {
    /// Appends a comma and a space, except the first time.
    mutating func appendSeparator(unless isFirst: inout Bool) {
        if !isFirst {
            self.append(", ")
        }
        isFirst = false
    }
}

extension Span where Element == UInt8 {
    /// Reads tokens between commas; there may be none at all.
    func forEachToken(
        of value: Extent,
        _ name: SIPHeaderName,
        _ body: (Extent) throws(SIPParseError) -> Void
    ) throws(SIPParseError) {
        guard !value.isEmpty else {
            return
        }
        var scanner = Scanner(value)
        repeat {
            let token = scanner.run(.token, self)
            guard !token.isEmpty else {
                throw SIPParseError(.expected(name.text))
            }
            try body(token)
        } while scanner.takeSeparator(0x2C, self)
        guard scanner.isAtEnd else {
            throw SIPParseError(.expected(name.text))
        }
    }
}
