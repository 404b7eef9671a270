import ProtocolKit

/// A text with `${…}` in it, taken apart once (`switch_channel_expand_variables_check`).
struct ExpansionTemplate: Hashable, Sendable {
    /// One part of the text.
    enum Part: Hashable, Sendable {
        /// As it is written.
        case text(MarkedText)
        /// What group `$n` of the condition's expression matched.
        case capture(UInt8)
        /// `${name:offset:length}` or `${name[index]}`.
        case variable(VariableReference)
        /// `${function(argument)}`.
        case function(FunctionReference)
    }

    /// The parts in order, no two texts side by side.
    private(set) var parts: [Part] = []

    /// The value when no call changes it.
    var constant: MarkedText? {
        switch (self.parts.count, self.parts.first) {
        case (0, _):
            MarkedText()
        case (1, .text(let text)):
            text
        default:
            nil
        }
    }

    /// The words of the author in it, what calls fill in left out.
    var authoredText: String {
        self.parts.map { part in
            if case .text(let text) = part {
                text.description
            } else {
                ""
            }
        }.joined()
    }

    init() {}

    init(_ text: MarkedText) {
        self.append(text.octets[...])
    }

    /// Appends octets, captures among them.
    mutating func append(_ octets: some Sequence<MarkedOctet>) {
        for octet in octets {
            if let capture = octet.capture {
                self.parts.append(.capture(capture))
            } else if case .text(var text) = self.parts.last {
                // Taken out while it grows, so that it is not copied with each octet.
                self.parts.removeLast()
                text.octets.append(octet)
                self.parts.append(.text(text))
            } else {
                self.parts.append(.text(MarkedText([octet])))
            }
        }
    }

    /// Appends what a call fills in.
    mutating func append(_ part: Part) {
        self.parts.append(part)
    }

    /// What stands before and after the first `octet` of the author outside of what calls fill in.
    func split(at octet: MarkedOctet) -> (before: ExpansionTemplate, after: ExpansionTemplate)? {
        for (index, part) in self.parts.enumerated() {
            guard case .text(let text) = part, let (before, after) = text.split(at: octet) else {
                continue
            }
            var first = ExpansionTemplate()
            first.parts = Array(self.parts[..<index])
            first.append(before.octets)
            var second = ExpansionTemplate(after)
            second.parts += self.parts[(index + 1)...]
            return (first, second)
        }
        return nil
    }
}

/// `${name}` and what of its value is wanted.
struct VariableReference: Hashable, Sendable {
    /// The name, which may itself be filled in.
    let name: ExpansionTemplate

    /// The name in small letters, when no call changes it.
    let key: ByteString?

    /// The octets to pass over; negative to count from the end.
    let offset: ExpansionTemplate?

    /// The most octets to take; all when it is not positive.
    let length: ExpansionTemplate?

    /// The element of an array, from 0.
    let index: ExpansionTemplate?

    /// Takes `name:offset:length` or `name[index]` apart.
    init(_ written: ExpansionTemplate) {
        var name = written
        var offset: ExpansionTemplate?
        var length: ExpansionTemplate?
        if let (before, after) = written.split(at: ":") {
            name = before
            offset = after
            if let (first, second) = after.split(at: ":") {
                offset = first
                length = second
            }
        }
        if let (before, after) = name.split(at: "["), after.split(at: "]") != nil {
            self.index = after
            name = before
        } else {
            self.index = nil
        }
        self.offset = offset
        self.length = length
        self.name = name
        self.key = name.constant?.key
    }
}

/// `${function(argument)}` or `${function argument}`.
struct FunctionReference: Hashable, Sendable {
    /// The function's name, which may itself be filled in.
    let name: ExpansionTemplate

    /// What is handed to it, as one text.
    let argument: ExpansionTemplate
}
