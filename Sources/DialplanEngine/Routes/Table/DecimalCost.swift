import ProtocolKit

/// What a unit of a call costs: an exact decimal number of millionths, in whatever currency the table uses.
///
/// No floating point is involved, so equal prices compare as equal whatever computed them.
package struct DecimalCost: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The highest cost: a million millions.
    package static let most = DecimalCost(unchecked: 1_000_000_000_000_000_000)

    /// Millionths of the unit.
    package let millionths: UInt64

    /// `nil` above ``most``.
    package init?(millionths: UInt64) {
        guard millionths <= Self.most.millionths else {
            return nil
        }
        self.millionths = millionths
    }

    private init(unchecked millionths: UInt64) {
        self.millionths = millionths
    }

    /// Reads digits with a decimal point, as `0.0125`; `nil` for anything else and for what is finer than a millionth.
    init?(_ text: ArraySlice<UInt8>) {
        var millionths: UInt64 = 0
        var digits = 0
        var decimals: Int?
        for octet in text {
            if octet == UInt8(ascii: "."), decimals == nil {
                decimals = 0
                continue
            }
            guard octet.isASCIIDigit else {
                return nil
            }
            digits += 1
            if let places = decimals {
                guard places < 6 || octet == UInt8(ascii: "0") else {
                    return nil
                }
                decimals = places + 1
            }
            if decimals ?? 0 <= 6 {
                millionths = millionths * 10 + UInt64(octet &- 0x30)
                guard millionths <= Self.most.millionths else {
                    return nil
                }
            }
        }
        guard digits > 0 else {
            return nil
        }
        for _ in min(decimals ?? 0, 6)..<6 {
            millionths *= 10
            guard millionths <= Self.most.millionths else {
                return nil
            }
        }
        self.millionths = millionths
    }

    package static func < (left: DecimalCost, right: DecimalCost) -> Bool {
        left.millionths < right.millionths
    }

    /// The shortest decimal that reads as the same cost.
    package var description: String {
        let whole = "\(self.millionths / 1_000_000)"
        var fraction = "\(self.millionths % 1_000_000 + 1_000_000)".dropFirst()
        while fraction.last == "0" {
            fraction.removeLast()
        }
        return fraction.isEmpty ? whole : whole + "." + fraction
    }
}
