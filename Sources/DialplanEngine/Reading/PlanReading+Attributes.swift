import XMLReading

extension PlanReading {
    /// The `name` attribute, which must be there and not be empty.
    mutating func requiredName(of element: XMLElement) -> String? {
        guard let name = element["name"], !name.isEmpty else {
            self.add("<\(element.name)> has no name", at: element, advice: "add name=\"…\"")
            return nil
        }
        return name
    }

    /// A `true` or `false` attribute.
    mutating func boolean(_ element: XMLElement, _ attribute: String) -> Bool? {
        switch element[attribute] {
        case nil:
            return nil
        case "true":
            return true
        case "false":
            return false
        case .some(let text):
            self.add("\(attribute)=\"\(text)\" is neither true nor false", at: element, advice: "write true or false")
            return nil
        }
    }

    /// An attribute that takes one of a few words.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ element: XMLElement,
        _ attribute: String,
        _ type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let text = element[attribute] else {
            return nil
        }
        if let choice = Choice(rawValue: text) {
            return choice
        }
        self.add(
            "\(attribute)=\"\(text)\" is not known",
            at: element,
            advice: NearestName.advice(for: text, among: Choice.allCases.map(\.rawValue))
        )
        return nil
    }

    /// An attribute that takes a time span.
    mutating func duration(_ element: XMLElement, _ attribute: String) -> Duration? {
        guard let text = element[attribute] else {
            return nil
        }
        return self.duration(text, named: attribute, at: element)
    }

    /// A time span above zero and up to a day, in seconds unless a unit follows.
    mutating func duration(_ text: String, named name: String, at element: XMLElement) -> Duration? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit: Int? =
            switch text.dropFirst(digits.count) {
            case "ms":
                1
            case "", "s":
                1000
            case "m":
                60_000
            case "h":
                3_600_000
            default:
                nil
            }
        guard let unit, let number = Int(digits), number > 0, number <= 86_400_000 / unit else {
            self.add(
                "\(name)=\"\(text)\" is not a time span of up to a day",
                at: element,
                advice: "write for example 25, 25s, 500ms, 2m or 1h"
            )
            return nil
        }
        return .milliseconds(number * unit)
    }
}
