/// Something that RFC 3435 does not allow, which real peers send and which is understood all the same.
package enum MGCPDeviation: UInt8, CaseIterable, Hashable, Sendable {
    /// Empty lines or white space before the first line.
    case leadingWhiteSpace
    /// The last line does not end.
    case missingLineEnd
    /// A parameter line without a colon; it is ignored.
    case lineWithoutColon
    /// White space before the colon of a parameter, or before its name.
    case spaceAroundName
    /// `MGCP 0.1`, as old gateways write it.
    case oldVersion
    /// `SGCP`, the predecessor.
    case simpleProtocol
    /// A transaction number with leading zeros.
    case leadingZeros
    /// A response that names transaction 0.
    case zeroTransaction
    /// A domain with a character that no domain name has.
    case domainCharacter
    /// A wildcard to the left of a term that is none, or `$` to the left of `*`.
    case wildcardOrder
    /// A call, connection or request identifier with other characters than hexadecimal digits.
    case nonHexadecimalIdentifier
    /// Two commas in a row, or one at the end of a list.
    case emptyListEntry
    /// A list where one value should stand.
    case listOfValues
    /// A counter of more than nine digits.
    case longCounter
    /// White space or octets above 127 inside an event parameter that is not quoted.
    case unquotedText
    /// An embedded request whose parts do not stand in the order R, S, D.
    case embeddedOrder
    /// White space inside a digit map.
    case spaceInDigitMap
    /// Alternatives of a digit map without parentheses around them.
    case missingParentheses
    /// A range of letters in a digit map, as `[A-D]`.
    case letterRange
    /// A second session description that no empty line separates from the first.
    case unseparatedDescriptions
    /// A session description without an origin.
    case missingOrigin
    /// A session description whose origin is not what SDP wants, as one with a hexadecimal session identifier.
    case malformedOrigin

    /// The clause that asks for something else.
    package var clause: StaticString {
        switch self {
        case .leadingWhiteSpace, .lineWithoutColon, .spaceAroundName: "RFC 3435 §3.2.2, appendix A ParameterValue"
        case .missingLineEnd: "RFC 3435 appendix A EOL"
        case .oldVersion, .simpleProtocol: "RFC 3435 §3.2.1.4"
        case .leadingZeros, .zeroTransaction: "RFC 3435 §3.2.1.2"
        case .domainCharacter: "RFC 3435 appendix A DomainName"
        case .wildcardOrder: "RFC 3435 §2.1.2"
        case .nonHexadecimalIdentifier: "RFC 3435 §3.2.2.2, §3.2.2.5, §3.2.2.18"
        case .emptyListEntry: "RFC 3435 appendix A"
        case .listOfValues: "RFC 3435 §3.2.2.6"
        case .longCounter: "RFC 3435 §3.2.2.7"
        case .unquotedText: "RFC 3435 §3.2.2.4, appendix A SuitableEventParamCharacter"
        case .embeddedOrder: "RFC 3435 §3.2.2.16, appendix A EmbeddedRequest"
        case .spaceInDigitMap, .missingParentheses, .letterRange: "RFC 3435 appendix A DigitMap"
        case .unseparatedDescriptions: "RFC 3435 §3.3"
        case .missingOrigin, .malformedOrigin: "RFC 3435 §3.4"
        }
    }
}

/// The deviations of one message, each at most once.
package struct MGCPDeviations: Hashable, Sendable {
    private var bits: UInt32 = 0

    package init() {}

    package init(_ deviations: MGCPDeviation...) {
        for deviation in deviations {
            self.insert(deviation)
        }
    }

    /// Whether there is none.
    package var isEmpty: Bool {
        self.bits == 0
    }

    package func contains(_ deviation: MGCPDeviation) -> Bool {
        self.bits & 1 << UInt32(deviation.rawValue) != 0
    }

    package mutating func insert(_ deviation: MGCPDeviation) {
        self.bits |= 1 << UInt32(deviation.rawValue)
    }

    package mutating func formUnion(_ other: MGCPDeviations) {
        self.bits |= other.bits
    }

    /// The deviations in the order of their declaration; for observations.
    package var all: [MGCPDeviation] {
        MGCPDeviation.allCases.filter(self.contains)
    }
}
