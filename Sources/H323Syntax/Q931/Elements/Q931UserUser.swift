/// User-user (Q.931 clause 4.5.30), in which H.225.0 keeps its own message.
package struct Q931UserUser: Q931Value {
    package static let identifier = Q931ElementIdentifier.userUser

    /// What the information is in; 5 stands for ASN.1 and thus for H.225.0 (clause 7.2.2.31 there).
    package let protocolDiscriminator: UInt8

    /// The information.
    package let information: [UInt8]

    private static let asn1: UInt8 = 5

    /// Makes one with an encoded H.225.0 message.
    package init(_ information: [UInt8]) {
        self.protocolDiscriminator = Self.asn1
        self.information = information
    }

    package init?(contents: [UInt8]) {
        guard let discriminator = contents.first else {
            return nil
        }
        self.protocolDiscriminator = discriminator
        self.information = Array(contents.dropFirst())
    }

    package var contents: [UInt8] {
        [self.protocolDiscriminator] + self.information
    }

    /// Whether it holds an H.225.0 message.
    package var isASN1: Bool {
        self.protocolDiscriminator == Self.asn1
    }
}
