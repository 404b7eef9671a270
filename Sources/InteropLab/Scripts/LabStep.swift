import MGCPSyntax
import ProtocolKit
import SimulationKit

/// One line of a script: what somebody does at an endpoint, or what the gateway does wrong.
enum LabStep: Hashable, Sendable {
    case offHook(Int)
    case onHook(Int)
    case flash(Int)
    case dial(Int, ByteString, gap: Duration)
    case seize(Int, ByteString)
    case answer(Int)
    case release(Int, cause: ByteString?)
    case deleteConnection(Int, MGCPReasonCode.Registered)
    case expect(Int, LabExpectation, within: Duration)
    case status(Int?)
    case reset(Int)
    case restart(RestartMethod, of: ByteString, delay: UInt32?)
    case fault(LabFaultOrder)
    case wait(Duration)
    case help
    case quit
}

/// What a script waits for at an endpoint.
enum LabExpectation: Hashable, Sendable {
    /// The bell sounds.
    case ring
    /// The bell is silent.
    case noRing
    /// The display shows this number.
    case caller(ByteString)
    /// Media with this frequency is heard.
    case tone(Double)
    /// Media arrives, and it is silent.
    case silence
    /// No media arrives, for half a second.
    case noMedia
    /// A tone of the gateway is heard, as `L/bz`.
    case hears(MGCPName)
    /// No tone of the gateway is heard.
    case hearsNothing
    /// Media can flow both ways.
    case connected
    /// The newest connection has this mode.
    case mode(ConnectionMode)
    /// There is no connection.
    case idle
    /// These digits came as telephone events.
    case digits(String)
    /// So many packets of media came.
    case packets(UInt64)
    /// The lamp for waiting messages is lit, or not.
    case lamp(Bool)
    /// The circuit was seized by the call agent, for this number.
    case seized(ByteString)
    /// The circuit is idle.
    case circuitIdle
}

/// What a gateway is to do wrong from now on.
enum LabFaultOrder: Hashable, Sendable {
    case none
    case silent
    case slow(Duration)
    case twice
    case lose(Set<Int>)
    case answer(MGCPVerb, MGCPReturnCode, count: Int)
}
