package import ProtocolKit

/// The value of one parameter: how it is read and written, and nothing else.
package protocol MGCPParameterValue: Sendable {
    /// The parameter.
    static var name: MGCPParameterName { get }

    /// Whether a line without a value stands for none, so that it decodes to `nil`.
    static var mayBeAbsent: Bool { get }

    /// Reads the value; what remains unread makes the line malformed.
    init(from reader: inout MGCPValueReader) throws(MGCPParseError)

    /// Appends the value as RFC 3435 wants it.
    func append(to bytes: inout [UInt8])
}

extension MGCPParameterValue {
    package static var mayBeAbsent: Bool {
        false
    }

    /// Reads a value that stands alone, as in configuration and tests.
    package init(parsing text: ByteString, limits: MGCPLimits = MGCPLimits()) throws(MGCPParseError) {
        var reader = MGCPValueReader(text.bytes, Extent(0, text.count), Self.name, limits)
        self = try reader.whole(Self.self)
    }

    /// The value as it goes on the wire.
    package var written: ByteString {
        var bytes: [UInt8] = []
        self.append(to: &bytes)
        return ByteString(bytes)
    }
}
