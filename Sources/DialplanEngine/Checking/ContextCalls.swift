import CallModel
import Expressions
import ProtocolKit

/// Calls that stand for all that can come into a context: whatever call there is passes the same tests as one of them.
///
/// Each fact that is tested has a value for each combination of tests that a value can pass, each time condition a
/// moment, and the calls are made of all of them together.
struct ContextCalls {
    /// The calls.
    private(set) var calls: [CallFacts] = []

    /// Why not every call is stood for; empty when every one is.
    private(set) var gaps: [String] = []

    private let survey: ContextSurvey
    private let names: DialplanReader.Names
    private let limits: CheckLimits

    init(
        _ survey: ContextSurvey,
        names: DialplanReader.Names,
        from start: CivilTime,
        limits: CheckLimits
    ) {
        self.survey = survey
        self.names = names
        self.limits = limits
        let calendars = survey.calendars.map { ($0.condition, $0.zone) }
        let moments = RepresentativeMoments(calendars, from: start, limits: limits)
        if !moments.isComplete {
            self.gaps.append("there are more combinations of times than \(limits.moments)")
        }
        self.combine(moments.moments)
    }

    /// All values of one fact with all of the others, as far as the limit lets it.
    private mutating func combine(_ moments: [CivilTime]) {
        var combined = CombinedCalls(at: moments, limit: self.limits.calls)
        for field in CombinedCalls.fields {
            combined.add(field, self.values(of: field))
        }
        self.calls = combined.calls
        self.gaps += combined.gaps
    }

    // MARK: Values

    private mutating func values(of field: CallField) -> [ByteString] {
        let tests = self.survey.tests[field] ?? []
        let keys = self.survey.keys[field] ?? []
        guard !tests.isEmpty || !keys.isEmpty || self.survey.fills.contains(field) else {
            return [field == .protocol ? SignalingProtocol.sip.dialplanName : ""]
        }
        if let known = Self.known(field, in: self.names) {
            return Self.unique(self.kinds(of: known, tests) + keys)
        }
        var values = self.madeUp(field, tests)
        if values.allSatisfy(\.isEmpty) {
            values.append(Self.usual(field))
        }
        return Self.unique(values + keys)
    }

    /// One value for each combination of tests that one passes.
    private func kinds(of values: [ByteString], _ tests: [ContextSurvey.Test]) -> [ByteString] {
        var kinds: Set<[Bool]> = []
        return values.filter { value in
            kinds.insert(tests.map { $0.expression.matches(value.bytes) } + [value.isEmpty]).inserted
        }
    }

    /// The values that the configuration leaves; `nil` when there can be any, or when it has none yet.
    static func known(_ field: CallField, in names: DialplanReader.Names) -> [ByteString]? {
        switch field {
        case .user:
            names.users.flatMap { Self.known($0.union(names.lines ?? [])) }
        case .trunk:
            Self.known(names.trunks.union(names.circuitGroups))
        case .transport:
            ["udp", "tcp"]
        case .protocol:
            [SignalingProtocol.sip.dialplanName, SignalingProtocol.mgcp.dialplanName]
        case .destinationNumber, .destinationHost, .callerNumber, .callerName, .divertingNumber, .listener,
            .sourceAddress, .context:
            nil
        }
    }

    private static func known(_ names: Set<ByteString>) -> [ByteString]? {
        names.isEmpty ? nil : [""] + names.sorted()
    }

    private mutating func madeUp(_ field: CallField, _ tests: [ContextSurvey.Test]) -> [ByteString] {
        var automaton = ExpressionAutomaton(limit: self.limits.positions)
        var start: [Int32] = []
        var patterns: Set<String> = []
        var count = 0
        for test in tests {
            let pattern = test.expression.pattern
            guard patterns.insert("\(test.context) \(pattern)").inserted else {
                continue
            }
            guard let expression = try? NumberExpressionReader.read(pattern) else {
                self.gaps.append("the expression \"\(pattern)\" cannot be taken apart")
                continue
            }
            let forms = self.survey.forms[test.context] ?? []
            for form in field == .destinationNumber ? forms : [.none] {
                guard let strip = form.strip else {
                    continue
                }
                start += automaton.add(expression, test: count, strip: strip, prefix: form.prefix)
                count += 1
            }
        }
        let texts = RepresentativeTexts(automaton, start: start, limits: self.limits)
        if !texts.isComplete {
            self.gaps.append("the expressions for \(field.rawValue) are too large together")
        }
        return field == .sourceAddress ? texts.texts.compactMap(Self.address) : texts.texts
    }

