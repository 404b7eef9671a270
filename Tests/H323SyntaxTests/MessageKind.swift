import H323Syntax

/// The three kinds of messages in aligned PER, as the folders of the corpora are called.
enum MessageKind: String, CaseIterable {
    case h225
    case ras
    case h245

    /// The message that these octets hold.
    func decode(_ octets: [UInt8]) throws(H323SyntaxError) -> any PERValue {
        switch self {
        case .h225: try H225.H323UserInformation(decoding: octets)
        case .ras: try H225.RasMessage(decoding: octets)
        case .h245: try H245.MultimediaSystemControlMessage(decoding: octets)
        }
    }
}

extension PERValue {
    /// Whether the value survives being written and read again, also with bitmaps of another length.
    func survivesCoding() throws -> Bool {
        let again = try Self(decoding: try self.encoded())
        let shortened = try Self(decoding: try self.encoded(extensionBitmaps: .shortest))
        return again == self && shortened == self
    }
}
