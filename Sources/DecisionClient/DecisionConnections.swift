import CallModel
import NIOCore
import NIOHTTP1
import NIOPosix
import ProtocolKit

/// The connections to one decision server and the questions that wait on them; it belongs to the client's event loop.
final class DecisionConnections {
    /// A question on its way.
    private final class Exchange {
        let request: DecisionRequest
        var connection: DecisionConnection?
        var expiry: Scheduled<Void>?

        init(_ request: DecisionRequest) {
            self.request = request
        }
    }

    private let server: DecisionServer
    private let loop: any EventLoop
    private let deliver: DecisionClient.Deliver
    private var idle: [DecisionConnection] = []
    private var exchanges: [DecisionID: Exchange] = [:]

    init(to server: DecisionServer, on loop: any EventLoop, deliver: @escaping DecisionClient.Deliver) {
        self.server = server
        self.loop = loop
        self.deliver = deliver
    }

    /// Asks on a connection that is open, or else on a new one.
    func ask(_ request: DecisionRequest) {
        let exchange = Exchange(request)
        self.exchanges[request.id] = exchange
        exchange.expiry = self.loop.assumeIsolated().scheduleTask(in: TimeAmount(self.server.timeout)) {
            self.end(request.id, .failed(.timedOut))
        }
        if let connection = self.takeIdle() {
            self.send(exchange, on: connection, mayTryAgain: true)
        } else {
            self.connect(for: exchange)
        }
    }

    /// The answer does not matter any more.
    func withdraw(_ id: DecisionID) {
        self.forget(id)?.connection?.close()
    }

    /// Closes everything.
    func close() {
        for exchange in self.exchanges.values {
            exchange.expiry?.cancel()
            exchange.connection?.close()
        }
        for connection in self.idle {
            connection.close()
        }
        self.exchanges = [:]
        self.idle = []
    }

    // MARK: Connections

    /// The connection that was used last, if the server may still be at its other end.
    private func takeIdle() -> DecisionConnection? {
        while let connection = self.idle.popLast() {
            if connection.isIdle, NIODeadline.now() - connection.idleSince < TimeAmount(self.server.idleTime) {
                return connection
            }
            connection.close()
        }
        return nil
    }

    private func connect(for exchange: Exchange) {
        let id = exchange.request.id
        let loop = self.loop
        let octets = self.server.answerOctets
        let bound = NIOLoopBound(self, eventLoop: loop)
        ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(self.server.timeout))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    let connection = DecisionConnection(answerOctets: octets) { bound.value.forgetClosed() }
                    try channel.pipeline.syncOperations.addHandler(connection)
                }
            }
            .connect(host: self.server.url.host, port: Int(self.server.url.port))
            .assumeIsolated()
            .whenComplete { result in
                self.connected(result, for: id)
            }
    }

    private func connected(_ result: Result<any Channel, any Error>, for id: DecisionID) {
        switch result {
        case .success(let channel):
            let connection = try? channel.pipeline.syncOperations.handler(type: DecisionConnection.self)
            guard let exchange = self.exchanges[id], let connection else {
                channel.close(promise: nil)
                return
            }
            self.send(exchange, on: connection, mayTryAgain: false)
        case .failure(let error):
            self.end(id, .failed(.unreachable(ByteString("\(error)"))))
        }
    }

    /// A connection was closed by the server while nobody asked.
    private func forgetClosed() {
        self.idle.removeAll { !$0.isIdle }
    }

    private func keep(_ connection: DecisionConnection) {
        if self.idle.count < self.server.idleConnections {
            self.idle.append(connection)
        } else {
            connection.close()
        }
    }

    // MARK: Exchanges

    /// A server may close a connection just when it is used again: then a new one is tried.
    private func send(_ exchange: Exchange, on connection: DecisionConnection, mayTryAgain: Bool) {
        let id = exchange.request.id
        exchange.connection = connection
        connection.ask(exchange.request.body, at: self.server.url) { outcome in
            exchange.connection = nil
            switch outcome {
            case .response(let status, let body, let isReusable):
                if isReusable {
                    self.keep(connection)
                }
                self.end(id, Self.result(of: status, body))
            case .tooLong:
                self.end(id, .failed(.tooLong))
            case .notHTTP:
                self.end(id, .failed(.notHTTP))
            case .lost(_, hasBegun: false) where mayTryAgain:
                self.connect(for: exchange)
            case .lost(let reason, _):
                self.end(id, .failed(.unreachable(ByteString(reason))))
            }
        }
    }

    private static func result(of status: UInt, _ body: [UInt8]) -> DecisionResult {
        switch status {
        case 200: .answered(body)
        case 204: .noOpinion
        default: .failed(.status(UInt16(clamping: status)))
        }
    }

    private func end(_ id: DecisionID, _ result: DecisionResult) {
        if let exchange = self.forget(id) {
            exchange.connection?.close()
            self.deliver(id, result)
        }
    }

    private func forget(_ id: DecisionID) -> Exchange? {
        let exchange = self.exchanges.removeValue(forKey: id)
        exchange?.expiry?.cancel()
        return exchange
    }
}

@available(*, unavailable)
extension DecisionConnections: Sendable {}

extension TimeAmount {
    fileprivate init(_ duration: Duration) {
        self = .nanoseconds(duration.nanoseconds)
    }
}
