import ProtocolKit

/// Reads one message in one pass: first line, parameter lines, session descriptions.
///
/// The first error is kept and reading goes on to the end of the message, because the next one follows there, and
/// because a malformed command should be answered.
struct MGCPMessageParser {
    private(set) var lines: [MGCPParameterLine] = []
    private(set) var present = MGCPParameterSet()
    private(set) var firstDescription = Extent.none
    private(set) var secondDescription = Extent.none
    private(set) var deviations = MGCPDeviations()
    private(set) var error: MGCPParseError?
    private var isCommand = false
    let limits: MGCPLimits

    init(_ limits: MGCPLimits) {
        self.limits = limits
    }

    /// Keeps the first error.
    mutating func note(_ error: MGCPParseError) {
        self.error = self.error ?? error
    }

    mutating func note(_ deviation: MGCPDeviation) {
        self.deviations.insert(deviation)
    }

    /// Reads from `place` to after the line with a dot or the end of the datagram.
    ///
    /// Returns the first line, or `nil` when this cannot be a message; then there is an error, unless nothing was left.
    mutating func readMessage(_ octets: Span<UInt8>, _ place: inout Int) -> MGCPStartLine? {
        guard let first = self.firstLine(octets, &place) else {
            return nil
        }
        let startLine = self.readStartLine(first, octets)
        if let startLine, case .command = startLine {
            self.isCommand = true
        }
        self.lines.reserveCapacity(16)
        if self.readParameters(octets, &place) {
            self.readDescriptions(octets, &place)
        }
        return startLine
    }

    // MARK: Lines

    /// Takes a line and its end; the extent is without the white space at both its ends.
    ///
    /// A line ends with CRLF or LF (appendix A `EOL`). Any other control character is an error: another element might
    /// take it for the end of a line and see a parameter that this one does not.
    @inline(__always)
    private mutating func takeLine(_ octets: Span<UInt8>, _ place: inout Int) -> Extent {
        let start = place
        var hasControl = false
        while place < octets.count, octets[place] != 0x0A {
            if octets[place] < 0x20 {
                hasControl = hasControl || !Self.isHarmless(octets, place)
            }
            place += 1
        }
        var end = place
        if place < octets.count {
            place += 1
        } else {
            self.note(.missingLineEnd)
        }
        if end > start, octets[end - 1] == 0x0D {
            end -= 1
        }
        if hasControl {
            self.note(MGCPParseError(.malformed, .line))
        }
        if end - start > self.limits.lineOctets {
            self.note(MGCPParseError(.tooLarge, .line))
        }
        return octets.trimmed(start, end)
    }

    /// Whether a control character is a tab or the CR of a line end.
    private static func isHarmless(_ octets: Span<UInt8>, _ place: Int) -> Bool {
        octets[place] == 0x09
            || (octets[place] == 0x0D && (place + 1 == octets.count || octets[place + 1] == 0x0A))
    }

    /// Takes the first line that is neither empty nor a dot; `nil` when there is none.
    private mutating func firstLine(_ octets: Span<UInt8>, _ place: inout Int) -> Extent? {
        while place < octets.count {
            let start = place
            let line = self.takeLine(octets, &place)
            if line.isEmpty || octets.isDot(line) {
                self.note(.leadingWhiteSpace)
                continue
            }
            if Int(line.start) > start {
                self.note(.leadingWhiteSpace)
            }
            return line
        }
        return nil
    }

    /// Reads parameter lines; returns whether an empty line ended them, so that session descriptions may follow.
    private mutating func readParameters(_ octets: Span<UInt8>, _ place: inout Int) -> Bool {
        while place < octets.count {
            let start = place
            let line = self.takeLine(octets, &place)
            if line.isEmpty {
                return true
            }
            if octets.isDot(line) {
                return false
            }
            if Int(line.start) > start {
                self.note(.spaceAroundName)
            }
            self.readParameter(line, octets)
        }
        return false
    }

