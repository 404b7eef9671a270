import MGCPSyntax
package import ProtocolKit

/// A residential and trunk media gateway, as a call agent sees one (RFC 3435): the judge of ours, and of others.
///
/// A value like the product's own machines: datagrams, what people do at its telephones and the time go in; datagrams
/// and notes for people come out of ``nextOutput()``. It shares nothing with the call agent but the codec.
package struct LabGateway: Sendable {
    /// A command that will be executed later.
    struct Postponed: Sendable {
        let command: MGCPCommand
        let source: TransportAddress
    }

    /// What it is made of.
    package let configuration: LabGatewayConfiguration

    /// What it does wrong.
    package var faults = LabFaults()

    /// Whether statistics come from real media, by ``setStatistics(_:of:on:)``, and are not estimated from the time.
    package var hasRealMedia = false

    /// Its endpoints in their configured order.
    package internal(set) var endpoints = LabEndpointTable()

    /// The restarts that it has announced and that were not answered yet.
    package internal(set) var openRestarts = 0

    var transactions: LabTransactions
    var random: IdentifierSource
    var outputs = OutputQueue<LabOutput>()
    var heldNotifications: [(endpoint: Int, events: [MGCPSignal])] = []
    var mediaPorts: Set<UInt16> = []
    var restarts: [Int: (at: Instant, wait: Duration)] = [:]
    var gracefulEnd: Instant?
    private var indices: [MGCPName: Int] = [:]
    private var outbox: [(bytes: [UInt8], to: TransportAddress)] = []
    private var postponed: [UInt64: Postponed] = [:]
    private var postponements = DeadlineQueue<UInt64>()
    private var postponementCount: UInt64 = 0
    private var sentCount = 0

    package init(_ configuration: LabGatewayConfiguration, seed: UInt64) {
        self.configuration = configuration
        self.random = IdentifierSource(seed: seed)
        self.transactions = LabTransactions(
            timers: configuration.timers,
            limits: configuration.limits,
            firstID: UInt32(self.random.number(below: 900_000_000))
        )
        for settings in configuration.endpoints {
            guard let name = EndpointName(ByteString(settings.name.bytes + [0x40] + configuration.domain.bytes)) else {
                preconditionFailure("\(settings.name)@\(configuration.domain) is no endpoint name")
            }
            self.indices[name.localName] = self.endpoints.count
            self.endpoints.append(
                LabEndpoint(
                    name,
                    settings,
                    persistentEvents: configuration.persistentEvents,
                    configuration.timers,
                    configuration.limits
                )
            )
        }
    }

    // MARK: Inputs

    /// A datagram arrived.
    package mutating func receive(_ bytes: [UInt8], from source: TransportAddress, at now: Instant) {
        guard !self.faults.isSilent else {
            return
        }
        var datagram = MGCPDatagram(bytes)
        while let outcome = datagram.next() {
            switch outcome {
            case .command(let command):
                self.receive(command, from: source, at: now)
            case .response(let response):
                self.receive(response, from: source, at: now)
            case .answerable(let id, let error):
                self.refuse(id, error, to: source, at: now)
            case .unanswerable(let error):
                self.outputs.append(.note(.garbled(ByteString(error.description)), endpoint: nil))
            }
        }
        self.settle(at: now)
    }

    /// Time has passed.
    package mutating func advance(to now: Instant) {
        while let action = self.transactions.advance(to: now) {
            switch action {
            case .send(let bytes, let destination): self.outbox.append((bytes, destination))
            case .giveUp(let command): self.giveUp(command, at: now)
            }
        }
        while let key = self.postponements.popDue(at: now) {
            if let postponed = self.postponed.removeValue(forKey: key) {
                self.execute(postponed.command, from: postponed.source, isLate: true, at: now)
            }
        }
        self.advanceRestarts(to: now)
        while let index = self.endpoints.popDue(at: now) {
            self.endpoints[index].advance(to: now)
        }
        self.settle(at: now)
    }

    /// Takes what it wants sent or told, the oldest first.
    package mutating func nextOutput() -> LabOutput? {
        self.outputs.next()
    }

    // MARK: Queries

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        let endpoints = self.endpoints.nextDeadline
        let restarts = self.restarts.values.lazy.map(\.at).min()
        let first = Instant.earlier(self.transactions.nextDeadline, self.postponements.next)
        return Instant.earlier(Instant.earlier(first, endpoints), Instant.earlier(restarts, self.gracefulEnd))
    }

    /// Whether no command of either side is under way.
    package var isIdle: Bool {
        self.transactions.isIdle && self.heldNotifications.isEmpty
    }

    /// The place of an endpoint among ``endpoints``.
    package func index(of localName: ByteString) -> Int? {
        self.indices[MGCPName(localName)]
    }

    /// The endpoints that a name or pattern covers; none when the domain is another one.
    func indices(coveredBy name: EndpointName) -> [Int] {
        guard name.domain == MGCPName(self.configuration.domain) else {
            return []
        }
        if name.isSpecific {
            return self.indices[name.localName].map { [$0] } ?? []
        }
        return self.endpoints.indices.filter { name.covers(self.endpoints[$0].name) }
    }

    // MARK: Commands of the call agent

    private mutating func receive(_ command: MGCPCommand, from source: TransportAddress, at now: Instant) {
        if let acknowledged = try? command.parameters.first(ResponseAck.self) {
            self.transactions.acknowledge(acknowledged.ranges, from: source.ip)
        }
        guard !self.isIgnored(command.verb) else {
            return
        }
        let key = LabTransactions.Incoming(source: source.ip, id: command.transactionID)
        switch self.transactions.admit(key) {
        case .execute:
            self.begin(command, from: source, at: now)
        case .answer where self.repeats(command):
            // Nobody but this quirk executes a command twice; its first response stays in the history.
            self.post(self.written(self.reply(to: command, from: source, at: now), command.transactionID), to: source)
        case .answer(let bytes):
            self.post(bytes, to: source)
        case .wait:
            self.post(self.written(LabReply(.executing), command.transactionID), to: source)
        case .ignore:
            break
        case .refuse:
            self.post(self.written(LabReply(.overloaded), command.transactionID), to: source)
        }
    }

    private func isIgnored(_ verb: MGCPVerb) -> Bool {
        switch verb {
        case .auditEndpoint, .auditConnection, .endpointConfiguration: self.configuration.quirks.ignoresAudits
        case .createConnection, .modifyConnection, .deleteConnection, .notificationRequest, .notify,
            .restartInProgress, .message, .other:
            false
        }
    }

    private func repeats(_ command: MGCPCommand) -> Bool {
        self.configuration.quirks.repeatsCreation && command.verb == .createConnection && !command.endpoint.isSpecific
    }

    private mutating func begin(_ command: MGCPCommand, from source: TransportAddress, at now: Instant) {
        let time = self.faults.executionTime ?? .zero
        guard time > .zero || self.configuration.quirks.alwaysProvisional else {
            self.execute(command, from: source, isLate: false, at: now)
            return
        }
        let isLong = time >= self.configuration.timers.provisionalResponse
        if isLong || self.configuration.quirks.alwaysProvisional {
            self.post(self.written(LabReply(.executing), command.transactionID), to: source)
        }
        self.postponementCount += 1
        self.postponed[self.postponementCount] = Postponed(command: command, source: source)
        self.postponements.set(now.advanced(by: time), for: self.postponementCount)
    }

    private mutating func execute(
        _ command: MGCPCommand,
        from source: TransportAddress,
        isLate: Bool,
        at now: Instant
    ) {
        var reply =
            self.faults.takeAnswer(to: command.verb).map { LabReply($0) }
            ?? self.reply(to: command, from: source, at: now)
        if reply.code.kind != .success {
            self.outputs.append(.note(.refused(command.verb, reply.code), endpoint: command.endpoint.localName.text))
        }
        let time = self.faults.executionTime ?? .zero
        let wantsAcknowledgement =
            isLate
            && (time >= self.configuration.timers.provisionalResponse
                || self.configuration.quirks.alwaysProvisional)
        if wantsAcknowledgement {
            reply.add(ResponseAck())
        }
        let bytes = self.written(reply, command.transactionID)
        self.transactions.answer(
            LabTransactions.Incoming(source: source.ip, id: command.transactionID),
            bytes,
            to: source,
            wantsAcknowledgement: wantsAcknowledgement,
            at: now
        )
        self.post(bytes, to: source)
    }

    private mutating func refuse(
        _ id: MGCPTransactionID,
        _ error: MGCPParseError,
        to source: TransportAddress,
        at now: Instant
    ) {
        self.post(self.written(LabReply(error.returnCode, commentary: ByteString(error.description)), id), to: source)
    }

    // MARK: Responses of the call agent

    private mutating func receive(_ response: MGCPResponse, from source: TransportAddress, at now: Instant) {
        guard let id = response.transactionID else {
            return
        }
        if response.code.kind == .acknowledgement {
            self.transactions.acknowledge(LabTransactions.Incoming(source: source.ip, id: id))
            return
        }
        if response.wantsAcknowledgement {
            self.post(self.written(LabReply(.acknowledgement), id), to: source)
        }
        guard let command = self.transactions.receive(response.code, to: id, at: now) else {
            return
        }
        let endpoint = command.endpoint.map { self.endpoints[$0].name.localName.text }
        self.outputs.append(.note(.answered(command.verb, response.code), endpoint: endpoint))
        self.receiveAnswer(response, to: command, at: now)
    }

    // MARK: Sending

    /// Sends a command and repeats it until it is answered; `false` when too many are under way.
    mutating func send(
        _ verb: MGCPVerb,
        endpoint: Int?,
        named name: EndpointName,
        to destination: TransportAddress,
        at now: Instant,
        _ content: (inout MGCPMessageWriter) -> Void
    ) -> Bool {
        let id = self.transactions.nextID()
        var writer = MGCPMessageWriter()
        writer.startCommand(verb, id, name, version: self.configuration.version)
        content(&writer)
        let bytes = self.configuration.quirks.bent(writer.bytes)
        let wait = self.configuration.timers.initialRetransmission
        let command = LabTransactions.Command(id, verb, endpoint: endpoint, bytes, to: destination, wait: wait)
        guard self.transactions.open(command, at: now) else {
            return false
        }
        self.post(bytes, to: destination)
        return true
    }

    /// The octets of a response.
    func written(_ reply: LabReply, _ id: MGCPTransactionID) -> [UInt8] {
        self.configuration.quirks.bent(reply.written(id))
    }

    /// Puts a message among those that leave at the end of this input.
    mutating func post(_ bytes: [UInt8], to destination: TransportAddress) {
        self.outbox.append((bytes, destination))
    }

    /// Carries out what endpoints want, then sends all messages, together where that is wanted.
    mutating func settle(at now: Instant) {
        // What one wants may change another, or itself once more.
        var changed = self.endpoints.takeChanged()
        while !changed.isEmpty {
            for index in changed where !self.endpoints[index].actions.isEmpty {
                self.carryOut(index, at: now)
            }
            changed = self.endpoints.takeChanged()
        }
        let messages = self.outbox
        self.outbox = []
        guard !self.faults.isSilent else {
            return
        }
        guard self.configuration.piggybacks else {
            for message in messages {
                self.transmit(message.bytes, to: message.to)
            }
            return
        }
        var destinations: [TransportAddress] = []
        for message in messages where !destinations.contains(message.to) {
            destinations.append(message.to)
        }
        for destination in destinations {
            let parts = messages.filter { $0.to == destination }.map(\.bytes)
            self.transmit(Array(parts.joined(separator: [0x2E, 0x0D, 0x0A])), to: destination)
        }
    }

    private mutating func carryOut(_ index: Int, at now: Instant) {
        let actions = self.endpoints[index].actions
        self.endpoints[index].actions = []
        for action in actions {
            switch action {
            case .notify(let events): self.notify(events, of: index, at: now)
            case .note(let note): self.note(note, index)
            }
        }
    }

    /// Tells people of something at an endpoint.
    mutating func note(_ note: LabNote, _ index: Int) {
        self.outputs.append(.note(note, endpoint: self.endpoints[index].name.localName.text))
    }

    private mutating func transmit(_ bytes: [UInt8], to destination: TransportAddress) {
        self.sentCount += 1
        guard !self.faults.lostDatagrams.contains(self.sentCount) else {
            return
        }
        for _ in 0..<(self.faults.sendsTwice ? 2 : 1) {
            self.outputs.append(.send(bytes, to: destination))
        }
    }

    /// Loses the datagrams with these numbers, counted from the next one.
    package mutating func loseDatagrams(_ numbers: Set<Int>) {
        self.faults.lostDatagrams = Set(numbers.map { $0 + self.sentCount })
    }
}
