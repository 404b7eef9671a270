import CallModel
import ProtocolKit
import SDP

/// Calls that end in the gateway itself.
extension Call {
    /// Answers the caller and plays to it.
    mutating func answerLocally(
        playing signal: Signal,
        for duration: Duration?,
        in environment: inout CallEnvironment
    ) {
        self.release(.local(.limit, .resourceUnavailable), in: &environment)
    }

    /// The caller changes its session with the gateway.
    mutating func reanswerLocally(
        _ offer: SessionDescription,
        _ exchange: ExchangeID,
        in environment: inout CallEnvironment
    ) {
        let cause = ReleaseCause.local(.mediaMismatch, .incompatibleDestination)
        environment.command(.refuse(exchange, cause), on: self.legs[0].id)
    }

    /// The caller asks the gateway for an offer.
    mutating func offerLocally(_ exchange: ExchangeID, in environment: inout CallEnvironment) {
        let cause = ReleaseCause.local(.mediaMismatch, .incompatibleDestination)
        environment.command(.refuse(exchange, cause), on: self.legs[0].id)
    }
}
