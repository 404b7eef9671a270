// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// The H.225.0 message, and what travels with it: tunnelled H.245, supplementary services, generic data.
    package struct H323UUPDU: PERValue {
        /// `CHOICE`.
        package var h323MessageBody: H225.H323UUPDU.H323MessageBody

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF OCTET STRING`, addition 1.
        package var h4501SupplementaryService: [[UInt8]]?

        /// `BOOLEAN`, addition 2.
        package var h245Tunnelling: Bool?

        /// `SEQUENCE OF OCTET STRING`, addition 3.
        package var h245Control: [[UInt8]]?

        /// `SEQUENCE OF NonStandardParameter`, addition 4.
        package var nonStandardControl: [H225.NonStandardParameter]?

        /// `CallLinkage`, addition 5.
        package var callLinkage: H225.CallLinkage?

        /// `SEQUENCE`, addition 6.
        @BoxedIfPresent package var tunnelledSignallingMessage: H225.H323UUPDU.TunnelledSignallingMessage?

        /// `NULL`, addition 7.
        package var provisionalRespToH245Tunnelling = false

        /// `StimulusControl`, addition 8.
        package var stimulusControl: H225.StimulusControl?

        /// `SEQUENCE OF GenericData`, addition 9.
        package var genericData: [H225.GenericData]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(h323MessageBody: H225.H323UUPDU.H323MessageBody) {
            self.h323MessageBody = h323MessageBody
        }
    }
}

extension H225.H323UUPDU {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let h323MessageBody = try H225.H323UUPDU.H323MessageBody(from: &reader)
        self.init(h323MessageBody: h323MessageBody)
        if present & 1 << 0 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.h4501SupplementaryService = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.h245Tunnelling = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.h245Control = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.nonStandardControl = try reader.takeList(0, nil, of: H225.NonStandardParameter.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.callLinkage = try H225.CallLinkage(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.tunnelledSignallingMessage = try H225.H323UUPDU.TunnelledSignallingMessage(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.provisionalRespToH245Tunnelling = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.stimulusControl = try H225.StimulusControl(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 9)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 9, self.unrecognized)
        bitmap.insert(0, if: self.h4501SupplementaryService != nil)
        bitmap.insert(1, if: self.h245Tunnelling != nil)
        bitmap.insert(2, if: self.h245Control != nil)
        bitmap.insert(3, if: self.nonStandardControl != nil)
        bitmap.insert(4, if: self.callLinkage != nil)
        bitmap.insert(5, if: self._tunnelledSignallingMessage.isPresent)
        bitmap.insert(6, if: self.provisionalRespToH245Tunnelling)
        bitmap.insert(7, if: self.stimulusControl != nil)
        bitmap.insert(8, if: self.genericData != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        self.h323MessageBody.encode(into: &writer)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.h4501SupplementaryService {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
            writer.endOpenType(start)
        }
        if let value = self.h245Tunnelling {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.h245Control {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
            writer.endOpenType(start)
        }
        if let value = self.nonStandardControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.callLinkage {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.tunnelledSignallingMessage {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if self.provisionalRespToH245Tunnelling {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.stimulusControl {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.genericData {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.H323UUPDU {
    /// What `h323-message-body` of ``H225.H323UUPDU`` holds.
    package enum H323MessageBody: PERValue {
        indirect case setup(H225.SetupUUIE)
        indirect case callProceeding(H225.CallProceedingUUIE)
        indirect case connect(H225.ConnectUUIE)
        indirect case alerting(H225.AlertingUUIE)
        indirect case information(H225.InformationUUIE)
        indirect case releaseComplete(H225.ReleaseCompleteUUIE)
        indirect case facility(H225.FacilityUUIE)
        indirect case progress(H225.ProgressUUIE)
        case empty
        indirect case status(H225.StatusUUIE)
        indirect case statusInquiry(H225.StatusInquiryUUIE)
        indirect case setupAcknowledge(H225.SetupAcknowledgeUUIE)
        indirect case notify(H225.NotifyUUIE)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.H323UUPDU.H323MessageBody {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .progress(try H225.ProgressUUIE(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .empty
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .status(try H225.StatusUUIE(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .statusInquiry(try H225.StatusInquiryUUIE(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .setupAcknowledge(try H225.SetupAcknowledgeUUIE(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .notify(try H225.NotifyUUIE(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 6) {
        case 0:
            self = .setup(try H225.SetupUUIE(from: &reader))
        case 1:
            self = .callProceeding(try H225.CallProceedingUUIE(from: &reader))
        case 2:
            self = .connect(try H225.ConnectUUIE(from: &reader))
        case 3:
            self = .alerting(try H225.AlertingUUIE(from: &reader))
        case 4:
            self = .information(try H225.InformationUUIE(from: &reader))
        case 5:
            self = .releaseComplete(try H225.ReleaseCompleteUUIE(from: &reader))
        default:
            self = .facility(try H225.FacilityUUIE(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .setup(let value):
            writer.putExtensibleChoice(0, of: 7)
            value.encode(into: &writer)
        case .callProceeding(let value):
            writer.putExtensibleChoice(1, of: 7)
            value.encode(into: &writer)
        case .connect(let value):
            writer.putExtensibleChoice(2, of: 7)
            value.encode(into: &writer)
        case .alerting(let value):
            writer.putExtensibleChoice(3, of: 7)
            value.encode(into: &writer)
        case .information(let value):
            writer.putExtensibleChoice(4, of: 7)
            value.encode(into: &writer)
        case .releaseComplete(let value):
            writer.putExtensibleChoice(5, of: 7)
            value.encode(into: &writer)
        case .facility(let value):
            writer.putExtensibleChoice(6, of: 7)
            value.encode(into: &writer)
        case .progress(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .empty:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .status(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .statusInquiry(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .setupAcknowledge(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .notify(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.H323UUPDU {
    /// What `tunnelledSignallingMessage` of ``H225.H323UUPDU`` holds.
    package struct TunnelledSignallingMessage: PERValue {
        /// `TunnelledProtocol`.
        package var tunnelledProtocolID: H225.TunnelledProtocol

        /// `SEQUENCE OF OCTET STRING`.
        package var messageContent: [[UInt8]]

        /// `NULL`, optional.
        package var tunnellingRequired = false

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(tunnelledProtocolID: H225.TunnelledProtocol, messageContent: [[UInt8]]) {
            self.tunnelledProtocolID = tunnelledProtocolID
            self.messageContent = messageContent
        }
    }
}

extension H225.H323UUPDU.TunnelledSignallingMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let tunnelledProtocolID = try H225.TunnelledProtocol(from: &reader)
        let messageContent = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
            try reader.takeOctets()
        }
        self.init(tunnelledProtocolID: tunnelledProtocolID, messageContent: messageContent)
        self.tunnellingRequired = present & 1 << 1 != 0
        if present & 1 << 0 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.tunnellingRequired)
        writer.put(self._nonStandardData.isPresent)
        self.tunnelledProtocolID.encode(into: &writer)
        writer.putList(self.messageContent, 0, nil) { element, writer in
            writer.putOctets(element)
        }
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
