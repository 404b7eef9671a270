/// A value that is held in many places and never changes: each of them holds one reference, however large it is.
public final class Shared<Value: Sendable>: Sendable {
    /// What is shared.
    public let value: Value

    public init(_ value: Value) {
        self.value = value
    }
}
