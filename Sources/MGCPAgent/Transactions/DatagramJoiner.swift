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

    /// Messages that travel together.
    private struct Load: Sendable {
        /// The largest datagram that messages are joined into; most networks carry it in one piece (§3.5.4).
        private static var largest: Int { 1_400 }

        var bytes: [UInt8] = []

        /// Adds messages after a line with a dot; returns what stood here when both together would be too large.
        mutating func join(_ other: Load) -> Load? {
            guard !other.bytes.isEmpty else {
                return nil
            }
            guard !self.bytes.isEmpty else {
                self = other
                return nil
            }
            guard self.bytes.count + 3 + other.bytes.count <= Self.largest else {
                defer { self = other }
                return self
            }
            self.bytes.append(".\r\n")
            self.bytes.append(contentsOf: other.bytes)
            return nil
        }
    }

    /// What has come for one address.
    private struct Batch: Sendable {
        let destination: TransportAddress
        var responses = Load()
        var commands = Load()
    }

    /// As many are looked through one by one; nearly every turn has one.
    private static var fewBatches: Int { 8 }

    private var batches: [Batch] = []
    private var places: [TransportAddress: Int] = [:]
    private var ready = OutputQueue<Datagram>()

    /// Whether nothing waits.
    var isEmpty: Bool {
        self.batches.isEmpty && self.ready.isEmpty
    }

    /// Adds a response.
    mutating func append(response: [UInt8], to destination: TransportAddress) {
        let place = self.place(of: destination)
        self.release(self.batches[place].responses.join(Load(bytes: response)), to: destination)
    }

    /// Adds a command.
    mutating func append(command: [UInt8], to destination: TransportAddress) {
        let place = self.place(of: destination)
        self.release(self.batches[place].commands.join(Load(bytes: command)), to: destination)
    }

    /// Adds a message that shares its datagram with no other.
    mutating func append(alone message: [UInt8], to destination: TransportAddress) {
        self.release(Load(bytes: message), to: destination)
    }

    /// The next datagram; with the first call the turn ends.
    mutating func next() -> Datagram? {
        if self.ready.isEmpty, !self.batches.isEmpty {
            self.endTurn()
        }
        return self.ready.next()
    }

    private mutating func place(of destination: TransportAddress) -> Int {
        let count = self.batches.count
        if count <= Self.fewBatches {
            for place in 0..<count where self.batches[place].destination == destination {
                return place
            }
        } else if let place = self.places[destination] {
            return place
        }
        self.batches.append(Batch(destination: destination))
        if count == Self.fewBatches {
            for place in self.batches.indices {
                self.places[self.batches[place].destination] = place
            }
        } else if count > Self.fewBatches {
            self.places[destination] = count
        }
        return count
    }

    private mutating func endTurn() {
        for place in self.batches.indices {
            let destination = self.batches[place].destination
            self.release(self.batches[place].responses.join(self.batches[place].commands), to: destination)
            self.release(self.batches[place].responses, to: destination)
        }
        self.batches.removeAll(keepingCapacity: self.batches.count <= 64)
        if !self.places.isEmpty {
            self.places.removeAll(keepingCapacity: self.places.count <= 64)
        }
    }

    private mutating func release(_ load: Load?, to destination: TransportAddress) {
        if let load {
            self.ready.append(Datagram(bytes: load.bytes, destination: destination))
        }
    }
}
