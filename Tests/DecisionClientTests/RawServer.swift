import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that answers each request with the octets that the test says.
final class RawServer: Sendable {
    /// What comes back of a request.
    enum Reply: Sendable {
        case send(String)
        case sendAndClose(String)
        case silence
    }

    /// A request and where it came in.
    struct Request: Sendable {
        /// Which connection, from 1.
        let connection: Int
        /// Which request of the connection, from 1.
        let number: Int
        let text: String
    }

    fileprivate struct Counts {
        var connections = 0
        var closed = 0
        var requests: [Request] = []
    }

    let port: Int
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let channel: any Channel
    private let counts: Shared

    /// Shared by the connections.
    final class Shared: Sendable {
        fileprivate let state = Mutex(Counts())
        fileprivate let reply: @Sendable (Request) -> Reply

        fileprivate init(_ reply: @escaping @Sendable (Request) -> Reply) {
            self.reply = reply
        }
    }

    init(_ reply: @escaping @Sendable (Request) -> Reply) async throws {
        let counts = Shared(reply)
        self.counts = counts
        self.channel = try await ServerBootstrap(group: self.group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(RawConnection(counts))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        self.port = self.channel.localAddress?.port ?? 0
    }

    /// How many connections have come in.
    var connections: Int {
        self.counts.state.withLock { $0.connections }
    }

    /// How many of them are over.
    var closed: Int {
        self.counts.state.withLock { $0.closed }
    }

    var requests: [Request] {
        self.counts.state.withLock { $0.requests }
    }

    func stop() async throws {
        try await self.channel.close()
        try await self.group.shutdownGracefully()
    }
}

/// Gathers octets until a request is whole.
private final class RawConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: RawServer.Shared
    private let connection: Int
    private var number = 0
    private var text = ""

    init(_ server: RawServer.Shared) {
        self.server = server
        self.connection = server.state.withLock { counts in
            counts.connections += 1
            return counts.connections
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        self.text += String(buffer: self.unwrapInboundIn(data))
        guard let end = self.text.firstRange(of: "\r\n\r\n")?.upperBound else {
            return
        }
        let lines = self.text[..<end].split(separator: "\r\n")
        let length = lines.first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
        guard self.text[end...].utf8.count >= length else {
            return
        }
        self.number += 1
        let request = RawServer.Request(connection: self.connection, number: self.number, text: self.text)
        self.text = ""
        self.server.state.withLock { $0.requests.append(request) }
        switch self.server.reply(request) {
        case .send(let reply):
            context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(string: reply)), promise: nil)
        case .sendAndClose(let reply):
            context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(string: reply)), promise: nil)
            context.close(promise: nil)
        case .silence:
            break
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.server.state.withLock { $0.closed += 1 }
    }
}
