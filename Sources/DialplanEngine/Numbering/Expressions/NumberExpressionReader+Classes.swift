/// Classes and escapes.
extension NumberExpressionReader {
    /// What stands between brackets, after the first.
    mutating func characterClass() throws(UndecidableExpression) -> CharacterClass {
        let isInverted = self.take("^")
        var characters = CharacterClass()
        var isFirst = true
        while let next = self.peek(), next != "]" || isFirst {
            isFirst = false
            characters = characters.union(try self.classItem())
        }
        _ = self.take("]")
        characters = self.cased(characters)
        return isInverted ? characters.inverted : characters
    }

    private mutating func classItem() throws(UndecidableExpression) -> CharacterClass {
        if self.take("[:") {
            return try self.namedClass()
        }
        if self.peek() == "\\", let known = self.peek(1).flatMap(Self.perlClass) {
            self.position += 2
            return known
        }
        let first = try self.classCharacter()
        guard self.peek() == "-", let next = self.peek(1), next != "]" else {
            return CharacterClass(first, through: first)
        }
        self.position += 1
        return CharacterClass(first, through: try self.classCharacter())
    }

    private mutating func classCharacter() throws(UndecidableExpression) -> UInt32 {
        guard let scalar = self.take() else {
            throw UndecidableExpression(reason: "a class has no end")
        }
        return scalar == "\\" ? try self.escapedCharacter() : scalar.value
    }

    /// `[:digit:]` and its kind, after the colon.
    private mutating func namedClass() throws(UndecidableExpression) -> CharacterClass {
        let isInverted = self.take("^")
        var name = ""
        while let scalar = self.take(), scalar != ":" {
            name.unicodeScalars.append(scalar)
        }
        _ = self.take("]")
        guard let known = Self.namedClasses[name] else {
            throw UndecidableExpression(reason: "[:\(name):] is not known here")
        }
        return isInverted ? known.inverted : known
    }

    private static let namedClasses: [String: CharacterClass] = [
        "alnum": .letters.union(.digits), "alpha": .letters, "ascii": .all, "blank": CharacterClass("\t "),
        "cntrl": CharacterClass(0, through: 31).union(CharacterClass("\u{7F}")), "digit": .digits,
        "graph": CharacterClass(0x21, through: 0x7E), "lower": .lower, "print": CharacterClass(0x20, through: 0x7E),
        "punct": CharacterClass(0x21, through: 0x2F).union(CharacterClass(":;<=>?@[\\]^_`{|}~")),
        "space": .spaces.union(CharacterClass("\u{0B}")), "upper": .upper, "word": .words,
        "xdigit": .digits.union(CharacterClass("ABCDEFabcdef")),
    ]

    private static func perlClass(_ letter: Unicode.Scalar) -> CharacterClass? {
        switch letter {
        case "d": .digits
        case "D": CharacterClass.digits.inverted
        case "s": .spaces
        case "S": CharacterClass.spaces.inverted
        case "w": .words
        case "W": CharacterClass.words.inverted
        default: nil
        }
    }

    /// What follows a `\` outside of brackets.
    mutating func escape() throws(UndecidableExpression) -> NumberExpression {
        guard let letter = self.peek() else {
            throw UndecidableExpression(reason: "it ends with a \"\\\"")
        }
        if let known = Self.perlClass(letter) {
            self.position += 1
            return .one(known)
        }
        switch letter {
        case "A":
            self.position += 1
            return .start
        case "z":
            self.position += 1
            return .end
        case "C":
            self.position += 1
            return .one(.all)
        case "b", "B":
            throw UndecidableExpression(reason: "\\\(letter) looks at what stands beside it")
        default:
            let value = try self.escapedCharacter()
            return .one(self.cased(CharacterClass(value, through: value)))
        }
    }

    /// What follows a `\` that stands for one character.
    private mutating func escapedCharacter() throws(UndecidableExpression) -> UInt32 {
        guard let letter = self.take() else {
            throw UndecidableExpression(reason: "it ends with a \"\\\"")
        }
        switch letter {
        case "a": return 7
        case "f": return 12
        case "n": return 10
        case "r": return 13
        case "t": return 9
        case "v": return 11
        case "x": return self.hexadecimal()
        default:
            guard letter.isASCII, !letter.properties.isAlphabetic, !("0"..."9").contains(letter) else {
                throw UndecidableExpression(reason: "\\\(letter) is none of \\d, \\w, \\s, \\A, \\z and their like")
            }
            return letter.value
        }
    }

    /// Two hexadecimal digits, or any number of them in braces.
    private mutating func hexadecimal() -> UInt32 {
        let isBraced = self.take("{")
        var digits = ""
        while let scalar = self.peek(), Character(scalar).isHexDigit, isBraced || digits.count < 2 {
            digits.unicodeScalars.append(scalar)
            self.position += 1
        }
        _ = isBraced && self.take("}")
        return UInt32(digits, radix: 16) ?? .max
    }
}
