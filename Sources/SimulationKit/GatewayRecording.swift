package import CallModel
package import GatewayCore
package import ProtocolKit

/// What a gateway was told in a simulation, so that another one can be told the same without everybody around it.
///
/// The same key and the same inputs give the same identifiers, so what the phones said fits again: what it costs can be
/// measured alone.
package struct GatewayRecording: Sendable {
    /// One input.
    package enum Input: Sendable {
        case network(NetworkEvent)
        case media(MediaReport)
        case decision(DecisionResult, to: DecisionID)
        case time
    }

    /// What the gateway is made of.
    package let configuration: GatewayConfiguration

    /// What its identifiers come from.
    let key: [UInt8]

    /// What the wall clock says when time begins.
    package let firstMoment: CivilTime

    /// The inputs in their order.
    package internal(set) var inputs: [(at: Instant, input: Input)] = []

    /// A gateway before the first of them, made of the same configuration or of an equal one.
    package func gateway(madeOf configuration: GatewayConfiguration? = nil) -> Gateway {
        var gateway = Gateway(configuration: configuration ?? self.configuration, key: self.key)
        gateway.setWallClock(self.firstMoment, at: .start)
        gateway.start(at: .start)
        while gateway.nextEffect() != nil {}
        return gateway
    }

    /// Tells the gateway a part of it and takes all effects; returns how many datagrams it sent.
    package func play(_ part: Range<Int>, to gateway: inout Gateway) -> Int {
        var sent = 0
        for (now, input) in self.inputs[part] {
            switch input {
            case .network(let event): gateway.receive(event, at: now)
            case .media(let report): gateway.receive(report, at: now)
            case .decision(let result, let question): gateway.receive(result, to: question, at: now)
            case .time: gateway.advance(to: now)
            }
            while let effect = gateway.nextEffect() {
                if case .network(.send) = effect {
                    sent += 1
                }
            }
        }
        return sent
    }
}