    /// An address that begins as the text does.
    static func address(_ text: ByteString) -> ByteString? {
        guard !text.isEmpty else {
            return text
        }
        let text = text.description
        let endings = ["", ".1", ".0.1", ".0.0.1", "0.0.1", "0.1", "1", "::1", ":1"]
        return endings.map { text + $0 }.first { IPAddress($0) != nil }.map { ByteString($0) }
    }

    /// A value for a fact that is filled in and not tested.
    static func usual(_ field: CallField) -> ByteString {
        switch field {
        case .destinationNumber, .callerNumber, .divertingNumber: "200"
        case .callerName: "Anna"
        case .destinationHost: "example.net"
        case .listener: "lan"
        case .sourceAddress: "192.0.2.1"
        case .user: "200"
        case .trunk: "carrier"
        case .transport, .protocol, .context: ""
        }
    }

    static func unique(_ values: [ByteString]) -> [ByteString] {
        var seen: Set<ByteString> = []
        return values.filter { seen.insert($0).inserted }
    }
}

/// Calls that are made of all values of their facts together, as far as a limit lets.
struct CombinedCalls {
    /// The facts in the order in which they are added: the number comes last, so that it is complete even if others are
    /// cut.
    static let fields =
        CallField.allCases.filter { ![.context, .destinationNumber].contains($0) } + [.destinationNumber]

    /// The calls.
    private(set) var calls: [CallFacts]

    /// Why some are not among them.
    private(set) var gaps: [String] = []

    private let limit: Int

    /// One call at each moment, of which nothing else is known.
    init(at moments: [CivilTime], limit: Int) {
        self.calls = moments.map { CallFacts(destinationNumber: "", time: $0) }.prefix(limit).map(\.self)
        self.limit = limit
    }

    /// Makes one call with each value of a fact of each call so far; those for which there is no room get one value each.
    mutating func add(_ field: CallField, _ values: [ByteString]) {
        guard values.count > 1 || values.first?.isEmpty == false else {
            return
        }
        let count = self.calls.count
        var whole = count
        if count * values.count > self.limit {
            self.gaps.append("there are more than \(self.limit) kinds of calls")
            whole = min(max((self.limit - count) / values.count, 1), count)
        }
        // Those that are combined are taken from all over, so that what was added first differs among them.
        let places = Set((0..<whole).map { $0 * count / whole })
        let known = self.calls.indices.filter { places.contains($0) }.map { self.calls[$0] }
        let rest = self.calls.indices.filter { !places.contains($0) }.map { self.calls[$0] }
        let combined = values.flatMap { value in
            known.map { $0.with(field, value) }
        }
        let single = rest.enumerated().map { index, facts in
            facts.with(field, values[index % values.count])
        }
        self.calls = (combined + single).prefix(self.limit).map(\.self)
    }
}

extension CallFacts {
    /// The same call with another value of one fact.
    func with(_ field: CallField, _ value: ByteString) -> CallFacts {
        var facts = self
        switch field {
        case .destinationNumber: facts.destinationNumber = value
        case .destinationHost: facts.destinationHost = value
        case .callerNumber: facts.callerNumber = value
        case .callerName: facts.callerName = value
        case .divertingNumber: facts.divertingNumber = value
        case .user: facts.user = value
        case .trunk: facts.trunk = value
        case .listener: facts.listener = value
        case .transport: facts.transport = value
        case .protocol: facts.signaling = SignalingProtocol(dialplanName: value)
        case .sourceAddress: facts.source = IPAddress(value.description).map { TransportAddress($0, 5060) }
        case .context: break
        }
        return facts
    }
}

extension SignalingProtocol {
    fileprivate init?(dialplanName name: ByteString) {
        switch name {
        case SignalingProtocol.sip.dialplanName: self = .sip
        case SignalingProtocol.mgcp.dialplanName: self = .mgcp
        default: return nil
        }
    }
}
