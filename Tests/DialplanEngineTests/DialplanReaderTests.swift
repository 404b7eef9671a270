import DialplanEngine
import ProtocolKit
import Testing

struct DialplanReaderTests {
    @Test(arguments: [
        (
            "<action application='brigde' data='user/anna'/>",
            "plan.xml:3: there is no application \"brigde\"; did you mean \"bridge\"?"
        ),
        ("<action application='hangup'/>", "plan.xml:3: there is no application \"hangup\"; use reject"),
        ("<action data='user/anna'/>", "plan.xml:3: <action> has no application; add application=\"…\""),
        (
            "<action application='fly'/>",
            "plan.xml:3: there is no application \"fly\"; "
                + "known: bridge, route, answer, pre-answer, ring-ready, sleep, play, send-digits, answer-and-echo, "
                + "answer-and-play-tone, reject, redirect and 9 more"
        ),
        (
            "<action application='bridge' data='user/anna' timout='3s'/>",
            "plan.xml:3: <action> has no attribute \"timout\"; did you mean \"timeout\"?"
        ),
        (
            "<action application='reject' cause='17' data='x'/>",
            "plan.xml:3: <action> has no attribute \"data\"; known: application, after, cause, status, reason"
        ),
        ("<action application='bridge'/>", "plan.xml:3: bridge has no target; add data=\"user/NAME\""),
        (
            "<action application='bridge' data='user/ana'/>",
            "plan.xml:3: there is no user \"ana\"; did you mean \"anna\"?"
        ),
        (
            "<action application='bridge' data='trunk/carier/$1'/>",
            "plan.xml:3: there is no trunk \"carier\"; did you mean \"carrier\"? (trunks are defined in the configuration)"
        ),
        (
            "<action application='bridge' data='trunk/$1/$1'/>",
            "plan.xml:3: the trunk \"$1\" is filled in by the call; "
                + "write the trunk's name itself, so that it can be checked"
        ),
        (
            "<action application='bridge' data='line/loby'/>",
            "plan.xml:3: there is no line \"loby\"; did you mean \"lobby\"?"
        ),
        ("<action application='bridge' data='line/'/>", "plan.xml:3: \"line/\" names no line; write line/NAME"),
        (
            "<action application='bridge' data='trunk/pbxx/$1'/>",
            "plan.xml:3: there is no trunk \"pbxx\"; did you mean \"pbx\"? (trunks are defined in the configuration)"
        ),
        (
            "<action application='bridge' data='mgcp/aaln/1@gw'/>",
            "plan.xml:3: \"mgcp/aaln/1@gw\" is no target; "
                + "write line/NAME or trunk/NAME/NUMBER, a line or a circuit group of the configuration"
        ),
        (
            "<action application='line-service' state='on'/>",
            "plan.xml:3: line-service has no service; add for example service=\"call-waiting\""
        ),
        (
            "<action application='line-service' service='call-waiting'/>",
            "plan.xml:3: line-service has no state; add state=\"on\" or state=\"off\""
        ),
        (
            "<action application='line-service' service='call-wating' state='on'/>",
            "plan.xml:3: service=\"call-wating\" is not known; did you mean \"call-waiting\"?"
        ),
        (
            "<action application='line-service' service='call-waiting' state='yes'/>",
            "plan.xml:3: state=\"yes\" is not known; known: on, off"
        ),
        (
            "<action application='line-service' service='forward-busy' state='on'/>",
            "plan.xml:3: forwarding has no number; add data=\"$1\", the number to forward to"
        ),
        (
            "<action application='line-service' service='forward-busy' state='on' data='2 0'/>",
            "plan.xml:3: \"2 0\" is no number; remove the spaces"
        ),
        (
            "<action application='line-service' service='forward-busy' state='off' data='200'/>",
            "plan.xml:3: the service takes no number; remove data=\"…\""
        ),
        (
            "<action application='line-service' service='do-not-disturb' state='on' data='200'/>",
            "plan.xml:3: the service takes no number; remove data=\"…\""
        ),
        (
            "<action application='bridge' data='sofia/gateway/carrier/$1'/>",
            "plan.xml:3: \"sofia/gateway/carrier/$1\" is no target; write trunk/carrier/$1"
        ),
        (
            "<action application='bridge' data='anna'/>",
            "plan.xml:3: \"anna\" is no target; write sip:user@host, user/NAME, line/NAME or trunk/NAME/NUMBER"
        ),
        (
            "<action application='bridge' data='sips:anna@example.com'/>",
            "plan.xml:3: \"sips:anna@example.com\" is no target; TLS is not available; write sip:"
        ),
        (
            "<action application='bridge' data='sip:anna@'/>",
            "plan.xml:3: \"sip:anna@\": there is no host; write sip:user@host or sip:user@host:port"
        ),
        (
            "<action application='bridge' data='sip:anna@a b'/>",
            "plan.xml:3: \"sip:anna@a b\": the host or a parameter has a wrong character; "
                + "write sip:user@host or sip:user@host:port"
        ),
        (
            "<action application='bridge' data='sip:anna@h:70000'/>",
            "plan.xml:3: \"sip:anna@h:70000\": the port is none; write sip:user@host or sip:user@host:port"
        ),
        (
            "<action application='bridge' data='sip:anna@h;transport=tls'/>",
            "plan.xml:3: \"sip:anna@h;transport=tls\": the transport must be udp or tcp; "
                + "write sip:user@host or sip:user@host:port"
        ),
        (
            "<action application='bridge' data='user/anna|'/>",
            "plan.xml:3: a target is missing; remove the \"|\" or \",\" beside it"
        ),
        (
            "<action application='bridge' data='[dly=3]user/anna'/>",
            "plan.xml:3: a target has no setting \"dly\"; "
                + "known: timeout, delay, rings, caller-number, caller-name, digits"
        ),
        (
            "<action application='bridge' data='user/anna' timeout='long'/>",
            "plan.xml:3: timeout=\"long\" is not a time span of up to a day; "
                + "write for example 25, 25s, 500ms, 2m or 1h"
        ),
        (
            "<action application='bridge' data='user/anna' media='dircet'/>",
            "plan.xml:3: media=\"dircet\" is not known; did you mean \"direct\"?"
        ),
        (
            "<action application='bridge' data='user/anna' media='direct' ringback='generate'/>",
            "plan.xml:3: ringback=\"generate\" needs the media to pass through; "
                + "write media=\"anchor\" or ringback=\"relay\""
        ),
        (
            "<action application='bridge' data='user/anna' fail-over='bussy'/>",
            "plan.xml:3: there is no cause \"bussy\"; "
                + "write a Q.850 number (1 to 127) or name, as user-busy"
        ),
        (
            "<action application='bridge' data='user/$2'/>",
            "plan.xml:3: $2 is never set: the expression has 1 group; put ( and ) around what it shall be, or remove it"
        ),
        (
            "<action application='bridge' data='user/$x'/>",
            "plan.xml:3: a \"$\" stands before neither a number nor a \"{\"; write $1, ${name}, or $$ for a dollar sign"
        ),
        (
            "<action application='bridge' data='user/${caller-nmber}'/>",
            "plan.xml:3: nothing above sets ${caller-nmber}; did you mean ${caller-number}?"
        ),
        (
            "<action application='bridge' data='user/${site}'/>",
            "plan.xml:3: nothing above sets ${site}; set it in an action above, in this context"
        ),
        (
            "<action application='bridge' data='user/${site'/>",
            "plan.xml:3: a \"${\" has no \"}\"; close it, or write $$ for a dollar sign"
        ),
        (
            "<action application='reject' cause='user-bussy'/>",
            "plan.xml:3: there is no cause \"user-bussy\"; did you mean \"user-busy\"?"
        ),
        (
            "<action application='reject' cause='128'/>",
            "plan.xml:3: there is no cause \"128\"; write a Q.850 number (1 to 127) or name, as user-busy"
        ),
        ("<action application='reject'/>", "plan.xml:3: reject has no cause; add for example cause=\"call-rejected\""),
        (
            "<action application='redirect' data='user/anna'/>",
            "plan.xml:3: the caller cannot be sent to \"user/anna\"; "
                + "write sip:user@host, which the caller can reach by itself"
        ),
        (
            "<action application='answer-and-play-tone' frequency='9'/>",
            "plan.xml:3: frequency=\"9\" is not 20 to 3800 hertz; write a number in between"
        ),
        (
            "<action application='set' data='user=anna'/><action application='answer-and-echo'/>",
            "plan.xml:3: \"user\" is a fact of the call and cannot be set; use another name"
        ),
        (
            "<action application='set' data='1st=a'/><action application='answer-and-echo'/>",
            "plan.xml:3: \"1st\" cannot name a variable; begin with a letter and use up to 64 letters, digits, -, _ and ."
        ),
        (
            "<action application='set' data='caller-nubmer=1'/><action application='answer-and-echo'/>",
            "plan.xml:3: variable \"caller-nubmer\" is never read; did you mean \"caller-number\"?"
        ),
        (
            "<action application='set' data='a=1'/>",
            "plan.xml:2: extension \"e\" only sets values and then ends the search; "
                + "add continue=\"true\", or an action that decides the call"
        ),
        (
            "<action application='answer-and-echo'/>\n<action application='set' data='a=1'/>",
            "plan.xml:4: this is never done: answer-and-echo ends the call; remove it or put it above"
        ),
        (
            "<anti-action application='bridge' data='user/$1'/>",
            "plan.xml:3: $1 is never set: an anti-action runs when the expression did not match; "
                + "put ( and ) around what it shall be, or remove it"
        ),
        (
            "<acton application='bridge'/>",
            "plan.xml:3: <acton> cannot stand in <condition>; did you mean \"action\"?"
        ),
        (
            "<action application='answer-and-echo'>now</action>",
            "plan.xml:3: <action> has text in it; remove the text or make it a comment"
        ),
    ])
    func `a wrong action is refused with its line and what to do`(action: String, problem: String) {
        #expect(PlanText.problems(PlanText.on("0(.+)", action)) == [problem])
    }

