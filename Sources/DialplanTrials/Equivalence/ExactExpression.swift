/// A regular expression as a set of texts, for exact comparison; only what can be decided octet by octet is read.
///
/// Texts are compared by derivatives: what must follow once a first octet is taken (J. A. Brzozowski, Derivatives of
/// Regular Expressions, 1964). The constructors below keep the number of different derivatives finite and small.
indirect enum ExactExpression: Hashable {
    /// No text.
    case nothing
    /// The empty text.
    case empty
    /// One octet of a set.
    case one(OctetSet)
    /// One after the other.
    case sequence(ExactExpression, ExactExpression)
    /// Any one of at least two.
    case choice(Set<ExactExpression>)
    /// Again and again, or not at all.
    case star(ExactExpression)
    /// At least and at most so many times, the most above 0; without most, any number of times.
    case repeated(ExactExpression, least: Int, most: Int?)

    /// Whether the empty text is one of it.
    var takesEmpty: Bool {
        switch self {
        case .nothing, .one: false
        case .empty, .star: true
        case .sequence(let first, let second): first.takesEmpty && second.takesEmpty
        case .choice(let branches): branches.contains(where: \.takesEmpty)
        case .repeated(let inner, let least, _): least == 0 || inner.takesEmpty
        }
    }

    /// What must follow `octet`.
    func after(_ octet: UInt8) -> ExactExpression {
        switch self {
        case .nothing, .empty:
            return .nothing
        case .one(let set):
            return set.contains(octet) ? .empty : .nothing
        case .sequence(let first, let second):
            let rest = Self.joined(first.after(octet), second)
            return first.takesEmpty ? Self.either([rest, second.after(octet)]) : rest
        case .choice(let branches):
            return Self.either(branches.map { $0.after(octet) })
        case .star(let inner):
            return Self.joined(inner.after(octet), self)
        case .repeated(let inner, let least, let most):
            let rest = Self.times(inner, least: max(0, least - 1), most: most.map { $0 - 1 })
            return Self.joined(inner.after(octet), rest)
        }
    }

    /// Whether a text is one of it.
    func matches(_ text: String) -> Bool {
        text.utf8.reduce(self) { $0.after($1) }.takesEmpty
    }

    /// The sets of octets that it tells apart.
    var sets: Set<OctetSet> {
        switch self {
        case .nothing, .empty: []
        case .one(let set): [set]
        case .sequence(let first, let second): first.sets.union(second.sets)
        case .choice(let branches): branches.reduce(into: []) { $0.formUnion($1.sets) }
        case .star(let inner), .repeated(let inner, _, _): inner.sets
        }
    }

    // MARK: Construction

    /// One after the other.
    static func joined(_ first: ExactExpression, _ second: ExactExpression) -> ExactExpression {
        switch (first, second) {
        case (.nothing, _), (_, .nothing): .nothing
        case (.empty, let other), (let other, .empty): other
        case (.sequence(let head, let middle), _): .sequence(head, Self.joined(middle, second))
        default: .sequence(first, second)
        }
    }

    /// Any one of some.
    static func either(_ branches: some Sequence<ExactExpression>) -> ExactExpression {
        var flat: Set<ExactExpression> = []
        for branch in branches {
            switch branch {
            case .nothing: break
            case .choice(let inner): flat.formUnion(inner)
            default: flat.insert(branch)
            }
        }
        return flat.count > 1 ? .choice(flat) : flat.first ?? .nothing
    }

    /// So many times.
    static func times(_ inner: ExactExpression, least: Int, most: Int?) -> ExactExpression {
        switch (least, most) {
        case (_, 0): .empty
        case (0, nil): inner == .nothing || inner == .empty ? .empty : .star(inner)
        case (1, 1): inner
        default: .repeated(inner, least: least, most: most)
        }
    }
}

/// Some of the 256 octets.
struct OctetSet: Hashable {
    private var words: [UInt64] = [0, 0, 0, 0]

    init() {}

    init(_ octets: some Sequence<UInt8>) {
        for octet in octets {
            self.insert(octet)
        }
    }

    /// Every octet.
    static let all = OctetSet(UInt8.min...UInt8.max)

    func contains(_ octet: UInt8) -> Bool {
        self.words[Int(octet >> 6)] >> UInt64(octet & 63) & 1 != 0
    }

    mutating func insert(_ octet: UInt8) {
        self.words[Int(octet >> 6)] |= 1 << UInt64(octet & 63)
    }

    mutating func formUnion(_ other: OctetSet) {
        for place in self.words.indices {
            self.words[place] |= other.words[place]
        }
    }

    /// Every other octet.
    var inverted: OctetSet {
        OctetSet((UInt8.min...UInt8.max).filter { !self.contains($0) })
    }
}
