import Expressions
import ProtocolKit

/// The extensions of a context that a dialed number may concern, found together.
///
/// An extension is passed over when its first condition is on the dialed number, does not match, and does nothing then:
/// reading it would say the same.
final class ContextIndex: Sendable {
    /// From how many extensions on finding them together is quicker than reading them.
    private static let least = 16

    private let expressions: ExpressionSet

    /// `nil` when reading the extensions one after another is as quick.
    convenience init?(_ extensions: [DialplanExtension]) {
        self.init(extensions.map { $0.key.map(ExpressionSet.Member.regular) })
    }

    /// The same for a context in FreeSWITCH's language.
    convenience init?(_ extensions: [FreeSWITCHExtension]) {
        self.init(extensions.map { $0.key.map(ExpressionSet.Member.freeSWITCH) })
    }

    /// Takes the expression that stands for each extension; `nil` is for one that may concern every number.
    private init?(_ keys: [ExpressionSet.Member?]) {
        guard keys.count >= Self.least, keys.contains(where: { $0 != nil }),
            let all = try? RegularExpression(".*")
        else {
            return nil
        }
        self.expressions = ExpressionSet(keys.map { $0 ?? .regular(all) })
    }

    /// Finds the places of the extensions that a number may concern, in order.
    func find(_ number: ByteString, _ candidates: inout Candidates) {
        self.find(number.bytes, &candidates)
    }

    /// The same for the octets of a number.
    func find(_ number: [UInt8], _ candidates: inout Candidates) {
        self.expressions.find(in: number, candidates: &candidates)
    }
}

extension DialplanExtension {
    /// The expression that the dialed number must match for anything to be done.
    fileprivate var key: RegularExpression? {
        guard let first = self.conditions.first, first.tests.count == 1, let test = first.tests.first,
            test.subject.parts == [.field(.destinationNumber)], first.antiActions.isEmpty,
            first.breakRule.applies(afterMatch: false)
        else {
            return nil
        }
        return test.expression
    }
}

extension FreeSWITCHExtension {
    /// The expression that the dialed number must match for anything to be done or set.
    fileprivate var key: FreeSWITCHExpression? {
        guard let first = self.conditions.first, first.time == nil, first.antiActions.isEmpty,
            first.breakRule.applies(afterMatch: false), case .single(.some(let test)) = first.rule,
            case .field(.destinationNumber) = test.subject, case .fixed(let expression) = test.pattern
        else {
            return nil
        }
        return expression
    }
}
