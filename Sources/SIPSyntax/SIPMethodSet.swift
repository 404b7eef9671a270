package import ProtocolKit

/// A set of methods, as Allow carries it (RFC 3261 §20.5).
package struct SIPMethodSet: Sendable, Hashable {
    private var bits: UInt32 = 0

    /// The methods without a case of their own, in their order.
    package private(set) var others: [ByteString] = []

    package init(_ methods: SIPMethod...) {
        for method in methods {
            self.insert(method)
        }
    }

    /// Whether there is no method.
    package var isEmpty: Bool {
        self.bits == 0 && self.others.isEmpty
    }

    /// Whether `method` is in the set.
    package func contains(_ method: SIPMethod) -> Bool {
        if case .other(let text) = method {
            return self.others.contains(text)
        }
        return self.bits & method.bit != 0
    }

    /// Adds a method.
    package mutating func insert(_ method: SIPMethod) {
        guard case .other(let text) = method else {
            self.bits |= method.bit
            return
        }
        if !self.others.contains(text) {
            self.others.append(text)
        }
    }

    /// Appends the methods with commas between them.
    package func append(to bytes: inout [UInt8]) {
        var isFirst = true
        for method in SIPMethod.known where self.bits & method.bit != 0 {
            bytes.appendSeparator(unless: &isFirst)
            bytes.append(method: method)
        }
        for method in self.others {
            bytes.appendSeparator(unless: &isFirst)
            bytes.append(contentsOf: method.bytes)
        }
    }
}

extension SIPMessage {
    /// The methods of Allow, over all fields; `nil` when there is no Allow, which says nothing (RFC 3261 §20.5).
    package func allowedMethods() throws(SIPParseError) -> SIPMethodSet? {
        guard self.contains(.allow) else {
            return nil
        }
        var methods = SIPMethodSet()
        var count = 0
        let octets = self.bytes.span
        for field in self.fields where field.known == .allow {
            try octets.forEachToken(of: field.value, .allow) { extent throws(SIPParseError) in
                count += 1
                guard count <= SIPLimits().headerValues else {
                    throw .tooLarge("Allow")
                }
                methods.insert(SIPMethod(octets, extent) { octets.copy(extent) })
            }
        }
        return methods
    }
}

extension SIPMethod {
    /// The place of a method with a case of its own; nothing for any other.
    fileprivate var bit: UInt32 {
        switch self {
        case .invite: 1
        case .ack: 2
        case .bye: 4
        case .cancel: 8
        case .options: 16
        case .register: 32
        case .prack: 64
        case .update: 128
        case .info: 256
        case .refer: 512
        case .subscribe: 1_024
        case .notify: 2_048
        case .message: 4_096
        case .publish: 8_192
        case .other: 0
        }
    }
}
