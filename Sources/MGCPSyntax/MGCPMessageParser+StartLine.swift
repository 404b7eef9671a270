import ProtocolKit

extension MGCPMessageParser {
    /// Reads the first line; `nil` when neither a command nor a response can be made of it.
    mutating func readStartLine(_ line: Extent, _ octets: Span<UInt8>) -> MGCPStartLine? {
        var words = WordScanner(line)
        let first = words.next(octets)
        if octets[Int(first.start)].isASCIIDigit {
            return self.readResponse(first, &words, octets)
        }
        return self.readCommand(first, &words, octets)
    }

    // MARK: Responses

    /// Reads `code transaction [/package] [commentary]` (RFC 3435 §3.3).
    private mutating func readResponse(
        _ first: Extent,
        _ words: inout WordScanner,
        _ octets: Span<UInt8>
    ) -> MGCPStartLine? {
        guard first.count == 3, let number = octets.decimal(first), let code = MGCPReturnCode(UInt16(number)) else {
            self.note(MGCPParseError(.malformed, .responseLine))
            return nil
        }
        guard let number = self.readNumber(words.next(octets), octets) else {
            return nil
        }
        if number == 0 {
            self.note(.zeroTransaction)
        }
        let packageName = code.kind == .package ? words.nextPackage(octets) : .none
        let line = MGCPStartLine.ResponseLine(
            code: code,
            transactionID: MGCPTransactionID(number),
            packageName: packageName,
            commentary: words.rest
        )
        return .response(line)
    }

    /// Reads up to nine digits; notes the error and returns `nil` when it is something else.
    private mutating func readNumber(_ word: Extent, _ octets: Span<UInt8>) -> UInt32? {
        guard (1...9).contains(word.count), let number = octets.decimal(word) else {
            self.note(MGCPParseError(.malformed, .transactionID))
            return nil
        }
        if octets[Int(word.start)] == 0x30, number != 0 {
            self.note(.leadingZeros)
        }
        return number
    }

    // MARK: Commands

    /// Reads `verb transaction endpoint version` (§3.2.1); once the transaction is known, errors can be answered.
    private mutating func readCommand(
        _ first: Extent,
        _ words: inout WordScanner,
        _ octets: Span<UInt8>
    ) -> MGCPStartLine? {
        let verb = octets.verb(first)
        guard let number = self.readNumber(words.next(octets), octets) else {
            return nil
        }
        guard let transactionID = MGCPTransactionID(number) else {
            self.note(MGCPParseError(.outOfRange, .transactionID))
            return nil
        }
        if verb == nil {
            self.note(MGCPParseError(.malformed, .verb))
        }
        let name = words.next(octets)
        let (localName, domain) = self.readEndpoint(name, octets)
        let version = self.readVersion(&words, octets)
        let line = MGCPStartLine.CommandLine(
            verb: verb ?? .other(0x5858_5858),
            transactionID: transactionID,
            localName: localName,
            domain: domain,
            version: version
        )
        return .command(line)
    }

    /// Finds the parts of the endpoint's name and checks each (§2.1.2).
    private mutating func readEndpoint(_ name: Extent, _ octets: Span<UInt8>) -> (localName: Extent, domain: Extent) {
        var check = EndpointCheck()
        check.read(octets, name.range)
        if check.hasForeignCharacter {
            self.note(.domainCharacter)
        }
        if check.hasUnorderedWildcards {
            self.note(.wildcardOrder)
        }
        guard let at = check.at else {
            self.note(MGCPParseError(.malformed, .endpoint))
            return (.none, .none)
        }
        return (Extent(Int(name.start), at), Extent(at + 1, Int(name.end)))
    }

