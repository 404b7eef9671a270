import ProtocolKit

/// Reads a description once from front to back and notes where everything stands.
///
/// It accepts lines in any order within their section, LF for CRLF, a missing `s=` or `t=` and blank lines, and says
/// so by ``isCanonical``; ``canonicalText()`` then gives the text as RFC 8866 §5 wants it.
struct SDPIndexer {
    let text: [UInt8]
    private let limits: SDPLimits

    private(set) var lines: [SDPLine] = []
    private(set) var sections: [MediaSection] = []
    private(set) var sessionID: UInt64 = 0
    private(set) var version: UInt64 = 0
    private(set) var connection: StoredConnection?
    private(set) var direction: MediaDirection?
    private(set) var sessionEnd = 0
    private(set) var firstAttribute = 0

    /// Whether the text is exactly what ``SessionDescription/serialized()`` gives.
    private(set) var isCanonical = true

    private var rank: UInt8 = 0
    private var seen: UInt8 = 0
    private var lineNumber = 0
    private var sectionStart = 0

    private static let seenVersion: UInt8 = 1
    private static let seenOrigin: UInt8 = 2
    private static let seenName: UInt8 = 4
    private static let seenConnection: UInt8 = 8
    private static let seenTime: UInt8 = 16

    init(_ text: [UInt8], limits: SDPLimits) throws(SDPParseError) {
        guard text.count <= limits.bytes, text.count < UInt32.max else {
            throw SDPParseError(.limitExceeded)
        }
        self.text = text
        self.limits = limits
        self.lines.reserveCapacity(min(16, text.count / 16 + 1))
        try self.readLines()
        try self.finish()
    }

    // MARK: Lines

    private mutating func readLines() throws(SDPParseError) {
        let count = self.text.count
        var position = 0
        while position < count {
            let start = position
            var colon = count
            while position < count {
                let octet = self.text[position]
                if octet <= 0x0D, octet == 0x0D || octet == 0x0A || octet == 0 {
                    break
                }
                if octet == 0x3A, position < colon {
                    colon = position
                }
                position += 1
            }
            self.lineNumber += 1
            let end = position
            position = try self.endOfLine(at: position)
            guard end - start <= min(self.limits.lineLength, Int(UInt16.max)) else {
                throw SDPParseError(.limitExceeded, line: self.lineNumber)
            }
            guard end > start else {
                self.isCanonical = false
                continue
            }
            guard end - start >= 2, self.text[start + 1] == 0x3D else {
                throw SDPParseError(.malformedLine, line: self.lineNumber)
            }
            try self.add(type: self.text[start], value: start + 2..<end, colon: min(colon, end))
        }
    }

    /// Takes CRLF, LF or the end of the text; a bare CR or NUL would smuggle a line past us (RFC 8866 §9).
    private mutating func endOfLine(at position: Int) throws(SDPParseError) -> Int {
        guard position < self.text.count else {
            self.isCanonical = false
            return position
        }
        if self.text[position] == 0x0D {
            guard position + 1 < self.text.count else {
                self.isCanonical = false
                return position + 1
            }
            if self.text[position + 1] == 0x0A {
                return position + 2
            }
        }
        guard self.text[position] == 0x0A else {
            throw SDPParseError(.malformedLine, line: self.lineNumber)
        }
        self.isCanonical = false
        return position + 1
    }

    private mutating func add(type: UInt8, value: Range<Int>, colon: Int) throws(SDPParseError) {
        guard self.seen & Self.seenVersion != 0 || type == 0x76 else {
            throw SDPParseError(.missingVersion, line: self.lineNumber)
        }
        if type == 0x6D {
            return try self.openSection(value)
        }
        guard self.lines.count - self.sectionStart <= self.limits.linesPerSection else {
            throw SDPParseError(.limitExceeded, line: self.lineNumber)
        }
        let rank = try self.sections.isEmpty ? self.sessionRank(type) : self.mediaRank(type)
        if rank < self.rank {
            self.isCanonical = false
        }
        self.rank = max(rank, self.rank)
        var name = SDPAttributeName.other
        switch type {
        case 0x61:
            name = SDPAttributeName.identify(self.text, value.lowerBound..<max(value.lowerBound, colon))
            self.note(name, value)
        case 0x63: try self.noteConnection(value)
        case 0x6B:
            // The key is dropped: the line is obsolete and MUST NOT be used (RFC 8866 §5.12).
            self.isCanonical = false
            return
        case 0x6F: try self.noteOrigin(value)
        case 0x73: self.isCanonical = self.isCanonical && !value.isEmpty
        case 0x76:
            guard self.text[value].matches("0") else {
                throw SDPParseError(.unknownVersion, line: self.lineNumber)
            }
        default: break
        }
        self.append(type, value, name)
    }

