package import H323Syntax

extension OID {
    /// H.225.0 version 7: itu-t (0) recommendation (0) h (8) 2250 version (0) 7.
    package static let h225Version7 = OID(0, 0, 8, 2250, 0, 7)
}
