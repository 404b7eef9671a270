package import MGCPSyntax
package import ProtocolKit

/// What a person beside an endpoint would notice, and what the protocol did to bring it about.
package enum LabNote: Hashable, Sendable {
    /// It rings, with what its display shows.
    case rings(LabRing)
    /// It rings no more.
    case ringingStopped
    /// A tone or another signal begins: its name, as `L/dl`.
    case signalBegan(EventName, [EventParameter])
    /// It ends.
    case signalEnded(EventName)
    /// A connection was made.
    case connectionCreated(MGCPConnectionID)
    /// A connection was changed.
    case connectionModified(MGCPConnectionID)
    /// A connection is gone.
    case connectionDeleted(MGCPConnectionID)
    /// The call agent was told of events.
    case notified([MGCPSignal])
    /// A command of the call agent was refused.
    case refused(MGCPVerb, MGCPReturnCode)
    /// A command of the gateway was answered.
    case answered(MGCPVerb, MGCPReturnCode)
    /// A command of the gateway was not answered at all.
    case unanswered(MGCPVerb)
    /// A key was pressed.
    case key(DigitSymbol)
    /// The circuit was seized by the call agent, with the digits that it sent.
    case seized(ByteString)
    /// What came is no MGCP.
    case garbled(ByteString)
}

/// What a ringing telephone shows.
package struct LabRing: Hashable, Sendable {
    /// The signal: `rg`, or `r0` to `r7` for a distinctive one.
    package let pattern: MGCPName

    /// The number of the caller, when one was sent.
    package var number: ByteString?

    /// The name of the caller, when one was sent.
    package var name: ByteString?

    /// When the call came, as the call agent said it.
    package var time: ByteString?

    package init(pattern: MGCPName, callerID: [EventParameter] = []) {
        self.pattern = pattern
        let texts = callerID.map(\.text)
        self.time = texts.first.flatMap { $0 }
        self.number = texts.dropFirst().first.flatMap { $0 }
        self.name = texts.dropFirst(2).first.flatMap { $0 }
    }
}

/// What a media gateway of the lab asks of whoever drives it.
package enum LabOutput: Sendable {
    /// Send a datagram.
    case send([UInt8], to: TransportAddress)
    /// Tell people what happened, at this endpoint or at the gateway as a whole.
    case note(LabNote, endpoint: ByteString?)
}
