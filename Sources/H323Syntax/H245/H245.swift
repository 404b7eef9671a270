// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

/// The types of H.245.
package enum H245 {
    /// The characters of some strings.
    static let numberDigits = PERAlphabet("#*,0123456789")

    /// The characters of some strings.
    static let signalTypes = PERAlphabet("!#*0123456789ABCD")

    /// `INTEGER (0..255)`.
    package typealias SequenceNumber = UInt8

    /// `GenericMessage`.
    package typealias GenericInformation = H245.GenericMessage

    /// `SEQUENCE (SIZE (1..256)) OF CapabilityTableEntryNumber`.
    package typealias AlternativeCapabilitySet = [H245.CapabilityTableEntryNumber]

    /// `INTEGER (1..65535)`.
    package typealias CapabilityTableEntryNumber = UInt16

    /// `INTEGER (0..255)`.
    package typealias CapabilityDescriptorNumber = UInt8

    /// `SEQUENCE (SIZE (1..256)) OF MediaEncryptionAlgorithm`.
    package typealias EncryptionCapability = [H245.MediaEncryptionAlgorithm]

    /// `INTEGER (1..MAX)`.
    package typealias MaxRedundancy = Int

    /// `INTEGER (1..65535)`.
    package typealias LogicalChannelNumber = UInt16

    /// `INTEGER (1..15)`.
    package typealias MultiplexTableEntryNumber = UInt8

    /// `SEQUENCE (SIZE (1..256)) OF ModeElement`.
    package typealias ModeDescription = [H245.ModeElement]

    /// `SEQUENCE (SIZE (1..16)) OF Criteria`.
    package typealias CertSelectionCriteria = [H245.Criteria]

    /// `INTEGER (0..192)`.
    package typealias McuNumber = UInt8

    /// `INTEGER (0..192)`.
    package typealias TerminalNumber = UInt8

    /// `OCTET STRING (SIZE (1..128))`.
    package typealias TerminalID = [UInt8]

    /// `OCTET STRING (SIZE (1..32))`.
    package typealias ConferenceID = [UInt8]

    /// `OCTET STRING (SIZE (1..32))`.
    package typealias Password = [UInt8]

    /// `INTEGER (0..4294967295)`.
    package typealias MaximumBitRate = UInt32

    /// `OCTET STRING (SIZE (8))`.
    package typealias IV8 = [UInt8]

    /// `OCTET STRING (SIZE (16))`.
    package typealias IV16 = [UInt8]
}
