// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `QOSCapability` (H.245).
    package struct QOSCapability: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandardData: H245.NonStandardParameter?

        /// `RSVPParameters`, optional.
        @BoxedIfPresent package var rsvpParameters: H245.RSVPParameters?

        /// `ATMParameters`, optional.
        @BoxedIfPresent package var atmParameters: H245.ATMParameters?

        /// `BOOLEAN`, addition 1.
        package var localQoS: Bool?

        /// `GenericTransportParameters`, addition 2.
        @BoxedIfPresent package var genericTransportParameters: H245.GenericTransportParameters?

        /// `ServicePriority`, addition 3.
        @BoxedIfPresent package var servicePriority: H245.ServicePriority?

        /// `AuthorizationParameters`, addition 4.
        @BoxedIfPresent package var authorizationParameter: H245.AuthorizationParameters?

        /// `QOSDescriptor`, addition 5.
        @BoxedIfPresent package var qosDescriptor: H245.QOSDescriptor?

        /// `INTEGER (0..63)`, addition 6.
        package var dscpValue: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.QOSCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.nonStandardData = try H245.NonStandardParameter(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.rsvpParameters = try H245.RSVPParameters(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.atmParameters = try H245.ATMParameters(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.localQoS = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.genericTransportParameters = try H245.GenericTransportParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.servicePriority = try H245.ServicePriority(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.authorizationParameter = try H245.AuthorizationParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.qosDescriptor = try H245.QOSDescriptor(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.dscpValue = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 63))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 6)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 6, self.unrecognized)
        bitmap.insert(0, if: self.localQoS != nil)
        bitmap.insert(1, if: self._genericTransportParameters.isPresent)
        bitmap.insert(2, if: self._servicePriority.isPresent)
        bitmap.insert(3, if: self._authorizationParameter.isPresent)
        bitmap.insert(4, if: self._qosDescriptor.isPresent)
        bitmap.insert(5, if: self.dscpValue != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandardData != nil)
        writer.put(self._rsvpParameters.isPresent)
        writer.put(self._atmParameters.isPresent)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.rsvpParameters {
            value.encode(into: &writer)
        }
        if let value = self.atmParameters {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.localQoS {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.genericTransportParameters {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.servicePriority {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.authorizationParameter {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.qosDescriptor {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.dscpValue {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 63)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
