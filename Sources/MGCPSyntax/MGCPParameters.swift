package import ProtocolKit
package import SDP

/// The parameter lines and session descriptions of a message: the octets as they came, and where each part stands.
package struct MGCPParameters: Sendable {
    /// The octets of the whole datagram, which the messages in it share.
    package let bytes: [UInt8]

    /// The parameter lines in their order.
    package let lines: [MGCPParameterLine]

    /// What was not quite right and was understood all the same.
    package let deviations: MGCPDeviations

    let present: MGCPParameterSet
    let limits: MGCPLimits
    private let firstDescription: Extent
    private let secondDescription: Extent

    init(_ bytes: [UInt8], _ parser: consuming MGCPMessageParser) {
        self.bytes = bytes
        self.lines = parser.lines
        self.deviations = parser.deviations
        self.present = parser.present
        self.limits = parser.limits
        self.firstDescription = parser.firstDescription
        self.secondDescription = parser.secondDescription
    }

    /// Whether the parameter is there, with or without a value.
    package func contains(_ name: MGCPParameterName) -> Bool {
        self.present.contains(name)
    }

    /// The octets of the first line of this name; empty when it has no value, `nil` when there is no such line.
    package func value(of name: MGCPParameterName) -> ArraySlice<UInt8>? {
        self.line(of: name).map { self.value(of: $0) }
    }

    /// Decodes the first line of this parameter; `nil` when it is absent, or empty where that is allowed.
    package func first<Value: MGCPParameterValue>(_ type: Value.Type) throws(MGCPParseError) -> Value? {
        var deviations = MGCPDeviations()
        return try self.first(type, noting: &deviations)
    }

    /// Decodes the first line of this parameter and adds what was not quite right in it to `deviations`.
    package func first<Value: MGCPParameterValue>(
        _ type: Value.Type,
        noting deviations: inout MGCPDeviations
    ) throws(MGCPParseError) -> Value? {
        guard let line = self.line(of: Value.name) else {
            return nil
        }
        return try self.decode(type, line, &deviations)
    }

    /// Decodes all lines of this parameter, as an answer to an audit has several of Z, I and A (§3.3).
    package func all<Value: MGCPParameterValue>(_ type: Value.Type) throws(MGCPParseError) -> [Value] {
        var deviations = MGCPDeviations()
        return try self.all(type, noting: &deviations)
    }

    /// Decodes all lines of this parameter and adds what was not quite right in them to `deviations`.
    package func all<Value: MGCPParameterValue>(
        _ type: Value.Type,
        noting deviations: inout MGCPDeviations
    ) throws(MGCPParseError) -> [Value] {
        var values: [Value] = []
        for line in self.lines where line.known == Value.name {
            if let value = try self.decode(type, line, &deviations) {
                values.append(value)
            }
        }
        return values
    }

    private func line(of name: MGCPParameterName) -> MGCPParameterLine? {
        self.present.contains(name) ? self.lines.first { $0.known == name } : nil
    }

    private func decode<Value: MGCPParameterValue>(
        _ type: Value.Type,
        _ line: MGCPParameterLine,
        _ deviations: inout MGCPDeviations
    ) throws(MGCPParseError) -> Value? {
        if line.value.isEmpty, Value.mayBeAbsent {
            return nil
        }
        var reader = MGCPValueReader(self.bytes, line.value, Value.name, self.limits)
        let value = try reader.whole(type)
        deviations.formUnion(reader.deviations)
        return value
    }

    // MARK: Extensions

    /// A parameter that RFC 3435 does not define (§3.2.2).
    package struct Extension: Hashable, Sendable {
        /// The name; `X-` and `X+` begin those of vendors, a package and a slash those of packages.
        package let name: MGCPName
        /// The value as it was written.
        package let value: ByteString

        package init(name: MGCPName, value: ByteString) {
            self.name = name
            self.value = value
        }

        /// Whether a command with it must be refused (511) by whoever does not know it.
        package var isCritical: Bool {
            self.name.isCritical
        }

        /// The package whose extension it is.
        package var packageName: MGCPName? {
            self.name.text.bytes.firstIndex(of: 0x2F).map { MGCPName(ByteString(self.name.text.bytes[..<$0])) }
        }
    }

    /// The parameters that RFC 3435 does not define, in their order.
    package var extensions: [Extension] {
        self.lines.compactMap { line in
            guard line.known == nil else {
                return nil
            }
            return Extension(name: MGCPName(self.text(of: line.name)), value: self.text(of: line.value))
        }
    }

    /// The name of a line as it was written.
    package func name(of line: MGCPParameterLine) -> ByteString {
        self.text(of: line.name)
    }

    /// The value of a line as it was written.
    package func value(of line: MGCPParameterLine) -> ArraySlice<UInt8> {
        self.bytes[line.value.range]
    }

    // MARK: Session descriptions

    /// How many session descriptions follow the parameters: a command has one at most, an answer two (§3.3).
    package var descriptionCount: Int {
        self.secondDescription.isEmpty ? (self.firstDescription.isEmpty ? 0 : 1) : 2
    }

    /// The octets of a session description, counted from 0; empty when there is none.
    package func descriptionOctets(_ index: Int) -> ArraySlice<UInt8> {
        switch index {
        case 0: self.bytes[self.firstDescription.range]
        case 1: self.bytes[self.secondDescription.range]
        default: []
        }
    }

    /// Reads a session description, counted from 0.
    ///
    /// `nil` stands for none, and for one of a version line only, which an answer to an audit gives where nothing was
    /// described yet (§3.3.7). An origin that is absent, or whose numbers are none, is filled in: it can be
    /// ignored (§3.4).
    package func description(
        _ index: Int,
        limits: SDPLimits = SDPLimits(),
        noting deviations: inout MGCPDeviations
    ) throws(MGCPParseError) -> SessionDescription? {
        let octets = self.descriptionOctets(index)
        guard !octets.isEmpty, !octets.isBareVersion else {
            return nil
        }
        do throws(SDPParseError) {
            return try SessionDescription(parsing: Array(octets), limits: limits)
        } catch {
            guard error.reason == .missingOrigin || error.reason == .malformedOrigin else {
                throw MGCPParseError(error)
            }
            deviations.insert(error.reason == .missingOrigin ? .missingOrigin : .malformedOrigin)
            return try Self.readWithOrigin(octets, limits)
        }
    }

    /// Reads a session description, counted from 0; `nil` as ``description(_:limits:noting:)`` says.
    package func description(_ index: Int) throws(MGCPParseError) -> SessionDescription? {
        var deviations = MGCPDeviations()
        return try self.description(index, noting: &deviations)
    }

    private static func readWithOrigin(
        _ octets: ArraySlice<UInt8>,
        _ limits: SDPLimits
    ) throws(MGCPParseError) -> SessionDescription {
        var whole: [UInt8] = []
        whole.reserveCapacity(octets.count + 32)
        for line in octets.split(separator: 0x0A) where !line.starts(with: [0x6F, 0x3D]) {
            let isFirst = whole.isEmpty
            whole.append(contentsOf: line)
            whole.append(0x0A)
            if isFirst {
                whole.append("o=- 0 0 IN IP4 0.0.0.0\r\n")
            }
        }
        do throws(SDPParseError) {
            return try SessionDescription(parsing: whole, limits: limits)
        } catch {
            throw MGCPParseError(error)
        }
    }

    private func text(of extent: Extent) -> ByteString {
        ByteString(self.bytes[extent.range])
    }
}

extension MGCPParseError {
    fileprivate init(_ error: SDPParseError) {
        self.init(error.reason == .limitExceeded ? .tooLarge : .malformed, .sessionDescription)
    }
}

extension ArraySlice<UInt8> {
    /// Whether this is `v=0` and nothing else.
    fileprivate var isBareVersion: Bool {
        self.count <= 5 && self.starts(with: [0x76, 0x3D, 0x30])
            && self.dropFirst(3).allSatisfy { $0 == 0x0D || $0 == 0x0A }
    }
}