    @Test(arguments: [
        (
            "<condition field='destination_number' expression='1'/>",
            "plan.xml:3: there is no field \"destination_number\"; did you mean \"destination-number\"?"
        ),
        (
            "<condition field='time' expression='1'/>",
            "plan.xml:3: there is no field \"time\"; known: destination-number, destination-host, caller-number, "
                + "caller-name, diverting-number, user, trunk, listener, transport, protocol, "
                + "source-address, context"
        ),
        (
            "<condition field='user'/>",
            "plan.xml:3: the condition on \"user\" has no expression; "
                + "add expression=\"…\", or remove the field for a condition that always holds"
        ),
        ("<condition expression='1'/>", "plan.xml:3: the condition has an expression but no field; add field=\"…\""),
        (
            "<condition field='user' expression='(a'/>",
            "plan.xml:3: a \"(\" has no \")\" (character 1 of \"(a\"); correct the expression"
        ),
        (
            "<condition field='user' expression='a' beak='never'/>",
            "plan.xml:3: <condition> has no attribute \"beak\"; did you mean \"break\"?"
        ),
        (
            "<condition field='user' expression='a' break='no'/>",
            "plan.xml:3: break=\"no\" is not known; known: on-false, on-true, always, never"
        ),
        (
            "<condition field='$1' expression='a'/>",
            "plan.xml:3: $1 is never set: a field is read before its expression matches; "
                + "put ( and ) around what it shall be, or remove it"
        ),
        (
            "<condition feld='1'/>",
            "plan.xml:3: <condition> has no attribute \"feld\"; did you mean \"field\"?"
        ),
        (
            "<condition><anti-action application='answer-and-echo'/></condition>",
            "plan.xml:3: this is never done: the condition always holds; remove it"
        ),
    ])
    func `a wrong condition is refused with its line and what to do`(condition: String, problem: String) {
        let action = "<condition><action application='answer-and-echo'/></condition>"

        #expect(PlanText.problems("<extension name='e'>\n\(condition)\n\(action)</extension>") == [problem])
    }

