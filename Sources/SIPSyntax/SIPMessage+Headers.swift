package import ProtocolKit

extension SIPMessage {
    /// Whether there is a field of this name.
    package func contains(_ name: SIPHeaderName) -> Bool {
        if let known = name.known {
            return self.present.contains(known)
        }
        return self.fields.contains { self.hasName(name, $0) }
    }

    /// How many fields have this name.
    package func count(of name: SIPHeaderName) -> Int {
        guard self.contains(name) else {
            return 0
        }
        return self.fields.reduce(0) { self.hasName(name, $1) ? $0 + 1 : $0 }
    }

    /// Where the value of the first field of this name stands; it may be empty.
    package func firstValue(of name: SIPHeaderName) -> Range<Int>? {
        if let known = name.known {
            guard self.present.contains(known) else {
                return nil
            }
            return self.fields.first { $0.number == known.rawValue + 1 }?.valueRange
        }
        return self.fields.first { self.hasName(name, $0) }?.valueRange
    }

    /// A copy of the value of the first field of this name.
    package func firstText(of name: SIPHeaderName) -> ByteString? {
        self.firstValue(of: name).map { self.text(in: $0) }
    }

    /// The fields of this name in their order.
    package func fields(of name: SIPHeaderName) -> [SIPField] {
        self.contains(name) ? self.fields.filter { self.hasName(name, $0) } : []
    }

    /// Whether `field` has this name.
    package func hasName(_ name: SIPHeaderName, _ field: SIPField) -> Bool {
        if let known = name.known {
            return field.number == known.rawValue + 1
        }
        return field.number == 0 && self.text(in: field.nameRange).equalsIgnoringCase(name.text)
    }

    /// The name of `field`.
    package func name(of field: SIPField) -> SIPHeaderName {
        field.known.map { SIPHeaderName($0) } ?? SIPHeaderName(self.text(in: field.nameRange))
    }
}

extension SIPMessage {
    /// The first value of a header, or `nil` when there is no such field.
    ///
    /// A header that may occur once must occur once, and nothing may follow its value.
    package func first<Header: SIPHeader>(_ header: Header.Type = Header.self) throws(SIPParseError) -> Header? {
        guard let range = self.firstValue(of: Header.name) else {
            return nil
        }
        var cursor = ByteCursor(self.bytes, in: range)
        let value = try Header(from: &cursor)
        if Header.occurrence == .list, cursor.takeComma() {
            return value
        }
        try cursor.expectEnd(of: Header.name)
        guard Header.occurrence != .once || self.count(of: Header.name) == 1 else {
            throw SIPParseError(.duplicate(Header.name.text))
        }
        return value
    }

    /// All values of a header in their order, over fields and commas; refuses more than the limit.
    package func all<Header: SIPHeader>(
        _ header: Header.Type = Header.self,
        limit: Int = SIPLimits().headerValues
    ) throws(SIPParseError) -> [Header] {
        guard Header.occurrence != .once else {
            return try self.first(Header.self).map { [$0] } ?? []
        }
        guard self.contains(Header.name) else {
            return []
        }
        var values: [Header] = []
        for field in self.fields where self.hasName(Header.name, field) {
            var cursor = ByteCursor(self.bytes, in: field.valueRange)
            repeat {
                guard values.count < limit else {
                    throw SIPParseError(.tooLarge(Header.name.text))
                }
                values.append(try Header(from: &cursor))
            } while Header.occurrence == .list && cursor.takeComma()
            try cursor.expectEnd(of: Header.name)
        }
        return values
    }
}

extension ByteCursor {
    /// Refuses anything but white space.
    fileprivate mutating func expectEnd(of name: SIPHeaderName) throws(SIPParseError) {
        self.skipLWS()
        guard self.isAtEnd else {
            throw SIPParseError(.expected(name.text))
        }
    }
}
