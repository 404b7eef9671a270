import MGCPAgent
import MGCPSyntax
import ProtocolKit

extension TandemConfiguration {
    mutating func readLines(_ root: Section, _ endpoints: inout ConfiguredEndpoints) {
        var names: Set<ByteString> = []
        for section in root.sections("lines") ?? [] {
            let line = self.line(section)
            section.end()
            if !names.insert(line.name).inserted {
                section.report("name", "the name `\(line.name)` is taken by another line")
            }
            self.refuseUnknown(line, section)
            let place = section.place(of: "endpoint")
            if let problem = endpoints.claim(line.endpoint, of: line.gateway, for: "line `\(line.name)`", isOne: true) {
                section.report(place, problem)
            }
            self.contextUses.append(ContextUse("line `\(line.name)`", line.context, section, key: "context"))
            self.mgcp.lines.append(line)
        }
    }

    private func line(_ section: Section) -> LineSettings {
        let name = section.required("name", "give it a name for dialplans: bridge to `line/NAME`")
        var line = LineSettings(
            name: name,
            gateway: section.required("gateway", "write the name of its gateway"),
            endpoint: section.required("endpoint", "write the endpoint's name as the gateway knows it, as aaln/1"),
            number: name,
            context: "default"
        )
        section.read("number", into: &line.number)
        section.read("display-name", into: &line.displayName)
        section.read("restricted", into: &line.isRestricted)
        section.read("context", into: &line.context)
        section.read("class", into: &line.lineClass)
        section.read("messages", into: &line.hasMessages)
        return line
    }

    /// A gateway and a class that nobody has defined.
    private func refuseUnknown(_ line: LineSettings, _ section: Section) {
        self.refuseUnknown(gateway: line.gateway, section)
        if !line.lineClass.isEmpty, self.mgcp.lineClasses[line.lineClass] == nil {
            let known = self.mgcp.lineClasses.keys.map(\.description).sorted()
            let advice = known.isEmpty ? "line-classes has none" : "known: " + known.joined(separator: ", ")
            section.report("class", "there is no line class `\(line.lineClass)`; \(advice)")
        }
    }

    /// A gateway that nobody has defined.
    func refuseUnknown(gateway: ByteString, _ section: Section) {
        guard !gateway.isEmpty, !self.mgcp.gateways.contains(where: { $0.name == gateway }) else {
            return
        }
        let known = self.mgcp.gateways.map(\.name.description)
        let advice = known.isEmpty ? "gateways has none" : "known: " + known.joined(separator: ", ")
        section.report("gateway", "there is no gateway `\(gateway)`; \(advice)")
    }

    // MARK: Classes

    mutating func readLineClasses(_ root: Section) {
        for section in root.sections("line-classes") ?? [] {
            let name = section.required("name", "give it a name for lines")
            let lineClass = Self.lineClass(section)
            section.end()
            if self.mgcp.lineClasses.updateValue(lineClass, forKey: name) != nil {
                section.report("name", "the name `\(name)` is taken by another line class")
            }
        }
    }

    private static func lineClass(_ section: Section) -> LineClass {
        var lineClass = LineClass()
        section.read("flash", of: ["features": .features, "pass": .pass, "ignore": .ignore], into: &lineClass.flash)
        section.read("call-waiting", into: &lineClass.hasCallWaiting)
        section.read("three-way-calling", into: &lineClass.hasThreeWayCalling)
        section.read("transfer", into: &lineClass.hasTransfer)
        section.read("shows-caller", into: &lineClass.showsCaller)
        section.read("ring", in: 0...7, into: &lineClass.ring)
        let patience = Duration.seconds(1)...(.seconds(3600))
        section.read("first-digit-timeout", in: patience, into: &lineClass.firstDigitTimeout)
        section.read("tone-timeout", in: patience, into: &lineClass.toneTimeout)
        section.read("warning-timeout", in: patience, into: &lineClass.warningTimeout)
        section.read("no-answer-timeout", in: patience, into: &lineClass.noAnswerTimeout)
        section.read("tells-release", into: &lineClass.tellsRelease)
        for (key, value) in section.pairs("announcements") {
            guard let cause = UInt8(key.text), (1...127).contains(cause), !value.text.isEmpty else {
                section.report(key, "expected a Q.850 value from 1 to 127 and a URL, as `1: http://198.51.100.7/1.wav`")
                continue
            }
            lineClass.announcements[cause] = ByteString(value.text)
        }
        return lineClass
    }
}
