/// A plan as far as it can be followed without a call: what each condition tests, and what it makes happen.
///
/// It is read from the text of a plan, and only where every word is one whose meaning is known here; nothing is claimed
/// of any other plan. ``PlanEquivalence`` says what the words mean.
struct SymbolicPlan {
    /// One condition.
    struct Condition {
        /// What is tested; empty for a condition without a field.
        let field: String
        /// What must match; `nil` when there is nothing that must.
        let expression: String?
        /// The time at which it can hold, with the zone whose clocks count, as it is written; empty for any time.
        let time: String
        let breakRule: String
        let actions: [Action]
        let antiActions: [Action]
    }

    /// One action as it is written.
    struct Action {
        /// Every attribute.
        let text: String
        /// What it sets, if it does.
        let setting: Setting?
        /// The search goes on in another context, and nothing below is read.
        let endsSearch: Bool
        /// Whether conditions below can see what it has done.
        let isSeen: Bool
        /// Whether it uses what an expression matched, or a value.
        let usesCaptures: Bool
    }

    /// What `set` sets.
    struct Setting: Hashable {
        /// A fact of the call or a variable.
        let name: String
        /// The value, when it is the same for every call.
        let constant: String?
    }

    /// One extension.
    struct Extension {
        let name: String
        let continues: Bool
        let isEmergency: Bool
        let conditions: [Condition]
    }

    /// The language that all files are written in.
    let language: ExpressionDialect

    /// The extensions of each context.
    private(set) var contexts: [String: [Extension]] = [:]

    /// What stands around the contexts, as it is written: tables, routes, preprocessor directives.
    private(set) var surroundings: [String] = []

    /// `nil` when anything in it is not known.
    init?(_ roots: [PlanElement]) {
        let languages = Set(roots.map { $0.name == "dialplan" ? ExpressionDialect.strict : .freeSWITCH })
        guard let language = languages.first, languages.count == 1 else {
            return nil
        }
        self.language = language
        for root in roots {
            guard language == .strict ? self.readStrict(root) : self.readFreeSWITCH(root) else {
                return nil
            }
        }
    }

    // MARK: Reading

    /// Takes a context; the first of two with the same name counts where there may be two.
    mutating func add(_ extensions: [Extension], named name: String) -> Bool {
        guard self.contexts[name] == nil else {
            return false
        }
        self.contexts[name] = extensions
        return true
    }

    /// Takes what stands around the contexts.
    mutating func add(surrounding element: PlanElement) {
        self.surroundings.append(Self.text(of: element))
    }

    /// The attributes in a fixed order.
    static func words(of element: PlanElement) -> String {
        element.attributes.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "\u{0}")
    }

    private static func text(of element: PlanElement) -> String {
        let inside = element.children.map { self.text(of: $0) }.joined(separator: "\u{1}")
        return "\(element.name)\u{0}\(self.words(of: element))\u{2}\(inside)\u{3}"
    }

    /// Whether it has no other attributes.
    static func has(_ element: PlanElement, only known: Set<String>) -> Bool {
        element.attributes.allSatisfy { known.contains($0.name) }
    }

    /// All of them; `nil` when one is not known.
    static func all<Value>(_ values: [Value?]) -> [Value]? {
        let known = values.compactMap { $0 }
        return known.count == values.count ? known : nil
    }
}
