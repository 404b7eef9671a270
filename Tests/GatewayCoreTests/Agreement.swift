import DialplanEngine
import GatewayCore
import MGCPSyntax
import ProtocolKit

/// Holds a digit map against the dialplan that it was made of, dial string by dial string.
struct Agreement {
    /// The dialplan that routes.
    let dialplan: Dialplan
    let plan: NumberingPlan
    /// Those who may dial; a number counts when it is decided for one of them.
    let callers: [CallFacts]
    /// What is dialed.
    let symbols: [UInt8]
    /// How long dial strings are.
    let depth: Int
    /// How many more symbols may be needed to complete any number that has begun.
    var reach = Int.max / 2

    /// What does not agree.
    private(set) var faults: [String] = []

    /// The extensions whose refusals nobody need dial to the end.
    private let refusingTheRest: Set<ByteString>

    /// How many numbers were decided.
    private(set) var numbers = 0

    init(_ plan: NumberingPlan, of dialplan: Dialplan, callers: [CallFacts], symbols: String, depth: Int) {
        self.dialplan = dialplan
        self.plan = plan
        self.callers = callers
        self.symbols = Array(symbols.utf8)
        self.depth = depth
        self.refusingTheRest = Set(plan.extensions.filter { $0.part == .refusesTheRest }.map(\.name))
    }

    /// Dials everything.
    mutating func check() {
        _ = self.visit([], DigitMapMatcher(DigitMap(self.plan)))
    }

    /// Dials everything that begins with `dialed`; whether a number ends there or beyond.
    ///
    /// Without a matcher the gateway has reported already.
    private mutating func visit(_ dialed: [UInt8], _ matcher: DigitMapMatcher?) -> Bool {
        var isBegun = false
        for symbol in self.symbols where dialed.count < self.depth {
            var next = matcher
            let outcome = DigitSymbol(symbol).flatMap { next?.feed($0) }
            let longer = dialed + [symbol]
            let isNumber = self.decides(longer)
            let goesOn = self.visit(longer, outcome?.isFinal == true ? nil : next)
            if let outcome, !self.agrees(outcome, next, isNumber: isNumber, goesOn: goesOn, longer.count) {
                let text = String(decoding: longer, as: UTF8.self)
                self.faults.append("\(text) is \(isNumber ? "a" : "no") number, goes on: \(goesOn), but \(outcome)")
            }
            isBegun = isBegun || isNumber || goesOn
        }
        return isBegun
    }

    private func agrees(
        _ outcome: DigitMapMatcher.Outcome,
        _ matcher: DigitMapMatcher?,
        isNumber: Bool,
        goesOn: Bool,
        _ length: Int
    ) -> Bool {
        let maySeeAll = length <= self.depth - self.reach
        switch outcome {
        case .match(_, let isUnique):
            return isNumber && !goesOn && isUnique
        case .impossible:
            return !isNumber && !goesOn
        case .awaitingTimer:
            var expired = matcher
            guard case .match = expired?.feed(.timer) else {
                return false
            }
            return isNumber && (goesOn || !maySeeAll)
        case .partial:
            return !isNumber && (goesOn || !maySeeAll)
        }
    }

    private mutating func decides(_ dialed: [UInt8]) -> Bool {
        for caller in self.callers {
            var facts = caller
            facts.destinationNumber = ByteString(dialed)
            let decision = self.dialplan.route(facts, in: self.plan.context)
            if decision.problem != .noMatch, !self.refusingTheRest.contains(decision.extensionName) {
                self.numbers += 1
                return true
            }
        }
        return false
    }
}

extension DigitMapMatcher.Outcome {
    /// Whether the gateway reports, and starts anew.
    fileprivate var isFinal: Bool {
        switch self {
        case .match, .impossible:
            true
        case .partial, .awaitingTimer:
            false
        }
    }
}
