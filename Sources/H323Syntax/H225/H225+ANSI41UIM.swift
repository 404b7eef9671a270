// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `ANSI-41-UIM` (H.225.0).
    package struct ANSI41UIM: PERValue {
        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var imsi: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var min: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var mdn: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var msisdn: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (16))`, optional.
        package var esn: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var mscid: ByteString?

        /// `CHOICE`.
        package var systemId: H225.ANSI41UIM.SystemId

        /// `OCTET STRING (SIZE (1))`, optional.
        package var systemMyTypeCode: [UInt8]?

        /// `OCTET STRING (SIZE (1))`, optional.
        package var systemAccessType: [UInt8]?

        /// `OCTET STRING (SIZE (1))`, optional.
        package var qualificationInformationCode: [UInt8]?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (16))`, optional.
        package var sesn: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var soc: ByteString?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(systemId: H225.ANSI41UIM.SystemId) {
            self.systemId = systemId
        }
    }
}

extension H225.ANSI41UIM {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(11)
        var imsi: ByteString?
        if present & 1 << 10 != 0 {
            imsi = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        var min: ByteString?
        if present & 1 << 9 != 0 {
            min = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        var mdn: ByteString?
        if present & 1 << 8 != 0 {
            mdn = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        var msisdn: ByteString?
        if present & 1 << 7 != 0 {
            msisdn = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        var esn: ByteString?
        if present & 1 << 6 != 0 {
            esn = try reader.takeString(H225.tbcdDigits, 16, 16)
        }
        var mscid: ByteString?
        if present & 1 << 5 != 0 {
            mscid = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        let systemId = try H225.ANSI41UIM.SystemId(from: &reader)
        self.init(systemId: systemId)
        self.imsi = imsi
        self.min = min
        self.mdn = mdn
        self.msisdn = msisdn
        self.esn = esn
        self.mscid = mscid
        if present & 1 << 4 != 0 {
            self.systemMyTypeCode = try reader.takeOctets(1, 1)
        }
        if present & 1 << 3 != 0 {
            self.systemAccessType = try reader.takeOctets(1, 1)
        }
        if present & 1 << 2 != 0 {
            self.qualificationInformationCode = try reader.takeOctets(1, 1)
        }
        if present & 1 << 1 != 0 {
            self.sesn = try reader.takeString(H225.tbcdDigits, 16, 16)
        }
        if present & 1 << 0 != 0 {
            self.soc = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.imsi != nil)
        writer.put(self.min != nil)
        writer.put(self.mdn != nil)
        writer.put(self.msisdn != nil)
        writer.put(self.esn != nil)
        writer.put(self.mscid != nil)
        writer.put(self.systemMyTypeCode != nil)
        writer.put(self.systemAccessType != nil)
        writer.put(self.qualificationInformationCode != nil)
        writer.put(self.sesn != nil)
        writer.put(self.soc != nil)
        if let value = self.imsi {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        if let value = self.min {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        if let value = self.mdn {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        if let value = self.msisdn {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        if let value = self.esn {
            writer.putString(value, H225.tbcdDigits, 16, 16)
        }
        if let value = self.mscid {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        self.systemId.encode(into: &writer)
        if let value = self.systemMyTypeCode {
            writer.putOctets(value, 1, 1)
        }
        if let value = self.systemAccessType {
            writer.putOctets(value, 1, 1)
        }
        if let value = self.qualificationInformationCode {
            writer.putOctets(value, 1, 1)
        }
        if let value = self.sesn {
            writer.putString(value, H225.tbcdDigits, 16, 16)
        }
        if let value = self.soc {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.ANSI41UIM {
    /// What `system-id` of ``H225.ANSI41UIM`` holds.
    package enum SystemId: PERValue {
        case sid(ByteString)
        case mid(ByteString)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.ANSI41UIM.SystemId {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .sid(try reader.takeString(H225.tbcdDigits, 1, 4))
        default:
            self = .mid(try reader.takeString(H225.tbcdDigits, 1, 4))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .sid(let value):
            writer.putExtensibleChoice(0, of: 2)
            writer.putString(value, H225.tbcdDigits, 1, 4)
        case .mid(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putString(value, H225.tbcdDigits, 1, 4)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
