/// A type of one of the H.323 schemas, in aligned PER.
///
/// Two values are equal when they are written as the same octets, whatever version of the standard the sender knew.
package protocol PERValue: Equatable, Sendable {
    /// Reads a value where the reader stands.
    init(from reader: inout PERReader) throws(H323SyntaxError)

    /// Writes the value; what its type does not allow makes ``PERWriter/finish()`` throw.
    func encode(into writer: inout PERWriter)
}

extension PERValue {
    /// Reads a whole message; octets after it are ignored, as some peers pad.
    package init(decoding octets: [UInt8], limits: PERLimits = PERLimits()) throws(H323SyntaxError) {
        var reader = PERReader(octets, limits: limits)
        try self.init(from: &reader)
    }

    /// The octets of the whole message.
    package func encoded(
        extensionBitmaps: PERExtensionBitmaps = .asKnown
    ) throws(H323SyntaxError) -> [UInt8] {
        var writer = PERWriter(extensionBitmaps: extensionBitmaps)
        self.encode(into: &writer)
        return try writer.finish()
    }

    /// Whether both are written as the same octets.
    package static func == (left: Self, right: Self) -> Bool {
        PERComparison.octets(left) == PERComparison.octets(right)
    }
}

/// How values are compared; not generic, so that it exists once and not for each of the types.
private enum PERComparison {
    /// The octets by which a value is compared; what cannot be written leaves a gap in them.
    @inline(never)
    static func octets(_ value: any PERValue) -> [UInt8] {
        var writer = PERWriter(extensionBitmaps: .shortest)
        value.encode(into: &writer)
        return writer.octets
    }
}
