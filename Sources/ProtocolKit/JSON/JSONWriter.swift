/// Writes one JSON value (RFC 8259) on one line, front to back.
///
/// Names and commas are its own affair: the writer knows whether something stands before.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    private var needsComma = false

    /// Room for `capacity` octets is made at once.
    public init(reservingCapacity capacity: Int = 0) {
        self.bytes.reserveCapacity(capacity)
    }

    /// Writes an object; `members` writes what is in it.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        self.separate()
        self.bytes.append(0x7B)
        self.needsComma = false
        members(&self)
        self.bytes.append(0x7D)
        self.needsComma = true
    }

    /// Writes an array with one value for each element.
    public mutating func array<Element>(_ elements: some Sequence<Element>, each: (inout JSONWriter, Element) -> Void) {
        self.separate()
        self.bytes.append(0x5B)
        self.needsComma = false
        for element in elements {
            each(&self, element)
        }
        self.bytes.append(0x5D)
        self.needsComma = true
    }

    /// Writes the name of the member that is written next.
    public mutating func name(_ name: StaticString) {
        self.separate()
        self.bytes.append(0x22)
        self.bytes.append(name)
        self.bytes.append(0x22)
        self.bytes.append(0x3A)
        self.needsComma = false
    }

    /// Writes a name that came from anywhere for the member that is written next.
    public mutating func anyName(_ name: ByteString) {
        self.string(name)
        self.bytes.append(0x3A)
        self.needsComma = false
    }

    /// Writes text that came from anywhere.
    public mutating func string(_ text: ByteString) {
        self.separate()
        self.bytes.append(0x22)
        self.appendEscaped(text.bytes)
        self.bytes.append(0x22)
    }

    /// Writes text.
    public mutating func string(_ text: String) {
        self.separate()
        self.bytes.append(0x22)
        for octet in text.utf8 {
            self.appendEscaped(octet)
        }
        self.bytes.append(0x22)
    }

    /// Writes a whole number.
    public mutating func number(_ number: some FixedWidthInteger) {
        self.separate()
        if number < 0 {
            self.bytes.append(0x2D)
        }
        self.bytes.appendDecimal(UInt64(number.magnitude))
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        self.separate()
        self.bytes.append(value ? "true" : "false")
    }

    /// Writes `null`.
    public mutating func null() {
        self.separate()
        self.bytes.append("null")
    }

    /// Writes a duration as seconds with three decimals.
    public mutating func seconds(_ duration: Duration) {
        self.separate()
        let milliseconds = duration.nanoseconds / 1_000_000
        if milliseconds < 0 {
            self.bytes.append(0x2D)
        }
        let (seconds, fraction) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
        self.bytes.appendDecimal(seconds)
        self.bytes.append(0x2E)
        self.bytes.append(0x30 + UInt8(fraction / 100))
        self.bytes.append(0x30 + UInt8(fraction / 10 % 10))
        self.bytes.append(0x30 + UInt8(fraction % 10))
    }

    /// Writes a moment in RFC 3339 form, or `null`.
    public mutating func time(_ time: CivilTime?) {
        guard let time else {
            self.null()
            return
        }
        self.separate()
        self.bytes.append(0x22)
        self.bytes.append(civilTime: time)
        self.bytes.append(0x22)
    }

    /// Ends the line; what follows is a value of its own.
    public mutating func endLine() {
        self.bytes.append(0x0A)
        self.needsComma = false
    }

    private mutating func separate() {
        if self.needsComma {
            self.bytes.append(0x2C)
        }
        self.needsComma = true
    }

    /// Escapes what RFC 8259 §7 says must be, and replaces octets that are not UTF-8 by U+FFFD.
    private mutating func appendEscaped(_ text: [UInt8]) {
        guard text.allSatisfy({ $0 < 0x80 }) else {
            for octet in String(decoding: text, as: UTF8.self).utf8 {
                self.appendEscaped(octet)
            }
            return
        }
        for octet in text {
            self.appendEscaped(octet)
        }
    }

    private mutating func appendEscaped(_ octet: UInt8) {
        switch octet {
        case 0x22:
            self.bytes.append("\\\"")
        case 0x5C:
            self.bytes.append("\\\\")
        case 0x0A:
            self.bytes.append("\\n")
        case 0x0D:
            self.bytes.append("\\r")
        case 0x09:
            self.bytes.append("\\t")
        case 0..<0x20, 0x7F:
            self.bytes.append("\\u00")
            self.bytes.append(Self.hexDigit(octet >> 4))
            self.bytes.append(Self.hexDigit(octet & 15))
        default:
            self.bytes.append(octet)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x57 + value
    }
}
