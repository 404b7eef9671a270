/// Outputs that wait to be drained, first in, first out, in storage that is reused.
public struct OutputQueue<Element: Sendable>: Sendable {
    @usableFromInline var elements: [Element?] = []
    @usableFromInline var head = 0

    @inlinable
    public init() {}

    /// Whether nothing waits.
    @inlinable
    public var isEmpty: Bool {
        self.head == self.elements.count
    }

    /// Puts an output at the end.
    @inlinable
    public mutating func append(_ element: Element) {
        self.elements.append(element)
    }

    /// Takes the oldest output.
    @inlinable
    public mutating func next() -> Element? {
        guard self.head < self.elements.count else {
            return nil
        }
        let element = self.elements[self.head].take()
        self.head += 1
        if self.head == self.elements.count {
            self.elements.removeAll(keepingCapacity: self.head <= 1024)
            self.head = 0
        }
        return element
    }
}