    @inline(__always)
    private mutating func readParameter(_ line: Extent, _ octets: Span<UInt8>) {
        var place = Int(line.start)
        let end = Int(line.end)
        var packed: UInt32 = 0
        while place < end, octets[place] != 0x3A, !octets[place].isBlank {
            packed = packed &<< 8 | UInt32(octets[place].asciiUppercased)
            place += 1
        }
        let name = Extent(Int(line.start), place)
        if place < end, octets[place] != 0x3A {
            place = octets.skipBlanks(place, end)
            self.note(.spaceAroundName)
        }
        guard place < end, octets[place] == 0x3A else {
            self.ignore(line, name, octets)
            return
        }
        let value = Extent(octets.skipBlanks(place + 1, end), end)
        let known = MGCPParameterName(packed: packed, count: name.count)
        if name.isEmpty {
            self.note(MGCPParseError(.malformed, .line))
        }
        self.append(MGCPParameterLine(name: name, value: value, known: known))
    }

    /// Notes a line without a colon; a critical extension is refused even so (§3.2.2).
    private mutating func ignore(_ line: Extent, _ name: Extent, _ octets: Span<UInt8>) {
        self.note(.lineWithoutColon)
        let start = Int(name.start)
        if name.count >= 2, octets[start].asciiUppercased == 0x58, octets[start + 1] == 0x2B {
            self.append(MGCPParameterLine(name: name, value: Extent(Int(line.end), Int(line.end)), known: nil))
        }
    }

    private mutating func append(_ line: MGCPParameterLine) {
        guard self.lines.count < self.limits.parameterLines else {
            self.note(MGCPParseError(.tooLarge, .line))
            return
        }
        self.lines.append(line)
        guard let known = line.known else {
            return
        }
        if self.isCommand, self.present.contains(known) {
            self.note(MGCPParseError(.duplicate, .parameter(known)))
        }
        self.present.insert(known)
    }

    // MARK: Session descriptions

    /// Finds the descriptions that stand before the line with a dot or the end.
    private mutating func readDescriptions(_ octets: Span<UInt8>, _ place: inout Int) {
        var start: Int?
        var end = place
        var wasEmpty = true
        while place < octets.count {
            let lineStart = place
            let line = octets.takeRawLine(&place)
            if line.isEmpty {
                wasEmpty = true
                continue
            }
            if octets.isDot(line) {
                break
            }
            if let opened = start, octets.startsDescription(line) {
                if !wasEmpty {
                    self.note(.unseparatedDescriptions)
                }
                self.keep(Extent(opened, end))
                start = lineStart
            }
            start = start ?? lineStart
            end = place
            wasEmpty = false
        }
        if let start {
            self.keep(Extent(start, end))
        }
    }

    private mutating func keep(_ description: Extent) {
        if self.firstDescription.isEmpty {
            self.firstDescription = description
        } else if self.secondDescription.isEmpty, !self.isCommand {
            self.secondDescription = description
        } else {
            self.note(MGCPParseError(.tooLarge, .sessionDescription))
        }
    }
}

extension Span where Element == UInt8 {
    /// The first place from `place` on that is not white space.
    @inline(__always)
    func skipBlanks(_ place: Int, _ end: Int) -> Int {
        var place = place
        while place < end, self[place].isBlank {
            place += 1
        }
        return place
    }

    /// The extent without the white space at both its ends.
    @inline(__always)
    fileprivate func trimmed(_ start: Int, _ end: Int) -> Extent {
        let start = self.skipBlanks(start, end)
        var end = end
        while end > start, self[end - 1].isBlank {
            end -= 1
        }
        return Extent(start, end)
    }

    /// Takes a line of a session description and its end; the extent is without the line end.
    @inline(__always)
    fileprivate func takeRawLine(_ place: inout Int) -> Extent {
        let start = place
        while place < self.count, self[place] != 0x0A {
            place += 1
        }
        var end = place
        place = Swift.min(place + 1, self.count)
        if end > start, self[end - 1] == 0x0D {
            end -= 1
        }
        return Extent(start, end)
    }

    /// Whether the line is the dot that separates messages (§3.5.5).
    @inline(__always)
    fileprivate func isDot(_ line: Extent) -> Bool {
        line.count == 1 && self[Int(line.start)] == 0x2E
    }

    /// Whether the line is the version line that a session description begins with.
    @inline(__always)
    fileprivate func startsDescription(_ line: Extent) -> Bool {
        line.count >= 2 && self[Int(line.start)] == 0x76 && self[Int(line.start) + 1] == 0x3D
    }
}
