import ProtocolKit
import XMLReading

/// Which `$n` can stand in a value, and why not more.
enum AvailableCaptures {
    /// The value belongs to an expression with this many groups.
    case groups(Int)
    /// The condition always holds, and has no expression.
    case noneWithoutExpression
    /// The value is used when the expression did not match.
    case noneInAntiAction
    /// The value is what the expression is matched with.
    case noneInField
    /// The condition combines several expressions.
    case noneInCombination

    static func of(groups: Int?) -> AvailableCaptures {
        groups.map(AvailableCaptures.groups) ?? .noneWithoutExpression
    }

    /// What is wrong with `$index`, if something is.
    func problem(of index: Int) -> String? {
        switch self {
        case .groups(let count) where index <= count:
            nil
        case .groups(0):
            "$\(index) is never set: the expression has no group"
        case .groups(let count):
            "$\(index) is never set: the expression has \(count) group\(count == 1 ? "" : "s")"
        case .noneWithoutExpression:
            "$\(index) is never set: the condition has no expression"
        case .noneInAntiAction:
            "$\(index) is never set: an anti-action runs when the expression did not match"
        case .noneInField:
            "$\(index) is never set: a field is read before its expression matches"
        case .noneInCombination:
            "$\(index) is never set: the condition combines several expressions"
        }
    }
}

extension AvailableCaptures {
    /// What to do about a place that is never filled.
    fileprivate var advice: String {
        switch self {
        case .groups, .noneWithoutExpression, .noneInAntiAction, .noneInField:
            "put ( and ) around what it shall be, or remove it"
        case .noneInCombination:
            "test what it shall be of in a condition inside this one"
        }
    }
}

extension PlanReading {
    /// Splits a value into what is written and what each call fills in; `nil` when something is wrong with it.
    mutating func template(_ text: String, of element: XMLElement, captures: AvailableCaptures) -> Template? {
        var cursor = ByteCursor(Array(text.utf8))
        return self.template(&cursor, depth: 0, of: element, captures: captures)
    }

    /// Reads to the end or, inside a table's brackets, to the closing one.
    private mutating func template(
        _ cursor: inout ByteCursor,
        depth: Int,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> Template? {
        var template = Template()
        var isSound = true
        while !cursor.isAtEnd {
            let literal = cursor.take(while: { $0 != 0x24 && (depth == 0 || $0 != 0x5D) })
            template.append(literal: Array(cursor.bytes[literal]))
            guard cursor.take(0x24) else {
                break
            }
            if cursor.take(0x24) {
                template.append(literal: [0x24])
            } else if let part = self.part(&cursor, depth: depth, of: element, captures: captures) {
                template.parts.append(part)
            } else {
                isSound = false
            }
        }
        return isSound ? template : nil
    }

    /// Reads what follows a `$`.
    private mutating func part(
        _ cursor: inout ByteCursor,
        depth: Int,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> Template.Part? {
        if cursor.take(0x7B) {
            return self.place(&cursor, depth: depth, of: element, captures: captures)
        }
        guard let number = cursor.takeDecimal(), let index = Int(exactly: number) else {
            self.add(
                "a \"$\" stands before neither a number nor a \"{\"",
                at: element,
                advice: "write $1, ${name}, or $$ for a dollar sign"
            )
            return nil
        }
        if let problem = captures.problem(of: index) {
            self.add(problem, at: element, advice: captures.advice)
            return nil
        }
        return .capture(index)
    }

    /// Reads what follows a `${`.
    private mutating func place(
        _ cursor: inout ByteCursor,
        depth: Int,
        of element: XMLElement,
        captures: AvailableCaptures
    ) -> Template.Part? {
        let octets = cursor.take(while: { $0 != 0x7D && $0 != 0x5B })
        let name = String(decoding: cursor.bytes[octets], as: UTF8.self)
        guard cursor.take(0x5B) else {
            guard cursor.take(0x7D) else {
                self.add("a \"${\" has no \"}\"", at: element, advice: "close it, or write $$ for a dollar sign")
                return nil
            }
            return self.named(name, at: element)
        }
        guard depth < Self.deepestLookup else {
            self.add("tables are looked up in each other more than \(depth) deep", at: element, advice: "use variables")
            _ = cursor.take(while: { _ in true })
            return nil
        }
        let key = self.template(&cursor, depth: depth + 1, of: element, captures: captures)
        guard cursor.take(0x5D), cursor.take(0x7D) else {
            self.add("\"${\(name)[\" has no \"]}\"", at: element, advice: "write ${\(name)[key]}")
            return nil
        }
        guard let table = self.table(named: name, at: element), let key else {
            return nil
        }
        return .lookup(table: table, key: key)
    }

    /// How deep the key of a table may be looked up in tables.
    private static let deepestLookup = 4

    private mutating func named(_ name: String, at element: XMLElement) -> Template.Part? {
        if let field = CallField(rawValue: name) {
            return .field(field)
        }
        if let slot = self.slotToRead(name) {
            return .variable(slot)
        }
        let near = NearestName.nearest(to: name, among: self.readableNames)
        self.add(
            "nothing above sets ${\(name)}",
            at: element,
            advice: near.map { "did you mean ${\($0)}?" } ?? "set it in an action above, in this context"
        )
        return nil
    }
}
