package import H323Syntax

/// What our messages say of the standards that they follow.
extension OID {
    /// H.225.0 version 7: itu-t (0) recommendation (0) h (8) 2250 version (0) 7.
    package static let h225Version7 = OID(0, 0, 8, 2250, 0, 7)

    /// H.245 version 13, whose additions are those that we write: itu-t (0) recommendation (0) h (8) 245 version (0) 13.
    package static let h245Version13 = OID(0, 0, 8, 245, 0, 13)
}
