// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `ECKASDH` (H.235.0).
    package enum ECKASDH: PERValue {
        indirect case eckasdhp(H235.ECKASDH.Eckasdhp)
        indirect case eckasdh2(H235.ECKASDH.Eckasdh2)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H235.ECKASDH {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .eckasdhp(try H235.ECKASDH.Eckasdhp(from: &reader))
        default:
            self = .eckasdh2(try H235.ECKASDH.Eckasdh2(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .eckasdhp(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .eckasdh2(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H235.ECKASDH {
    /// What `eckasdhp` of ``H235.ECKASDH`` holds.
    package struct Eckasdhp: PERValue {
        /// `ECpoint`.
        @Boxed package var publicKey: H235.ECpoint

        /// `BIT STRING (SIZE (0..511))`.
        package var modulus: BitString

        /// `ECpoint`.
        @Boxed package var base: H235.ECpoint

        /// `BIT STRING (SIZE (0..511))`.
        package var weierstrassA: BitString

        /// `BIT STRING (SIZE (0..511))`.
        package var weierstrassB: BitString

        package init(
            publicKey: H235.ECpoint,
            modulus: BitString,
            base: H235.ECpoint,
            weierstrassA: BitString,
            weierstrassB: BitString
        ) {
            self.publicKey = publicKey
            self.modulus = modulus
            self.base = base
            self.weierstrassA = weierstrassA
            self.weierstrassB = weierstrassB
        }
    }
}

extension H235.ECKASDH.Eckasdhp {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let publicKey = try H235.ECpoint(from: &reader)
        let modulus = try reader.takeBitString(0, 511)
        let base = try H235.ECpoint(from: &reader)
        let weierstrassA = try reader.takeBitString(0, 511)
        let weierstrassB = try reader.takeBitString(0, 511)
        self.init(
            publicKey: publicKey,
            modulus: modulus,
            base: base,
            weierstrassA: weierstrassA,
            weierstrassB: weierstrassB
        )
    }

    package func encode(into writer: inout PERWriter) {
        self.publicKey.encode(into: &writer)
        writer.putBitString(self.modulus, 0, 511)
        self.base.encode(into: &writer)
        writer.putBitString(self.weierstrassA, 0, 511)
        writer.putBitString(self.weierstrassB, 0, 511)
    }
}

extension H235.ECKASDH {
    /// What `eckasdh2` of ``H235.ECKASDH`` holds.
    package struct Eckasdh2: PERValue {
        /// `ECpoint`.
        @Boxed package var publicKey: H235.ECpoint

        /// `BIT STRING (SIZE (0..511))`.
        package var fieldSize: BitString

        /// `ECpoint`.
        @Boxed package var base: H235.ECpoint

        /// `BIT STRING (SIZE (0..511))`.
        package var weierstrassA: BitString

        /// `BIT STRING (SIZE (0..511))`.
        package var weierstrassB: BitString

        package init(
            publicKey: H235.ECpoint,
            fieldSize: BitString,
            base: H235.ECpoint,
            weierstrassA: BitString,
            weierstrassB: BitString
        ) {
            self.publicKey = publicKey
            self.fieldSize = fieldSize
            self.base = base
            self.weierstrassA = weierstrassA
            self.weierstrassB = weierstrassB
        }
    }
}

extension H235.ECKASDH.Eckasdh2 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let publicKey = try H235.ECpoint(from: &reader)
        let fieldSize = try reader.takeBitString(0, 511)
        let base = try H235.ECpoint(from: &reader)
        let weierstrassA = try reader.takeBitString(0, 511)
        let weierstrassB = try reader.takeBitString(0, 511)
        self.init(
            publicKey: publicKey,
            fieldSize: fieldSize,
            base: base,
            weierstrassA: weierstrassA,
            weierstrassB: weierstrassB
        )
    }

    package func encode(into writer: inout PERWriter) {
        self.publicKey.encode(into: &writer)
        writer.putBitString(self.fieldSize, 0, 511)
        self.base.encode(into: &writer)
        writer.putBitString(self.weierstrassA, 0, 511)
        writer.putBitString(self.weierstrassB, 0, 511)
    }
}
