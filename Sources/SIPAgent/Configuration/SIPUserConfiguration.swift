package import ProtocolKit

/// A secret that both sides of a digest know (RFC 7616 §3.4.2).
package enum DigestSecret: Hashable, Sendable {
    /// The password in clear.
    case password(ByteString)
    /// `H(username:realm:password)` in hexadecimal for each algorithm that is to be usable; the password is not known.
    case hashes(md5: ByteString?, sha256: ByteString?)
}

/// A user of ours: who may register and call.
package struct SIPUserConfiguration: Hashable, Sendable {
    /// The user part of the address of record and the name of the credentials; compared with its case.
    package var name: ByteString

    /// The secret.
    package var secret: DigestSecret

    /// The name that callees see; empty passes on what the phone says.
    package var displayName: ByteString

    /// The dialplan context that the user's calls start in.
    package var context: ByteString

    /// How many contacts may be registered; `nil` takes the registrar's default.
    package var maximumContacts: Int?

    /// How many calls may be up at once; `nil` is unlimited.
    package var maximumCalls: Int?

    package init(
        name: ByteString,
        secret: DigestSecret,
        displayName: ByteString = ByteString(),
        context: ByteString = "default",
        maximumContacts: Int? = nil,
        maximumCalls: Int? = nil
    ) {
        self.name = name
        self.secret = secret
        self.displayName = displayName
        self.context = context
        self.maximumContacts = maximumContacts
        self.maximumCalls = maximumCalls
    }
}
