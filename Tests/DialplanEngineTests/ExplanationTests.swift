import CallModel
import DialplanEngine
import ProtocolKit
import Testing

struct ExplanationTests {
    private func plan() throws -> Dialplan {
        try PlanText.extensions(
            """
            <extension name='normal' continue='true'>
              <condition field='destination-number' expression='0(0)?(\\d+)'>
                <action application='set' data='national=$2'/></condition></extension>
            <extension name='users'>
              <condition field='user' expression='.+'/>
              <condition field='destination-number' expression='\\d{3}'>
                <action application='bridge' data='user/$0'/></condition></extension>
            <extension name='out'>
              <condition><action application='bridge' data='trunk/carrier/${national}'/></condition></extension>
            """
        )
    }

    @Test
    func `an explanation names every condition, what it saw and where it stands`() throws {
        let facts = CallFacts(destinationNumber: "030123", user: "anna")

        #expect(
            try self.plan().explain(facts, in: "main").description == """
                context main, destination-number "030123"
                plan.xml:2: extension "normal" acts, and the search goes on
                  line 3: destination-number "030123" matches "0(0)?(\\d+)", $1 is empty, $2 = "30123"
                plan.xml:5: extension "users" does not match
                  line 6: user "anna" matches ".+"
                  line 7: destination-number "030123" does not match "\\d{3}"
                plan.xml:9: extension "out" takes the call
                  line 10: always holds
                decided by extension "out":
                  bridge trunk/carrier/30123
                  variable national = "30123"
                """
        )
    }

    @Test
    func `an explanation decides as a call does`() throws {
        let plan = try self.plan()
        for number in ["", "200", "0", "00", "0001", "abc"] {
            let facts = CallFacts(destinationNumber: ByteString(number), user: "anna")

            #expect(plan.explain(facts, in: "main").decision == plan.route(facts, in: "main"))
        }
    }

    @Test(arguments: [
        ("none", "1", "there is no context \"none\":\n  reject cause=no-route-to-destination"),
        (
            "main", "0",
            "a value filled in by the call makes a target that cannot exist:\n  reject cause=invalid-number-format"
        ),
    ])
    func `an explanation says why nothing was decided`(context: String, number: String, end: String) throws {
        let text = try self.plan().explain(CallFacts(destinationNumber: ByteString(number)), in: ByteString(context))
            .description

        #expect(text.hasSuffix(end), "\(text)")
    }
}
