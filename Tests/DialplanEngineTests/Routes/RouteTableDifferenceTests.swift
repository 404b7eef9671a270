import DialplanEngine
import ProtocolKit
import Testing

struct RouteTableDifferenceTests {
    private static let old = "prefix,trunk,cost\n49,alpha,1\n4930,beta,2\n44,alpha,1\n1,gamma,1\n"

    private func difference(_ new: String, limit: Int = 100) throws -> RouteTableDifference {
        RouteTableDifference(from: try RouteText.read(Self.old), to: try RouteText.read(new), limit: limit)
    }

    @Test
    func `the same routes in another order and with other names around are no change`() throws {
        let found = try self.difference("trunk,cost,prefix\ngamma,1,1\nalpha,1,49\nalpha,1.0,44\nbeta,2,4930\n")

        #expect(found.isEmpty)
        #expect(found.description == "no prefix has other routes")
    }

    @Test
    func `a prefix that comes, goes or changes is named with the routes before and after`() throws {
        let found = try self.difference(
            "prefix,trunk,cost\n49,alpha,1\n49,beta,3\n44,alpha,2\n1,gamma,1\n1212,beta,5\n33,beta,1\n"
        )

        #expect(
            found.description == """
                prefixes: 2 added, 1 removed, 2 with other routes
                1212
                  - 1 gamma cost=1
                  + 1212 beta cost=5
                33
                  + 33 beta cost=1
                44
                  - 44 alpha cost=1
                  + 44 alpha cost=2
                49
                  + 49 beta cost=3
                4930
                  - 4930 beta cost=2
                  + 49 alpha cost=1
                  + 49 beta cost=3
                """
        )
    }

    @Test
    func `a prefix that says what a shorter one says changes no route`() throws {
        let found = try self.difference(Self.old + "4940,alpha,1\n")

        #expect(found.added == 1)
        #expect(found.redundant == 1)
        #expect(found.changes.isEmpty)
    }

    @Test
    func `only the first changes are kept, and the others counted`() throws {
        let new = "prefix,trunk\n" + (100..<300).map { "\($0),alpha\n" }.joined()

        let found = try self.difference(new, limit: 3)

        #expect(found.changes.map(\.prefix) == ["1", "100", "101"])
        #expect(found.added == 200)
        #expect(found.removed == 4)
        #expect(found.description.hasSuffix("201 more are not listed"))
    }

    @Test(arguments: [UInt64(31), 32, 33])
    func `the totals are those of a comparison of dictionaries`(seed: UInt64) throws {
        var draw = RouteDraw(state: seed)
        for _ in 0..<50 {
            var old: [ByteString: RouteRow] = [:]
            var new: [ByteString: RouteRow] = [:]
            for _ in 0..<200 {
                let prefix = ByteString((0...draw.next(below: 12)).map { _ in 0x30 + UInt8(draw.next(below: 2)) })
                let row = RouteRow(prefix: prefix, trunk: draw.pick(["a", "b", "c"]), weight: draw.next(below: 2) + 1)
                let choice = draw.next(below: 4)
                if choice != 0 {
                    old[prefix] = row
                }
                if choice != 1 {
                    new[prefix] = row
                }
            }
            let before = try RouteText.table(Array(old.values))
            let after = try RouteText.table(Array(new.values))
            let found = RouteTableDifference(from: before, to: after, limit: 1000)
            #expect(found.added == new.keys.filter { old[$0] == nil }.count, "seed \(seed)")
            #expect(found.removed == old.keys.filter { new[$0] == nil }.count, "seed \(seed)")
            #expect(found.changed == new.filter { old[$0.key].map { [row = $0.value] in $0 != row } ?? false }.count)
            #expect(found.changes.count == found.added + found.removed + found.changed - found.redundant)
            #expect(zip(found.changes, found.changes.dropFirst()).allSatisfy { $0.prefix < $1.prefix })
            #expect(
                found.changes.allSatisfy { change in
                    change.before == self.longest(change.prefix, old)
                        && change.after == self.longest(change.prefix, new)
                }
            )
        }
    }

    private func longest(_ prefix: ByteString, _ rows: [ByteString: RouteRow]) -> [RouteRow] {
        for length in (0...prefix.count).reversed() {
            if let row = rows[ByteString(prefix.bytes.prefix(length))] {
                return [row]
            }
        }
        return []
    }
}
