import DialplanEngine

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), as far as it is needed here.
package struct SARIFLog: Encodable {
    package struct Text: Encodable {
        let text: String
    }

    package struct Rule: Encodable {
        let id: String
        let shortDescription: Text
    }

    package struct Driver: Encodable {
        let name: String
        let rules: [Rule]
    }

    package struct Tool: Encodable {
        let driver: Driver
    }

    package struct ArtifactLocation: Encodable {
        let uri: String
    }

    package struct Region: Encodable {
        let startLine: Int
    }

    package struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region?
    }

    package struct Location: Encodable {
        let physicalLocation: PhysicalLocation
    }

    package struct Result: Encodable {
        let ruleId: String
        let level: String
        let message: Text
        let locations: [Location]
    }

    package struct Run: Encodable {
        let tool: Tool
        let results: [Result]
    }

    let version = "2.1.0"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case version
        case runs
    }
}

extension DialplanCheckReport {
    /// The findings in SARIF.
    package var sarif: SARIFLog {
        var rules = CheckRule.allCases.map { rule in
            SARIFLog.Rule(id: rule.rawValue, shortDescription: SARIFLog.Text(text: rule.explanation))
        }
        let load = "The dialplan or the configuration cannot be used."
        rules.append(SARIFLog.Rule(id: Self.loadRule, shortDescription: SARIFLog.Text(text: load)))
        let driver = SARIFLog.Driver(name: "tandem dialplan check", rules: rules)
        return SARIFLog(
            runs: [SARIFLog.Run(tool: SARIFLog.Tool(driver: driver), results: self.findings.map(\.result))]
        )
    }
}

extension DialplanCheckReport.Entry {
    fileprivate var result: SARIFLog.Result {
        var words = [self.message]
        words += self.advice.isEmpty ? [] : ["Fix: \(self.advice)."]
        words += self.witness.map { ["See: \($0)"] } ?? []
        let place = SARIFLog.PhysicalLocation(
            artifactLocation: SARIFLog.ArtifactLocation(uri: self.file),
            region: self.line > 0 ? SARIFLog.Region(startLine: self.line) : nil
        )
        return SARIFLog.Result(
            ruleId: self.rule,
            level: self.severity,
            message: SARIFLog.Text(text: words.joined(separator: " ")),
            locations: [SARIFLog.Location(physicalLocation: place)]
        )
    }
}
