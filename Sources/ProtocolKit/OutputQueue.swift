/// Outputs that wait to be drained, first in, first out, in storage that is reused.
public struct OutputQueue<Element: Sendable>: Sendable {
    /// What waits stands from `head` to `tail`; behind it are places that were emptied.
    @usableFromInline var elements: [Element?] = []
    @usableFromInline var head = 0
    @usableFromInline var tail = 0

    @inlinable
    public init() {}

    /// Whether nothing waits.
    @inlinable
    public var isEmpty: Bool {
        self.head == self.tail
    }

    /// Puts an output at the end.
    @inlinable
    public mutating func append(_ element: consuming Element) {
        if self.tail < self.elements.count {
            self.elements[self.tail] = element
        } else {
            self.elements.append(element)
        }
        self.tail += 1
    }

    /// Takes the oldest output.
    @inlinable
    public mutating func next() -> Element? {
        guard self.head < self.tail else {
            return nil
        }
        let element = self.elements[self.head].take()
        self.head += 1
        if self.head == self.tail {
            if self.elements.count > 1024 {
                self.elements = []
            }
            self.head = 0
            self.tail = 0
        }
        return element
    }
}
