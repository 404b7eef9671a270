import ProtocolKit

/// Where one parameter line stands (RFC 3435 §3.2.2).
package struct MGCPParameterLine: Sendable {
    let name: Extent
    let value: Extent

    /// The parameter, when RFC 3435 defines it.
    package let known: MGCPParameterName?
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
