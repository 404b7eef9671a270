import CallModel
import CallRecords
import GatewayCore
import MGCPAgent
import ProtocolKit
import SignalingShell
import Synchronization

extension ControlServer {
    private static let advice = "the ring holds only the latest messages (trace.size)"

    /// The messages of a call or of an endpoint.
    func trace(_ request: ControlRequest) -> ControlReply {
        if let name = request.endpoint {
            return self.trace(endpoint: name)
        }
        var wanted: CallID?
        if let text = request.call {
            guard let call = CallID(text) else {
                return .failure("`\(text)` is no call; `tandem calls` and the log name them")
            }
            wanted = call
        }
        let found = Mutex<CallID?>(nil)
        let steps = self.steps { [wanted] trace, clock in
            guard let call = wanted ?? trace.latestCall else {
                return []
            }
            found.withLock { $0 = call }
            return trace.entries(of: call, clock: clock)
        }
        guard let call = found.withLock({ $0 }), !steps.isEmpty else {
            let name = request.call.map { "of call \($0) " } ?? ""
            return .failure("nothing \(name)is kept; \(Self.advice)")
        }
        let own = steps.lazy.filter { $0.call == call.description }
        let dialplan = own.compactMap(\.note).compactMap { TraceNote.dialplan(in: $0) }.first
        return ControlReply(
            ok: true,
            trace: ControlReply.Trace(call: call.description, dialplan: dialplan, steps: steps)
        )
    }

    private func trace(endpoint name: String) -> ControlReply {
        guard let endpoint = self.endpoint(ofLine: name) ?? (name.contains("@") ? ByteString(name) : nil) else {
            return .failure("there is no line `\(name)`; an endpoint is named as aaln/1@house.example.net")
        }
        let steps = self.steps { trace, clock in trace.entries(ofEndpoint: endpoint, clock: clock) }
        guard !steps.isEmpty else {
            return .failure("nothing of endpoint \(endpoint) is kept; \(Self.advice)")
        }
        return ControlReply(ok: true, trace: ControlReply.Trace(endpoint: endpoint.description, steps: steps))
    }

    private func endpoint(ofLine name: String) -> ByteString? {
        guard let line = self.mgcp.lines.first(where: { $0.name.description == name }),
            let gateway = self.mgcp.gateways.first(where: { $0.name == line.gateway })
        else {
            return nil
        }
        return ByteString("\(line.endpoint)@\(gateway.domain)")
    }

    /// Asks the trace on the loop; what is made of its entries happens on this thread.
    private func steps(_ ask: @escaping @Sendable (TraceStore, WallClock) -> [TraceEntry]) -> [TraceStep] {
        let found = Mutex<[TraceEntry]>([])
        _ = self.onLoop { _, board in
            let entries = ask(board.trace, WallClock(SystemClock.civil, at: SystemClock.now))
            found.withLock { $0 = entries }
            return ControlReply(ok: true)
        }
        return found.withLock { $0 }.map { TraceStep($0) }
    }
}
