import CallControl
import CallModel
import DialplanEngine
import ProtocolKit
import SDP
import Testing

/// Plays the agents around a controller: the caller's leg is `A`, those that are placed are `B1`, `B2`, ….
///
/// What the controller wants is read as short sentences, such as `B1 place sip:bob@b offer 4000` or `A accept`.
struct CallScript {
    static let caller = LegID(.sip, .incoming, number: 1)
    static let one = AnswererID(1)
    static let two = AnswererID(2)

    var controller: CallController
    var now = Instant.start
    private(set) var records: [CallRecord] = []
    private(set) var observations: [Observation] = []
    private(set) var orders: [MediaOrder] = []
    private(set) var questions: [(RouteQuestion, CallID)] = []
    private(set) var decisionOrders: [DecisionOrder] = []

    /// Gateways whose context `main` has these actions for every number.
    init(_ actions: String, configure: (inout CallConfiguration) -> Void = { _ in }) throws {
        try self.init(plan: Self.planText(actions), configure: configure)
    }

    /// Gateways whose context `main` does these applications, written as `name(data)`, for every number, as FreeSWITCH
    /// does.
    init(
        freeSWITCH applications: [String],
        others: String = "",
        configure: (inout CallConfiguration) -> Void = { _ in }
    ) throws {
        let actions = applications.map { application in
            let name = application.prefix { $0 != "(" }
            return "<action application='\(name)' data='\(application.dropFirst(name.count + 1).dropLast())'/>"
        }
        let plan = """
            <include>
            <context name='main'>
            \(others)
            <extension name='all'><condition>\(actions.joined())</condition></extension>
            </context>
            </include>
            """
        try self.init(plan: plan, language: .freeSWITCH, configure: configure)
    }

    /// Gateways with this dialplan.
    init(
        plan: String,
        language: DialplanLanguage = .strict,
        configure: (inout CallConfiguration) -> Void = { _ in }
    ) throws {
        var configuration = CallConfiguration()
        configure(&configuration)
        self.controller = CallController(
            configuration: configuration,
            dialplan: try Self.read(plan, language),
            identifiers: IdentifierSource(seed: 1)
        )
    }

    static func plan(_ actions: String) throws -> Dialplan {
        try self.read(self.planText(actions))
    }

    private static func planText(_ actions: String) -> String {
        """
        <dialplan><context name='main'><extension name='all'><condition field='destination-number' expression='.*'>
        \(actions)
        </condition></extension></context></dialplan>
        """
    }

