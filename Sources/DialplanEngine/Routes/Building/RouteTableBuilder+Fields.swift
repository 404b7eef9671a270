import ProtocolKit

extension RouteTableBuilder {
    /// Takes one field of the row that is being read, without the spaces around it; an empty one is as good as none.
    ///
    /// `place` is where the field begins, for messages: the octet of the line, from 1, or 0.
    package mutating func take(_ text: ArraySlice<UInt8>, for column: RouteColumn, at place: Int = 0) {
        guard text.count <= self.limits.fieldOctets else {
            let most = self.limits.fieldOctets
            return self.refuse("\(column.rawValue) has more than \(most) octets", "shorten it", at: place)
        }
        guard !text.isEmpty else {
            return
        }
        switch column {
        case .prefix: self.takePrefix(text, at: place)
        case .trunk: self.takeTrunk(text, at: place)
        case .cost: self.takeCost(text, at: place)
        case .weight: self.draft.entry.weight = UInt16(self.number(text, column, 1...65_535, at: place) ?? 1)
        case .priority: self.draft.entry.priority = UInt16(self.number(text, column, 0...65_535, at: place) ?? 0)
        case .capacity:
            self.draft.entry.capacity = UInt32(self.number(text, column, 1...UInt64(UInt32.max), at: place) ?? 0)
        case .window: self.takeWindow(text, at: place)
        case .strip: self.draft.entry.strip = UInt8(self.number(text, column, 0...255, at: place) ?? 0)
        case .prepend: self.takePrepend(text, at: place)
        case .timeout: self.takeTimeout(text, at: place)
        case .comment: break
        }
    }

    /// Takes the fields of a row that is one already.
    mutating func take(_ row: RouteRow) {
        if row.prefix.isEmpty {
            self.draft.prefix = PrefixKey(bits: 0)
        } else {
            self.takePrefix(row.prefix.bytes[...], at: 0)
        }
        self.take(row.trunk.bytes[...], for: .trunk)
        self.draft.entry.cost = row.cost?.millionths ?? RouteEntry.unknownCost
        self.draft.entry.weight = UInt16(self.inRange(row.weight, .weight, 1...65_535) ?? 1)
        self.draft.entry.priority = UInt16(self.inRange(row.priority, .priority, 0...65_535) ?? 0)
        if let capacity = row.capacity {
            self.draft.entry.capacity = UInt32(self.inRange(capacity, .capacity, 1...Int(UInt32.max)) ?? 0)
        }
        if let window = row.window {
            self.takeWindow(window.bytes[...], at: 0)
        }
        self.draft.entry.strip = UInt8(self.inRange(row.strip, .strip, 0...255) ?? 0)
        self.take(row.prepend.bytes[...], for: .prepend)
        if let timeout = row.timeout {
            let seconds = Int(clamping: timeout.components.seconds)
            if timeout.components.attoseconds != 0 {
                self.refuse("timeout \(timeout) is not a number of whole seconds", "round it")
            }
            self.draft.entry.timeout = UInt16(self.inRange(seconds, .timeout, 1...65_535) ?? 0)
        }
    }

    // MARK: Columns

