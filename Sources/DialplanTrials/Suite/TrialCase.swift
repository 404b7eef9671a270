package import ProtocolKit

/// One test: a call, how those who are called behave, and what must come of it.
package struct TrialCase: Sendable {
    /// The name, one of its own in the file.
    package let name: String

    /// Where it stands.
    package let place: TrialPlace

    /// When the call is made; `nil` for a Monday morning in winter.
    package var time: CivilTime?

    /// Calls that are made and end before the one that counts: a service is turned on, a value is remembered.
    package var before: [TrialCall] = []

    /// The call that counts.
    package var call: TrialCall

    /// How those who are called behave; the first one that fits counts, before those of the suite.
    package var peers: [TrialPeer] = []

    /// What decision servers answer; the first one that fits counts, before those of the suite.
    package var answers: [TrialAnswer] = []

    /// What must come of it.
    package var expectation = TrialExpectation()

    package init(name: String, place: TrialPlace, call: TrialCall) {
        self.name = name
        self.place = place
        self.call = call
    }

    /// All calls in their order.
    var calls: [TrialCall] {
        self.before + [self.call]
    }
}

/// Who calls whom, and for how long.
package struct TrialCall: Sendable {
    /// Where the call comes from.
    package enum Caller: Hashable, Sendable {
        /// A user with a password.
        case user(String)
        /// A line of a media gateway.
        case line(String)
        /// A trunk or a circuit group.
        case trunk(String)
        /// Somebody who has proven nothing, at an IPv4 address.
        case address(String)
    }

    /// How the call is carried.
    package enum Transport: String, Hashable, Sendable, CaseIterable {
        case udp
        case tcp
    }

    /// Where it stands.
    package let place: TrialPlace

    /// Where the call comes from.
    package var caller: Caller

    /// What is dialed.
    package var number: String

    /// The context that the call starts in.
    package var context: String

    /// The number that a trunk or a stranger states; users and lines have one.
    package var callerNumber: String?

    /// The name that the caller states.
    package var callerName: String?

    /// The host that is dialed; `nil` for the gateway's own address.
    package var host: String?

    /// The name of the listener that takes the call.
    package var listener: String?

    /// What carries a SIP call.
    package var transport = Transport.udp

    /// The number of the party that diverted the call, as a trusted trunk states it.
    package var divertingNumber: String?

    /// Further headers of a SIP call.
    package var headers: [(name: String, value: String)] = []

    /// How long after the answer the caller hangs up; `nil` for never.
    package var hangsUpAfter: Duration? = .seconds(1)

    /// How long after the start the caller gives up when there is no answer; `nil` for never.
    package var givesUpAfter: Duration?

    package init(place: TrialPlace, caller: Caller, number: String, context: String) {
        self.place = place
        self.caller = caller
        self.number = number
        self.context = context
    }
}
