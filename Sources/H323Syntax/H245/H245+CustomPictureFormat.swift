// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CustomPictureFormat` (H.245).
    package struct CustomPictureFormat: PERValue {
        /// `INTEGER (1..2048)`.
        package var maxCustomPictureWidth: UInt16

        /// `INTEGER (1..2048)`.
        package var maxCustomPictureHeight: UInt16

        /// `INTEGER (1..2048)`.
        package var minCustomPictureWidth: UInt16

        /// `INTEGER (1..2048)`.
        package var minCustomPictureHeight: UInt16

        /// `SEQUENCE`.
        package var mPI: H245.CustomPictureFormat.MPI

        /// `CHOICE`.
        package var pixelAspectInformation: H245.CustomPictureFormat.PixelAspectInformation

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            maxCustomPictureWidth: UInt16,
            maxCustomPictureHeight: UInt16,
            minCustomPictureWidth: UInt16,
            minCustomPictureHeight: UInt16,
            mPI: H245.CustomPictureFormat.MPI,
            pixelAspectInformation: H245.CustomPictureFormat.PixelAspectInformation
        ) {
            self.maxCustomPictureWidth = maxCustomPictureWidth
            self.maxCustomPictureHeight = maxCustomPictureHeight
            self.minCustomPictureWidth = minCustomPictureWidth
            self.minCustomPictureHeight = minCustomPictureHeight
            self.mPI = mPI
            self.pixelAspectInformation = pixelAspectInformation
        }
    }
}

extension H245.CustomPictureFormat {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let maxCustomPictureWidth = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        let maxCustomPictureHeight = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        let minCustomPictureWidth = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        let minCustomPictureHeight = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        let mPI = try H245.CustomPictureFormat.MPI(from: &reader)
        let pixelAspectInformation = try H245.CustomPictureFormat.PixelAspectInformation(from: &reader)
        self.init(
            maxCustomPictureWidth: maxCustomPictureWidth,
            maxCustomPictureHeight: maxCustomPictureHeight,
            minCustomPictureWidth: minCustomPictureWidth,
            minCustomPictureHeight: minCustomPictureHeight,
            mPI: mPI,
            pixelAspectInformation: pixelAspectInformation
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.maxCustomPictureWidth), 1, 2048)
        writer.putInteger(Int(self.maxCustomPictureHeight), 1, 2048)
        writer.putInteger(Int(self.minCustomPictureWidth), 1, 2048)
        writer.putInteger(Int(self.minCustomPictureHeight), 1, 2048)
        self.mPI.encode(into: &writer)
        self.pixelAspectInformation.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.CustomPictureFormat {
    /// What `mPI` of ``H245.CustomPictureFormat`` holds.
    package struct MPI: PERValue {
        /// `INTEGER (1..31)`, optional.
        package var standardMPI: UInt8?

        /// `SEQUENCE (SIZE (1..16)) OF SEQUENCE`, optional.
        package var customPCF: [H245.CustomPictureFormat.MPI.CustomPCF]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.CustomPictureFormat.MPI {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.standardMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 31))
        }
        if present & 1 << 0 != 0 {
            self.customPCF = try reader.takeList(1, 16, of: H245.CustomPictureFormat.MPI.CustomPCF.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.standardMPI != nil)
        writer.put(self.customPCF != nil)
        if let value = self.standardMPI {
            writer.putInteger(Int(value), 1, 31)
        }
        if let value = self.customPCF {
            writer.putList(value, 1, 16)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.CustomPictureFormat.MPI {
    /// What `customPCF` of ``H245.CustomPictureFormat.MPI`` holds.
    package struct CustomPCF: PERValue {
        /// `INTEGER (1000..1001)`.
        package var clockConversionCode: UInt16

        /// `INTEGER (1..127)`.
        package var clockDivisor: UInt8

        /// `INTEGER (1..2048)`.
        package var customMPI: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(clockConversionCode: UInt16, clockDivisor: UInt8, customMPI: UInt16) {
            self.clockConversionCode = clockConversionCode
            self.clockDivisor = clockDivisor
            self.customMPI = customMPI
        }
    }
}

extension H245.CustomPictureFormat.MPI.CustomPCF {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let clockConversionCode = UInt16(truncatingIfNeeded: try reader.takeInteger(1000, 1001))
        let clockDivisor = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 127))
        let customMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        self.init(clockConversionCode: clockConversionCode, clockDivisor: clockDivisor, customMPI: customMPI)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.clockConversionCode), 1000, 1001)
        writer.putInteger(Int(self.clockDivisor), 1, 127)
        writer.putInteger(Int(self.customMPI), 1, 2048)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.CustomPictureFormat {
    /// What `pixelAspectInformation` of ``H245.CustomPictureFormat`` holds.
    package enum PixelAspectInformation: PERValue {
        case anyPixelAspectRatio(Bool)
        case pixelAspectCode([UInt8])
        case extendedPAR([H245.CustomPictureFormat.PixelAspectInformation.ExtendedPAR])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.CustomPictureFormat.PixelAspectInformation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .anyPixelAspectRatio(try reader.takeBit())
        case 1:
            self = .pixelAspectCode(
                try reader.takeList(1, 14) { reader throws(H323SyntaxError) in
                    UInt8(truncatingIfNeeded: try reader.takeInteger(1, 14))
                }
            )
        default:
            self = .extendedPAR(
                try reader.takeList(1, 256, of: H245.CustomPictureFormat.PixelAspectInformation.ExtendedPAR.init(from:))
            )
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .anyPixelAspectRatio(let value):
            writer.putExtensibleChoice(0, of: 3)
            writer.put(value)
        case .pixelAspectCode(let value):
            writer.putExtensibleChoice(1, of: 3)
            writer.putList(value, 1, 14) { element, writer in
                writer.putInteger(Int(element), 1, 14)
            }
        case .extendedPAR(let value):
            writer.putExtensibleChoice(2, of: 3)
            writer.putList(value, 1, 256)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.CustomPictureFormat.PixelAspectInformation {
    /// What `extendedPAR` of ``H245.CustomPictureFormat.PixelAspectInformation`` holds.
    package struct ExtendedPAR: PERValue {
        /// `INTEGER (1..255)`.
        package var width: UInt8

        /// `INTEGER (1..255)`.
        package var height: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(width: UInt8, height: UInt8) {
            self.width = width
            self.height = height
        }
    }
}

extension H245.CustomPictureFormat.PixelAspectInformation.ExtendedPAR {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let width = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        let height = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        self.init(width: width, height: height)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.width), 1, 255)
        writer.putInteger(Int(self.height), 1, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
