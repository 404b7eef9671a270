// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Something that proves who sent a message, by the profiles of H.235.
    package enum CryptoH323Token: PERValue {
        indirect case cryptoEPPwdHash(H225.CryptoH323Token.CryptoEPPwdHash)
        indirect case cryptoGKPwdHash(H225.CryptoH323Token.CryptoGKPwdHash)
        case cryptoEPPwdEncr(H235.Encrypted)
        case cryptoGKPwdEncr(H235.Encrypted)
        indirect case cryptoEPCert(H235.Signed)
        indirect case cryptoGKCert(H235.Signed)
        indirect case cryptoFastStart(H235.Signed)
        case nestedcryptoToken(H235.CryptoToken)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.CryptoH323Token {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 7) {
        case 0:
            self = .cryptoEPPwdHash(try H225.CryptoH323Token.CryptoEPPwdHash(from: &reader))
        case 1:
            self = .cryptoGKPwdHash(try H225.CryptoH323Token.CryptoGKPwdHash(from: &reader))
        case 2:
            self = .cryptoEPPwdEncr(try H235.Encrypted(from: &reader))
        case 3:
            self = .cryptoGKPwdEncr(try H235.Encrypted(from: &reader))
        case 4:
            self = .cryptoEPCert(try H235.Signed(from: &reader))
        case 5:
            self = .cryptoGKCert(try H235.Signed(from: &reader))
        case 6:
            self = .cryptoFastStart(try H235.Signed(from: &reader))
        default:
            self = .nestedcryptoToken(try H235.CryptoToken(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .cryptoEPPwdHash(let value):
            writer.putExtensibleChoice(0, of: 8)
            value.encode(into: &writer)
        case .cryptoGKPwdHash(let value):
            writer.putExtensibleChoice(1, of: 8)
            value.encode(into: &writer)
        case .cryptoEPPwdEncr(let value):
            writer.putExtensibleChoice(2, of: 8)
            value.encode(into: &writer)
        case .cryptoGKPwdEncr(let value):
            writer.putExtensibleChoice(3, of: 8)
            value.encode(into: &writer)
        case .cryptoEPCert(let value):
            writer.putExtensibleChoice(4, of: 8)
            value.encode(into: &writer)
        case .cryptoGKCert(let value):
            writer.putExtensibleChoice(5, of: 8)
            value.encode(into: &writer)
        case .cryptoFastStart(let value):
            writer.putExtensibleChoice(6, of: 8)
            value.encode(into: &writer)
        case .nestedcryptoToken(let value):
            writer.putExtensibleChoice(7, of: 8)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.CryptoH323Token {
    /// What `cryptoEPPwdHash` of ``H225.CryptoH323Token`` holds.
    package struct CryptoEPPwdHash: PERValue {
        /// `AliasAddress`.
        package var alias: H225.AliasAddress

        /// `H235.TimeStamp`.
        package var timeStamp: H235.TimeStamp

        /// `H235.Hashed`.
        package var token: H235.Hashed

        package init(alias: H225.AliasAddress, timeStamp: H235.TimeStamp, token: H235.Hashed) {
            self.alias = alias
            self.timeStamp = timeStamp
            self.token = token
        }
    }
}

extension H225.CryptoH323Token.CryptoEPPwdHash {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let alias = try H225.AliasAddress(from: &reader)
        let timeStamp = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        let token = try H235.Hashed(from: &reader)
        self.init(alias: alias, timeStamp: timeStamp, token: token)
    }

    package func encode(into writer: inout PERWriter) {
        self.alias.encode(into: &writer)
        writer.putInteger(Int(self.timeStamp), 1, 4_294_967_295)
        self.token.encode(into: &writer)
    }
}

extension H225.CryptoH323Token {
    /// What `cryptoGKPwdHash` of ``H225.CryptoH323Token`` holds.
    package struct CryptoGKPwdHash: PERValue {
        /// `GatekeeperIdentifier`.
        package var gatekeeperId: H225.GatekeeperIdentifier

        /// `H235.TimeStamp`.
        package var timeStamp: H235.TimeStamp

        /// `H235.Hashed`.
        package var token: H235.Hashed

        package init(gatekeeperId: H225.GatekeeperIdentifier, timeStamp: H235.TimeStamp, token: H235.Hashed) {
            self.gatekeeperId = gatekeeperId
            self.timeStamp = timeStamp
            self.token = token
        }
    }
}

extension H225.CryptoH323Token.CryptoGKPwdHash {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let gatekeeperId = try reader.takeBMPString(1, 128)
        let timeStamp = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        let token = try H235.Hashed(from: &reader)
        self.init(gatekeeperId: gatekeeperId, timeStamp: timeStamp, token: token)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putBMPString(self.gatekeeperId, 1, 128)
        writer.putInteger(Int(self.timeStamp), 1, 4_294_967_295)
        self.token.encode(into: &writer)
    }
}
