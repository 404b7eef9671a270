import ProtocolKit

/// Finds the elements of a dialplan file in its text.
///
/// The file has been read as XML before: it is well-formed and has no document type. A file that is not gives fewer
/// elements and nothing worse.
struct PlanScanner {
    private var cursor: ByteCursor
    private let octets: [UInt8]
    private var line = 1
    private var lineOffset = 0

    /// The deepest nesting that is looked at.
    private static let deepest = 64

    init(_ octets: [UInt8]) {
        self.octets = octets
        self.cursor = ByteCursor(octets)
    }

    /// The outermost element; `nil` when there is none.
    mutating func root() -> PlanElement? {
        // The elements that are open, the outermost first.
        var open: [PlanElement] = []
        while self.cursor.take(upTo: 0x3C) != nil {
            let start = self.cursor.position
            _ = self.cursor.take()
            if self.skipsMarkup() {
                continue
            }
            if self.cursor.take(0x2F) {
                self.skip(past: [0x3E])
                guard var closed = open.popLast() else {
                    return nil
                }
                closed.range = closed.range.lowerBound..<self.cursor.position
                guard !open.isEmpty else {
                    return closed
                }
                open[open.count - 1].children.append(closed)
            } else if let (element, isEmpty) = self.element(from: start), open.count < Self.deepest {
                if !isEmpty {
                    open.append(element)
                } else if open.isEmpty {
                    return element
                } else {
                    open[open.count - 1].children.append(element)
                }
            }
        }
        return nil
    }

    /// Passes a comment, an instruction or a section of characters.
    private mutating func skipsMarkup() -> Bool {
        if self.cursor.take("!--") {
            self.skip(past: Array("-->".utf8))
        } else if self.cursor.take("![CDATA[") {
            self.skip(past: Array("]]>".utf8))
        } else if self.cursor.take(0x3F) {
            self.skip(past: Array("?>".utf8))
        } else if self.cursor.take(0x21) {
            self.skip(past: Array(">".utf8))
        } else {
            return false
        }
        return true
    }

    private mutating func skip(past mark: [UInt8]) {
        guard let last = mark.last else {
            return
        }
        while let range = self.cursor.take(upTo: last) {
            _ = self.cursor.take()
            let start = max(range.lowerBound - mark.count, self.cursor.position - mark.count, 0)
            if Array(self.octets[start..<self.cursor.position]) == mark {
                return
            }
        }
        _ = self.cursor.takeRest()
    }

    private mutating func element(from start: Int) -> (PlanElement, isEmpty: Bool)? {
        let name = self.cursor.take { !Self.isSpace($0) && $0 != 0x3E && $0 != 0x2F }
        guard !name.isEmpty else {
            return nil
        }
        let afterName = self.cursor.position
        var attributes: [PlanElement.Attribute] = []
        while true {
            _ = self.cursor.take(while: Self.isSpace)
            guard let next = self.cursor.peek(), next != 0x3E, next != 0x2F else {
                break
            }
            guard let attribute = self.attribute() else {
                return nil
            }
            attributes.append(attribute)
        }
        let isEmpty = self.cursor.take(0x2F)
        guard self.cursor.take(0x3E) else {
            return nil
        }
        let element = PlanElement(
            name: self.text(name),
            range: start..<self.cursor.position,
            line: self.line(at: start),
            attributes: attributes,
            afterName: afterName
        )
        return (element, isEmpty)
    }

    private mutating func attribute() -> PlanElement.Attribute? {
        let name = self.cursor.take { !Self.isSpace($0) && $0 != 0x3D && $0 != 0x3E }
        _ = self.cursor.take(while: Self.isSpace)
        guard !name.isEmpty, self.cursor.take(0x3D) else {
            return nil
        }
        _ = self.cursor.take(while: Self.isSpace)
        guard let quote = self.cursor.take(), quote == 0x22 || quote == 0x27,
            let range = self.cursor.take(upTo: quote), self.cursor.take(quote)
        else {
            return nil
        }
        return PlanElement.Attribute(
            name: self.text(name),
            range: range,
            value: PlanValue.decoded(self.octets[range])
        )
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: self.octets[range], as: UTF8.self)
    }

    /// Tags are asked about in the order of the file, so each octet is looked at once.
    private mutating func line(at offset: Int) -> Int {
        self.line += self.octets[self.lineOffset..<max(offset, self.lineOffset)].count { $0 == 0x0A }
        self.lineOffset = max(offset, self.lineOffset)
        return self.line
    }

    private static func isSpace(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x09 || octet == 0x0A || octet == 0x0D
    }
}
