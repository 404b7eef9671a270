import Foundation
import H323Syntax
import TestCorpora
import Testing

/// The generated and captured messages of the corpora, in aligned PER.
@Suite(.enabled(if: Corpora.arePresent))
struct PERCorporaTests {
    /// A message of the index, and of what kind it is.
    struct Row: CustomTestStringConvertible {
        let kind: MessageKind
        let entry: Corpora.Entry

        var isCaptured: Bool { self.entry.path.contains("/captured/") }
        var testDescription: String { self.entry.description }
    }

    private static func rows(_ verdict: String) -> [Row] {
        // A failing index is a failing test: `the index has messages of every kind` reads it too.
        let entries = (try? Corpora.entries()) ?? []
        return entries.compactMap { entry in
            guard let folder = entry.path.split(separator: "/").first, let kind = MessageKind(rawValue: String(folder)),
                !entry.path.hasSuffix(".q931.bin"), entry.path.hasSuffix(".bin"), entry.verdict == verdict
            else {
                return nil
            }
            return Row(kind: kind, entry: entry)
        }
    }

    @Test
    func `the index has messages of every kind`() throws {
        _ = try Corpora.entries()
        let rows = Self.rows("valid")
        for kind in MessageKind.allCases {
            #expect(rows.contains { $0.kind == kind && !$0.isCaptured })
            #expect(rows.contains { $0.kind == kind && $0.isCaptured })
        }
    }

    @Test
    func `every valid message has the values that another codec reads`() throws {
        for row in Self.rows("valid") {
            let expected = try JERValue(json: try Corpora.octets(String(row.entry.path.dropLast(3)) + "json"))
            do {
                let message = try row.kind.decode(try Corpora.octets(row.entry.path))
                try #require(JERValue(reflecting: message)).match(expected)
            } catch {
                Issue.record("\(row.entry.path): \(error)")
            }
        }
    }

    @Test
    func `every valid message is written again as the octets that came`() throws {
        for row in Self.rows("valid") {
            do {
                let octets = try Corpora.octets(row.entry.path)
                let message = try row.kind.decode(octets)
                #expect(try message.encoded() == octets, "\(row.entry.path)")
                #expect(try message.survivesCoding(), "\(row.entry.path)")
            } catch {
                Issue.record("\(row.entry.path): \(error)")
            }
        }
    }

    @Test
    func `a truncated extension is refused`() throws {
        let rows = Self.rows("invalid")
        try #require(!rows.isEmpty)
        for row in rows {
            let octets = try Corpora.octets(row.entry.path)
            #expect(throws: H323SyntaxError.self, "\(row.entry.path)") { try row.kind.decode(octets) }
        }
    }

    @Test
    func `what may be refused or read is read to the same value or refused`() throws {
        for row in Self.rows("tolerate") {
            let octets = try Corpora.octets(row.entry.path)
            if let message = try? row.kind.decode(octets) {
                #expect(try message.survivesCoding(), "\(row.entry.path)")
            }
        }
    }

    @Test
    func `no message can be cut without notice or harm`() throws {
        for row in Self.rows("valid") {
            let octets = try Corpora.octets(row.entry.path)
            for count in 0..<octets.count {
                do throws(H323SyntaxError) {
                    // What follows a value is ignored, so a cut in what nobody reads may go unseen.
                    _ = try row.kind.decode(Array(octets[..<count]))
                } catch {
                    #expect(error.reason == .truncated || error.reason == .malformed, "\(row.entry.path) \(count)")
                }
            }
        }
    }
}
