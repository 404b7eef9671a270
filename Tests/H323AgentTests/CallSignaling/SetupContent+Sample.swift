import CallModel
import H323Agent
import ProtocolKit

extension SetupContent {
    /// Alice, whom the network vouches for, calls a number.
    static var sample: SetupContent {
        let caller = Party(user: "1001", displayName: "Alice", isTelephoneNumber: true)
        return SetupContent(
            caller: SignalingParty(caller, screening: 3),
            called: Party(user: "2002", isTelephoneNumber: true)
        )
    }
}
