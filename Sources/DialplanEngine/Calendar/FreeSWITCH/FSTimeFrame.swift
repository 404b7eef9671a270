package import ProtocolKit

/// The clocks that FreeSWITCH looks at when it tests the time attributes of a condition, at one moment.
///
/// Make one for a decision and test every condition with it.
package struct FSTimeFrame: Sendable {
    /// The clock that most attributes read: that of `tod_tz_offset`, else of `timezone`, else of the machine.
    let shown: CalendarTime

    /// The machine's clock, which alone `dst` and `date-time` read.
    let machine: CalendarTime

    /// The machine's zone.
    let machineZone: CalendarZone

    /// The hours that `tz-offset` is compared with.
    let hours: Int

    /// Looks at the clocks at `moment`.
    ///
    /// - Parameters:
    ///   - moment: The moment.
    ///   - machineZone: The zone that the machine is set to.
    ///   - zone: What the channel variable `timezone` names; `nil` when it is not set or names nothing.
    ///   - offset: The value of the channel variable `tod_tz_offset`, hours, which goes before `zone`; one that is no
    ///     number is not there.
    package init(
        at moment: CivilTime,
        machineZone: CalendarZone,
        zone: CalendarZone? = nil,
        offset: ByteString? = nil
    ) {
        self.machineZone = machineZone
        self.machine = machineZone.localTime(at: moment)
        if let offset, !offset.isEmpty, FSNumber.isNumber(offset.bytes[...]) {
            let hours = FSNumber.leading(offset.bytes[...])
            self.hours = Int(hours)
            // The product is 32 bits wide there too.
            self.shown = CalendarTime(at: moment, offset: Int(hours &* 3_600))
        } else {
            self.shown = zone?.localTime(at: moment) ?? self.machine
            self.hours = self.shown.offset / 3_600
        }
    }
}
