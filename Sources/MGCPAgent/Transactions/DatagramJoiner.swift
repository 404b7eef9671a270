import ProtocolKit

/// The messages of one turn on their way into datagrams (RFC 3435 §3.5.5).
///
/// Messages to one address share a datagram, responses before commands, each kind in its order. The joining saves
/// datagrams and round trips and promises nothing: what is lost is repeated alone.
struct DatagramJoiner: Sendable {
    /// A datagram.
    struct Datagram: Sendable {
        let bytes: [UInt8]
        let destination: TransportAddress
    }

    private enum Kind {
        case response
        case command
    }

    /// What has come for one address.
    private struct Batch: Sendable {
        let destination: TransportAddress
        var responses: [UInt8] = []
        var commands: [UInt8] = []

        /// Adds a message, and returns what had to make room for it.
        mutating func append(_ message: [UInt8], _ kind: Kind) -> [UInt8]? {
            switch kind {
            case .response: self.responses.join(message, upTo: DatagramJoiner.largest)
            case .command: self.commands.join(message, upTo: DatagramJoiner.largest)
            }
        }
    }

    /// The largest datagram that messages are joined into; most networks carry it in one piece (§3.5.4).
    private static let largest = 1_400

    private var batches: [Batch] = []
    private var places: [TransportAddress: Int] = [:]
    private var ready = OutputQueue<Datagram>()

    /// Whether nothing waits.
    var isEmpty: Bool {
        self.batches.isEmpty && self.ready.isEmpty
    }

    /// Adds a response.
    mutating func append(response: [UInt8], to destination: TransportAddress) {
        self.append(response, .response, to: destination)
    }

    /// Adds a command.
    mutating func append(command: [UInt8], to destination: TransportAddress) {
        self.append(command, .command, to: destination)
    }

    /// Adds a message that shares its datagram with no other.
    mutating func append(alone message: [UInt8], to destination: TransportAddress) {
        self.ready.append(Datagram(bytes: message, destination: destination))
    }

    /// The next datagram; with the first call the turn ends.
    mutating func next() -> Datagram? {
        if self.ready.isEmpty {
            self.endTurn()
        }
        return self.ready.next()
    }

    private mutating func append(_ message: [UInt8], _ kind: Kind, to destination: TransportAddress) {
        let place = self.place(of: destination)
        if let full = self.batches[place].append(message, kind) {
            self.ready.append(Datagram(bytes: full, destination: destination))
        }
    }

    private mutating func place(of destination: TransportAddress) -> Int {
        if let place = self.places[destination] {
            return place
        }
        self.places[destination] = self.batches.count
        self.batches.append(Batch(destination: destination))
        return self.batches.count - 1
    }

    private mutating func endTurn() {
        for var batch in self.batches {
            if let full = batch.responses.join(batch.commands, upTo: Self.largest) {
                self.ready.append(Datagram(bytes: full, destination: batch.destination))
            }
            self.ready.append(Datagram(bytes: batch.responses, destination: batch.destination))
        }
        self.batches.removeAll(keepingCapacity: self.batches.count <= 64)
        self.places.removeAll(keepingCapacity: self.places.count <= 64)
    }
}

extension [UInt8] {
    /// Adds a message after a line with a dot; returns what stood here when both together would be too large.
    fileprivate mutating func join(_ message: [UInt8], upTo largest: Int) -> [UInt8]? {
        guard !message.isEmpty else {
            return nil
        }
        guard !self.isEmpty else {
            self = message
            return nil
        }
        guard self.count + 3 + message.count <= largest else {
            defer { self = message }
            return self
        }
        self.append(".\r\n")
        self.append(contentsOf: message)
        return nil
    }
}
