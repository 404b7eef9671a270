import ProtocolKit

/// An information element whose contents are understood.
package protocol Q931Value: Hashable, Sendable {
    /// Which element it is.
    static var identifier: Q931ElementIdentifier { get }

    /// Reads the contents; `nil` when they are not what they should be, and the element counts as absent then (Q.931
    /// clause 5.8.7.2).
    init?(contents: [UInt8])

    /// The contents to write.
    var contents: [UInt8] { get }
}

extension Q931Value {
    /// The element to put into a message.
    package var element: Q931Element {
        Q931Element(Self.identifier, self.contents)
    }
}

extension ByteCursor {
    /// Takes a group of octets whose last one has its first bit set (Q.931 clause 4.5.1), `limit` of them at most.
    mutating func takeOctetGroup(limit: Int = 8) -> [UInt8]? {
        var group: [UInt8] = []
        while group.count < limit {
            guard let octet = self.take() else {
                return nil
            }
            group.append(octet)
            if octet & 0x80 != 0 {
                return group
            }
        }
        return nil
    }

    /// Takes the rest as characters; real peers send a NUL at their end, which is no character.
    mutating func takeText() -> ByteString {
        let range = self.takeRest()
        let end = range.last { self.bytes[$0] != 0 }.map { $0 + 1 } ?? range.lowerBound
        return ByteString(self.bytes[range.lowerBound..<end])
    }
}
