import ProtocolKit

/// What a connection does with media: `M:` (RFC 3435 §3.2.2.6).
package enum ConnectionMode: Hashable, Sendable, MGCPListEntry {
    case sendOnly
    case receiveOnly
    case sendReceive
    case conference
    case inactive
    case loopback
    case continuityTest
    case networkLoopback
    case networkContinuityTest
    /// A mode of a package, `package/mode`, or one that RFC 3435 no longer has, as `data`.
    case other(MGCPName)

    /// The modes that RFC 3435 defines.
    package static let registered: [ConnectionMode] = [
        .sendOnly, .receiveOnly, .sendReceive, .conference, .inactive, .loopback, .continuityTest, .networkLoopback,
        .networkContinuityTest,
    ]

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.init(try reader.qualifiedName())
    }

    /// The mode of this name.
    package init(_ word: MGCPName) {
        self = Self.registered.first { word.isEqual(to: $0.keyword) } ?? .other(word)
    }

    /// The name on the wire.
    package var word: MGCPName {
        if case .other(let name) = self {
            return name
        }
        return MGCPName(stringLiteral: self.keyword)
    }

    /// The word on the wire; empty for a mode that is not registered.
    private var keyword: StaticString {
        switch self {
        case .sendOnly: "sendonly"
        case .receiveOnly: "recvonly"
        case .sendReceive: "sendrecv"
        case .conference: "confrnce"
        case .inactive: "inactive"
        case .loopback: "loopback"
        case .continuityTest: "conttest"
        case .networkLoopback: "netwloop"
        case .networkContinuityTest: "netwtest"
        case .other: ""
        }
    }

    /// Appends the word.
    package func append(to bytes: inout [UInt8]) {
        if case .other(let word) = self {
            bytes.append(contentsOf: word.text.bytes)
        } else {
            bytes.append(self.keyword)
        }
    }
}

/// The `M:` line: one mode; old gateways list the modes they have when they are audited.
package struct ConnectionModes: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.connectionMode

    /// The mode.
    package let mode: ConnectionMode

    /// What else is listed.
    package let others: [ConnectionMode]

    package init(_ mode: ConnectionMode) {
        self.mode = mode
        self.others = []
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.mode = try ConnectionMode(from: &reader)
        guard reader.takeSeparator(0x2C) else {
            self.others = []
            return
        }
        reader.note(.listOfValues)
        self.others = try reader.list(of: ConnectionMode.self)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: [self.mode] + self.others)
    }
}
