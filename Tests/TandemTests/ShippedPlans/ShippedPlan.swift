import DialplanTrials
import Foundation
import Testing
import tandem

/// A dialplan that people start from.
struct ShippedPlan: Sendable, CustomTestStringConvertible {
    /// The name without its ending.
    let name: String

    /// The test file, without its folder.
    let tests: String

    private init(_ name: String, testedLike other: String? = nil) {
        self.name = name
        self.tests = "\(other ?? name).tests.xml"
    }

    /// Every one of them.
    static let all = [
        ShippedPlan("carrier"), ShippedPlan("default"), ShippedPlan("e164"), ShippedPlan("emergency"),
        ShippedPlan("freeswitch-migration"), ShippedPlan("freeswitch-migrated", testedLike: "freeswitch-migration"),
        ShippedPlan("hunt-group"), ShippedPlan("mgcp-residential"), ShippedPlan("mgcp-trunk"),
        ShippedPlan("time-of-day"),
    ]

    /// The folder of the plans, with its slash.
    static let folder =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Dialplans").path() + "/"

    /// Some plans look at the clocks of a zone.
    static let areZonesKnown = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")

    /// The file, without its folder.
    var file: String {
        "\(self.name).xml"
    }

    var testDescription: String {
        self.name
    }

    /// The plan with its tests.
    var bench: TrialBench {
        get throws {
            let files = try TrialFiles([Self.folder + self.tests], plan: [Self.folder + self.file])
            guard let bench = files.benches.first, files.benches.count == 1 else {
                throw Missing(name: self.name)
            }
            return bench
        }
    }

    private struct Missing: Error {
        let name: String
    }
}
