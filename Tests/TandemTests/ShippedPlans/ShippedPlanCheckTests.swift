import DialplanEngine
import DialplanTrials
import Foundation
import ProtocolKit
import Testing
import tandem

/// The shipped dialplans are clean in the eyes of the check, and of a validator that is not ours.
@Suite(.enabled(if: ShippedPlan.areZonesKnown, "there is no database of time zones"))
struct ShippedPlanCheckTests {
    @Test(arguments: ShippedPlan.all)
    func `the check finds nothing but notes in a shipped plan`(plan: ShippedPlan) throws {
        let bench = try plan.bench
        let part = try #require(bench.parts.first)
        let dialplan = try bench.plan(for: part)
        let start = CivilTime(nanoseconds: 1_767_571_200_000_000_000)
        let findings = dialplan.check(names: part.world.dialplanNames, from: start).filter { $0.severity != .note }

        #expect(findings.map { "\($0.file):\($0.line): \($0.message) [\($0.rule)]" } == [])
    }

    @Test(.enabled(if: SchemaValidator.isWanted, "xmllint is not installed"), arguments: ShippedPlan.all)
    func `xmllint finds a shipped plan and its tests valid`(plan: ShippedPlan) throws {
        // FreeSWITCH's language has no schema.
        let schema = plan.name == "freeswitch-migration" ? nil : "dialplan.xsd"

        #expect(try SchemaValidator.complaints(of: plan.file, schema: schema) == "")
        #expect(try SchemaValidator.complaints(of: plan.tests, schema: "dialplan-tests.xsd") == "")
    }

    @Test(.enabled(if: SchemaValidator.isWanted, "xmllint is not installed"))
    func `xmllint complains of what is wrong`() throws {
        let complaints = try SchemaValidator.complaints(of: "default.tests.xml", schema: "dialplan.xsd")

        #expect(complaints.contains("dialplan-tests"))
    }
}

/// libxml2's own validator, by its command.
enum SchemaValidator {
    private struct Missing: Error {}

    /// Whether xmllint is there, or should be: where everything has to run, what is missing fails.
    static var isWanted: Bool {
        self.program != nil || ProcessInfo.processInfo.environment["TANDEM_CORPORA"] != nil
    }

    private static var program: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/xmllint" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What it says of a file of the plans' folder; empty for one that is well-formed and valid.
    static func complaints(of file: String, schema: String?) throws -> String {
        guard let program = self.program else {
            throw Missing()
        }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.currentDirectoryURL = URL(fileURLWithPath: ShippedPlan.folder)
        process.arguments = ["--noout", "--nonet"] + (schema.map { ["--schema", $0] } ?? []) + [file]
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? "" : "\(process.terminationStatus): \(output)"
    }
}
