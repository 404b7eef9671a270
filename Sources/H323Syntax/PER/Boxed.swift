/// Keeps a large part of a message outside it, so that the message stays small to copy and a type can hold itself.
@propertyWrapper
package struct Boxed<Value: Sendable>: Sendable {
    private indirect enum Storage: Sendable {
        case value(Value)
    }

    private var storage: Storage

    package init(wrappedValue: Value) {
        self.storage = .value(wrappedValue)
    }

    /// The part.
    package var wrappedValue: Value {
        get {
            switch self.storage {
            case .value(let value): value
            }
        }
        set { self.storage = .value(newValue) }
    }
}

/// Keeps a large optional part of a message outside it.
@propertyWrapper
package struct BoxedIfPresent<Value: Sendable>: Sendable {
    private indirect enum Storage: Sendable {
        case value(Value)
    }

    private var storage: Storage?

    package init(wrappedValue: Value? = nil) {
        self.storage = wrappedValue.map { .value($0) }
    }

    /// The part, or `nil` when it is not there.
    package var wrappedValue: Value? {
        get {
            switch self.storage {
            case .value(let value): value
            case nil: nil
            }
        }
        set { self.storage = newValue.map { .value($0) } }
    }

    /// Whether the part is there; does not copy it.
    var isPresent: Bool {
        self.storage != nil
    }
}
