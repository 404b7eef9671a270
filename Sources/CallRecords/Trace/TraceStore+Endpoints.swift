import CallModel
package import ProtocolKit

extension TraceStore {
    /// The MGCP messages about an endpoint that are still kept, whether they belong to a call or not, the oldest first.
    ///
    /// Commands name the endpoint, or all endpoints of its gateway; responses are those to its commands.
    package func entries(ofEndpoint name: ByteString, clock: WallClock) -> [TraceEntry] {
        let name = String(decoding: name.lowercased.bytes, as: UTF8.self)
        let names: Set = [name, "*" + name.drop { $0 != "@" }]
        var transactions: Set<EndpointTransaction> = []
        var found: [TraceEntry] = []
        self.forEachKept { step in
            guard case .message(let direction, .udp, _, let remote) = step.content,
                let outline = MGCPOutline(self.read(from: step.start, count: Int(step.count)))
            else {
                return
            }
            let isAbout = outline.messages.reduce(false) { isAbout, message in
                let transaction = EndpointTransaction(peer: remote, direction, message)
                guard let endpoint = message.endpoint else {
                    return isAbout || transactions.contains(transaction)
                }
                guard names.contains(endpoint.lowercased()) else {
                    return isAbout
                }
                transactions.insert(transaction)
                return true
            }
            if isAbout {
                found.append(self.entry(step, leg: nil, clock: clock))
            }
        }
        return found
    }
}

extension TraceStore {
    /// The transactions of the MGCP legs among these: a notification comes before the leg that it brings, and the answer to
    /// it, which is the leg's, has its number.
    func transactions(of legs: Set<LegID>) -> [EndpointTransaction: LegID] {
        var transactions: [EndpointTransaction: LegID] = [:]
        self.forEachKept { step in
            if let leg = step.leg, leg.signaling == .mgcp, legs.contains(leg) {
                for transaction in self.transactions(in: step) where transactions[transaction] == nil {
                    transactions[transaction] = leg
                }
            }
        }
        return transactions
    }

    /// The transactions of a message that is kept, if it is an MGCP message.
    func transactions(in step: Step) -> [EndpointTransaction] {
        guard case .message(let direction, .udp, _, let remote) = step.content,
            let outline = MGCPOutline(self.read(from: step.start, count: Int(step.count)))
        else {
            return []
        }
        return outline.messages.map { EndpointTransaction(peer: remote, direction, $0) }
    }
}

/// A transaction of either side; the other side's response has the same number.
struct EndpointTransaction: Hashable {
    let peer: TransportAddress
    let isOurs: Bool
    let number: Substring

    init(peer: TransportAddress, _ direction: TracedMessage.Direction, _ message: MGCPOutline.Message) {
        self.peer = peer
        self.isOurs = (direction == .sent) == message.isCommand
        self.number = message.transaction
    }
}
