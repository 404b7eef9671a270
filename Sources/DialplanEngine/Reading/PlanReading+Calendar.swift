import ProtocolKit
import XMLReading

extension PlanReading {
    /// The attributes by which a condition asks for the time, those that are refused with advice among them.
    static let timeAttributes = CalendarCondition.attributeNames + CalendarCondition.refusedAttributeNames

    /// What is inside an element looks at the clocks of its zone, if it names one.
    mutating func enterZone(of element: XMLElement) {
        if let name = element["zone"] {
            self.zone = self.zone(named: name, at: element)
        }
    }

    /// When a condition holds, if it says so.
    mutating func readCalendar(of element: XMLElement) -> Condition.Calendar? {
        let attributes = element.attributes.filter { Self.timeAttributes.contains($0.name) }
        guard !attributes.isEmpty else {
            if element["zone"] != nil {
                self.add(
                    "the condition has a zone and asks for no time",
                    at: element,
                    advice: "add for example time-of-day=\"09:00-17:00\", or remove the zone"
                )
            }
            return nil
        }
        let outer = self.zone
        self.enterZone(of: element)
        defer { self.zone = outer }
        do {
            let condition = try CalendarCondition(attributes.map { ($0.name, $0.value) })
            return Condition.Calendar(condition: condition, zone: self.zone ?? self.slot(of: self.clocks.local))
        } catch {
            for problem in error.problems {
                self.add(problem.message, at: element, advice: problem.advice)
            }
            return nil
        }
    }

    private mutating func zone(named name: String, at element: XMLElement) -> Int? {
        if let slot = self.zones.firstIndex(where: { $0.name == name }) {
            return slot
        }
        guard name != "UTC" else {
            return self.slot(of: .utc)
        }
        guard CalendarZone.isName(name), let octets = self.clocks.zoneFile(name) else {
            self.add(
                "there is no zone \"\(name)\"",
                at: element,
                advice: "write a name of the IANA time zone database, such as Europe/Berlin, or UTC"
            )
            return nil
        }
        do {
            return self.slot(of: try CalendarZone(name: name, file: octets))
        } catch {
            self.add("the file of zone \"\(name)\" cannot be used: \(error)", at: element)
            return nil
        }
    }
}
