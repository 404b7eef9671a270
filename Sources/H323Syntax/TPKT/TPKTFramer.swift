/// Cuts a TCP stream into the packets of RFC 1006 §6 (TPKT), however it arrives in pieces.
///
/// Several packets often come in one segment. After a header that is none, nothing more can be told, and the stream is
/// over.
package struct TPKTFramer: Sendable {
    /// What the stream contained next.
    package enum Frame: Hashable, Sendable {
        /// The octets that a header stood before.
        case packet([UInt8])

        /// A header with nothing behind it, by which some peers keep a connection open.
        case keepAlive

        /// The end of all reading; close the connection.
        case failure(H323SyntaxError)
    }

    /// The octets of a header: version, a reserved one, and the length of the whole.
    package static let headerOctets = 4

    private static let version: UInt8 = 3

    private let largestPacket: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var hasFailed = false

    /// Makes a framer that refuses packets of more than `largestPacket` octets, header included.
    package init(largestPacket: Int = 65_535) {
        self.largestPacket = largestPacket
    }

    /// How many octets wait for the rest of their packet.
    package var pending: Int {
        self.buffer.count - self.start
    }

    /// Takes what the transport read; ask ``next()`` until it returns `nil` before the next call.
    package mutating func receive(_ octets: some Collection<UInt8>) {
        guard !self.hasFailed else {
            return
        }
        if self.start > 0 {
            self.buffer.removeFirst(self.start)
            self.start = 0
        }
        self.buffer.append(contentsOf: octets)
    }

    /// The next frame, or `nil` when more octets are needed.
    package mutating func next() -> Frame? {
        guard let first = self.buffer[self.start...].first else {
            return nil
        }
        guard first == Self.version else {
            return self.fail(.unsupported)
        }
        guard self.pending >= Self.headerOctets else {
            return nil
        }
        let length = Int(self.buffer[self.start + 2]) << 8 | Int(self.buffer[self.start + 3])
        guard length >= Self.headerOctets else {
            return self.fail(.malformed)
        }
        guard length <= self.largestPacket else {
            return self.fail(.tooLarge)
        }
        guard length <= self.pending else {
            return nil
        }
        defer { self.start += length }
        guard length > Self.headerOctets else {
            return .keepAlive
        }
        return .packet(Array(self.buffer[self.start + Self.headerOctets..<self.start + length]))
    }

    private mutating func fail(_ reason: H323SyntaxError.Reason) -> Frame {
        self.hasFailed = true
        self.buffer = []
        self.start = 0
        return .failure(H323SyntaxError(reason, at: 0))
    }
}
