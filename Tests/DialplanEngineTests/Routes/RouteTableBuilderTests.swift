import DialplanEngine
import ProtocolKit
import Testing

struct RouteTableBuilderTests {
    @Test(arguments: [
        (RouteRow(prefix: "4x", trunk: "a"), "prefix \"4x\" is not the start of a number"),
        (RouteRow(prefix: "4", trunk: ""), "the row has no trunk"),
        (RouteRow(prefix: "4", trunk: "a", weight: 0), "weight 0 is no number that it can be"),
        (RouteRow(prefix: "4", trunk: "a", weight: 65_536), "weight 65536 is no number that it can be"),
        (RouteRow(prefix: "4", trunk: "a", priority: -1), "priority -1 is no number that it can be"),
        (RouteRow(prefix: "4", trunk: "a", capacity: 0), "capacity 0 is no number that it can be"),
        (RouteRow(prefix: "4", trunk: "a", strip: 256), "strip 256 is no number that it can be"),
        (RouteRow(prefix: "4", trunk: "a", prepend: "x"), "prepend \"x\" cannot stand in front of a number"),
        (RouteRow(prefix: "4", trunk: "a", window: "\u{1}"), "window \"?\" is no name"),
        (RouteRow(prefix: "4", trunk: "a", timeout: .zero), "timeout 0 is no number that it can be"),
        (
            RouteRow(prefix: "4", trunk: "a", timeout: .milliseconds(1500)),
            "timeout 1.5 seconds is not a number of whole seconds"
        ),
    ])
    func `a row that cannot be a route is refused with its number`(row: RouteRow, message: String) {
        var builder = RouteTableBuilder()
        builder.begin(file: "rows")
        builder.add(row, at: 17)

        let error = #expect(throws: DialplanError.self) { try builder.finish() }

        #expect(error?.problems.map(\.message) == [message])
        #expect(error?.problems.map(\.line) == [17])
        #expect(error?.problems.map(\.file) == ["rows"])
    }

    @Test
    func `a row keeps what it says`() throws {
        let row = RouteRow(
            prefix: "+49",
            trunk: "a trunk, quoted",
            cost: DecimalCost(millionths: 12_345),
            weight: 9,
            priority: 8,
            capacity: 7,
            window: "w",
            strip: 6,
            prepend: "*5",
            timeout: .seconds(4)
        )

        #expect(try RouteText.table([row]).rows(of: "+49") == [row])
    }

    @Test
    func `windows are at most 255`() throws {
        var builder = RouteTableBuilder()
        for place in 0..<255 {
            builder.add(
                RouteRow(
                    prefix: "1",
                    trunk: ByteString("t\(place % 64)"),
                    window: ByteString("w\(place)"),
                    strip: place
                ),
                at: place
            )
            builder.add(
                RouteRow(prefix: ByteString("2\(place)"), trunk: "t", window: ByteString("w\(place)")),
                at: place
            )
        }
        #expect(builder.routeCount == 510)
        builder.add(RouteRow(prefix: "3", trunk: "t", window: "more"), at: 1000)

        let error = #expect(throws: DialplanError.self) { try builder.finish() }
        #expect(error?.problems.first?.message == "there are more than 255 windows with \"more\"")
    }

    @Test
    func `a builder that is full says so`() {
        var builder = RouteTableBuilder(limits: RouteLimits(routes: 1))
        builder.add(RouteRow(prefix: "1", trunk: "a"), at: 1)
        #expect(!builder.isFull)
        builder.add(RouteRow(prefix: "2", trunk: "a"), at: 2)
        #expect(builder.isFull)
    }
}
