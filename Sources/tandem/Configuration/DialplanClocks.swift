package import DialplanEngine
import Foundation

/// The clocks of this machine, as dialplans look at them.
package struct DialplanClocks: Sendable {
    /// The zone of conditions that name none.
    package let local: CalendarZone

    /// The zone of the process or the machine, or UTC.
    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.local = Self.machineZone(environment)
    }

    /// A zone of the machine's database by its name.
    package init(zone name: String) throws(CalendarError) {
        self.local = try Self.zone(named: name)
    }

    /// The clocks with the zone database of this machine.
    package var clocks: DialplanReader.Clocks {
        DialplanReader.Clocks(local: self.local, zoneFile: Self.zoneFile)
    }

    private static let database = "/usr/share/zoneinfo/"

    private static func zoneFile(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: self.database + name).map { [UInt8]($0) }
    }

    private static func machineZone(_ environment: [String: String]) -> CalendarZone {
        if let name = environment["TZ"], let zone = try? self.zone(named: name) {
            return zone
        }
        guard let data = FileManager.default.contents(atPath: "/etc/localtime") else {
            return .utc
        }
        let link = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")) ?? ""
        let name = link.range(of: "zoneinfo/").map { String(link[$0.upperBound...]) } ?? "local"
        return (try? CalendarZone(name: name, file: [UInt8](data))) ?? .utc
    }

    private static func zone(named name: String) throws(CalendarError) -> CalendarZone {
        guard name != "UTC" else {
            return .utc
        }
        guard CalendarZone.isName(name), let octets = self.zoneFile(name) else {
            let advice =
                "write a name of the IANA time zone database, such as Europe/Berlin; "
                + "without the package tzdata only UTC is known"
            throw CalendarError([CalendarError.Problem("there is no zone `\(name)`", advice: advice)])
        }
        return try CalendarZone(name: name, file: octets)
    }
}
