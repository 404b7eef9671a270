/// An element of XML for the second implementation; it shares nothing with the reader of the product.
final class SecondElement {
    let name: String
    let attributes: [String: String]
    var children: [SecondElement] = []
    var text = ""

    init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    func all(_ name: String) -> [SecondElement] {
        self.children.filter { $0.name == name }
    }

    /// Reads well-formed XML without checking anything; the outermost element has no name.
    static func parse(_ text: String) -> SecondElement {
        let root = SecondElement(name: "", attributes: [:])
        var open = [root]
        var rest = Substring(text)
        while let less = rest.firstIndex(of: "<") {
            open[open.count - 1].text += self.decode(rest[..<less])
            rest = rest[less...].dropFirst()
            if rest.hasPrefix("!--") {
                rest = self.after("-->", in: rest)
            } else if rest.hasPrefix("?") {
                rest = self.after("?>", in: rest)
            } else if rest.hasPrefix("![CDATA[") {
                let inside = rest.dropFirst(8)
                let end = inside.range(ofText: "]]>") ?? inside.endIndex..<inside.endIndex
                open[open.count - 1].text += inside[..<end.lowerBound]
                rest = inside[end.upperBound...]
            } else if rest.hasPrefix("/") {
                open.removeLast()
                rest = self.after(">", in: rest)
            } else {
                let (element, isEmpty) = self.tag(&rest)
                open[open.count - 1].children.append(element)
                if !isEmpty {
                    open.append(element)
                }
            }
        }
        return root
    }

    private static func tag(_ rest: inout Substring) -> (SecondElement, Bool) {
        let name = String(rest.prefix { !" \t\n/>".contains($0) })
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { " \t\n".contains($0) }
            if rest.hasPrefix("/>") {
                rest = rest.dropFirst(2)
                return (SecondElement(name: name, attributes: attributes), true)
            }
            if rest.isEmpty || rest.hasPrefix(">") {
                rest = rest.dropFirst()
                return (SecondElement(name: name, attributes: attributes), false)
            }
            let key = String(rest.prefix { $0 != "=" }).trimmed
            rest = rest.drop { $0 != "=" }.dropFirst().drop { " \t\n".contains($0) }
            let quote = rest.first ?? "\""
            rest = rest.dropFirst()
            let value = rest.prefix { $0 != quote }
            attributes[key] = self.decode(value.map { "\t\n".contains($0) ? " " : String($0) }.joined()[...])
            rest = rest.dropFirst(value.count + 1)
        }
    }

    private static func after(_ end: String, in text: Substring) -> Substring {
        text.range(ofText: end).map { text[$0.upperBound...] } ?? ""
    }

    private static func decode(_ text: Substring) -> String {
        var result = String(text)
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
            result = result.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
        }
        return result
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Where `text` stands first.
    func range(ofText text: String) -> Range<Index>? {
        var start = self.startIndex
        while start < self.endIndex {
            if self[start...].hasPrefix(text) {
                return start..<self.index(start, offsetBy: text.count)
            }
            start = self.index(after: start)
        }
        return nil
    }

    var trimmed: String {
        String(self.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
