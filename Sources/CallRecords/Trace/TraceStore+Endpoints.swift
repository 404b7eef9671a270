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

/// A transaction of either side; the other side's response has the same number.
private struct EndpointTransaction: Hashable {
    let peer: TransportAddress
    let isOurs: Bool
    let number: Substring

    init(peer: TransportAddress, _ direction: TracedMessage.Direction, _ message: MGCPOutline.Message) {
        self.peer = peer
        self.isOurs = (direction == .sent) == message.isCommand
        self.number = message.transaction
    }
}
