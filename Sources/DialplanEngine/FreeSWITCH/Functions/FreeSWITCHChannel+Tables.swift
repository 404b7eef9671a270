import ProtocolKit

/// The tables of `hash` and `db`, which share the memory that strict dialplans have.
///
/// What is read from them is a value: nothing in it is syntax, whoever has put it there.
enum FreeSWITCHTable: String, Hashable, Sendable {
    case hash
    case db

    /// The realm of ours for one of theirs; the two tables know nothing of each other.
    func realm(_ realm: MarkedText) -> ByteString {
        ByteString(Array("\(self.rawValue)/".utf8) + realm.bytes)
    }
}

extension FreeSWITCHChannel {
    /// What a table has for a key, with what this call has told call control to remember.
    func lookUp(_ table: FreeSWITCHTable, realm: MarkedText, key: MarkedText) -> ByteString? {
        let realm = table.realm(realm)
        let key = key.string
        if let pending = self.pendingMemory.last(where: { $0.realm == realm && $0.key == key }) {
            return pending.value
        }
        return self.memory?.value(of: key, in: realm)
    }

    /// `${hash(select/realm/key)}`, and the forms that change the table.
    mutating func hash(_ argument: MarkedText) -> MarkedText {
        let parts = argument.arguments(separatedBy: "/", limit: 4)
        guard parts.count >= 3 else {
            return MarkedText(authored: "-ERR Usage: hash [insert|delete|select]/<realm>/<key>/<value>\n")
        }
        if parts[0].isWord("select") {
            return self.lookUp(.hash, realm: parts[1], key: parts[2]).map(MarkedText.init(foreign:)) ?? MarkedText()
        }
        guard let change = FreeSWITCHTableChange(parts) else {
            return MarkedText(authored: "-ERR Usage: hash [insert|delete|select]/<realm>/<key>/<value>\n")
        }
        return MarkedText(authored: self.perform(change, on: .hash) ? "+OK\n" : "-ERR Not found\n")
    }

    /// `${db(select/realm/key)}` and `${db(exists/realm/key)}`, and the forms that change the table.
    mutating func database(_ argument: MarkedText) -> MarkedText {
        let parts = argument.arguments(separatedBy: "/", limit: 4)
        guard parts.count >= 3 else {
            return MarkedText(authored: "!err!")
        }
        let value = self.lookUp(.db, realm: parts[1], key: parts[2])
        if parts[0].isWord("select") {
            return value.map(MarkedText.init(foreign:)) ?? MarkedText()
        }
        if parts[0].isWord("exists") {
            return MarkedText(authored: value == nil ? "false" : "true")
        }
        guard let change = FreeSWITCHTableChange(parts) else {
            return MarkedText(authored: "!err!")
        }
        _ = self.perform(change, on: .db)
        return MarkedText(authored: "+OK")
    }

    /// Tells call control to change a table; whether there was something to change.
    mutating func perform(_ change: FreeSWITCHTableChange, on table: FreeSWITCHTable) -> Bool {
        let current = self.lookUp(table, realm: change.realm, key: change.key)
        let isWanted: Bool
        switch change.kind {
        case .insert:
            isWanted = true
        case .insertIfEmpty:
            isWanted = current == nil
        case .delete:
            isWanted = current != nil
        case .deleteIfMatch:
            isWanted = current != nil && current == change.value?.string
        }
        guard isWanted else {
            return false
        }
        let value = change.kind == .insert || change.kind == .insertIfEmpty ? change.value?.string : nil
        let action = MemoryAction(realm: table.realm(change.realm), key: change.key.string, value: value)
        self.pendingMemory.append(action)
        self.emitted.append(.remember(action))
        return true
    }
}

/// A change of a table: `insert/realm/key/value` and its like.
struct FreeSWITCHTableChange: Hashable, Sendable {
    /// What is done.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case insert
        case insertIfEmpty = "insert_ifempty"
        case delete
        case deleteIfMatch = "delete_ifmatch"
    }

    let kind: Kind
    let realm: MarkedText
    let key: MarkedText
    let value: MarkedText?

    /// The change that arguments ask for; `nil` when they are too few or ask for something else.
    init?(_ parts: [MarkedText]) {
        guard parts.count >= 3, let kind = Kind(rawValue: parts[0].key.description) else {
            return nil
        }
        if kind != .delete, parts.count < 4 {
            return nil
        }
        self.kind = kind
        self.realm = parts[1]
        self.key = parts[2]
        self.value = parts.count > 3 ? parts[3] : nil
    }
}
