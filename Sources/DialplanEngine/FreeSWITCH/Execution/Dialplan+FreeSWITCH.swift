package import ProtocolKit

extension Dialplan {
    /// Whether a search in this context is one in FreeSWITCH's language.
    func isFreeSWITCH(_ context: ByteString) -> Bool {
        guard let plan = self.freeSWITCH, self.contexts[context] == nil else {
            return false
        }
        return plan.context(named: context) != nil
    }

    /// The proof of what is decided when nobody answers.
    func explainFreeSWITCH(_ facts: CallFacts, in context: ByteString, memory: DialplanMemory) -> Explanation {
        var run = DialplanRun(Shared(self), facts, in: context, memory: memory, recorder: FreeSWITCHRecorder())
        let decision = run.foresee(memory)
        return Explanation(
            context: context,
            destinationNumber: facts.destinationNumber,
            extensions: run.recorded?.extensions ?? [],
            decision: decision,
            hasTwoPhases: self.freeSWITCH?.rules.contains(.onePhase) == false
        )
    }

    /// What a search through a context of FreeSWITCH's language finds, before anything that is not inline is done; `nil`
    /// when it is no such context.
    package func hunt(
        _ facts: CallFacts,
        in context: ByteString,
        variables: [(name: ByteString, value: ByteString)] = [],
        memory: DialplanMemory = DialplanMemory()
    ) -> FreeSWITCHHuntResult? {
        guard let plan = self.freeSWITCH, self.isFreeSWITCH(context) else {
            return nil
        }
        var channel = FreeSWITCHChannel(plan, facts, context: context)
        for (name, value) in variables {
            channel.set(MarkedText(authored: name), to: MarkedText(foreign: value))
        }
        channel.memory = memory
        var hunt = FreeSWITCHHunt(channel)
        _ = hunt.run()
        return hunt.result
    }
}
