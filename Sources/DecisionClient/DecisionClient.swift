package import CallModel
import NIOCore
import NIOPosix
import ProtocolKit

/// Asks decision servers by HTTP/1.1 (RFC 9112) on a thread of its own.
///
/// Nothing that it is told to do waits. Connections are used again; how many are kept, how long an answer is and how
/// long it may take is bounded for each server. How many questions wait at once is call control's to bound.
package final class DecisionClient: Sendable {
    /// Takes what came of a question, on the client's thread.
    package typealias Deliver = @Sendable (DecisionID, DecisionResult) -> Void

    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let loop: any EventLoop
    private let desk: NIOLoopBoundBox<DecisionDesk>

    /// A client of these servers; what came of each question that is not withdrawn is delivered once.
    package init(servers: [DecisionServer], deliver: @escaping Deliver) {
        let loop = self.group.next()
        self.loop = loop
        self.desk = .makeBoxSendingValue(DecisionDesk(servers, on: loop, deliver: deliver), eventLoop: loop)
    }

    /// Does something soon; may be called on any thread.
    package func carryOut(_ order: DecisionOrder) {
        self.loop.execute {
            self.desk.value.carryOut(order)
        }
    }

    /// Closes all connections and ends the thread; no question is answered any more.
    package func shutdown() {
        self.loop.execute {
            self.desk.value.close()
        }
        try? self.group.syncShutdownGracefully()
    }
}

/// The servers and which of them was asked what; it belongs to the client's event loop.
final class DecisionDesk {
    private let servers: [ByteString: DecisionConnections]
    private let deliver: DecisionClient.Deliver

    init(_ servers: [DecisionServer], on loop: any EventLoop, deliver: @escaping DecisionClient.Deliver) {
        self.deliver = deliver
        let connections = servers.map { ($0.name, DecisionConnections(to: $0, on: loop, deliver: deliver)) }
        self.servers = Dictionary(connections) { first, _ in first }
    }

    func carryOut(_ order: DecisionOrder) {
        switch order {
        case .ask(let request):
            guard let server = self.servers[request.server] else {
                self.deliver(request.id, .failed(.unknown))
                return
            }
            server.ask(request)
        case .withdraw(let id):
            for server in self.servers.values {
                server.withdraw(id)
            }
        }
    }

    func close() {
        for server in self.servers.values {
            server.close()
        }
    }
}

@available(*, unavailable)
extension DecisionDesk: Sendable {}
