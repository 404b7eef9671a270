/// The time windows of a ``RouteTable`` that are open at a moment.
///
/// Whoever knows the calendar makes it: a bit for each of ``RouteTable/windows``, at the same index.
package struct WindowSet: Hashable, Sendable {
    /// The most windows of a table.
    package static let capacity = 255

    private var words = SIMD4<UInt64>.zero

    package init() {}

    /// Every window.
    package static var all: WindowSet {
        var set = WindowSet()
        set.words = ~set.words
        return set
    }

    /// Opens the window at `index`, which is below ``capacity``.
    package mutating func insert(_ index: Int) {
        self.words[index >> 6] |= 1 << UInt64(index & 63)
    }

    /// Whether the window at `index` is open.
    package func contains(_ index: Int) -> Bool {
        self.words[index >> 6] >> UInt64(index & 63) & 1 == 1
    }
}
