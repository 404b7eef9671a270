import NIOCore
import NIOHTTP1

/// One connection to a decision server, on which one question at a time waits for its answer (RFC 9112).
final class DecisionConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    /// What came of a question.
    enum Outcome {
        /// A whole response; the connection may be used again.
        case response(status: UInt, body: [UInt8], isReusable: Bool)
        /// The body is longer than the limit.
        case tooLong
        /// What came is no HTTP.
        case notHTTP
        /// The connection was lost for this reason, before or after the response had begun.
        case lost(String, hasBegun: Bool)
    }

    private enum State {
        case idle
        case asked
        case answering(status: UInt, body: [UInt8], isReusable: Bool)
        case closed
    }

    /// When the connection was used last.
    private(set) var idleSince = NIODeadline.now()

    private let answerOctets: Int
    private var state = State.idle
    private var context: ChannelHandlerContext?
    private var tell: ((Outcome) -> Void)?
    private var onClose: (() -> Void)?

    /// Tells `onClose` when it is closed while no question waits.
    init(answerOctets: Int, onClose: @escaping () -> Void) {
        self.answerOctets = answerOctets
        self.onClose = onClose
    }

    /// Whether a question can be asked.
    var isIdle: Bool {
        if case .idle = self.state { self.context != nil } else { false }
    }

    /// Asks; `tell` is told once, unless the connection is closed from here.
    func ask(_ body: [UInt8], at url: DecisionURL, tell: @escaping (Outcome) -> Void) {
        guard let context, case .idle = self.state else {
            tell(.lost("the connection is closed", hasBegun: false))
            return
        }
        self.state = .asked
        self.tell = tell
        let fields: HTTPHeaders = [
            "host": url.authority, "user-agent": "Tandem", "accept": "application/json",
            "content-type": "application/json", "content-length": String(body.count),
        ]
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: url.target, headers: fields)
        let content = context.channel.allocator.buffer(bytes: body)
        context.write(self.wrapOutboundOut(.head(head)), promise: nil)
        context.write(self.wrapOutboundOut(.body(.byteBuffer(content))), promise: nil)
        context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Closes it; nobody is told anything more.
    func close() {
        self.tell = nil
        self.onClose = nil
        self.state = .closed
        self.context?.close(promise: nil)
    }

    // MARK: Channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (self.unwrapInboundIn(data), self.state) {
        case (.head(let head), .asked):
            self.state = .answering(status: head.status.code, body: [], isReusable: head.isKeepAlive)
        case (.body(let part), .answering(let status, var body, let isReusable)):
            guard body.count + part.readableBytes <= self.answerOctets else {
                self.end(.tooLong)
                return
            }
            body.append(contentsOf: part.readableBytesView)
            self.state = .answering(status: status, body: body, isReusable: isReusable)
        case (.end, .answering(let status, let body, let isReusable)):
            if isReusable {
                self.idleSince = .now()
                self.state = .idle
                self.tell.take()?(.response(status: status, body: body, isReusable: true))
            } else {
                self.end(.response(status: status, body: body, isReusable: false))
            }
        case (_, .closed):
            break
        case (_, .idle), (_, .asked), (.head, .answering):
            // Something that nobody has asked for.
            self.end(.notHTTP)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isSyntax = (error as? HTTPParserError).map { $0 != .invalidEOFState } ?? false
        self.end(isSyntax ? .notHTTP : self.lost("\(error)"))
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.end(self.lost("the server has closed the connection"))
    }

    private func lost(_ reason: String) -> Outcome {
        if case .answering = self.state {
            return .lost(reason, hasBegun: true)
        }
        return .lost(reason, hasBegun: false)
    }

    /// Closes the connection and tells whoever wants to know.
    private func end(_ outcome: Outcome) {
        let (tell, onClose) = (self.tell, self.onClose)
        self.close()
        if let tell {
            tell(outcome)
        } else {
            onClose?()
        }
    }
}

@available(*, unavailable)
extension DecisionConnection: Sendable {}
