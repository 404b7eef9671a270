import Foundation
import ProtocolKit
import tandem

/// A folder with a configuration and a dialplan, which goes away with whoever holds it.
final class PlanFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "r-\(UUID().uuidString)").path

    /// A user, a trunk, and a line behind a media gateway.
    static let configuration = """
        listeners: [{name: udp, address: "127.0.0.1:5060", anonymous-context: default}]
        users: [{name: alice, password: secret}]
        trunks: [{name: carrier, uri: "sip:carrier.example.net"}]
        gateways: [{name: house, addresses: 127.0.0.20, digit-map-limit: 32}]
        lines: [{name: "201", gateway: house, endpoint: aaln/1, context: house}]
        dialplan: {files: [plan.xml], file-size: 64KiB, versions: 3}

        """

    init(_ plan: String, configuration: String = PlanFolder.configuration) throws {
        try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
        try self.write(configuration, "tandem.yaml")
        try self.write(plan, "plan.xml")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: self.path)
    }

    func write(_ text: String, _ name: String) throws {
        try self.write(Data(text.utf8), name)
    }

    func write(_ data: Data, _ name: String) throws {
        try data.write(to: URL(fileURLWithPath: self.file(name)))
    }

    func file(_ name: String) -> String {
        self.path + "/" + name
    }

    func load() throws -> LoadedConfiguration {
        try LoadedConfiguration(path: self.file("tandem.yaml"), environment: [:])
    }

    func shelf() throws -> DialplanShelf {
        DialplanShelf(try self.load(), at: .epoch)
    }
}
