import ProtocolKit

/// Where a plan tests the dialed number, for one who asks whether what has become of it matters.
struct NumberTests {
    private let plan: Dialplan

    /// The place of the last extension of each context that tests the number.
    private var last: [ByteString: Int] = [:]

    /// Whether a context, or one that it transfers to, tests the number.
    private var tested: [ByteString: Bool] = [:]

    init(in plan: Dialplan, contexts: Set<ByteString>) {
        self.plan = plan
        for context in contexts {
            self.last[context] = plan.contexts[context]?.lastIndex { $0.conditions.contains(where: Self.testsNumber) }
        }
    }

    /// Whether the number is tested after an action in `condition` of the extension at `place` has changed it, in
    /// `target`, where the call is then.
    mutating func follow(
        _ condition: Condition,
        ofExtension place: Int,
        of context: ByteString,
        into target: ByteString,
        byTransfer isTransfer: Bool
    ) -> Bool {
        guard !isTransfer else {
            return self.isTested(from: target)
        }
        guard let entry = self.plan.contexts[context]?[place] else {
            return false
        }
        if entry.continues, let last = self.last[context], last > place {
            return true
        }
        // Of one extension, what stands further down is read later.
        return entry.conditions.contains { Self.testsNumber($0, below: condition.line) }
            || Self.transfers(of: entry).contains { self.isTested(from: $0) }
    }

    private mutating func isTested(from context: ByteString) -> Bool {
        if let known = self.tested[context] {
            return known
        }
        var seen: Set<ByteString> = []
        var open = [context]
        var isTested = false
        while !isTested, let next = open.popLast() {
            guard seen.insert(next).inserted, let extensions = self.plan.contexts[next] else {
                continue
            }
            isTested = extensions.contains { $0.conditions.contains(where: Self.testsNumber) }
            open += extensions.flatMap(Self.transfers)
        }
        self.tested[context] = isTested
        return isTested
    }

    private static func transfers(of entry: DialplanExtension) -> [ByteString] {
        entry.conditions.flatMap(\.allActions).compactMap { action in
            if case .transfer(let target, _) = action.unconditional { target } else { nil }
        }
    }

    private static func testsNumber(_ condition: Condition) -> Bool {
        self.testsNumber(condition, below: 0)
    }

    private static func testsNumber(_ condition: Condition, below line: Int) -> Bool {
        condition.line > line && condition.tests.contains { $0.subject.hasNumber }
            || condition.nested.contains { self.testsNumber($0, below: line) }
    }
}

extension Template {
    /// Whether the dialed number is in it, or what a table has for it.
    fileprivate var hasNumber: Bool {
        self.parts.contains { part in
            switch part {
            case .field(let field): field == .destinationNumber
            case .lookup(_, let key): key.hasNumber
            case .literal, .capture, .variable: false
            }
        }
    }
}
