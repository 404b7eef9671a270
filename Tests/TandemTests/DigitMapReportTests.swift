import DialplanEngine
import ProtocolKit
import Testing
import tandem

/// What `tandem dialplan digitmap` prints.
struct DigitMapReportTests {
    private func dialplan(_ expression: String) throws -> Dialplan {
        let text = """
            <dialplan><context name='main'>
            <extension name='hide' continue='true'>
            <condition><action application='set' data='privacy=true'/></condition></extension>
            <extension name='inside'><condition field='destination-number' expression='\(expression)'>
            <action application='answer-and-echo'/></condition></extension>
            <extension name='rest'><condition><action application='reject' cause='1'/></condition></extension>
            </context></dialplan>
            """
        return try DialplanReader().read([DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))])
    }

    @Test
    func `a report shows the map, its length and the part of each extension`() throws {
        let report = DigitMapReport(try self.dialplan("2\\d\\d|112|1\\d").numberingPlan(of: "main"))

        #expect(
            report.text == """
                (1[02-9]|11T|112|2xx)
                21 characters

                line        extension  part in the map
                plan.xml:2  hide       sets values
                plan.xml:4  inside     takes 1[02-9] 11T 112 2xx
                plan.xml:6  rest       refuses what is not in the map
                """
        )
        #expect(report.problems.isEmpty)
    }

    @Test
    func `a report says why there is no map, with file and line`() throws {
        let dialplan = try self.dialplan("2\\b")
        let error = #expect(throws: DialplanError.self) { try dialplan.numberingPlan(of: "main") }
        let report = DigitMapReport(try #require(error), context: "main")

        #expect(report.digitMap == nil)
        #expect(report.text.hasPrefix("plan.xml:4: context \"main\" has no digit map: the expression \"2\\b\" cannot"))
    }
}
