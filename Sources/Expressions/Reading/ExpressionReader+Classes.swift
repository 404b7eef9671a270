extension ExpressionReader {
    /// What follows a backslash outside of a class.
    mutating func escape(
        from start: Int
    ) throws(ExpressionConstruct) -> (shape: ExpressionShape, repeats: Bool) {
        switch self.peek() {
        case UInt8(ascii: "A"):
            self.skip()
            return (.start, false)
        case UInt8(ascii: "z"):
            self.skip()
            return (.end(orLineFeed: false), false)
        case UInt8(ascii: "Z"):
            self.skip()
            self.note(self.construct("\"\\Z\" is not RE2's", at: start))
            return (.end(orLineFeed: true), false)
        case UInt8(ascii: "b"), UInt8(ascii: "B"):
            self.skip()
            return (.empty, false)
        case .some(let digit) where digit >= UInt8(ascii: "1") && digit <= UInt8(ascii: "9"):
            throw self.construct("a reference back to a group cannot be matched in linear time", at: start)
        default:
            break
        }
        if let set = self.classEscape(from: start, isInClass: false) {
            return (.octets(set), true)
        }
        let octet = try self.octetEscape(from: start)
        return (.octets(try self.cased(OctetSet(octet), at: start)), true)
    }

    private mutating func skip() {
        _ = self.take()
    }

    /// `\d` and its kind; `\s` and `\S` are written out for RE2, whose own leave out the vertical tab.
    private mutating func classEscape(from start: Int, isInClass: Bool) -> OctetSet? {
        let set: OctetSet
        var written: StaticString?
        switch self.peek() {
        case UInt8(ascii: "d"):
            set = .digits
        case UInt8(ascii: "D"):
            set = OctetSet.digits.complement
        case UInt8(ascii: "w"):
            set = .wordOctets
        case UInt8(ascii: "W"):
            set = OctetSet.wordOctets.complement
        case UInt8(ascii: "s"):
            set = self.spaces
            written = "[:space:]"
        case UInt8(ascii: "S"):
            set = self.spaces.complement
            written = "[:^space:]"
        default:
            return nil
        }
        self.skip()
        if let written {
            self.replace(from: start, with: Array((isInClass ? "\(written)" : "[\(written)]").utf8))
        }
        return set
    }

    private var spaces: OctetSet {
        self.language == .backtracking ? .spaces : .spacesOfRE2
    }

    /// An escape that stands for one octet in both languages.
    private mutating func octetEscape(from start: Int) throws(ExpressionConstruct) -> UInt8 {
        guard let octet = self.take() else {
            throw self.construct("the expression ends with a \"\\\"", at: start)
        }
        switch octet {
        case UInt8(ascii: "n"):
            return 0x0A
        case UInt8(ascii: "r"):
            return 0x0D
        case UInt8(ascii: "t"):
            return 0x09
        case UInt8(ascii: "f"):
            return 0x0C
        case UInt8(ascii: "a"):
            return 0x07
        case UInt8(ascii: "x"):
            guard let high = self.take().flatMap(Self.hexDigit), let low = self.take().flatMap(Self.hexDigit) else {
                throw self.construct("only \"\\x\" with two hexadecimal digits is RE2's", at: start)
            }
            return high << 4 | low
        case _ where OctetSet.letters.union(.digits).contains(octet):
            throw self.construct(
                "\"\\\(Character(Unicode.Scalar(octet)))\" is not RE2's, or means something else",
                at: start
            )
        default:
            if octet == UInt8(ascii: "_") || octet >= 0x80 {
                // RE2 wants these without the backslash, which changes nothing.
                self.replace(from: start, with: [octet])
            }
            return octet
        }
    }

    private static func hexDigit(_ octet: UInt8) -> UInt8? {
        switch octet {
        case 0x30...0x39:
            octet - 0x30
        case 0x41...0x46:
            octet - 0x37
        case 0x61...0x66:
            octet - 0x57
        default:
            nil
        }
    }
}

