import CallModel
import ProtocolKit

/// A cause by FreeSWITCH's number and name: those of ITU-T Q.850 §2.2.7 and some of its own.
struct FreeSWITCHCause: Hashable, Sendable {
    /// The number; up to 127 it is the value of Q.850.
    let number: Int

    init(_ number: Int) {
        self.number = number
    }

    /// The cause of a leg that has ended.
    init(_ cause: Q850Cause) {
        self.number = Int(cause.rawValue)
    }

    static let normalClearing = FreeSWITCHCause(16)
    static let noRouteDestination = FreeSWITCHCause(3)
    static let noAnswer = FreeSWITCHCause(19)
    static let exchangeRoutingError = FreeSWITCHCause(25)
    static let destinationOutOfOrder = FreeSWITCHCause(27)
    static let invalidNumberFormat = FreeSWITCHCause(28)
    static let channelNotImplemented = FreeSWITCHCause(66)
    static let allottedTimeout = FreeSWITCHCause(802)
    static let userNotRegistered = FreeSWITCHCause(806)
    static let invalidGateway = FreeSWITCHCause(808)
    static let invalidURL = FreeSWITCHCause(810)

    /// The name, as variables hold it.
    var name: String {
        Self.names.first { $0.number == self.number }?.name ?? "UNKNOWN"
    }

    /// The cause that a text begins with the number of, or names; normal clearing for anything else.
    init(_ text: MarkedText) {
        if let first = text.octets.first, first.octet.isASCIIDigit {
            self.number = text.leadingNumber
        } else {
            self = Self.named(text) ?? .normalClearing
        }
    }

    /// The cause that a text names.
    static func named(_ text: MarkedText) -> FreeSWITCHCause? {
        let name = text.key.description.uppercased()
        return self.names.first { $0.name == name }.map { FreeSWITCHCause($0.number) }
    }

    /// Whether a list of names and numbers has it.
    func isListed(in list: MarkedText) -> Bool {
        list.arguments(separatedBy: ",", limit: 256).contains { item in
            item.key.description.uppercased() == self.name || item.string == ByteString(String(self.number))
        }
    }

    /// The neutral value; FreeSWITCH's own numbers have the nearest.
    var value: Q850Cause {
        if let value = UInt8(exactly: self.number), (1...127).contains(value) {
            return Q850Cause(rawValue: value)
        }
        return Self.neutral[self.number] ?? .normalUnspecified
    }

    /// The status that FreeSWITCH answers a SIP caller with (`hangup_cause_to_sip`).
    var status: UInt16 {
        Self.statuses[self.number] ?? 480
    }

    private static let statuses: [Int: UInt16] = [
        1: 404, 2: 404, 3: 404, 17: 486, 18: 408, 21: 603, 22: 410, 23: 410, 25: 483, 27: 502, 28: 484, 29: 501,
        34: 503, 38: 503, 41: 503, 42: 503, 44: 503, 52: 403, 54: 403, 57: 403, 58: 503, 65: 488, 69: 501, 79: 501,
        88: 488, 102: 504, 487: 487, 808: 484, 809: 503, 810: 484, 811: 502, 815: 600, 816: 603, 817: 604, 818: 606,
        819: 607, 820: 428, 821: 429, 822: 437, 823: 438, 824: 403, 825: 603,
    ]

    private static let neutral: [Int: Q850Cause] = [
        142: .normalClearing, 487: .normalClearing, 701: .temporaryFailure, 703: .normalClearing,
        800: .normalClearing, 801: .normalClearing, 802: .recoveryOnTimerExpiry, 803: .callRejected,
        806: .subscriberAbsent, 807: .noUserResponding, 808: .invalidNumberFormat, 809: .networkOutOfOrder,
        810: .invalidNumberFormat, 811: .destinationOutOfOrder, 812: .noAnswer, 815: .userBusy, 816: .callRejected,
        817: .unallocatedNumber, 818: .incompatibleDestination, 819: .callRejected, 825: .callRejected,
    ]

