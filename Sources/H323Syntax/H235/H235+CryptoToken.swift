// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// Information for security that is encrypted, signed or hashed (clause 8.2).
    package enum CryptoToken: PERValue {
        indirect case cryptoEncryptedToken(H235.CryptoToken.CryptoEncryptedToken)
        case cryptoSignedToken(H235.CryptoToken.CryptoSignedToken)
        indirect case cryptoHashedToken(H235.CryptoToken.CryptoHashedToken)
        case cryptoPwdEncr(H235.Encrypted)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H235.CryptoToken {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .cryptoEncryptedToken(try H235.CryptoToken.CryptoEncryptedToken(from: &reader))
        case 1:
            self = .cryptoSignedToken(try H235.CryptoToken.CryptoSignedToken(from: &reader))
        case 2:
            self = .cryptoHashedToken(try H235.CryptoToken.CryptoHashedToken(from: &reader))
        default:
            self = .cryptoPwdEncr(try H235.Encrypted(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .cryptoEncryptedToken(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .cryptoSignedToken(let value):
            writer.putExtensibleChoice(1, of: 4)
            value.encode(into: &writer)
        case .cryptoHashedToken(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .cryptoPwdEncr(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H235.CryptoToken {
    /// What `cryptoEncryptedToken` of ``H235.CryptoToken`` holds.
    package struct CryptoEncryptedToken: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var tokenOID: OID

        /// `Encrypted`.
        package var token: H235.Encrypted

        package init(tokenOID: OID, token: H235.Encrypted) {
            self.tokenOID = tokenOID
            self.token = token
        }
    }
}

extension H235.CryptoToken.CryptoEncryptedToken {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let tokenOID = try reader.takeObjectIdentifier()
        let token = try H235.Encrypted(from: &reader)
        self.init(tokenOID: tokenOID, token: token)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putObjectIdentifier(self.tokenOID)
        self.token.encode(into: &writer)
    }
}

extension H235.CryptoToken {
    /// What `cryptoSignedToken` of ``H235.CryptoToken`` holds.
    package struct CryptoSignedToken: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var tokenOID: OID

        /// `Signed`.
        @Boxed package var token: H235.Signed

        package init(tokenOID: OID, token: H235.Signed) {
            self.tokenOID = tokenOID
            self.token = token
        }
    }
}

extension H235.CryptoToken.CryptoSignedToken {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let tokenOID = try reader.takeObjectIdentifier()
        let token = try H235.Signed(from: &reader)
        self.init(tokenOID: tokenOID, token: token)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putObjectIdentifier(self.tokenOID)
        self.token.encode(into: &writer)
    }
}

extension H235.CryptoToken {
    /// What `cryptoHashedToken` of ``H235.CryptoToken`` holds.
    package struct CryptoHashedToken: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var tokenOID: OID

        /// `ClearToken`.
        @Boxed package var hashedVals: H235.ClearToken

        /// `Hashed`.
        package var token: H235.Hashed

        package init(tokenOID: OID, hashedVals: H235.ClearToken, token: H235.Hashed) {
            self.tokenOID = tokenOID
            self.hashedVals = hashedVals
            self.token = token
        }
    }
}

extension H235.CryptoToken.CryptoHashedToken {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let tokenOID = try reader.takeObjectIdentifier()
        let hashedVals = try H235.ClearToken(from: &reader)
        let token = try H235.Hashed(from: &reader)
        self.init(tokenOID: tokenOID, hashedVals: hashedVals, token: token)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putObjectIdentifier(self.tokenOID)
        self.hashedVals.encode(into: &writer)
        self.token.encode(into: &writer)
    }
}
