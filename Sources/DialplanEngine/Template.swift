import ProtocolKit

/// A value of a dialplan, split into what is written and what each call fills in.
struct Template: Hashable, Sendable {
    /// One part of the value.
    enum Part: Hashable, Sendable {
        /// Octets as they are written.
        case literal(ByteString)
        /// What group `$n` of the condition's expression matched.
        case capture(Int)
        /// A fact of the call.
        case field(CallField)
        /// A variable by its slot.
        case variable(Int)
        /// What a table has for a key; empty when it has nothing.
        indirect case lookup(table: Int, key: Template)
    }

    /// The parts in order, no two literals side by side.
    var parts: [Part] = []

    /// The value when no part is filled in by the call.
    var constant: ByteString? {
        switch (self.parts.count, self.parts.first) {
        case (0, _):
            ByteString()
        case (1, .literal(let octets)):
            octets
        default:
            nil
        }
    }

    /// Whether a fact is filled in somewhere.
    func contains(_ field: CallField) -> Bool {
        self.parts.contains { part in
            switch part {
            case .field(let own): own == field
            case .lookup(_, let key): key.contains(field)
            case .literal, .capture, .variable: false
            }
        }
    }

    /// Appends octets as they are written.
    mutating func append(literal octets: [UInt8]) {
        guard !octets.isEmpty else {
            return
        }
        if case .literal(var last) = self.parts.last {
            last.bytes += octets
            self.parts[self.parts.count - 1] = .literal(last)
        } else {
            self.parts.append(.literal(ByteString(octets)))
        }
    }
}

/// A target with the places that each call fills in.
///
/// The structure is fixed when the dialplan is read: whatever a caller dials can fill a place, but can never add a
/// target, a parameter or a host.
enum TargetTemplate: Hashable, Sendable {
    /// `sip:user@host…`; without a user part, `user` is `nil`.
    case uri(user: Template?, rest: Template)
    /// `user/NAME`.
    case user(Template)
    /// `trunk/NAME/NUMBER`.
    case trunk(ByteString, number: Template)
    /// `line/NAME`.
    case line(Template)
    /// `trunk/NAME/NUMBER` of a circuit group.
    case circuits(ByteString, number: Template)
}
