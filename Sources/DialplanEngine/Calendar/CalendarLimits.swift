/// How much time conditions, time zones and searches through them may ask.
package struct CalendarLimits: Hashable, Sendable {
    /// The most octets of a time zone file; the largest real one has less than 4,000.
    package var zoneOctets: Int

    /// The most moments at which one zone's clocks are moved that its file may list.
    package var transitions: Int

    /// The most octets of one attribute.
    package var valueOctets: Int

    /// The most entries of one list.
    package var items: Int

    /// The most stretches of time that one search through several conditions looks at.
    package var searchSteps: Int

    package init(
        zoneOctets: Int = 65_536,
        transitions: Int = 2_048,
        valueOctets: Int = 2_048,
        items: Int = 256,
        searchSteps: Int = 1_000_000
    ) {
        self.zoneOctets = zoneOctets
        self.transitions = transitions
        self.valueOctets = valueOctets
        self.items = items
        self.searchSteps = searchSteps
    }
}
