// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `H235CertificateSignature` (H.235.0).
    package struct H235CertificateSignature: PERValue {
        /// `TypedCertificate`.
        package var certificate: H235.TypedCertificate

        /// `RandomVal`.
        package var responseRandom: H235.RandomVal

        /// `RandomVal`, optional.
        package var requesterRandom: H235.RandomVal?

        /// `Signed`.
        @Boxed package var signature: H235.Signed

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(certificate: H235.TypedCertificate, responseRandom: H235.RandomVal, signature: H235.Signed) {
            self.certificate = certificate
            self.responseRandom = responseRandom
            self.signature = signature
        }
    }
}

extension H235.H235CertificateSignature {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let certificate = try H235.TypedCertificate(from: &reader)
        let responseRandom = try reader.takeUnconstrainedInteger()
        var requesterRandom: H235.RandomVal?
        if present & 1 << 0 != 0 {
            requesterRandom = try reader.takeUnconstrainedInteger()
        }
        let signature = try H235.Signed(from: &reader)
        self.init(certificate: certificate, responseRandom: responseRandom, signature: signature)
        self.requesterRandom = requesterRandom
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.requesterRandom != nil)
        self.certificate.encode(into: &writer)
        writer.putUnconstrainedInteger(self.responseRandom)
        if let value = self.requesterRandom {
            writer.putUnconstrainedInteger(value)
        }
        self.signature.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