// MARK: - Classes

extension ExpressionReader {
    /// What follows `[`.
    mutating func characterClass(from start: Int) throws(ExpressionConstruct) -> OctetSet {
        let isNegated = self.take("^")
        var set = OctetSet()
        var isFirst = true
        while let next = self.peek(), isFirst || next != UInt8(ascii: "]") {
            set = set.union(try self.classItem(isFirst: isFirst))
            isFirst = false
        }
        guard self.take("]") else {
            throw self.construct("a \"[\" has no \"]\"", at: start)
        }
        return isNegated ? set.complement : set
    }

    /// A named class, an escaped class, an octet or a range.
    private mutating func classItem(isFirst: Bool) throws(ExpressionConstruct) -> OctetSet {
        let start = self.position
        if self.peek() == UInt8(ascii: "["), let kind = self.peek(1), ":.=".utf8.contains(kind) {
            let set = try self.namedClass(from: start)
            try self.refuseRange(from: start)
            return set
        }
        if self.peek() == UInt8(ascii: "\\") {
            self.skip()
            if let set = self.classEscape(from: start, isInClass: true) {
                try self.refuseRange(from: start)
                return set
            }
            self.step(back: 1)
        }
        let first = try self.classOctet()
        guard self.peek() == UInt8(ascii: "-"), let next = self.peek(1), next != UInt8(ascii: "]") else {
            let isHyphen = first == UInt8(ascii: "-") && self.position == start + 1
            guard !isHyphen || isFirst || self.peek() == UInt8(ascii: "]") else {
                throw self.construct("a \"-\" stands within a class; write \"\\-\"", at: start)
            }
            return try self.cased(OctetSet(first), at: start)
        }
        self.skip()
        guard next != UInt8(ascii: "["), first != UInt8(ascii: "-") else {
            throw self.construct("the ends of a range are unclear", at: start)
        }
        let last = try self.classOctet()
        guard last >= first else {
            throw self.construct("a range ends before it begins", at: start)
        }
        try self.refuseRange(from: start)
        return try self.cased(OctetSet(first, through: last), at: start)
    }

    private mutating func classOctet() throws(ExpressionConstruct) -> UInt8 {
        let start = self.position
        guard let octet = self.take() else {
            throw self.construct("a \"[\" has no \"]\"", at: start)
        }
        return octet == UInt8(ascii: "\\") ? try self.octetEscape(from: start) : octet
    }

    /// A `-` after what cannot begin a range is read in several ways.
    private func refuseRange(from start: Int) throws(ExpressionConstruct) {
        if self.peek() == UInt8(ascii: "-"), self.peek(1) != UInt8(ascii: "]") {
            throw self.construct("a \"-\" follows what cannot begin a range", at: start)
        }
    }

    /// `[:digit:]` and its kind, where both agree on what it has.
    private mutating func namedClass(from start: Int) throws(ExpressionConstruct) -> OctetSet {
        let named: [(name: StaticString, set: OctetSet)] = [
            ("[:digit:]", .digits),
            ("[:alpha:]", .letters),
            ("[:alnum:]", OctetSet.letters.union(.digits)),
            ("[:word:]", .wordOctets),
            ("[:space:]", .spaces),
            ("[:upper:]", .upperCase),
            ("[:lower:]", .lowerCase),
            ("[:xdigit:]", OctetSet(0x30, through: 0x39).union(OctetSet(0x41, through: 0x46)).withBothCases),
            ("[:blank:]", OctetSet(0x09).union(OctetSet(0x20))),
            ("[:^digit:]", OctetSet.digits.complement),
            ("[:^space:]", OctetSet.spaces.complement),
        ]
        for (name, set) in named where self.take(name) {
            return self.flags.ignoresCase ? set.withBothCases : set
        }
        throw self.construct("there is no such class, or RE2 has it otherwise", at: start)
    }
}
