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
    init?(_ extensions: [DialplanExtension]) {
        guard extensions.count >= Self.least else {
            return nil
        }
        let keys = extensions.map(\.key)
        guard keys.contains(where: { $0 != nil }) else {
            return nil
        }
        // What has no such condition is always found.
        guard let all = try? RegularExpression(".*") else {
            return nil
        }
        self.expressions = ExpressionSet(keys.map { .regular($0 ?? all) })
    }

    /// Finds the places of the extensions that a number may concern, in order.
    func find(_ number: ByteString, _ candidates: inout Candidates) {
        self.expressions.find(in: number.bytes, candidates: &candidates)
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
