import CallModel
import Expressions
import ProtocolKit

/// What is known of those who call in a context before they do.
struct CallerKnowledge {
    /// The most values of one fact that are looked at; with more of them nothing is known of the fact.
    private static let mostValues = 4_096

    private let callers: [CallFacts]
    private let context: ByteString
    private var values: [CallField: Set<ByteString>?] = [:]
    private var changed: Set<CallField> = []

    init(_ callers: [CallFacts], context: ByteString) {
        self.callers = callers
        self.context = context
    }

    /// Notes that an action may change a fact, of which nothing is known from then on.
    mutating func note(_ action: ActionTemplate) {
        switch action {
        case .setCallerNumber, .fixed(.set(.callerNumber)):
            self.changed.insert(.callerNumber)
        case .setCallerName, .fixed(.set(.callerName)):
            self.changed.insert(.callerName)
        case .fixed, .bridge, .route, .reject, .redirect, .forward, .setVariable, .setDestinationNumber, .header,
            .sendDigits,
            .log, .limit, .remember, .ask, .transfer, .conditional:
            break
        }
    }

    /// Whether a condition on a fact holds for all callers, for none or for some.
    mutating func truth(of field: CallField, _ expression: RegularExpression) -> NumberedContext.Truth {
        guard !self.changed.contains(field), let values = self.known(field) else {
            return .perhaps
        }
        var verdict: NumberedContext.Truth?
        for value in values {
            let truth: NumberedContext.Truth = expression.matches(value.bytes) ? .always : .never
            guard verdict == nil || verdict == truth else {
                return .perhaps
            }
            verdict = truth
        }
        return verdict ?? .perhaps
    }

    private mutating func known(_ field: CallField) -> Set<ByteString>? {
        if let known = self.values[field] {
            return known
        }
        let found = field == .context ? [self.context] : Set(self.callers.compactMap { Self.value(field, of: $0) })
        let known = found.count <= Self.mostValues ? found : nil
        self.values[field] = .some(known)
        return known
    }

    /// The value of a fact that a caller brings along; `nil` for what only a call has.
    private static func value(_ field: CallField, of caller: CallFacts) -> ByteString? {
        switch field {
        case .callerNumber:
            caller.callerNumber
        case .callerName:
            caller.callerName
        case .user:
            caller.user
        case .trunk:
            caller.trunk
        case .listener:
            caller.listener
        case .transport:
            caller.transport
        case .protocol:
            caller.signaling?.dialplanName ?? ByteString()
        case .destinationNumber, .destinationHost, .divertingNumber, .sourceAddress, .context:
            nil
        }
    }
}
