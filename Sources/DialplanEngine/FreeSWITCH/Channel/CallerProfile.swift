import ProtocolKit

/// A field of FreeSWITCH's caller profile, by the name that conditions use for it; case does not count.
enum CallerField: String, Hashable, Sendable, CaseIterable {
    case dialplan
    case username
    case callerName = "caller_id_name"
    case callerNumber = "caller_id_number"
    case originalCallerName = "orig_caller_id_name"
    case originalCallerNumber = "orig_caller_id_number"
    case calleeName = "callee_id_name"
    case calleeNumber = "callee_id_number"
    case ani
    case aniii
    case networkAddress = "network_addr"
    case rdnis
    case destinationNumber = "destination_number"
    case uuid
    case source
    case transferSource = "transfer_source"
    case context
    case channelName = "chan_name"
    case profileIndex = "profile_index"
    case screenBit = "screen_bit"
    case hidesName = "privacy_hide_name"
    case hidesNumber = "privacy_hide_number"

    /// Numbers and times of the profile that mean nothing here; they exist and are 0.
    static let zeroes: Set<String> = [
        "caller_ton", "caller_numplan", "destination_number_ton", "destination_number_numplan", "ani_ton",
        "ani_numplan", "rdnis_ton", "rdnis_numplan", "profile_created_time", "created_time", "answered_time",
        "progress_time", "progress_media_time", "hungup_time", "transferred_time",
    ]

    /// The field by its place among all.
    static let byKey: [ByteString: CallerField] = Dictionary(
        uniqueKeysWithValues: Self.allCases.map { (ByteString($0.rawValue), $0) }
    )
}

/// What is known of the caller and of what it dialed; `transfer` and `execute_extension` begin a new one.
struct CallerProfile: Sendable {
    /// A value with its octets, for matching.
    struct Value: Sendable {
        let text: MarkedText
        let bytes: [UInt8]

        init(_ text: MarkedText) {
            self.text = text
            self.bytes = text.bytes
        }
    }

    private static let empty = Value(MarkedText())
    private static let zero = Value(MarkedText(authored: "0"))

    private var fields: [CallerField: Value] = [:]

    /// Fields that `set_profile_var` has made up.
    private var others: [ByteString: Value] = [:]

    /// A field; empty when nothing is known.
    subscript(field: CallerField) -> Value {
        self.fields[field] ?? Self.empty
    }

    /// The field with this name; `nil` when there is none.
    func value(named key: ByteString) -> Value? {
        if let field = CallerField.byKey[key] {
            return self[field]
        }
        return self.others[key] ?? (CallerField.zeroes.contains(key.description) ? Self.zero : nil)
    }

    /// Changes a field.
    mutating func set(_ field: CallerField, to text: MarkedText) {
        self.fields[field] = Value(text)
    }

    /// Changes the field with this name, or makes it up; whether there was room for it.
    mutating func set(named key: ByteString, to text: MarkedText, limit: Int) -> Bool {
        if let field = CallerField.byKey[key] {
            self.set(field, to: text)
            return true
        }
        guard self.others[key] != nil || self.others.count < limit else {
            return false
        }
        self.others[key] = Value(text)
        return true
    }
}
