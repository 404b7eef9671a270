import ProtocolKit

/// Where one parameter line stands (RFC 3435 §3.2.2).
package struct MGCPParameterLine: Sendable {
    let name: Extent
    let value: Extent

    /// The number of the known parameter and one, or 0.
    let number: UInt8

    init(name: Extent, value: Extent, known: MGCPParameterName?) {
        self.name = name
        self.value = value
        self.number = known.map { $0.rawValue + 1 } ?? 0
    }

    /// The parameter, when RFC 3435 defines it.
    package var known: MGCPParameterName? {
        self.number == 0 ? nil : MGCPParameterName(rawValue: self.number - 1)
    }
}

/// Which of the known parameters a message has.
struct MGCPParameterSet: Sendable {
    private var bits: UInt64 = 0

    @inline(__always)
    func contains(_ name: MGCPParameterName) -> Bool {
        self.bits &>> UInt64(name.rawValue) & 1 != 0
    }

    @inline(__always)
    mutating func insert(_ name: MGCPParameterName) {
        self.bits |= 1 &<< UInt64(name.rawValue)
    }
}
