// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

/// The types of H.235.0.
package enum H235 {
    /// `OCTET STRING (SIZE (8..128))`.
    package typealias ChallengeString = [UInt8]

    /// `INTEGER (1..4294967295)`.
    package typealias TimeStamp = UInt32

    /// `INTEGER`.
    package typealias RandomVal = Int

    /// `BMPString (SIZE (1..128))`.
    package typealias Password = BMPString

    /// `BMPString (SIZE (1..128))`.
    package typealias Identifier = BMPString

    /// `BIT STRING (SIZE (1..2048))`.
    package typealias KeyMaterial = BitString

    /// `OCTET STRING (SIZE (8))`.
    package typealias IV8 = [UInt8]

    /// `OCTET STRING (SIZE (16))`.
    package typealias IV16 = [UInt8]

    /// `an open type`.
    package typealias EncodedGeneralToken = [UInt8]

    /// `ClearToken`.
    package typealias PwdCertToken = H235.ClearToken

    /// `an open type`.
    package typealias EncodedPwdCertToken = [UInt8]

    /// `an open type`.
    package typealias EncodedKeySignedMaterial = [UInt8]

    /// `an open type`.
    package typealias EncodedReturnSig = [UInt8]

    /// `an open type`.
    package typealias EncodedKeySyncMaterial = [UInt8]
}
