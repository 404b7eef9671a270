import Expressions

/// The extensions of a context that a search reads, in order: those that the dialed number may concern.
///
/// The others would do nothing and set nothing. An inline action may change the number, and then it is the new one that
/// counts for what follows.
struct HuntSearch {
    private let context: FreeSWITCHContext
    private let index: ContextIndex?
    private var place: Int
    private var candidates = Candidates()

    /// The number that the candidates were found for.
    private var number: [UInt8]?

    /// Begins at a place; `showsAll` is for those who want to see what is passed over as well.
    init(_ context: FreeSWITCHContext, from place: Int, showsAll: Bool) {
        self.context = context
        self.place = place
        self.index = showsAll ? nil : context.index
    }

    /// The next extension for a number.
    mutating func next(for number: [UInt8]) -> FreeSWITCHExtension? {
        if let index {
            if self.number != number {
                index.find(number, &self.candidates)
                self.number = number
            }
            self.place = self.candidates.first(from: self.place) ?? self.context.extensions.endIndex
        }
        guard self.context.extensions.indices.contains(self.place) else {
            return nil
        }
        defer { self.place += 1 }
        return self.context.extensions[self.place]
    }
}
