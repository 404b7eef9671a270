import ProtocolKit

/// What an endpoint can do with a set of codecs: `A:`, several of which may answer an audit (RFC 3435 §3.2.2.3).
package struct EndpointCapabilities: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.capabilities
    package static let mayBeAbsent = true

    /// What it has in common with the options of a connection.
    package var options = LocalConnectionOptions()

    /// `v:` the packages; the first is the default one.
    package var packages: [MGCPName] = []

    /// `m:` the connection modes.
    package var modes: [ConnectionMode] = []

    package init() {}

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        var seen = Set<MGCPName>()
        for option in try reader.list(of: LocalConnectionOptions.Option.self) {
            switch option.name {
            case "v": self.packages += try option.names(reader)
            case "m": self.modes += try Self.modes(option, reader)
            default: try self.options.take(option, &seen, reader)
            }
        }
    }

    private static func modes(
        _ option: LocalConnectionOptions.Option,
        _ reader: MGCPValueReader
    ) throws(MGCPParseError) -> [ConnectionMode] {
        var modes: [ConnectionMode] = []
        for name in try option.names(reader) {
            modes.append(ConnectionMode(name))
        }
        return modes
    }

    package func append(to bytes: inout [UInt8]) {
        var options = self.options.options
        options.append(names: "v", self.packages)
        options.append(names: "m", self.modes.map(\.word))
        bytes.append(list: options)
    }
}

/// The packages of an endpoint and their versions, the default one first: `PL:` (RFC 3435 §3.2.2.13).
package struct PackageList: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.packageList

    /// One package.
    package struct Entry: Hashable, Sendable {
        /// Its name.
        package let package: MGCPName
        /// The highest version that is supported.
        package let version: UInt32

        package init(_ package: MGCPName, version: UInt32) {
            self.package = package
            self.version = version
        }
    }

    /// The packages in their order.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.entries = try reader.list { (entry) throws(MGCPParseError) in
            let name = MGCPName(try entry.name())
            guard entry.take(0x3A) else {
                return Entry(name, version: 0)
            }
            return Entry(name, version: try entry.decimal(upTo: .max))
        }
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: self.entries) { entry, bytes in
            bytes.append(contentsOf: entry.package.text.bytes)
            bytes.append(0x3A)
            bytes.appendDecimal(entry.version)
        }
    }
}
