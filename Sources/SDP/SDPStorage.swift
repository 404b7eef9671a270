import ProtocolKit

/// One line of a canonical description: its type, and where its value stands in the text.
struct SDPLine: Sendable {
    /// The octets of the text before the value.
    let start: UInt32

    /// The octets of the value.
    let length: UInt16

    /// The letter before the equals sign.
    let type: UInt8

    /// Which attribute an `a=` line is.
    let name: SDPAttributeName

    /// Where the value stands.
    var range: Range<Int> {
        Int(self.start)..<Int(self.start) + Int(self.length)
    }
}

/// What stands in a `c=` line as far as it is needed often.
struct StoredConnection: Hashable, Sendable {
    /// The address; `nil` when it is a name.
    let ip: IPAddress?

    /// The index of the line.
    let line: Int32
}

/// One media section: what its m-line says, and which lines are its own.
struct MediaSection: Sendable {
    let kind: MediaKind
    let transport: MediaTransport
    let port: UInt16
    let portCount: UInt16

    /// The octets of the m-line's value before its first format.
    let formatsOffset: UInt16

    /// The direction that one of its own attributes states.
    var direction: MediaDirection?
    var connection: StoredConnection?

    /// The index of the m-line.
    let firstLine: Int

    /// The index of its first `a=` line, or its end when there is none.
    var firstAttribute: Int

    /// One past its last line.
    var endLine: Int
}

/// A canonical description and the index into it.
///
/// It never changes once made, so that the two legs of a call, their agents and the records share one copy.
final class SDPStorage: Sendable {
    let text: [UInt8]
    let lines: [SDPLine]
    let sections: [MediaSection]
    let sessionID: UInt64
    let version: UInt64
    let connection: StoredConnection?
    let direction: MediaDirection?

    /// The index of the first session-level `a=` line, or the end of the session section when there is none.
    let firstAttribute: Int

    /// One past the last line of the session section.
    let sessionEnd: Int

    init(_ index: consuming SDPIndexer) {
        self.text = index.text
        self.lines = index.lines
        self.sections = index.sections
        self.sessionID = index.sessionID
        self.version = index.version
        self.connection = index.connection
        self.direction = index.direction
        self.firstAttribute = index.firstAttribute
        self.sessionEnd = index.sessionEnd
    }

    /// The value of a line.
    func value(_ line: Int) -> ArraySlice<UInt8> {
        self.text[self.lines[line].range]
    }

    /// The first line of `type` among the session-level lines.
    func sessionLine(_ type: UInt8) -> Int? {
        self.lines[..<self.firstAttribute].firstIndex { $0.type == type }
    }
}
