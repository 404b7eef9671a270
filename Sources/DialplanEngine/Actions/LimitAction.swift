package import CallModel
package import ProtocolKit

/// A bound on the calls that hold one resource at the same time; the call holds it until it ends.
package struct LimitAction: Hashable, Sendable {
    /// The resource that is counted, a name that dialplans choose.
    package let resource: ByteString

    /// How many calls may hold it.
    package let calls: Int

    /// The cause with which a call beyond the bound is refused.
    package let cause: Q850Cause

    /// Whether a call beyond the bound is not refused but goes on: the outcome is a failure with the cause.
    package let goesOn: Bool

    package init(resource: ByteString, calls: Int, cause: Q850Cause, goesOn: Bool = false) {
        self.resource = resource
        self.calls = calls
        self.cause = cause
        self.goesOn = goesOn
    }
}

/// Words of a dialplan for the log.
package struct LogAction: Hashable, Sendable {
    /// How much it matters.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case debug
        case info
        case warning
        case error
    }

    /// How much it matters.
    package let level: Level

    /// The words, free of control characters.
    package let text: ByteString

    package init(_ level: Level, _ text: ByteString) {
        self.level = level
        self.text = text
    }
}

/// A value that later calls can look up, or that they no longer can.
package struct MemoryAction: Hashable, Sendable {
    /// The group of keys.
    package let realm: ByteString

    /// The key.
    package let key: ByteString

    /// The value; `nil` to forget the key.
    package let value: ByteString?

    package init(realm: ByteString, key: ByteString, value: ByteString?) {
        self.realm = realm
        self.key = key
        self.value = value
    }
}
