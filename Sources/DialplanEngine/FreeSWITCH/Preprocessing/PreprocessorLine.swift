import ProtocolKit

/// One line of a file with its `$${name}` replaced.
struct PreprocessorLine {
    /// The line as it goes on.
    let text: [UInt8]

    /// The names that are not set.
    private(set) var unknownNames: [ByteString] = []

    /// Whether a `$${` has no `}`.
    private(set) var isUnterminated = false

    /// The written line up to the end of the first `$${…}`: FreeSWITCH looks for tags there alone.
    private let head: ArraySlice<UInt8>

    init(_ written: ArraySlice<UInt8>, value: (ByteString) -> ByteString?) {
        var text: [UInt8] = []
        var rest = written
        var head = written
        while let dollar = rest.firstIndex(of: 0x24) {
            text += rest[..<dollar]
            rest = rest[dollar...]
            guard rest.starts(with: "$${".utf8) else {
                text.append(0x24)
                rest = rest.dropFirst()
                continue
            }
            guard let end = Self.endOfBrace(rest.dropFirst(2)) else {
                self.isUnterminated = true
                text.append(0x24)
                rest = rest.dropFirst()
                continue
            }
            head = head.endIndex == written.endIndex ? written[..<end] : head
            let name = ByteString(rest[..<end].dropFirst(3))
            if let value = value(name.lowercased) {
                text += value.bytes.map { $0 == 0x0A ? 0x20 : $0 }
            } else {
                self.unknownNames.append(name)
            }
            rest = rest[end...].dropFirst()
        }
        self.text = text + rest
        self.head = head
    }

    /// Whether FreeSWITCH drops it for the sake of other readers of XML.
    var isDropped: Bool {
        ["<include>", "</include>", "<?"].contains { Self.range(of: $0, in: self.head) != nil }
    }

    /// What follows a `-->`.
    var endOfComment: ArraySlice<UInt8>? {
        guard Self.range(of: "-->", in: self.head) != nil, let range = Self.range(of: "-->", in: self.text[...]) else {
            return nil
        }
        return self.text[range.upperBound...]
    }

    /// Where the brace that `text` begins with is closed.
    private static func endOfBrace(_ text: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        for index in text.indices {
            if text[index] == 0x7B {
                depth += 1
            } else if text[index] == 0x7D {
                depth -= 1
                if depth == 0 {
                    return index
                }
            }
        }
        return nil
    }

    /// The first place of `words`, letter by letter or without regard to case.
    static func range(
        of words: String,
        in text: ArraySlice<UInt8>,
        ignoringCase: Bool = false
    ) -> Range<Int>? {
        let words = Array(words.utf8)
        let start = text.indices.first { index in
            let part = text[index...].prefix(words.count)
            return part.count == words.count
                && zip(part, words).allSatisfy { own, other in
                    ignoringCase ? own.asciiLowercased == other.asciiLowercased : own == other
                }
        }
        return start.map { $0..<($0 + words.count) }
    }
}
