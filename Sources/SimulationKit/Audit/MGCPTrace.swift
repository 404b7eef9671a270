import CallModel
package import MGCPSyntax
package import ProtocolKit

/// The MGCP messages of a scenario, each datagram taken apart, for rules to judge.
package struct MGCPTrace {
    /// What one message is.
    package enum Content {
        case command(MGCPCommand)
        case response(MGCPResponse)
    }

    /// One message of a packet.
    package struct Entry {
        /// The packet.
        package let packet: WirePacket
        /// The message.
        package let content: Content

        /// Whether the gateway under test, the call agent, sent it.
        package var isFromCallAgent: Bool {
            self.packet.sender == .gateway
        }

        /// Who is at the other side.
        package var peer: TransportAddress {
            self.isFromCallAgent ? self.packet.to : self.packet.from
        }

        /// The message, when it is a command.
        package var command: MGCPCommand? {
            if case .command(let command) = self.content {
                return command
            }
            return nil
        }

        /// The message, when it is a response.
        package var response: MGCPResponse? {
            if case .response(let response) = self.content {
                return response
            }
            return nil
        }
    }

    /// The messages in the order in which they were sent.
    package let entries: [Entry]

    /// What the call agent sent that its own kind could not act on: one line for each.
    package let garbled: [String]

    /// The gateways that the call agent was told of; empty when a trace does not say.
    package let mediaGateways: Set<TransportAddress>

    /// Whether the call agent had a life before, whose requests and connections the gateways still know.
    package let hasFormerLife: Bool

    package init(_ wire: [WirePacket], mediaGateways: Set<TransportAddress> = [], hasFormerLife: Bool = false) {
        var entries: [Entry] = []
        var garbled: [String] = []
        for packet in wire where Self.isMGCP(packet) {
            var datagram = MGCPDatagram(packet.bytes)
            while let outcome = datagram.next() {
                switch outcome {
                case .command(let command): entries.append(Entry(packet: packet, content: .command(command)))
                case .response(let response): entries.append(Entry(packet: packet, content: .response(response)))
                case .answerable(_, let error), .unanswerable(let error):
                    if packet.sender == .gateway {
                        garbled.append("\(error) in \(String(decoding: packet.bytes.prefix(80), as: UTF8.self))")
                    }
                }
            }
        }
        self.entries = entries
        self.garbled = garbled
        self.mediaGateways = mediaGateways
        self.hasFormerLife = hasFormerLife
    }

    /// Whether a packet is MGCP and not SIP: it is a datagram whose first line is a command or response line.
    package static func isMGCP(_ packet: WirePacket) -> Bool {
        guard packet.transport == .udp else {
            return false
        }
        switch packet.sender {
        case .mediaGateway, .spoofer: return true
        case .phone, .gateway: break
        }
        let line = packet.bytes.prefix { $0 != 0x0D && $0 != 0x0A }
        if line.starts(with: Array("SIP/".utf8)) || line.suffix(7).elementsEqual("SIP/2.0".utf8) {
            return false
        }
        var datagram = MGCPDatagram(packet.bytes)
        switch datagram.next() {
        case .command, .response, .answerable: return true
        case .unanswerable, nil: return false
        }
    }

    /// The commands of the call agent, each transaction once.
    package var commandsOfCallAgent: [Entry] {
        var seen: Set<MGCPTransactionID> = []
        return self.entries.filter { entry in
            guard entry.isFromCallAgent, let command = entry.command else {
                return false
            }
            return seen.insert(command.transactionID).inserted
        }
    }
}

extension MGCPTrace.Entry {
    /// One line for people, with its time.
    package var summary: String {
        "\(self.packet.at.nanoseconds / 1_000_000) ms: \(self.ladderText)"
    }

    /// The first line and the parameters that tell what happens.
    package var ladderText: String {
        switch self.content {
        case .command(let command):
            let parameters = self.shown(command.parameters)
            return "\(command.verb) \(command.transactionID) \(command.endpoint)\(parameters)"
        case .response(let response):
            let id = response.transactionID.map { "\($0)" } ?? "0"
            return "\(response.code) \(id)\(self.shown(response.parameters))"
        }
    }

    private func shown(_ parameters: MGCPParameters) -> String {
        let lines = parameters.lines.map { line in
            " \(parameters.name(of: line)):\(String(decoding: parameters.value(of: line), as: UTF8.self))"
        }
        return lines.joined() + (parameters.descriptionCount > 0 ? " +SDP" : "")
    }

    /// The parameters of the message, whatever it is.
    package var parameters: MGCPParameters {
        switch self.content {
        case .command(let command): command.parameters
        case .response(let response): response.parameters
        }
    }

    /// What must not show up on another leg: names of endpoints, identifiers of calls, connections and requests.
    var tokens: [String] {
        var tokens: [String] = []
        if let command, command.endpoint.isSpecific {
            tokens.append("\(command.endpoint)")
        }
        if let callID = try? self.parameters.first(MGCPCallID.self) {
            tokens.append("\(callID)")
        }
        if let connections = try? self.parameters.first(ConnectionIDs.self)?.connections {
            tokens += connections.map { "\($0)" }
        }
        if let requestID = try? self.parameters.first(MGCPRequestID.self) {
            tokens.append("\(requestID)")
        }
        return tokens
    }

    /// What a repetition has in common with the message that it repeats.
    var identity: String {
        self.ladderText + String(decoding: self.parameters.descriptionOctets(0), as: UTF8.self)
    }
}
