/// The name of a file with `*`, `?` and `[…]` in it, as `glob(3)` matches it: none of them matches `/`, and the first two
/// no point at the beginning of a name.
struct FilePattern {
    /// The parts between slashes; `.` and `..` are worked out, and an absolute path begins with an empty part.
    private let parts: [[UInt8]]

    /// Whether several files can match.
    let isWild: Bool

    /// A path as a file in `folder` writes it.
    init(_ path: String, in folder: String) {
        let isAbsolute = path.hasPrefix("/") || folder.isEmpty
        self.parts = Self.parts(isAbsolute ? path : folder + "/" + path)
        self.isWild = path.utf8.contains { "*?[".utf8.contains($0) }
    }

    /// The folder of a file.
    static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else {
            return ""
        }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    /// Whether this is the file's path.
    func matches(_ file: String) -> Bool {
        let names = Self.parts(file)
        return names.count == self.parts.count
            && zip(self.parts, names).allSatisfy { Self.matches($0[...], $1[...], isStart: true) }
    }

    private static func parts(_ path: String) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        for part in path.utf8.split(separator: 0x2F, omittingEmptySubsequences: true) {
            if part.elementsEqual("..".utf8) {
                _ = parts.popLast()
            } else if !part.elementsEqual(".".utf8) {
                parts.append(Array(part))
            }
        }
        return path.hasPrefix("/") ? [[]] + parts : parts
    }

    /// Compares one name: a star is tried with one octet more each time, and only the last star is tried again.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, isStart: Bool) -> Bool {
        if isStart, name.first == 0x2E, pattern.first != 0x2E {
            return false
        }
        var pattern = pattern
        var name = name
        var retry: (pattern: ArraySlice<UInt8>, name: ArraySlice<UInt8>)?
        while true {
            if pattern.first == 0x2A {
                pattern = pattern.dropFirst()
                retry = (pattern, name)
            } else if let octet = name.first, let rest = self.rest(of: pattern, after: octet) {
                pattern = rest
                name = name.dropFirst()
            } else if name.isEmpty, pattern.isEmpty {
                return true
            } else if let again = retry, !again.name.isEmpty {
                name = again.name.dropFirst()
                pattern = again.pattern
                retry = (pattern, name)
            } else {
                return false
            }
        }
    }

    /// What is left of the pattern when its first place takes `octet`.
    private static func rest(of pattern: ArraySlice<UInt8>, after octet: UInt8) -> ArraySlice<UInt8>? {
        switch pattern.first {
        case nil:
            return nil
        case 0x3F:
            return pattern.dropFirst()
        case 0x5B:
            guard let end = pattern.dropFirst(2).firstIndex(of: 0x5D) else {
                return octet == 0x5B ? pattern.dropFirst() : nil
            }
            var members = pattern[..<end].dropFirst()
            let isNegated = members.first == 0x21 || members.first == 0x5E
            members = isNegated ? members.dropFirst() : members
            return self.contains(members, octet) != isNegated ? pattern[end...].dropFirst() : nil
        case .some(let literal):
            return literal == octet ? pattern.dropFirst() : nil
        }
    }

    private static func contains(_ members: ArraySlice<UInt8>, _ octet: UInt8) -> Bool {
        var members = members
        while let first = members.popFirst() {
            guard members.first == 0x2D, let last = members.dropFirst().first else {
                if first == octet {
                    return true
                }
                continue
            }
            if first <= last, (first...last).contains(octet) {
                return true
            }
            members = members.dropFirst(2)
        }
        return false
    }
}
