package import MGCPSyntax

/// What a media gateway of the lab does wrong, as long as a scenario wants it.
package struct LabFaults: Sendable {
    /// It neither takes nor sends anything.
    package var isSilent = false

    /// How long it takes to execute a command.
    package var executionTime: Duration?

    /// What it answers to a verb instead of executing it, and how often still.
    package var answers: [MGCPVerb: ForcedAnswer] = [:]

    /// Which of the datagrams that it sends from now on are lost, counted from 1.
    package var lostDatagrams: Set<Int> = []

    /// Whether it sends every datagram twice.
    package var sendsTwice = false

    /// An answer that is given without anything being done.
    package struct ForcedAnswer: Hashable, Sendable {
        /// What it says.
        package let code: MGCPReturnCode
        /// How often it is still given.
        package var count: Int

        package init(_ code: MGCPReturnCode, count: Int = 1) {
            self.code = code
            self.count = count
        }
    }

    package init() {}

    /// The answer that is to be given to a verb, if any; it counts as given.
    mutating func takeAnswer(to verb: MGCPVerb) -> MGCPReturnCode? {
        guard var answer = self.answers[verb], answer.count > 0 else {
            return nil
        }
        answer.count -= 1
        self.answers[verb] = answer.count > 0 ? answer : nil
        return answer.code
    }
}
