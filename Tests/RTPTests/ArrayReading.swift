import RTP

// The expectation macros cannot take a span, so tests read from arrays.

extension RTPHeader {
    init?(bytes: [UInt8], isEncrypted: Bool = false) {
        self.init(bytes.span, isEncrypted: isEncrypted)
    }
}

extension RTCPCompound {
    init?(bytes: [UInt8], isEncrypted: Bool = false) {
        self.init(bytes.span, isEncrypted: isEncrypted)
    }
}

extension TelephoneEvent {
    init?(bytes: [UInt8], payload: Range<Int>) {
        self.init(bytes.span, payload: payload)
    }
}

extension UDPTLDatagram {
    init?(bytes: [UInt8]) {
        self.init(bytes.span)
    }
}
