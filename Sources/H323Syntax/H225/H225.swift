// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

/// The types of H.225.0.
package enum H225 {
    /// The characters of some strings.
    static let numberDigits = PERAlphabet("#*,0123456789")

    /// The characters of some strings.
    static let tbcdDigits = PERAlphabet("#*0123456789abc")

    /// The characters of some strings.
    static let isupDigits = PERAlphabet("0123456789ABCDE")

    /// `IA5String (FROM (numberDigits)) (SIZE (1..128))`.
    package typealias NumberDigits = ByteString

    /// `IA5String (FROM (tbcdDigits))`.
    package typealias TBCDSTRING = ByteString

    /// `IA5String (FROM (isupDigits)) (SIZE (1..128))`.
    package typealias IsupDigits = ByteString

    /// `OCTET STRING (SIZE (16))`.
    package typealias GloballyUniqueID = [UInt8]

    /// `GloballyUniqueID`.
    package typealias ConferenceIdentifier = H225.GloballyUniqueID

    /// `INTEGER (1..65535)`.
    package typealias RequestSeqNum = UInt16

    /// `BMPString (SIZE (1..128))`.
    package typealias GatekeeperIdentifier = BMPString

    /// `INTEGER (0..4294967295)`.
    package typealias BandWidth = UInt32

    /// `INTEGER (0..65535)`.
    package typealias CallReferenceValue = UInt16

    /// `BMPString (SIZE (1..128))`.
    package typealias EndpointIdentifier = BMPString

    /// `OBJECT IDENTIFIER`.
    package typealias ProtocolIdentifier = OID

    /// `INTEGER (1..4294967295)`.
    package typealias TimeToLive = UInt32

    /// `OCTET STRING`.
    package typealias H248PackagesDescriptor = [UInt8]

    /// `OCTET STRING`.
    package typealias H248SignalsDescriptor = [UInt8]

    /// `GenericData`.
    package typealias FeatureDescriptor = H225.GenericData

    /// `H235.ClearToken`.
    package typealias FastStartToken = H235.ClearToken

    /// `an open type`.
    package typealias EncodedFastStartToken = [UInt8]
}
