import ProtocolKit

/// For some expressions, texts of which each passes other ones: whatever text there is passes the same as one of them.
///
/// They are the shortest of their kind, made of digits and letters where these do.
struct RepresentativeTexts {
    /// The texts, shortest first; the empty one is always among them.
    private(set) var texts: [ByteString] = []

    /// Whether there may be more kinds of texts.
    private(set) var isComplete = true

    private var automaton: ExpressionAutomaton
    private let limits: CheckLimits
    private var kinds: Set<[Int]> = []
    private var seen: Set<[Int32]> = []
    private var stamps: [Int]
    private var stamp = 0

    /// `start` are the positions of the automaton that are read before the first character.
    init(_ automaton: ExpressionAutomaton, start: [Int32], limits: CheckLimits) {
        self.automaton = automaton
        self.limits = limits
        self.stamps = Array(repeating: 0, count: automaton.count)
        self.isComplete = !automaton.isTooLarge
        self.explore(Array(Set(start)).sorted())
    }

    private mutating func explore(_ start: [Int32]) {
        let octets = self.octetsToldApart()
        var wave: [(text: [UInt8], positions: [Int32])] = [([], start)]
        self.seen.insert(start)
        self.note([], start)
        while !wave.isEmpty {
            var next: [(text: [UInt8], positions: [Int32])] = []
            for (text, positions) in wave where text.count < self.limits.textOctets {
                for octet in octets {
                    guard self.seen.count < self.limits.states else {
                        self.isComplete = false
                        return
                    }
                    let after = self.positions(after: positions, octet)
                    if !after.isEmpty, self.seen.insert(after).inserted {
                        next.append((text + [octet], after))
                        self.note(text + [octet], after)
                    }
                }
            }
            wave = next
        }
    }

    /// Keeps a text when none before it passes the same tests.
    private mutating func note(_ text: [UInt8], _ positions: [Int32]) {
        let kind = Array(Set(self.automaton.tests(passedAt: positions))).sorted()
        guard self.kinds.count < self.limits.values || self.kinds.contains(kind) else {
            self.isComplete = false
            return
        }
        if self.kinds.insert(kind).inserted {
            self.texts.append(ByteString(text))
        }
    }

    private mutating func positions(after positions: [Int32], _ octet: UInt8) -> [Int32] {
        self.stamp += 1
        var next: [Int32] = []
        for position in positions where self.automaton.characters(at: position)?.contains(octet) == true {
            _ = self.automaton.append(positionsAfter: position, to: &next, stamp: self.stamp, &self.stamps)
        }
        return next.sorted()
    }

    /// One octet of each kind that the expressions tell apart, the most usual one.
    private func octetsToldApart() -> [UInt8] {
        let classes = Set((0..<Int32(self.automaton.count)).compactMap { self.automaton.characters(at: $0) })
        var groups: [[Bool]: UInt8] = [:]
        var order: [UInt8] = []
        for octet in Self.usual {
            let signature = classes.map { $0.contains(octet) }
            if groups.updateValue(octet, forKey: signature) == nil {
                order.append(octet)
            }
        }
        return order
    }

    /// The characters that can be in a name or a number, the more usual ones first.
    private static let usual: [UInt8] =
        Array("2345678901abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ*#+-._@ ".utf8)
        + (0x21...0x7E).filter { !$0.isASCIIDigit && !$0.isASCIILetter && !"*#+-._@".utf8.contains($0) }
}