    private mutating func append(_ type: UInt8, _ value: Range<Int>, _ name: SDPAttributeName = .other) {
        let start = UInt32(truncatingIfNeeded: value.lowerBound)
        let length = UInt16(truncatingIfNeeded: value.count)
        self.lines.append(SDPLine(start: start, length: length, type: type, name: name))
    }

    // MARK: Order

    /// The place of a type among the session-level lines (RFC 8866 §5).
    private mutating func sessionRank(_ type: UInt8) throws(SDPParseError) -> UInt8 {
        switch type {
        case 0x76: return try self.once(Self.seenVersion, 0)  // v
        case 0x6F: return try self.once(Self.seenOrigin, 1)  // o
        case 0x73: return try self.once(Self.seenName, 2)  // s
        case 0x69: return 3  // i
        case 0x75: return 4  // u
        case 0x65: return 5  // e
        case 0x70: return 6  // p
        case 0x63: return try self.once(Self.seenConnection, 7)  // c
        case 0x62: return 8  // b
        case 0x74:  // t
            self.seen |= Self.seenTime
            return 9
        case 0x72: return 9  // r
        case 0x7A: return 10  // z
        case 0x6B: return 11  // k
        case 0x61: return 12  // a
        default: throw SDPParseError(.unknownType, line: self.lineNumber)
        }
    }

    /// The place of a type among the lines of a media section (RFC 8866 §5).
    private func mediaRank(_ type: UInt8) throws(SDPParseError) -> UInt8 {
        switch type {
        case 0x69: 1  // i
        case 0x63: 2  // c
        case 0x62: 3  // b
        case 0x6B: 4  // k
        case 0x61: 5  // a
        case 0x76, 0x6F, 0x73, 0x75, 0x65, 0x70, 0x74, 0x72, 0x7A:
            throw SDPParseError(.misplacedLine, line: self.lineNumber)
        default: throw SDPParseError(.unknownType, line: self.lineNumber)
        }
    }

    private mutating func once(_ bit: UInt8, _ rank: UInt8) throws(SDPParseError) -> UInt8 {
        guard self.seen & bit == 0 else {
            throw SDPParseError(.repeatedLine, line: self.lineNumber)
        }
        self.seen |= bit
        return rank
    }

    // MARK: Sections

    private mutating func openSection(_ value: Range<Int>) throws(SDPParseError) {
        guard self.sections.count < self.limits.mediaDescriptions else {
            throw SDPParseError(.limitExceeded, line: self.lineNumber)
        }
        self.closeSection()
        guard let section = self.mediaSection(value) else {
            throw SDPParseError(.malformedMedia, line: self.lineNumber)
        }
        guard self.formatCount(value.dropFirst(Int(section.formatsOffset))) <= self.limits.formatsPerMedia else {
            throw SDPParseError(.limitExceeded, line: self.lineNumber)
        }
        self.sections.append(section)
        self.append(0x6D, value)
        self.rank = 0
        self.sectionStart = self.lines.count
    }

    private mutating func closeSection() {
        let attributes = self.lines[self.sectionStart...].firstIndex { $0.type == 0x61 } ?? self.lines.count
        if let last = self.sections.indices.last {
            self.sections[last].endLine = self.lines.count
            self.sections[last].firstAttribute = attributes
        } else {
            self.sessionEnd = self.lines.count
            self.firstAttribute = attributes
        }
    }

    private mutating func finish() throws(SDPParseError) {
        self.closeSection()
        guard self.seen & Self.seenVersion != 0 else {
            throw SDPParseError(.missingVersion)
        }
        guard self.seen & Self.seenOrigin != 0 else {
            throw SDPParseError(.missingOrigin)
        }
        let expected = Self.seenName | Self.seenTime
        self.isCanonical = self.isCanonical && self.seen & expected == expected
    }

