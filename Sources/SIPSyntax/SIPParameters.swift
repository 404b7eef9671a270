package import ProtocolKit

/// The `;name=value` parameters of a header value or URI, looked up by scanning them where they stand.
package struct SIPParameters: Sendable {
    /// The octets that the ranges point into.
    package let bytes: [UInt8]
    let extent: Extent
    private let areEscaped: Bool

    init(_ bytes: [UInt8], _ extent: Extent, areEscaped: Bool = false) {
        self.bytes = bytes
        self.extent = extent
        self.areEscaped = areEscaped
    }

    /// Where all parameters stand in ``bytes``, the first semicolon included.
    package var range: Range<Int> {
        self.extent.range
    }

    /// All parameters as they were written, the first semicolon included.
    package var text: ByteString {
        ByteString(self.bytes[self.range])
    }

    /// Whether there is none.
    package var isEmpty: Bool {
        self.extent.isEmpty
    }

    /// Whether a parameter of this name stands here, with or without a value; `name` is in lower case.
    package func contains(_ name: StaticString) -> Bool {
        self.find(name) != nil
    }

    /// Where the value of a parameter stands, with its quotes if it has any; empty when it has no value.
    package func valueRange(_ name: StaticString) -> Range<Int>? {
        self.find(name)?.value.range
    }

    /// The value of a parameter without quotes or escapes; empty when it has no value, `nil` when it is absent.
    ///
    /// The first counts when a name occurs twice. `name` is in lower case.
    package subscript(_ name: StaticString) -> ByteString? {
        self.find(name).map { self.text(of: $0.value) }
    }

    /// The value of a parameter as a number; `nil` when it is absent, no number or larger than 64 bits.
    package func decimal(_ name: StaticString) -> UInt64? {
        guard let range = self.valueRange(name) else {
            return nil
        }
        var scanner = Scanner(range)
        let number = scanner.decimal(self.bytes.span)
        return scanner.isAtEnd ? number : nil
    }

    /// All parameters in their order: names as they were written, values without quotes or escapes.
    package var all: [(name: ByteString, value: ByteString?)] {
        var list: [(name: ByteString, value: ByteString?)] = []
        var scanner = Scanner(self.extent)
        while let parameter = self.next(&scanner) {
            let name = ByteString(self.bytes[parameter.name.range])
            list.append((name, parameter.value.isEmpty ? nil : self.text(of: parameter.value)))
        }
        return list
    }

    private func find(_ name: StaticString) -> ParameterLayout? {
        let octets = self.bytes.span
        var scanner = Scanner(self.extent)
        while let parameter = self.next(&scanner) {
            if octets.matches(parameter.name, name) {
                return parameter
            }
        }
        return nil
    }

    private func next(_ scanner: inout Scanner) -> ParameterLayout? {
        let octets = self.bytes.span
        guard self.areEscaped else {
            return (try? scanner.parameter(octets)) ?? nil
        }
        guard scanner.take(0x3B, octets), let name = try? scanner.escapedRun(.uriParameter, octets), !name.isEmpty
        else {
            return nil
        }
        guard scanner.take(0x3D, octets), let value = try? scanner.escapedRun(.uriParameter, octets) else {
            return ParameterLayout(name: name, value: .none)
        }
        return ParameterLayout(name: name, value: value)
    }

    private func text(of value: Extent) -> ByteString {
        let raw = self.bytes[value.range]
        return self.areEscaped ? .unescaping(raw) : .unquoting(raw)
    }
}

extension ByteString {
    /// The text of a quoted string without its quotes and backslashes; anything else as it is.
    package static func unquoting(_ text: some Collection<UInt8>) -> ByteString {
        guard text.first == 0x22, text.count >= 2 else {
            return ByteString(text)
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var isEscaped = false
        for octet in text.dropFirst().dropLast() {
            if octet == 0x5C, !isEscaped {
                isEscaped = true
            } else {
                result.append(octet)
                isEscaped = false
            }
        }
        return ByteString(result)
    }
}