    private static func read(_ text: String, _ language: DialplanLanguage = .strict) throws -> Dialplan {
        let names = DialplanReader.Names(trunks: ["carrier", "backup"], users: nil)
        return try DialplanReader(names: names).read([
            DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8), language: language)
        ])
    }

    /// A description with one audio stream; the port tells who made it, and format 101 is for telephone-events.
    static func sdp(_ port: Int, _ direction: String = "sendrecv", formats: String = "0 8") -> SessionDescription {
        let events = formats.contains("101") ? "a=rtpmap:101 telephone-event/8000\r\n" : ""
        let text = """
            v=0\r\no=- \(port) 1 IN IP4 192.0.2.\(port % 200)\r\ns=-\r\nc=IN IP4 192.0.2.\(port % 200)\r\nt=0 0\r
            m=audio \(port) RTP/AVP \(formats)\r\n\(events)a=\(direction)\r\n
            """
        do {
            return try SessionDescription(parsing: Array(text.utf8))
        } catch {
            preconditionFailure("the test's own description is wrong: \(error)")
        }
    }

    static func placed(_ number: UInt64) -> LegID {
        LegID(.sip, .outgoing, number: number)
    }

    static func setup(
        _ called: ByteString = "200",
        offer: SessionDescription? = sdp(4000),
        source: CallSource = source()
    ) -> CallSetup {
        CallSetup(caller: Party(user: "100"), called: Party(user: called), source: source, offer: offer)
    }

    static func incoming(_ number: UInt64) -> LegID {
        LegID(.sip, .incoming, number: number)
    }

    static func source(user: ByteString? = nil, trunk: ByteString? = nil, address: UInt32 = 0xC000_0201) -> CallSource {
        CallSource(
            listener: "udp-1",
            remote: TransportAddress(IPAddress(v4: address), 5060),
            user: user,
            trunk: trunk,
            context: "main"
        )
    }

    // MARK: Inputs

    /// The caller calls.
    mutating func call(_ setup: CallSetup = setup(), from leg: LegID = caller) -> [String] {
        self.controller.receive(.incoming(setup), from: leg, at: self.now)
        return self.drain()
    }

    /// The agent of a leg reports.
    mutating func report(_ event: LegEvent, from leg: LegID) -> [String] {
        self.controller.receive(event, from: leg, at: self.now)
        return self.drain()
    }

    /// The caller's agent reports.
    mutating func caller(_ event: LegEvent) -> [String] {
        self.report(event, from: Self.caller)
    }

    /// The agent of a placed leg reports.
    mutating func placed(_ number: UInt64, _ event: LegEvent) -> [String] {
        self.report(event, from: Self.placed(number))
    }

    mutating func report(_ report: MediaReport) -> [String] {
        self.controller.receive(report, at: self.now)
        return self.drain()
    }

    /// Answers the oldest question.
    mutating func answer(_ answer: RouteAnswer) -> [String] {
        guard !self.questions.isEmpty else {
            return ["no question"]
        }
        let (question, call) = self.questions.removeFirst()
        self.controller.receive(answer, to: question, for: call, at: self.now)
        return self.drain()
    }

    /// A decision server answers the question with this number.
    mutating func decide(_ number: UInt64, _ result: DecisionResult) -> [String] {
        self.controller.receive(result, to: DecisionID(number), at: self.now)
        return self.drain()
    }

    /// Lets time pass, deadline by deadline.
    mutating func wait(_ duration: Duration) -> [String] {
        let end = self.now.advanced(by: duration)
        var heard: [String] = []
        while let next = self.controller.nextDeadline, next <= end {
            self.now = max(self.now, next)
            self.controller.advance(to: self.now)
            heard += self.drain()
        }
        self.now = end
        self.controller.advance(to: end)
        return heard + self.drain()
    }

    /// Takes all outputs; commands come back as sentences.
    mutating func drain() -> [String] {
        var heard: [String] = []
        while let output = self.controller.nextOutput() {
            switch output {
            case .command(let command, on: let leg): heard.append("\(Self.name(leg)) \(Self.words(command))")
            case .media(let order): self.orders.append(order)
            case .ask(let question, let call): self.questions.append((question, call))
            case .decide(let order): self.decisionOrders.append(order)
            case .record(let record): self.records.append(record)
            case .observe(let observation): self.observations.append(observation)
            }
        }
        return heard
    }

    // MARK: Expectations

    /// The call has ended with one record and nothing is left.
    func expectNothingLeft(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(self.records.count == 1, sourceLocation: sourceLocation)
        #expect(self.controller.isEmpty, sourceLocation: sourceLocation)
        #expect(self.controller.nextDeadline == nil, sourceLocation: sourceLocation)
    }

    /// Ends every leg that was told to end, as an agent does, and expects that nothing is left.
    mutating func finish(_ legs: LegID..., sourceLocation: SourceLocation = #_sourceLocation) {
        for leg in legs {
            self.controller.receive(.released(.normal), from: leg, at: self.now)
        }
        _ = self.drain()
        _ = self.wait(.seconds(3))
        self.expectNothingLeft(sourceLocation: sourceLocation)
    }

    // MARK: Words

    private static func name(_ leg: LegID) -> String {
        switch leg.origin {
        case .incoming: leg.number == 1 ? "A" : "A\(leg.number)"
        case .outgoing: "B\(leg.number)"
        }
    }

    private static func words(_ command: LegCommand) -> String {
        switch command {
        case .place(_, let target, let offer):
            "place \(self.words(target)) \(offer.map { "offer \(self.words($0))" } ?? "bare")"
        case .alert(let inBand): inBand == .present ? "alert+" : "alert"
        case .progress(let inBand): inBand == .present ? "progress+" : "progress"
        case .forwarding: "forwarding"
        case .offer(let description, let exchange): "offer \(self.words(exchange)) \(self.words(description))"
        case .requestOffer(let exchange): "wish \(self.words(exchange))"
        case .answer(let description, let exchange): "answer \(self.words(exchange)) \(self.words(description))"
        case .refuse(let exchange, let cause): "refuse \(self.words(exchange)) \(self.words(cause))"
        case .withdraw(let exchange): "withdraw \(self.words(exchange))"
        case .accept(let answerer): answerer.map { "accept \($0.number)" } ?? "accept"
        case .send(let digits): "send \(String(decoding: digits.map(\.symbol), as: UTF8.self))"
        case .inform(let body): "inform \(body.contentType)"
        case .update(let party): "update \(party.user)"
        case .describe(let facts): "describe \(facts.sessionID)"
        case .transferred(let outcome): "transferred \(outcome == .completed ? "completed" : "refused")"
        case .change(let change): "change \(change.name) \(change.value ?? "-")"
        case .activate(let service): "activate \(service)"
        case .redirect(let targets): "redirect \(targets.map { self.words($0) }.joined(separator: " "))"
        case .release(let cause): "release \(self.words(cause))"
        }
    }

    private static func words(_ target: Target) -> String {
        switch target {
        case .uri(let uri): "\(uri)"
        case .user(let user): "user/\(user)"
        case .dialed(let number, let context): "\(number) in \(context)"
        case .trunk(let trunk, let number): "trunk/\(trunk)/\(number)"
        case .line(let line): "line/\(line)"
        case .circuits(let group, let number): "trunk/\(group)/\(number)"
        case .contact(let contact): "\(contact.uri)"
        }
    }

    private static func words(_ exchange: ExchangeID) -> String {
        exchange.initiator == .peer ? "p\(exchange.number)" : "g\(exchange.number)"
    }

    private static func words(_ description: SessionDescription) -> String {
        description.media.map { media in
            let direction = description.direction(of: media.index)
            return direction == .sendrecv ? "\(media.port)" : "\(media.port) \(direction)"
        }.joined(separator: " + ")
    }

    private static func words(_ cause: ReleaseCause) -> String {
        switch cause.origin {
        case .sipStatus(let status, _): "\(cause.value.rawValue) \(status)"
        case .mgcpReturnCode(let code, _): "\(cause.value.rawValue) code \(code)"
        case .mgcpReasonCode(let code): "\(cause.value.rawValue) reason \(code)"
        case .mgcpEvent(let event): "\(cause.value.rawValue) \(event)"
        case .sipRequest(let name): "\(cause.value.rawValue) \(name)"
        case .local(let reason): "\(cause.value.rawValue) \(reason)"
        }
    }
}

extension ReleaseCause {
    /// A final response as an agent reports it.
    static func status(_ status: UInt16, _ value: Q850Cause, retryAfter: Duration? = nil) -> ReleaseCause {
        ReleaseCause(
            value,
            location: status >= 600 ? .user : .network,
            origin: .sipStatus(status, phrase: ""),
            retryAfter: retryAfter
        )
    }
}
