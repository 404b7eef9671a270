/// An ASN.1 `OBJECT IDENTIFIER`, kept as the octets that stand for it (X.690 clause 8.19).
package struct OID: Hashable, Sendable {
    /// The content octets.
    package let contents: [UInt8]

    /// The longest identifier that is read, in octets.
    private static let longest = 128

    /// Takes content octets; `nil` when they are none, too many, or not whole arcs in their shortest form.
    package init?(contents: some BidirectionalCollection<UInt8>) {
        guard let last = contents.last, last < 0x80, contents.count <= Self.longest else {
            return nil
        }
        var startsArc = true
        for octet in contents {
            guard !startsArc || octet != 0x80 else {
                return nil
            }
            startsArc = octet < 0x80
        }
        self.contents = Array(contents)
    }

    /// Makes an identifier of its arcs; the first is 0 to 2, and the second is below 40 unless the first is 2.
    package init(_ first: UInt32, _ second: UInt32, _ others: UInt32...) {
        var contents: [UInt8] = []
        Self.append(UInt64(first) * 40 + UInt64(second), to: &contents)
        for arc in others {
            Self.append(UInt64(arc), to: &contents)
        }
        self.contents = contents
    }

    /// The numbers of the identifier; one that does not fit is as large as can be.
    package var arcs: [UInt64] {
        var arcs: [UInt64] = []
        var arc: UInt64 = 0
        for octet in self.contents {
            arc = arc > UInt64.max >> 7 ? .max : arc &<< 7 | UInt64(octet & 0x7F)
            guard octet < 0x80 else {
                continue
            }
            if arcs.isEmpty {
                let first = min(arc / 40, 2)
                arcs = [first, arc - first * 40]
            } else {
                arcs.append(arc)
            }
            arc = 0
        }
        return arcs
    }

    private static func append(_ arc: UInt64, to contents: inout [UInt8]) {
        var shift: UInt64 = 63
        while shift > 0 {
            if arc >> shift != 0 {
                contents.append(UInt8(truncatingIfNeeded: arc >> shift) | 0x80)
            }
            shift -= 7
        }
        contents.append(UInt8(truncatingIfNeeded: arc & 0x7F))
    }
}

extension OID: CustomStringConvertible {
    /// The arcs with dots between them.
    package var description: String {
        self.arcs.map(String.init).joined(separator: ".")
    }
}
