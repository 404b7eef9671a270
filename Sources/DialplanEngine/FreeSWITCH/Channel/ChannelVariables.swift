import ProtocolKit

/// The variables of a call; the case of their names does not count, and each may be an array.
struct ChannelVariables: Sendable {
    /// One variable.
    struct Variable: Sendable {
        /// The name as it was last set.
        var name: ByteString
        /// The value; the elements of an array as `ARRAY::a|:b`.
        var value: MarkedText
        /// The elements, when it was set as an array.
        var elements: [MarkedText] = []

        /// How much it counts against the bound of all.
        var weight: Int {
            self.name.count + self.value.count + self.elements.reduce(0) { $0 + $1.count }
        }
    }

    /// Where a value is put into a variable that may have one.
    enum Placement: Hashable, Sendable {
        /// In place of what is there.
        case replace
        /// Behind what is there.
        case push
        /// In front of what is there.
        case unshift
    }

    private static let arrayPrefix = MarkedText(authored: "ARRAY::")

    private var variables: [ByteString: Variable] = [:]
    private var weight = 0
    private let limits: FreeSWITCHLimits

    init(limits: FreeSWITCHLimits) {
        self.limits = limits
    }

    /// All variables in the order of their names.
    var sorted: [Variable] {
        self.variables.values.sorted { $0.name < $1.name }
    }

    /// The value, or the element of an array; a plain variable has no elements.
    func value(of key: ByteString, index: Int = -1) -> MarkedText? {
        guard let variable = self.variables[key] else {
            return nil
        }
        guard index >= 0 else {
            return variable.value
        }
        return variable.elements.indices.contains(index) ? variable.elements[index] : nil
    }

    /// Sets a variable, or with no value forgets it; whether there was room for it.
    ///
    /// A name that ends with `[n]` means one element of an array.
    mutating func set(_ name: MarkedText, to value: MarkedText?, _ placement: Placement = .replace) -> Bool {
        guard let value, !value.isEmpty else {
            self.remove(name.key)
            return true
        }
        if let (own, index) = name.split(at: "[") {
            return self.setElement(index.leadingNumber, of: own, to: value)
        }
        let key = name.key
        var variable = self.variables[key] ?? Variable(name: name.string, value: MarkedText())
        switch placement {
        case .replace:
            variable = Variable(name: name.string, value: value)
            if value.octets.starts(with: Self.arrayPrefix.octets) {
                variable.elements = Self.elements(of: value.dropFirst(Self.arrayPrefix.count))
                variable.value = Self.joined(variable.elements)
            }
        case .push, .unshift:
            if variable.elements.isEmpty, !variable.value.isEmpty {
                variable.elements = [variable.value]
            }
            variable.elements.insert(value, at: placement == .push ? variable.elements.count : 0)
            variable.value = Self.joined(variable.elements)
        }
        return self.store(variable, key)
    }

    private mutating func setElement(_ index: Int, of name: MarkedText, to value: MarkedText) -> Bool {
        guard index >= 0 else {
            return true
        }
        guard index < self.limits.elements else {
            return false
        }
        let key = name.key
        var variable = self.variables[key] ?? Variable(name: name.string, value: MarkedText())
        while variable.elements.count <= index {
            variable.elements.append(MarkedText())
        }
        variable.elements[index] = value
        variable.value = Self.joined(variable.elements)
        return self.store(variable, key)
    }

    private mutating func store(_ variable: Variable, _ key: ByteString) -> Bool {
        let weight = self.weight - (self.variables[key]?.weight ?? 0) + variable.weight
        guard weight <= self.limits.variableOctets, variable.elements.count <= self.limits.elements,
            self.variables[key] != nil || self.variables.count < self.limits.variables
        else {
            return false
        }
        self.weight = weight
        self.variables[key] = variable
        return true
    }

    /// Forgets a variable.
    mutating func remove(_ key: ByteString) {
        self.weight -= self.variables.removeValue(forKey: key)?.weight ?? 0
    }

    /// Forgets all variables whose names begin so.
    mutating func removeAll(prefix: ByteString) {
        for key in self.variables.keys where key.bytes.starts(with: prefix.bytes) {
            self.remove(key)
        }
    }

    private static func joined(_ elements: [MarkedText]) -> MarkedText {
        guard elements.count > 1 else {
            return elements.first ?? MarkedText()
        }
        var text = Self.arrayPrefix
        for (index, element) in elements.enumerated() {
            text.octets += index == 0 ? [] : ["|", ":"]
            text.append(element)
        }
        return text
    }

    private static func elements(of text: MarkedText) -> [MarkedText] {
        var elements: [MarkedText] = []
        var rest = text
        while let index = rest.octets.indices.dropLast().first(where: { index in
            rest.octets[index] == "|" && rest.octets[index + 1] == ":"
        }) {
            elements.append(MarkedText(rest.octets[..<index]))
            rest = MarkedText(rest.octets[index...].dropFirst(2))
        }
        return elements + [rest]
    }
}
