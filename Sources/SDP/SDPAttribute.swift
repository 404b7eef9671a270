package import ProtocolKit

/// One `a=` line (RFC 8866 §5.13), a view into its description.
package struct SDPAttribute: Sendable {
    private let storage: SDPStorage
    private let line: Int

    init(storage: SDPStorage, line: Int) {
        self.storage = storage
        self.line = line
    }

    /// Which of the attributes we give a meaning to it is.
    package var id: SDPAttributeName {
        self.storage.lines[self.line].name
    }

    /// What stands before the colon.
    package var name: ByteString {
        let text = self.storage.value(self.line)
        return ByteString(text[..<(text.firstIndex(of: 0x3A) ?? text.endIndex)])
    }

    /// What stands behind the colon; `nil` for an attribute without a value.
    package var value: ByteString? {
        let text = self.storage.value(self.line)
        return text.firstIndex(of: 0x3A).map { ByteString(text[($0 + 1)...]) }
    }

    /// Where the value stands in the text of the description.
    var valueRange: Range<Int> {
        let range = self.storage.lines[self.line].range
        let colon = self.storage.text[range].firstIndex(of: 0x3A)
        return (colon.map { $0 + 1 } ?? range.upperBound)..<range.upperBound
    }
}

extension SDPAttribute: Hashable {
    package static func == (left: SDPAttribute, right: SDPAttribute) -> Bool {
        left.storage.value(left.line) == right.storage.value(right.line)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.storage.value(self.line))
    }
}

/// The attributes of one section, in their order.
package struct SDPAttributes: RandomAccessCollection, Sendable {
    private let storage: SDPStorage
    private let lines: Range<Int>

    init(storage: SDPStorage, lines: Range<Int>) {
        self.storage = storage
        self.lines = lines
    }

    package var startIndex: Int {
        0
    }

    package var endIndex: Int {
        self.lines.count
    }

    package subscript(position: Int) -> SDPAttribute {
        precondition(position >= 0 && position < self.lines.count, "no such attribute")
        return SDPAttribute(storage: self.storage, line: self.lines.lowerBound + position)
    }

    /// The first attribute of a name.
    package func first(_ id: SDPAttributeName) -> SDPAttribute? {
        for line in self.lines where self.storage.lines[line].name == id {
            return SDPAttribute(storage: self.storage, line: line)
        }
        return nil
    }

    /// The first attribute of a name we give no meaning to.
    package func first(named name: StaticString) -> SDPAttribute? {
        let name = ByteString(stringLiteral: name)
        return self.first { $0.name == name }
    }
}

/// A `b=` line (RFC 8866 §5.8, RFC 3890).
package struct Bandwidth: Hashable, Sendable {
    /// `AS`, `CT`, `TIAS`, `RS`, `RR` or another word.
    package let type: ByteString

    /// The number: kilobits, or bits for `TIAS`, `RS` and `RR`.
    package let value: UInt64

    package init(_ type: ByteString, _ value: UInt64) {
        self.type = type
        self.value = value
    }

    static func all(in storage: SDPStorage, _ lines: ArraySlice<SDPLine>) -> [Bandwidth] {
        lines.lazy.filter { $0.type == 0x62 }.compactMap { line in
            var fields = FieldReader(line.range)
            guard let type = fields.next(upTo: 0x3A, in: storage.text), let value = fields.decimal(in: storage.text)
            else {
                return nil
            }
            return Bandwidth(ByteString(storage.text[type]), value)
        }
    }
}