    /// Reads `MGCP 1.0 [profile]`.
    private mutating func readVersion(_ words: inout WordScanner, _ octets: Span<UInt8>) -> MGCPVersion {
        let dialectWord = words.next(octets)
        let numberWord = words.next(octets)
        guard let dialect = octets.dialect(dialectWord), let number = octets.dottedNumber(numberWord) else {
            self.note(MGCPParseError(.malformed, .version))
            return .mgcp
        }
        let profileWord = words.next(octets)
        guard !profileWord.isEmpty else {
            return self.check(MGCPVersion(dialect, number))
        }
        guard let profile = octets.profile(profileWord), let profileNumber = octets.dottedNumber(words.next(octets))
        else {
            self.note(MGCPParseError(.unsupportedVersion, .version))
            return .mgcp
        }
        return self.check(MGCPVersion(dialect, number, profile: profile, profileNumber))
    }

    private mutating func check(_ version: MGCPVersion) -> MGCPVersion {
        if !version.isSupported {
            self.note(MGCPParseError(.unsupportedVersion, .version))
        } else if version.dialect == .sgcp {
            self.note(.simpleProtocol)
        } else if version.major == 0 {
            self.note(.oldVersion)
        }
        return version
    }
}

/// Walks the words of a line.
struct WordScanner {
    private var position: Int
    private let end: Int

    init(_ line: Extent) {
        self.position = Int(line.start)
        self.end = Int(line.end)
    }

    /// Takes the next word and the white space after it; empty at the end.
    mutating func next(_ octets: Span<UInt8>) -> Extent {
        let start = self.position
        while self.position < self.end, !octets[self.position].isBlank {
            self.position += 1
        }
        let word = Extent(start, self.position)
        self.position = octets.skipBlanks(self.position, self.end)
        return word
    }

    /// Takes a slash and the package name after it, if that comes next.
    mutating func nextPackage(_ octets: Span<UInt8>) -> Extent {
        guard self.position < self.end, octets[self.position] == 0x2F else {
            return .none
        }
        let word = self.next(octets)
        return Extent(Int(word.start) + 1, Int(word.end))
    }

    /// Everything that is left.
    var rest: Extent {
        Extent(self.position, self.end)
    }
}

extension Span where Element == UInt8 {
    /// The number that up to nine digits give; `nil` when something else stands there.
    fileprivate func decimal(_ word: Extent) -> UInt32? {
        var number: UInt32 = 0
        for place in word.range {
            guard self[place].isASCIIDigit else {
                return nil
            }
            number = number &* 10 &+ UInt32(self[place] &- 0x30)
        }
        return word.isEmpty ? nil : number
    }

    /// The verb of four characters, or `nil`.
    fileprivate func verb(_ word: Extent) -> MGCPVerb? {
        guard word.count == 4, self[Int(word.start)].isASCIILetter else {
            return nil
        }
        var code: UInt32 = 0
        for place in word.range {
            guard self[place].isASCIILetter || self[place].isASCIIDigit else {
                return nil
            }
            code = code << 8 | UInt32(self[place].asciiUppercased)
        }
        return MGCPVerb(code: code)
    }

    private func packed(_ word: Extent) -> UInt32? {
        guard word.count <= 4 else {
            return nil
        }
        var packed: UInt32 = 0
        for place in word.range {
            packed = packed << 8 | UInt32(self[place].asciiUppercased)
        }
        return packed
    }

    fileprivate func dialect(_ word: Extent) -> MGCPVersion.Dialect? {
        switch self.packed(word) {
        case 0x4D47_4350: .mgcp
        case 0x5347_4350: .sgcp
        default: nil
        }
    }

    fileprivate func profile(_ word: Extent) -> MGCPVersion.Profile? {
        switch self.packed(word) {
        case 0x4E_4353: .ncs
        case 0x5447_4350: .tgcp
        default: nil
        }
    }

    /// Two numbers of one or two digits with a dot between them.
    fileprivate func dottedNumber(_ word: Extent) -> (major: UInt8, minor: UInt8)? {
        guard let dot = word.range.first(where: { self[$0] == 0x2E }), word.count <= 5,
            let major = self.decimal(Extent(Int(word.start), dot)),
            let minor = self.decimal(Extent(dot + 1, Int(word.end))),
            let major = UInt8(exactly: major), let minor = UInt8(exactly: minor)
        else {
            return nil
        }
        return (major, minor)
    }
}