    private mutating func takePrefix(_ text: ArraySlice<UInt8>, at place: Int) {
        if let key = PrefixKey(prefix: text) {
            self.draft.prefix = key
        } else if RouteTableBuilder.isDefault(text) {
            self.draft.prefix = PrefixKey(bits: 0)
        } else {
            let advice: String
            if text.count > PrefixKey.mostSymbols {
                advice = "a prefix has at most \(PrefixKey.mostSymbols) digits"
            } else if text.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }), text.contains(where: \.isASCIIDigit) {
                advice = "a spreadsheet has turned it into a number: give the column the format Text and fill it anew"
            } else {
                advice =
                    "write digits, * or # without separators, with + in front at most, or \"default\" for every number"
            }
            self.refuse("prefix \(Self.shown(text)) is not the start of a number", advice, at: place)
        }
    }

    private mutating func takeTrunk(_ text: ArraySlice<UInt8>, at place: Int) {
        guard Self.isName(text) else {
            return self.refuse("trunk \(Self.shown(text)) is no name", "remove what is not printable", at: place)
        }
        let (number, isNew) = self.trunks.number(of: text)
        guard number < self.limits.names else {
            let most = self.limits.names
            return self.refuse("there are more than \(most) trunks with \(Self.shown(text))", "use fewer", at: place)
        }
        self.draft.entry.trunk = UInt16(truncatingIfNeeded: number)
        self.draft.hasTrunk = true
        if isNew, let known = self.names.trunks, !known.contains(ByteString(text)) {
            let advice = NearestName.advice(for: String(decoding: text, as: UTF8.self), among: Self.sorted(known))
            self.refuse("trunk \(Self.shown(text)) is not in the configuration", advice, at: place)
        }
    }

    private mutating func takeWindow(_ text: ArraySlice<UInt8>, at place: Int) {
        guard Self.isName(text) else {
            return self.refuse("window \(Self.shown(text)) is no name", "remove what is not printable", at: place)
        }
        let (number, isNew) = self.windows.number(of: text)
        guard number < WindowSet.capacity else {
            let message = "there are more than \(WindowSet.capacity) windows with \(Self.shown(text))"
            return self.refuse(message, "use fewer", at: place)
        }
        self.draft.entry.window = UInt8(truncatingIfNeeded: number + 1)
        if isNew, let known = self.names.windows, !known.contains(ByteString(text)) {
            let advice = NearestName.advice(for: String(decoding: text, as: UTF8.self), among: Self.sorted(known))
            self.refuse("window \(Self.shown(text)) is not defined", advice, at: place)
        }
    }

    private mutating func takeCost(_ text: ArraySlice<UInt8>, at place: Int) {
        guard let cost = DecimalCost(text) else {
            let advice =
                text.contains(UInt8(ascii: ","))
                ? "write it with a decimal point"
                : "write digits with a decimal point, no finer than a millionth, as 0.0125"
            return self.refuse("cost \(Self.shown(text)) is not a decimal number", advice, at: place)
        }
        self.draft.entry.cost = cost.millionths
    }

    private mutating func takePrepend(_ text: ArraySlice<UInt8>, at place: Int) {
        guard !text.isEmpty else {
            return
        }
        guard PrefixKey(prefix: text) != nil else {
            return self.refuse(
                "prepend \(Self.shown(text)) cannot stand in front of a number",
                "write at most \(PrefixKey.mostSymbols) digits, * or #, with + in front at most",
                at: place
            )
        }
        // The first number is that of no digits.
        let number = self.prepends.number(of: text).number
        guard number <= self.limits.names else {
            let message = "there are more than \(self.limits.names) values of prepend with \(Self.shown(text))"
            return self.refuse(message, "use fewer", at: place)
        }
        self.draft.entry.prepend = UInt16(truncatingIfNeeded: number)
    }

    private mutating func takeTimeout(_ text: ArraySlice<UInt8>, at place: Int) {
        var cursor = ByteCursor(Array(text))
        let number = cursor.takeDecimal()
        let unit: UInt64? =
            switch ByteString(cursor.bytes[cursor.takeRest()]) {
            case "", "s": 1
            case "m": 60
            case "h": 3600
            default: nil
            }
        guard let number, let unit, number > 0, number <= 65_535 / unit else {
            return self.refuse(
                "timeout \(Self.shown(text)) is not a time span of whole seconds up to 18 hours",
                "write for example 25, 25s, 2m or 1h",
                at: place
            )
        }
        self.draft.entry.timeout = UInt16(truncatingIfNeeded: number * unit)
    }

    // MARK: Values

    private mutating func number(
        _ text: ArraySlice<UInt8>,
        _ column: RouteColumn,
        _ range: ClosedRange<UInt64>,
        at place: Int
    ) -> UInt64? {
        var number: UInt64 = 0
        for octet in text {
            guard octet.isASCIIDigit, number <= range.upperBound else {
                number = .max
                break
            }
            number = number * 10 + UInt64(octet &- 0x30)
        }
        guard range.contains(number) else {
            self.refuse(
                "\(column.rawValue) \(Self.shown(text)) is no number that it can be",
                Self.advice(range),
                at: place
            )
            return nil
        }
        return number
    }

    private mutating func inRange(_ number: Int, _ column: RouteColumn, _ range: ClosedRange<Int>) -> Int? {
        guard range.contains(number) else {
            self.refuse("\(column.rawValue) \(number) is no number that it can be", Self.advice(range))
            return nil
        }
        return number
    }

    private static func advice(_ range: ClosedRange<some FixedWidthInteger>) -> String {
        "write a whole number from \(range.lowerBound) to \(range.upperBound)"
    }

    private static func isDefault(_ text: ArraySlice<UInt8>) -> Bool {
        text.elementsEqual("default".utf8) { $0.asciiLowercased == $1 }
    }

    /// Whether there are no control characters.
    private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private static func sorted(_ names: Set<ByteString>) -> [String] {
        names.sorted().map(\.description)
    }

    /// The start of a value for a message, in quotes.
    static func shown(_ text: ArraySlice<UInt8>) -> String {
        let start = text.prefix(40).map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
        return "\"" + String(decoding: start, as: UTF8.self) + (text.count > 40 ? "…\"" : "\"")
    }
}