    private static let names: [(name: String, number: Int)] = [
        ("NONE", 0), ("UNALLOCATED_NUMBER", 1), ("NO_ROUTE_TRANSIT_NET", 2), ("NO_ROUTE_DESTINATION", 3),
        ("CHANNEL_UNACCEPTABLE", 6), ("CALL_AWARDED_DELIVERED", 7), ("NORMAL_CLEARING", 16), ("USER_BUSY", 17),
        ("NO_USER_RESPONSE", 18), ("NO_ANSWER", 19), ("SUBSCRIBER_ABSENT", 20), ("CALL_REJECTED", 21),
        ("NUMBER_CHANGED", 22), ("REDIRECTION_TO_NEW_DESTINATION", 23), ("EXCHANGE_ROUTING_ERROR", 25),
        ("DESTINATION_OUT_OF_ORDER", 27), ("INVALID_NUMBER_FORMAT", 28), ("FACILITY_REJECTED", 29),
        ("RESPONSE_TO_STATUS_ENQUIRY", 30), ("NORMAL_UNSPECIFIED", 31), ("NORMAL_CIRCUIT_CONGESTION", 34),
        ("NETWORK_OUT_OF_ORDER", 38), ("NORMAL_TEMPORARY_FAILURE", 41), ("SWITCH_CONGESTION", 42),
        ("ACCESS_INFO_DISCARDED", 43), ("REQUESTED_CHAN_UNAVAIL", 44), ("PRE_EMPTED", 45),
        ("FACILITY_NOT_SUBSCRIBED", 50), ("OUTGOING_CALL_BARRED", 52), ("INCOMING_CALL_BARRED", 54),
        ("BEARERCAPABILITY_NOTAUTH", 57), ("BEARERCAPABILITY_NOTAVAIL", 58), ("SERVICE_UNAVAILABLE", 63),
        ("BEARERCAPABILITY_NOTIMPL", 65), ("CHAN_NOT_IMPLEMENTED", 66), ("FACILITY_NOT_IMPLEMENTED", 69),
        ("SERVICE_NOT_IMPLEMENTED", 79), ("INVALID_CALL_REFERENCE", 81), ("INCOMPATIBLE_DESTINATION", 88),
        ("INVALID_MSG_UNSPECIFIED", 95), ("MANDATORY_IE_MISSING", 96), ("MESSAGE_TYPE_NONEXIST", 97),
        ("WRONG_MESSAGE", 98), ("IE_NONEXIST", 99), ("INVALID_IE_CONTENTS", 100), ("WRONG_CALL_STATE", 101),
        ("RECOVERY_ON_TIMER_EXPIRE", 102), ("MANDATORY_IE_LENGTH_ERROR", 103), ("PROTOCOL_ERROR", 111),
        ("INTERWORKING", 127), ("SUCCESS", 142), ("ORIGINATOR_CANCEL", 487), ("CRASH", 700),
        ("SYSTEM_SHUTDOWN", 701), ("LOSE_RACE", 702), ("MANAGER_REQUEST", 703), ("BLIND_TRANSFER", 800),
        ("ATTENDED_TRANSFER", 801), ("ALLOTTED_TIMEOUT", 802), ("USER_CHALLENGE", 803), ("MEDIA_TIMEOUT", 804),
        ("PICKED_OFF", 805), ("USER_NOT_REGISTERED", 806), ("PROGRESS_TIMEOUT", 807), ("INVALID_GATEWAY", 808),
        ("GATEWAY_DOWN", 809), ("INVALID_URL", 810), ("INVALID_PROFILE", 811), ("NO_PICKUP", 812),
        ("SRTP_READ_ERROR", 813), ("BOWOUT", 814), ("BUSY_EVERYWHERE", 815), ("DECLINE", 816),
        ("DOES_NOT_EXIST_ANYWHERE", 817), ("NOT_ACCEPTABLE", 818), ("UNWANTED", 819), ("NO_IDENTITY", 820),
        ("BAD_IDENTITY_INFO", 821), ("UNSUPPORTED_CERTIFICATE", 822), ("INVALID_IDENTITY", 823),
        ("STALE_DATE", 824), ("REJECT_ALL", 825),
    ]
}
