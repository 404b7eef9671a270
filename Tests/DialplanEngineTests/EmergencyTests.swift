import DialplanEngine
import ProtocolKit
import Testing

/// Extensions that mark a call as an emergency.
struct EmergencyTests {
    private static let extensions = """
        <extension name='mark' continue='true' emergency='true'>
        <condition field='destination-number' expression='9(112)'>
        <action application='set' data='destination-number=$1'/></condition></extension>
        <extension name='emergency' emergency='true'><condition field='destination-number' expression='110'>
        <action application='bridge' data='trunk/carrier/$0'/></condition></extension>
        <extension name='others'><condition><action application='bridge' data='trunk/carrier/1'/></condition></extension>
        """

    @Test(arguments: [("110", true), ("9112", true), ("112", false), ("1101", false)])
    func `a call that such an extension acts on is an emergency`(number: String, isEmergency: Bool) throws {
        let plan = try PlanText.extensions(Self.extensions)
        let facts = CallFacts(destinationNumber: ByteString(number))
        #expect(plan.hasEmergencyExtension(in: "main"))
        #expect(!plan.hasEmergencyExtension(in: "elsewhere"))
        #expect(plan.route(facts, in: "main").isEmergency == isEmergency)
        let words = plan.explain(facts, in: "main").description
        #expect(words.contains("as an emergency, beyond every limit") == isEmergency)
    }

    @Test
    func `a context without such an extension has no emergencies`() throws {
        let plan = try PlanText.extensions(PlanText.on(".*", "<action application='bridge' data='trunk/carrier/1'/>"))
        #expect(!plan.hasEmergencyExtension(in: "main"))
    }

    @Test
    func `the attribute takes true or false`() {
        let wrong = Self.extensions.replacing("emergency='true'", with: "emergency='yes'")
        #expect(PlanText.problems(wrong).count == 2)
        #expect(PlanText.problems(wrong).allSatisfy { $0.contains("emergency=\"yes\" is neither true nor false") })
    }
}
