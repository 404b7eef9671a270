import DialplanEngine
import ProtocolKit
import TestCorpora
import Testing

@Suite(.enabled(if: Corpora.arePresent))
struct VanillaPlanTests {
    @Test
    func `the plan that FreeSWITCH is shipped with is read`() throws {
        let plan = try VanillaPlan.read()

        #expect(plan.contextNames == ["default", "features", "public", "skinny-patterns"])
    }

    @Test
    func `each application in it that is not here is named with its place`() throws {
        let missing = try VanillaPlan.read().warnings.compactMap { warning in
            warning.message.hasPrefix("there is no application") ? warning.message.split(separator: "\"")[1] : nil
        }

        #expect(
            Set(missing) == [
                "att_xfer", "conference", "conference_set_auto_outcall", "eavesdrop", "esf_page_group", "fifo", "group",
                "intercept", "ivr", "javascript", "play_fsv", "read", "record_fsv", "rxfax", "say", "skinny-drop",
                "skinny-process", "skinny-wait", "txfax", "valet_park", "voicemail",
            ]
        )
        #expect(missing.count == 52)
    }

    @Test(arguments: [
        (
            "dialplan/dialplan/default.xml", 533,
            "\"^((?!6000)60\\d{2})$\" is matched by trying, within limits: look-ahead cannot be matched in linear time"
        ),
        ("dialplan/dialplan/default.xml", 224, "${group(…)} is not here, so it is empty (2 times)"),
        ("dialplan/dialplan/default.xml", 251, "bind_meta_app is left out: the call goes on without it"),
        (
            "dialplan/dialplan/default.xml", 283,
            "\"skinny/internal/…\" always fails with CHAN_NOT_IMPLEMENTED: there is no kind of leg \"skinny\""
        ),
        (
            "dialplan/dialplan/default.xml", 807,
            "there is no dialplan \"enum\": it ends the call with NO_ROUTE_DESTINATION"
        ),
        ("dialplan/dialplan/default/01_example.com.xml", 4, "nothing sets ${toll_allow}, so it is empty (3 times)"),
        ("dialplan/vars.xml", 286, "stun-set is not performed"),
    ])
    func `what is otherwise than it looks is named with its file and line`(
        file: String,
        line: Int,
        message: String
    ) throws {
        let warnings = try VanillaPlan.read().warnings

        #expect(warnings.contains { $0.file == file && $0.line == line && $0.message == message })
    }
}
