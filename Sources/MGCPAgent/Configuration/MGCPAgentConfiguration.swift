package import CallModel
package import MGCPSyntax
package import ProtocolKit

/// Everything that the call agent is told before it starts; the program fills it from its configuration file.
package struct MGCPAgentConfiguration: Sendable {
    /// The name of the listener, for records.
    package var listenerName: ByteString = "mgcp"

    /// The socket that commands come to and leave from, by the shell's number.
    package var listener = ListenerID(0)

    /// The address of the socket, UDP; 2727 is the call agents' port (RFC 3435 §3.5).
    package var address = TransportAddress(.loopbackV4, 2727)

    /// What endpoints are told to send their notifications to, as `tandem@[192.0.2.1]:2727` (RFC 3435 §2.1.5); `nil`
    /// leaves them with whoever commands them.
    package var notifiedEntity: ByteString?

    /// The gateways; nobody else is listened to.
    package var gateways: [MediaGatewaySettings] = []

    /// The lines.
    package var lines: [LineSettings] = []

    /// The circuits.
    package var circuitGroups: [CircuitGroupSettings] = []

    /// How the users of lines are treated, by name; a line that names none has ``LineClass/init()``.
    package var lineClasses: [ByteString: LineClass] = [:]

    /// What can be dialed in a dialplan context, as a digit map that a line of the context is given.
    ///
    /// Filled by the program, which compiles the dialplan. A line whose context is not here reports digit by digit.
    package var digitMaps: [ByteString: DigitMap] = [:]

    /// The durations.
    package var timers = MGCPTimers()

    /// The bounds.
    package var limits = MGCPAgentLimits()

    package init() {}
}
