/// Why octets are not the MGCP that they should be.
package struct MGCPParseError: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// It does not follow the grammar (RFC 3435 appendix A).
        case malformed
        /// A number or length that the RFC does not allow.
        case outOfRange
        /// A mandatory parameter is absent (§3.2.2).
        case missing
        /// A parameter that may stand once stands twice (§3.2.2), or an option or group does.
        case duplicate
        /// A parameter that this command must not carry (§3.2.2).
        case forbidden
        /// One of ``MGCPLimits`` is exceeded.
        case tooLarge
        /// A protocol version or profile that we do not speak (§3.2.1.4).
        case unsupportedVersion
        /// An action that nobody defines, or actions that exclude each other (§2.3.3).
        case illegalAction
        /// A letter of a digit map that nobody defines (§2.1.5).
        case unknownDigitMapLetter
        /// The octets are no MGCP message at all.
        case notMGCP
    }

    /// The part of the message that is wrong.
    package enum Element: Hashable, Sendable {
        case datagram
        case line
        case responseLine
        case verb
        case transactionID
        case endpoint
        case version
        case parameter(MGCPParameterName)
        case eventParameter(MGCPParameterName)
        case sessionDescription
    }

    /// What is wrong.
    package let reason: Reason

    /// The part that is wrong.
    package let element: Element

    package init(_ reason: Reason, _ element: Element) {
        self.reason = reason
        self.element = element
    }

    /// The code of the response that tells the peer (RFC 3435 §2.4).
    package var returnCode: MGCPReturnCode {
        switch self.reason {
        case .tooLarge: self.element == .sessionDescription ? .remoteDescriptorError : .insufficientResources
        case .unsupportedVersion: .incompatibleVersion
        case .illegalAction: .unknownAction
        case .unknownDigitMapLetter: .unknownDigitMapExtension
        case .forbidden: .invalidParameter
        case .notMGCP: .protocolError
        case .malformed, .outOfRange, .missing, .duplicate: self.element.returnCode
        }
    }
}

extension MGCPParseError.Element {
    /// The code for a part that is malformed, missing or repeated.
    fileprivate var returnCode: MGCPReturnCode {
        switch self {
        case .datagram, .line, .responseLine, .verb, .transactionID, .version: .protocolError
        case .endpoint: .unknownEndpoint
        case .eventParameter: .eventParameterError
        case .sessionDescription: .remoteDescriptorError
        case .parameter(.callID): .unknownCall
        case .parameter(.connectionID), .parameter(.secondConnection): .incorrectConnection
        case .parameter(.connectionMode): .unsupportedMode
        case .parameter(.localConnectionOptions): .inconsistentOptions
        case .parameter(.quarantineHandling): .unsupportedQuarantine
        case .parameter(.restartMethod): .unsupportedRestartMethod
        case .parameter(.secondEndpoint), .parameter(.specificEndpoint): .unknownEndpoint
        case .parameter: .protocolError
        }
    }
}

extension MGCPParseError: CustomStringConvertible {
    /// A few words for a log line or the commentary of a response.
    package var description: String {
        "\(self.reason) \(self.element)"
    }
}
