import Expressions
import ProtocolKit

/// What an expression has matched.
struct HuntMatch: Hashable, Sendable {
    /// What `$0`, `$1`, … stand for; empty for a group that took no part.
    let captures: [MarkedText]

    /// The groups that took no part in the match have `false`.
    let tookPart: [Bool]

    /// The octets of the text that was searched.
    let subjectOctets: Int

    /// One more than the last group that took part, as PCRE2 counts.
    var count: Int {
        (self.tookPart.lastIndex(of: true) ?? 0) + 1
    }

    /// The octets that FreeSWITCH makes room for when it fills the captures into `data`; what is longer it cuts off.
    func room(for data: Int) -> Int {
        (data + self.subjectOctets + 10) * self.count - 1
    }

    /// Searches `text`; `nil` when it does not match, or when the search was given up at a limit.
    init?(_ expression: FreeSWITCHExpression, _ text: MarkedText) {
        self.init(expression, text, bytes: text.bytes)
    }

    /// Searches `text`, whose octets are `bytes`.
    init?(_ expression: FreeSWITCHExpression, _ text: MarkedText, bytes: [UInt8]) {
        var found = Captures()
        guard expression.match(bytes, captures: &found) == .matched else {
            return nil
        }
        var captures: [MarkedText] = []
        var tookPart: [Bool] = []
        for index in 0...expression.groupCount {
            let range = found[index]
            captures.append(range.map { MarkedText(text.octets[$0]) } ?? MarkedText())
            tookPart.append(range != nil)
        }
        self.captures = captures
        self.tookPart = tookPart
        self.subjectOctets = text.count
    }
}
