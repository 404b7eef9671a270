import ProtocolKit

/// The name of an event or signal, or a pattern of several: `package/event@connection` (RFC 3435 §3.2.2.4).
package struct EventName: Hashable, Sendable {
    /// Which package defines it.
    package enum Package: Hashable, Sendable {
        /// The default package of the endpoint.
        case byDefault
        /// The package of this name.
        case named(MGCPName)
        /// `*`: all packages.
        case all
    }

    /// What happens or is to happen.
    package enum Event: Hashable, Sendable {
        /// One event; digits and letters of a dial included.
        case named(MGCPName)
        /// `all`: every event of the package.
        case all
        /// `[0-9*#]`: a range of digits and letters.
        case range(DigitSymbolSet)
    }

    /// Where it happens.
    package enum Place: Hashable, Sendable {
        /// On the endpoint itself.
        case endpoint
        /// On this connection.
        case connection(MGCPConnectionID)
        /// `*`: on all connections.
        case allConnections
        /// `$`: on the connection that this command makes or changes.
        case currentConnection
    }

    /// Which package defines it.
    package let package: Package
    /// What happens.
    package let event: Event
    /// Where it happens.
    package let place: Place

    package init(_ package: Package, _ event: Event, at place: Place = .endpoint) {
        self.package = package
        self.event = event
        self.place = place
    }

    /// One event of a package, as `EventName("L", "hd")`.
    package init(_ package: MGCPName, _ event: MGCPName, at place: Place = .endpoint) {
        self.init(.named(package), .named(event), at: place)
    }

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        var package = Package.byDefault
        var word = reader.run(while: Self.isWordCharacter)
        if reader.peek() == 0x2F {
            package = try Self.package(word, reader)
            _ = reader.take()
            word = reader.run(while: Self.isWordCharacter)
        }
        self.package = package
        if word.isEmpty, reader.peek() == 0x5B {
            self.event = .range(try Self.range(&reader))
        } else {
            self.event = try Self.event(word, reader)
        }
        self.place = try Self.place(&reader)
    }

    private static func isWordCharacter(_ octet: UInt8) -> Bool {
        octet.isNameCharacter || octet == 0x2A || octet == 0x23
    }

    private static func package(
        _ word: ArraySlice<UInt8>,
        _ reader: MGCPValueReader
    ) throws(MGCPParseError) -> Package {
        if word.elementsEqual([0x2A]) {
            return .all
        }
        guard let first = word.first, first != 0x2D, word.last != 0x2D, word.allSatisfy(\.isNameCharacter) else {
            throw reader.malformed
        }
        return .named(MGCPName(ByteString(word)))
    }

    private static func event(_ word: ArraySlice<UInt8>, _ reader: MGCPValueReader) throws(MGCPParseError) -> Event {
        guard let first = word.first, first != 0x2D, word.last != 0x2D else {
            throw reader.malformed
        }
        let name = MGCPName(ByteString(word))
        return name.isEqual(to: "all") ? .all : .named(name)
    }

    /// Reads `[0-9*#A-D]` (appendix A `eventRange`).
    private static func range(_ reader: inout MGCPValueReader) throws(MGCPParseError) -> DigitSymbolSet {
        _ = reader.take()
        let set = try DigitMap.readSet(&reader, letterRangesAllowed: true)
        guard reader.take(0x5D), !set.isEmpty else {
            throw reader.malformed
        }
        return set
    }

    private static func place(_ reader: inout MGCPValueReader) throws(MGCPParseError) -> Place {
        guard reader.take(0x40) else {
            return .endpoint
        }
        if reader.take(0x2A) {
            return .allConnections
        }
        if reader.take(0x24) {
            return .currentConnection
        }
        return .connection(try MGCPConnectionID(from: &reader))
    }

    func append(to bytes: inout [UInt8]) {
        switch self.package {
        case .byDefault: break
        case .named(let name):
            bytes.append(contentsOf: name.text.bytes)
            bytes.append(0x2F)
        case .all: bytes.append("*/")
        }
        switch self.event {
        case .named(let name): bytes.append(contentsOf: name.text.bytes)
        case .all: bytes.append("all")
        case .range(let set):
            bytes.append(0x5B)
            set.appendContent(to: &bytes)
            bytes.append(0x5D)
        }
        switch self.place {
        case .endpoint: break
        case .connection(let identifier):
            bytes.append(0x40)
            identifier.append(to: &bytes)
        case .allConnections: bytes.append("@*")
        case .currentConnection: bytes.append("@$")
        }
    }

    // MARK: Digits

    /// The symbols of a dial that the event consists of: one of `D/5`, several of `D/8295555T` (§3.2.2.12).
    package var symbols: [DigitSymbol]? {
        guard case .named(let name) = self.event else {
            return nil
        }
        var symbols: [DigitSymbol] = []
        for character in name.text.bytes {
            guard let symbol = DigitSymbol(character), symbol.index < 16 || symbol == .timer else {
                return nil
            }
            symbols.append(symbol)
        }
        return symbols
    }

    /// Whether this pattern of a request covers the event `name` that happened, the default package being `package`.
    package func covers(_ name: EventName, defaultPackage: MGCPName) -> Bool {
        self.coversPackage(of: name, defaultPackage) && self.coversEvent(of: name) && self.coversPlace(of: name)
    }

    private func coversPackage(of name: EventName, _ defaultPackage: MGCPName) -> Bool {
        guard case .all = self.package else {
            return self.packageName(defaultPackage) == name.packageName(defaultPackage)
        }
        return true
    }

    /// The package, the default one where none is named; `nil` for all packages.
    package func packageName(_ defaultPackage: MGCPName) -> MGCPName? {
        switch self.package {
        case .byDefault: defaultPackage
        case .named(let name): name
        case .all: nil
        }
    }

    private func coversEvent(of name: EventName) -> Bool {
        switch self.event {
        case .all: true
        case .named(let pattern):
            if pattern.isEqual(to: "X"), let symbol = name.symbols?.first {
                name.symbols?.count == 1 && DigitSymbolSet.digits.contains(symbol)
            } else {
                name.event == self.event
            }
        case .range(let set):
            name.symbols.map { $0.count == 1 && $0.allSatisfy(set.contains) } ?? (name.event == self.event)
        }
    }

    private func coversPlace(of name: EventName) -> Bool {
        switch (self.place, name.place) {
        case (.allConnections, .connection), (.allConnections, .allConnections): true
        default: self.place == name.place
        }
    }
}

extension EventName: CustomStringConvertible {
    package var description: String {
        var bytes: [UInt8] = []
        self.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