    @Test(arguments: [
        ("<plan/>", "plan.xml:1: the file begins with <plan>; a dialplan is inside <dialplan>"),
        (
            "<dialplan><contxt/></dialplan>",
            "plan.xml:1: <contxt> cannot stand in <dialplan>; did you mean \"context\"?"
        ),
        ("<dialplan><context/></dialplan>", "plan.xml:1: <context> has no name; add name=\"…\""),
        (
            "<dialplan>\n<context name='a'/>\n<context name='a'/></dialplan>",
            "plan.xml:3: context \"a\" is already at plan.xml:2; put both into one, or name this one differently"
        ),
        (
            "<dialplan><context name='a'>\n<extension name='b'/></context></dialplan>",
            "plan.xml:2: extension \"b\" has no condition; "
                + "write <condition> without attributes for one that always holds"
        ),
        (
            "<dialplan><context name='a'>\n<extension name='b'><condition/></extension></context></dialplan>",
            "plan.xml:2: extension \"b\" has no action; add one or remove it"
        ),
        (
            "<dialplan>\n<context name='a'></dialplan>",
            "plan.xml:2: Opening and ending tag mismatch: context line 2 and dialplan"
        ),
        ("<!DOCTYPE dialplan><dialplan/>", "plan.xml:1: a document type (<!DOCTYPE …>) is not read; remove it"),
    ])
    func `a wrong file is refused with its line and what to do`(text: String, problem: String) {
        #expect(PlanText.problems(file: text).first == problem)
    }

