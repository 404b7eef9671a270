import CallModel
import ProtocolKit

/// Typed values; each refusal says what would be right.
extension Section {
    /// Text of at least one character.
    func read(_ key: String, into value: inout String) {
        guard let scalar = self.scalar(key) else {
            return
        }
        guard !scalar.text.isEmpty else {
            self.report(scalar, "must not be empty")
            return
        }
        value = scalar.text
    }

    /// Octets of text; empty text is taken.
    func read(_ key: String, into value: inout ByteString) {
        if let scalar = self.scalar(key) {
            value = ByteString(scalar.text)
        }
    }

    /// Octets of text of at least one character.
    func read(_ key: String, into value: inout ByteString?) {
        guard let scalar = self.scalar(key) else {
            return
        }
        guard !scalar.text.isEmpty else {
            self.report(scalar, "must not be empty; leave the key out instead")
            return
        }
        value = ByteString(scalar.text)
    }

    /// Text that must be given.
    func required(_ key: String, _ advice: String) -> ByteString {
        guard let scalar = self.scalar(key) else {
            self.reportMissing(key, advice)
            return ByteString()
        }
        guard !scalar.text.isEmpty else {
            self.report(scalar, "must not be empty; \(advice)")
            return ByteString()
        }
        return ByteString(scalar.text)
    }

    /// A whole number within bounds.
    func number<Number: FixedWidthInteger>(_ key: String, in range: ClosedRange<Number>) -> Number? {
        guard let scalar = self.scalar(key) else {
            return nil
        }
        guard let number = Number(scalar.text.filter { $0 != "_" }), range.contains(number) else {
            self.report(scalar, "`\(scalar.text)` is not a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A whole number within bounds.
    func read<Number: FixedWidthInteger>(_ key: String, in range: ClosedRange<Number>, into value: inout Number) {
        value = self.number(key, in: range) ?? value
    }

    /// A whole number within bounds, or none.
    func read<Number: FixedWidthInteger>(_ key: String, in range: ClosedRange<Number>, into value: inout Number?) {
        value = self.number(key, in: range) ?? value
    }

    /// `true` or `false`.
    func read(_ key: String, into value: inout Bool) {
        guard let scalar = self.scalar(key) else {
            return
        }
        switch scalar.text.lowercased() {
        case "true", "yes", "on":
            value = true
        case "false", "no", "off":
            value = false
        default:
            self.report(scalar, "`\(scalar.text)` is neither `true` nor `false`")
        }
    }

    /// One of some words.
    func choice<Value>(_ key: String, of choices: KeyValuePairs<String, Value>) -> Value? {
        guard let scalar = self.scalar(key) else {
            return nil
        }
        guard let choice = choices.first(where: { $0.key == scalar.text }) else {
            let words = choices.map { "`\($0.key)`" }.joined(separator: ", ")
            self.report(scalar, "`\(scalar.text)` is none of \(words)")
            return nil
        }
        return choice.value
    }

    /// One of some words.
    func read<Value>(_ key: String, of choices: KeyValuePairs<String, Value>, into value: inout Value) {
        value = self.choice(key, of: choices) ?? value
    }

    /// A duration within bounds.
    func read(_ key: String, in range: ClosedRange<Duration>, into value: inout Duration) {
        guard let scalar = self.scalar(key), let duration = self.duration(scalar, in: range) else {
            return
        }
        value = duration
    }

    /// A duration within bounds, or `never`.
    func read(_ key: String, in range: ClosedRange<Duration>, into value: inout Duration?) {
        guard let scalar = self.scalar(key) else {
            return
        }
        guard scalar.text != "never" else {
            value = nil
            return
        }
        value = self.duration(scalar, in: range) ?? value
    }

    private func duration(_ scalar: Scalar, in range: ClosedRange<Duration>) -> Duration? {
        guard let duration = Duration(configured: scalar.text) else {
            self.report(scalar, "`\(scalar.text)` is not a time; write a number and a unit: 20ms, 30s, 5m, 2h or 1d")
            return nil
        }
        guard range.contains(duration) else {
            let (least, most) = (range.lowerBound.configured, range.upperBound.configured)
            self.report(scalar, "`\(scalar.text)` is not from \(least) to \(most)")
            return nil
        }
        return duration
    }

    /// A number of octets within bounds.
    func readSize(_ key: String, in range: ClosedRange<Int>, into value: inout Int) {
        guard let scalar = self.scalar(key) else {
            return
        }
        let units: KeyValuePairs = ["KiB": 10, "MiB": 20, "GiB": 30]
        let unit = units.first { scalar.text.hasSuffix($0.key) }
        let digits = scalar.text.dropLast(unit?.key.count ?? 0).filter { $0 != " " }
        guard let number = Int(digits), number >= 0, number <= 1 << 40, range.contains(number << (unit?.value ?? 0))
        else {
            self.report(
                scalar,
                "`\(scalar.text)` is not a size from \(range.lowerBound) to \(range.upperBound), as 64MiB"
            )
            return
        }
        value = number << (unit?.value ?? 0)
    }

    /// An address with a port.
    func address(_ scalar: Scalar) -> TransportAddress? {
        guard let address = TransportAddress(scalar.text) else {
            let advice =
                "write an address and a port, as 192.0.2.1:5060 or [2001:db8::1]:5060; names are not resolved here"
            self.report(scalar, "`\(scalar.text)` is no address; \(advice)")
            return nil
        }
        return address
    }

    /// An address, with a port unless it is the usual one.
    func address(_ scalar: Scalar, port: UInt16) -> TransportAddress? {
        let isBracketed = scalar.text.hasPrefix("[") && scalar.text.hasSuffix("]")
        let text = isBracketed ? scalar.text.dropFirst().dropLast() : scalar.text[...]
        if let address = IPAddress(String(text)) {
            return TransportAddress(address, port)
        }
        return self.address(scalar)
    }
}

extension Duration {
    private static let units: KeyValuePairs<String, Int64> = [
        "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
    ]

    /// Reads `20ms`, `30s`, `5m`, `2h` or `1d`.
    init?(configured text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int64(digits), let factor = Self.units.first(where: { $0.key == unit })?.value,
            number <= 1_000_000_000_000 / factor
        else {
            return nil
        }
        self = .milliseconds(number * factor)
    }

    /// The duration in the largest unit that takes it whole.
    var configured: String {
        let milliseconds = self.nanoseconds / 1_000_000
        let unit = Self.units.reversed().first { milliseconds % $0.value == 0 && milliseconds >= $0.value }
        return unit.map { "\(milliseconds / $0.value)\($0.key)" } ?? "\(milliseconds)ms"
    }
}