    /// `media SP port[/count] SP proto SP fmt…`; a refused m-line may lack its formats.
    private func mediaSection(_ value: Range<Int>) -> MediaSection? {
        var fields = FieldReader(value)
        guard let kind = fields.next(in: self.text), let ports = fields.next(in: self.text),
            let proto = fields.next(in: self.text)
        else {
            return nil
        }
        fields.skipSpaces(in: self.text)
        var number = FieldReader(ports)
        guard let port = number.decimal(in: self.text).flatMap(UInt16.init(exactly:)) else {
            return nil
        }
        var count: UInt16 = 1
        if !number.isAtEnd {
            guard number.take(0x2F, in: self.text), let parsed = number.decimal(in: self.text), number.isAtEnd,
                let exact = UInt16(exactly: parsed)
            else {
                return nil
            }
            count = exact
        }
        guard port == 0 || !fields.isAtEnd else {
            return nil
        }
        return MediaSection(
            kind: MediaKind(self.text[kind]),
            transport: MediaTransport(self.text[proto]),
            port: port,
            portCount: count,
            formatsOffset: UInt16(truncatingIfNeeded: fields.position - value.lowerBound),
            direction: nil,
            connection: nil,
            firstLine: self.lines.count,
            firstAttribute: self.lines.count + 1,
            endLine: self.lines.count + 1
        )
    }

    private func formatCount(_ range: Range<Int>.SubSequence) -> Int {
        var fields = FieldReader(range)
        var count = 0
        while fields.next(in: self.text) != nil {
            count += 1
        }
        return count
    }

    // MARK: Values

    private mutating func note(_ name: SDPAttributeName, _ value: Range<Int>) {
        guard let direction = name.direction else {
            return
        }
        if let last = self.sections.indices.last {
            self.sections[last].direction = direction
        } else {
            self.direction = direction
        }
    }

    private mutating func noteOrigin(_ value: Range<Int>) throws(SDPParseError) {
        var fields = FieldReader(value)
        guard fields.next(in: self.text) != nil,
            let sessionID = fields.saturatingDecimalField(in: self.text),
            let version = fields.saturatingDecimalField(in: self.text),
            fields.next(in: self.text) != nil, fields.next(in: self.text) != nil, fields.next(in: self.text) != nil
        else {
            throw SDPParseError(.malformedOrigin, line: self.lineNumber)
        }
        self.sessionID = sessionID
        self.version = version
    }

    private mutating func noteConnection(_ value: Range<Int>) throws(SDPParseError) {
        var fields = FieldReader(value)
        guard let network = fields.next(in: self.text), fields.next(in: self.text) != nil,
            let address = fields.next(in: self.text)
        else {
            throw SDPParseError(.malformedConnection, line: self.lineNumber)
        }
        let isInternet = self.text[network].matches("IN")
        let ip = isInternet ? SDPAddressReader.read(self.text, address).ip : nil
        let stored = StoredConnection(ip: ip, line: Int32(truncatingIfNeeded: self.lines.count))
        guard let last = self.sections.indices.last else {
            self.connection = stored
            return
        }
        if self.sections[last].connection == nil {
            self.sections[last].connection = stored
        }
    }

    // MARK: Canonical text

    /// The same description with its lines in order, CRLF at their ends and what is mandatory added.
    func canonicalText() -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(self.text.count + 32)
        self.write(self.lines[..<self.sessionEnd], order: "vosiuepcb", to: &text)
        if self.seen & Self.seenTime == 0 {
            text.append("t=0 0\r\n")
        }
        self.write(self.lines[..<self.sessionEnd], together: "tr", to: &text)
        self.write(self.lines[..<self.sessionEnd], order: "za", to: &text)
        for section in self.sections {
            self.write(self.lines[section.firstLine..<section.endLine], order: "micba", to: &text)
        }
        return text
    }

    private func write(_ lines: ArraySlice<SDPLine>, order: StaticString, to text: inout [UInt8]) {
        for type in ByteString(stringLiteral: order).bytes {
            var written = 0
            for line in lines where line.type == type {
                self.write(line, to: &text)
                written += 1
            }
            if type == 0x73, written == 0 {
                text.append("s=-\r\n")
            }
        }
    }

    private func write(_ lines: ArraySlice<SDPLine>, together types: StaticString, to text: inout [UInt8]) {
        let types = ByteString(stringLiteral: types).bytes
        for line in lines where types.contains(line.type) {
            self.write(line, to: &text)
        }
    }

    private func write(_ line: SDPLine, to text: inout [UInt8]) {
        text.append(line.type)
        text.append(0x3D)
        if line.type == 0x73, line.length == 0 {
            text.append(0x2D)
        }
        text.append(contentsOf: self.text[line.range])
        text.append("\r\n")
    }
}