    @Test
    func `everything that is wrong is reported at once, in order`() {
        let problems = PlanText.problems(
            """
            <extension name='a'><condition field='usr' expression='a'>
            <action application='bridge' data='trunk/x/1'/>
            <action application='ring'/>
            </condition></extension>
            """
        )

        #expect(problems.map { $0.prefix(11) } == ["plan.xml:2:", "plan.xml:3:", "plan.xml:4:"])
    }

    @Test
    func `a variable of one context is unknown in another`() {
        let setting = "<condition><action application='set' data='site=a'/></condition>"
        let reading = "<condition><action application='bridge' data='user/${site}'/></condition>"
        let text = """
            <dialplan><context name='a'><extension name='e' continue='true'>\(setting)</extension></context>
            <context name='b'><extension name='e'>\(reading)</extension></context></dialplan>
            """

        #expect(
            PlanText.problems(file: text)
                == ["plan.xml:2: nothing above sets ${site}; set it in an action above, in this context"]
        )
    }

    @Test
    func `contexts of several files make one dialplan, each name once`() throws {
        let sources = ["a", "b", "a"].enumerated().map { index, name in
            DialplanReader.Source(
                file: "\(index).xml",
                octets: Array("<dialplan><context name='\(name)'/></dialplan>".utf8)
            )
        }
        let plan = try DialplanReader().read(Array(sources.prefix(2)))

        #expect(plan.contextNames == ["a", "b"])
        #expect(plan.hasContext("b"))
        #expect(!plan.hasContext("c"))
        let error = #expect(throws: DialplanError.self) { try DialplanReader().read(sources) }
        #expect(
            error?.description
                == "2.xml:1: context \"a\" is already at 0.xml:1; put both into one, or name this one differently"
        )
    }

    @Test
    func `the schema speaks when the reader is content`() throws {
        let schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='other'/></xs:schema>"
        let reader = DialplanReader(schema: .init(file: "plan.xsd", octets: Array(schema.utf8)))
        let source = DialplanReader.Source(file: "plan.xml", octets: Array("<dialplan/>".utf8))
        let error = #expect(throws: DialplanError.self) { try reader.read([source]) }

        #expect(
            error?.description
                == "plan.xml:1: Element 'dialplan': No matching global declaration available for the validation root."
        )
    }
}
