import ProtocolKit

/// A directive of FreeSWITCH's preprocessor, and what stands around it on its line.
struct PreprocessorDirective {
    /// What is asked for.
    enum Kind: Hashable {
        /// `set`
        case set(ByteString, ByteString)
        /// `env-set`
        case setFromProcess(String, variable: String)
        /// `include`
        case include(String)
        /// `exec-set` and `stun-set`
        case setFromOutside(String, name: String)
        /// `exec`
        case execute
        case unknown(String)
        /// Its name is part of another word: the line is dropped all the same.
        case disabled
        case malformed
    }

    let kind: Kind

    /// What stands before it.
    let before: ArraySlice<UInt8>

    /// What stands behind it; `nil` when it does not end on the line.
    let after: ArraySlice<UInt8>?

    /// Whether the line has something else, which is dropped.
    let losesText: Bool

    /// `<X-PRE-PROCESS cmd="…" data="…"/>`; only double quotes count.
    init?(element line: ArraySlice<UInt8>) {
        guard let name = PreprocessorLine.range(of: "X-PRE-PROCESS", in: line, ignoringCase: true) else {
            return nil
        }
        let before = line[..<name.lowerBound]
        self.before = []
        self.after = []
        let rest = line[name.upperBound...]
        let end = PreprocessorLine.range(of: "/>", in: rest)
        self.losesText =
            before.contains { !$0.isSpace && $0 != 0x3C }
            || end.map { rest[$0.upperBound...].contains { !$0.isSpace } } ?? false
        guard before.last == 0x3C else {
            self.kind = .disabled
            return
        }
        let inside = end.map { rest[..<$0.lowerBound] } ?? rest
        guard let (command, behind) = Self.attribute("cmd", in: inside),
            let (data, _) = Self.attribute("data", in: behind)
        else {
            self.kind = .malformed
            return
        }
        self.kind = Self.kind(command, data)
    }

    /// Reads `<!--#command "data"-->`.
    init?(comment line: ArraySlice<UInt8>) {
        guard let start = PreprocessorLine.range(of: "<!--#", in: line) else {
            return nil
        }
        self.before = line[..<start.lowerBound]
        let rest = line[start.upperBound...]
        let end = PreprocessorLine.range(of: "-->", in: rest)
        self.after = end.map { rest[$0.upperBound...] }
        self.losesText = false
        let inside = (end.map { rest[..<$0.lowerBound] } ?? rest).prefix { $0 != 0x0A && $0 != 0x0D }
        guard let space = inside.firstIndex(of: 0x20) else {
            self.kind = .malformed
            return
        }
        var data = inside[space...].dropFirst()
        if let quote = data.firstIndex(of: 0x22), let other = data[quote...].dropFirst().firstIndex(of: 0x22) {
            data = data[..<other][quote...].dropFirst()
        }
        self.kind = Self.kind(inside[..<space], data)
    }

    private static func attribute(
        _ name: String,
        in text: ArraySlice<UInt8>
    ) -> (value: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        guard let found = PreprocessorLine.range(of: name, in: text, ignoringCase: true),
            let equals = text[found.upperBound...].firstIndex(of: 0x3D),
            let open = text[equals...].firstIndex(of: 0x22)
        else {
            return nil
        }
        let value = text[open...].dropFirst()
        let close = value.firstIndex(of: 0x22) ?? value.endIndex
        return (value[..<close], value[close...].dropFirst())
    }

    private static func kind(_ command: ArraySlice<UInt8>, _ data: ArraySlice<UInt8>) -> Kind {
        let name = String(decoding: command, as: UTF8.self).lowercased()
        let text = String(decoding: data, as: UTF8.self)
        switch name {
        case "set":
            return self.pair(data).map { .set($0, $1) } ?? .malformed
        case "env-set":
            guard let (name, value) = self.pair(data), value.bytes.first == 0x24 else {
                return .malformed
            }
            return .setFromProcess(name.description, variable: ByteString(value.bytes.dropFirst()).description)
        case "exec-set", "stun-set":
            return .setFromOutside(name, name: self.pair(data)?.0.description ?? text)
        case "include":
            return .include(text)
        case "exec":
            return .execute
        default:
            return .unknown(name)
        }
    }

    /// `name=value` without the spaces around the equals sign.
    private static func pair(_ data: ArraySlice<UInt8>) -> (ByteString, ByteString)? {
        guard let equals = data.firstIndex(of: 0x3D) else {
            return nil
        }
        var name = data[..<equals]
        while name.last == 0x20 {
            name = name.dropLast()
        }
        return (ByteString(name), ByteString(data[equals...].dropFirst().drop { $0 == 0x20 }))
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool {
        self == 0x20 || 9...13 ~= self
    }
}
