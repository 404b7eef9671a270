import ProtocolKit

/// A call signaling message (ITU-T Q.931 as H.225.0 clause 7 uses it).
///
/// All information elements are kept in the order in which they came, those of other codesets and unknown ones too.
package struct Q931Message: Hashable, Sendable {
    /// The call it is about.
    package var callReference: Q931CallReference

    /// What it says.
    package var type: Q931MessageType

    /// The information elements.
    package var elements: [Q931Element] = []

    private static let protocolDiscriminator: UInt8 = 0x08

    package init(_ type: Q931MessageType, _ callReference: Q931CallReference) {
        self.type = type
        self.callReference = callReference
    }

    // MARK: Elements

    /// The first element of this kind whose contents are understood.
    package func first<Value: Q931Value>(_: Value.Type) -> Value? {
        self.all(Value.self).first
    }

    /// All elements of this kind whose contents are understood; a progress indicator may stand twice.
    package func all<Value: Q931Value>(_: Value.Type) -> [Value] {
        self.elements.lazy.filter { $0.codeset == 0 && $0.identifier == Value.identifier }
            .compactMap { Value(contents: $0.contents) }
    }

    /// Whether there is an element of this kind, whatever it contains.
    package func contains(_ identifier: Q931ElementIdentifier) -> Bool {
        self.elements.contains { $0.codeset == 0 && $0.identifier == identifier }
    }

    /// Puts an element where it belongs by its code (clause 4.5.1), behind those of the same kind.
    package mutating func add(_ element: Q931Element) {
        let place = self.elements.firstIndex { other in
            (Int(other.codeset), other.identifier.precedence) > (Int(element.codeset), element.identifier.precedence)
        }
        self.elements.insert(element, at: place ?? self.elements.endIndex)
    }

    /// Puts an element where it belongs.
    package mutating func add(_ value: some Q931Value) {
        self.add(value.element)
    }

    // MARK: Reading

    /// Reads a message, which is what one TPKT holds.
    package init(decoding octets: [UInt8], limits: Q931Limits = Q931Limits()) throws(H323SyntaxError) {
        guard octets.count <= limits.messageOctets else {
            throw H323SyntaxError(.tooLarge, at: limits.messageOctets)
        }
        var cursor = ByteCursor(octets)
        guard cursor.take(Self.protocolDiscriminator) else {
            throw H323SyntaxError(cursor.isAtEnd ? .truncated : .unsupported, at: 0)
        }
        self.callReference = try Self.takeCallReference(&cursor)
        guard let type = cursor.take() else {
            throw H323SyntaxError(.truncated, at: cursor.position)
        }
        self.type = Q931MessageType(rawValue: type)
        try self.takeElements(&cursor, limits)
    }

    /// Takes the length of the call reference and the reference; one octet is as good as two.
    private static func takeCallReference(_ cursor: inout ByteCursor) throws(H323SyntaxError) -> Q931CallReference {
        guard let length = cursor.take(), let range = cursor.take(count: Int(length & 0xF)) else {
            throw H323SyntaxError(.truncated, at: cursor.position)
        }
        let octets = Array(cursor.bytes[range])
        switch octets.count {
        case 1:
            return Q931CallReference(UInt16(octets[0] & 0x7F), isFromDestination: octets[0] & 0x80 != 0)
        case 2:
            let value = UInt16(octets[0]) << 8 | UInt16(octets[1])
            return Q931CallReference(value, isFromDestination: value & 0x8000 != 0)
        default:
            throw H323SyntaxError(.unsupported, at: 1)
        }
    }

    private mutating func takeElements(_ cursor: inout ByteCursor, _ limits: Q931Limits) throws(H323SyntaxError) {
        var lockedCodeset: UInt8 = 0
        var nextCodeset: UInt8?
        while let octet = cursor.take() {
            if octet & 0xF0 == 0x90 {
                // Shift: bit 4 tells whether it is for one element only (clause 4.5.3 and 4.5.4).
                nextCodeset = octet & 7
                if octet & 8 == 0 {
                    lockedCodeset = octet & 7
                }
                continue
            }
            if octet == 0, cursor.isAtEnd {
                // One zero is left over when a peer counts a terminator that belongs to no element.
                return
            }
            guard self.elements.count < limits.elements else {
                throw H323SyntaxError(.tooLarge, at: cursor.position)
            }
            let codeset = nextCodeset ?? lockedCodeset
            nextCodeset = nil
            self.elements.append(try Self.takeElement(octet, codeset, &cursor))
        }
    }

    private static func takeElement(
        _ octet: UInt8,
        _ codeset: UInt8,
        _ cursor: inout ByteCursor
    ) throws(H323SyntaxError) -> Q931Element {
        let identifier = Q931ElementIdentifier(rawValue: octet)
        guard !identifier.isSingleOctet else {
            guard !identifier.isMark else {
                return Q931Element(identifier, [], codeset: codeset)
            }
            return Q931Element(Q931ElementIdentifier(rawValue: octet & 0xF0), [octet & 0xF], codeset: codeset)
        }
        let isLong = codeset == 0 && identifier == .userUser
        let length = isLong ? cursor.takeUInt16().map(Int.init) : cursor.take().map(Int.init)
        guard let length, let range = cursor.take(count: length) else {
            throw H323SyntaxError(.truncated, at: cursor.position)
        }
        return Q931Element(identifier, Array(cursor.bytes[range]), codeset: codeset)
    }

    // MARK: Writing

    /// The octets of the message, for one TPKT.
    package func encoded() throws(H323SyntaxError) -> [UInt8] {
        let reference = self.callReference.packed
        var octets: [UInt8] = [
            Self.protocolDiscriminator, 2, UInt8(reference >> 8), UInt8(reference & 0xFF), self.type.rawValue,
        ]
        for element in self.elements {
            try Self.append(element, to: &octets)
        }
        return octets
    }

    private static func append(_ element: Q931Element, to octets: inout [UInt8]) throws(H323SyntaxError) {
        if element.codeset > 0 {
            octets.append(0x98 | element.codeset)
        }
        let code = element.identifier.rawValue
        let count = element.contents.count
        if element.identifier.isSingleOctet {
            octets.append(element.identifier.isMark ? code : code & 0xF0 | (element.contents.first ?? 0) & 0xF)
            return
        }
        let isLong = element.codeset == 0 && element.identifier == .userUser
        guard count <= (isLong ? 0xFFFF : 0xFF) else {
            throw H323SyntaxError(.tooLarge, at: octets.count)
        }
        octets.append(code)
        if isLong {
            octets.append(UInt8(truncatingIfNeeded: count >> 8))
        }
        octets.append(UInt8(truncatingIfNeeded: count))
        octets.append(contentsOf: element.contents)
    }
}
