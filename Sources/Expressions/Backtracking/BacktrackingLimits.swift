/// How much a backtracking match may cost before it is given up.
package struct BacktrackingLimits: Hashable, Sendable {
    /// The steps of one match over all places where it may begin; a step takes about 20 ns.
    package var steps: Int

    /// How many decisions may be open at once (PCRE2's depth limit).
    package var depth: Int

    /// The memory for decisions that are open, in octets, counted in whole KiB.
    package var memory: Int

    /// The octets of the longest text that is tried at all: one step may look at all of them.
    package var textOctets: Int

    package init(steps: Int = 200_000, depth: Int = 10_000, memory: Int = 4 << 20, textOctets: Int = 4096) {
        self.steps = steps
        self.depth = depth
        self.memory = memory
        self.textOctets = textOctets
    }
}
