/// The language that a dialplan file is written in.
package enum DialplanLanguage: String, Hashable, Sendable, CaseIterable {
    /// This program's own: anchored expressions, one phase, everything checked when it is read.
    case strict

    /// That of FreeSWITCH's XML dialplan, with its surprises.
    case freeSWITCH = "fs"

    /// The language of a file: what it was handed in as, else the one that its outermost element belongs to.
    package init(of source: DialplanReader.Source) {
        self = source.language ?? Self.told(by: source.octets)
    }

    private static let elements: Set<String> = ["include", "context", "extension", "document", "section"]

    /// Reads up to the first tag.
    private static func told(by octets: [UInt8]) -> DialplanLanguage {
        var rest = octets[...]
        while let start = rest.firstIndex(of: 0x3C) {
            rest = rest[start...].dropFirst()
            if rest.starts(with: "!--".utf8) {
                rest = self.skip("-->", in: rest)
            } else if rest.first == 0x3F {
                rest = self.skip("?>", in: rest)
            } else {
                let name = String(decoding: rest.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }, as: UTF8.self)
                return self.elements.contains(name) || name.uppercased() == "X-PRE-PROCESS" ? .freeSWITCH : .strict
            }
        }
        return .strict
    }

    private static func skip(_ end: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        PreprocessorLine.range(of: end, in: text).map { text[$0.upperBound...] } ?? []
    }
}
