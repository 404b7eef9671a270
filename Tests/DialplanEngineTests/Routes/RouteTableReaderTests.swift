import DialplanEngine
import ProtocolKit
import Testing

struct RouteTableReaderTests {
    @Test(arguments: [
        ("prefix,trunk\n49,alpha\n", ["49 alpha"]),
        ("prefix,trunk\n49,alpha", ["49 alpha"]),
        ("prefix,trunk\r\n49,alpha\r\n", ["49 alpha"]),
        ("\u{FEFF}prefix,trunk\n49,alpha\n", ["49 alpha"]),
        ("Trunk , PREFIX\n alpha ,\t49 \n", ["49 alpha"]),
        ("# ours\n\nprefix,trunk\n  \n# more\n49,alpha\n\n#", ["49 alpha"]),
        ("prefix,trunk\n\"49\" , \"alpha\"\n", ["49 alpha"]),
        ("prefix,trunk,comment\n49,alpha,\"a \"\"b\"\",\nc\"\n49,beta,\n", ["49 alpha", "49 beta"]),
        ("prefix,trunk,cost\n49,alpha,0.0125\n", ["49 alpha cost=0.0125"]),
        ("prefix,trunk,cost\n49,alpha,.5\n", ["49 alpha cost=0.5"]),
        ("prefix,trunk,cost\n49,alpha,7.\n", ["49 alpha cost=7"]),
        ("prefix,trunk,cost\n49,alpha,0.123456000\n", ["49 alpha cost=0.123456"]),
        ("prefix,trunk,cost\n49,alpha,1000000000000\n", ["49 alpha cost=1000000000000"]),
        ("prefix,trunk,cost,weight,priority,capacity,window,strip,prepend,timeout\n49,alpha,,,,,,,,\n", ["49 alpha"]),
        (
            "prefix,trunk,weight,priority,capacity,window,strip,prepend,timeout\n"
                + "49,alpha,65535,65535,4294967295,day,255,+0049*1#,18h\n",
            [
                "49 alpha weight=65535 priority=65535 capacity=4294967295 window=day strip=255 prepend=+0049*1# "
                    + "timeout=64800s"
            ]
        ),
        (
            "prefix,trunk,timeout\n49,alpha,25\n49,beta,25s\n49,gamma,2m\n",
            [
                "49 alpha timeout=25s", "49 beta timeout=25s", "49 gamma timeout=120s",
            ]
        ),
        (
            "prefix,trunk,cost\n49,beta,2\n49,alpha,1\n49,gamma,\n",
            [
                "49 alpha cost=1", "49 beta cost=2", "49 gamma",
            ]
        ),
        (
            "prefix,trunk,priority,cost\n49,beta,1,2\n49,alpha,2,1\n",
            [
                "49 beta cost=2 priority=1", "49 alpha cost=1 priority=2",
            ]
        ),
        ("prefix,trunk,prepend\n49,alpha,2\n49,alpha,1\n", ["49 alpha prepend=1", "49 alpha prepend=2"]),
    ])
    func `a file becomes the routes that it says`(text: String, rows: [String]) throws {
        let table = try RouteText.read(text)

        #expect(table.rows(of: "49").map(\.description) == rows)
        #expect(table.routeCount == rows.count)
    }

    @Test(arguments: [
        ("+49", "+4930"), ("*72", "*721"), ("\"#31#\"", "#31#49"), ("default", "5"), ("DEFAULT", "+5"),
        ("12345678901234567890123456789012", "123456789012345678901234567890123"),
    ])
    func `a prefix has digits, plus, star and hash`(prefix: String, number: String) throws {
        let table = try RouteText.read("prefix,trunk\n\(prefix),alpha\n")

        #expect(RouteText.route(ByteString(number), in: table).count == 1)
    }

    private static let write =
        "write digits, * or # without separators, with + in front at most, or \"default\" for every number"
    private static let cost = "write digits with a decimal point, no finer than a millionth, as 0.0125"

    @Test(arguments: [
        ("", "1:0: the file has no header; write the names of the columns first, as prefix,trunk,cost"),
        ("# nothing\n", "1:0: the file has no header; write the names of the columns first, as prefix,trunk,cost"),
        ("\"prefix,trunk\n49,alpha", "1:1: a quote is never closed; close it, or double it"),
        ("prefix\n49", "1:0: there is no column trunk; every route needs one"),
        ("trunk\nalpha", "1:0: there is no column prefix; every route needs one"),
        ("prefix,trunk,prefix\n1,alpha,1", "1:14: column \"prefix\" is there twice; remove one of both"),
        ("prefix,trunk,rate\n", "1:14: column \"rate\" is not known; call it cost"),
        ("prefix,carrier\n", "1:8: column \"carrier\" is not known; call it trunk"),
        ("prefix,trunk,capcity\n", "1:14: column \"capcity\" is not known; did you mean \"capacity\"?"),
        ("prefix;trunk\n", "1:1: column \"prefix;trunk\" is not known; separate the columns with commas"),
        ("49,alpha\n", "1:1: column \"49\" is not known; the first line names the columns, as prefix,trunk,cost"),
        ("prefix,trunk,\n", "1:14: column \"\" is not known; name it, or remove the comma"),
        (
            "prefix,trunk\n49\n",
            "2:0: the row has 1 fields, and the header 2; write one field for each column, empty where there is nothing to say"
        ),
        (
            "prefix,trunk\n49,alpha,1\n",
            "2:10: the row has 3 fields, and the header 2; write one field for each column, empty where there is nothing to say"
        ),
        (
            "prefix,trunk\n4\"9,alpha\n",
            "2:2: a quote stands within a field; put the whole field in quotes and double this one"
        ),
        (
            "prefix,trunk\n\"49\"x,alpha\n",
            "2:5: something follows the closing quote; double quotes that belong to the field"
        ),
        ("prefix,trunk\n49,alpha\r50,beta\n", "2:9: a carriage return stands alone; end lines with LF or CRLF"),
        ("prefix,trunk\n49,\"alpha\n50,beta\n", "2:4: a quote is never closed; close it, or double it"),
        (
            "prefix,trunk\n,alpha\n",
            "2:0: the row has no prefix; write the first digits of the numbers, or \"default\" for every number"
        ),
        ("prefix,trunk\n49,\n", "2:0: the row has no trunk; write which trunk takes the numbers"),
        ("prefix,trunk\n49-30,alpha\n", "2:1: prefix \"49-30\" is not the start of a number; " + write),
        ("prefix,trunk\n4+9,alpha\n", "2:1: prefix \"4+9\" is not the start of a number; " + write),
        (
            "prefix,trunk\n4.93E+10,alpha\n",
            "2:1: prefix \"4.93E+10\" is not the start of a number; "
                + "a spreadsheet has turned it into a number: give the column the format Text and fill it anew"
        ),
        (
            "prefix,trunk\n123456789012345678901234567890123,alpha\n",
            "2:1: prefix \"123456789012345678901234567890123\" is not the start of a number; a prefix has at most 32 digits"
        ),
        ("prefix,trunk\n\n49,alph\n", "3:4: trunk \"alph\" is not in the configuration; did you mean \"alpha\"?"),
        ("prefix,trunk\n49,al\u{7}\n", "2:4: trunk \"al?\" is no name; remove what is not printable"),
        ("prefix,trunk,window\n49,alpha,nigth\n", "2:10: window \"nigth\" is not defined; did you mean \"night\"?"),
        ("prefix,trunk,cost\n49,alpha,-1\n", "2:10: cost \"-1\" is not a decimal number; " + cost),
        ("prefix,trunk,cost\n49,alpha,1e3\n", "2:10: cost \"1e3\" is not a decimal number; " + cost),
        ("prefix,trunk,cost\n49,alpha,.\n", "2:10: cost \".\" is not a decimal number; " + cost),
        ("prefix,trunk,cost\n49,alpha,1.2.3\n", "2:10: cost \"1.2.3\" is not a decimal number; " + cost),
        ("prefix,trunk,cost\n49,alpha,0.0000001\n", "2:10: cost \"0.0000001\" is not a decimal number; " + cost),
        (
            "prefix,trunk,cost\n49,alpha,1000000000001\n",
            "2:10: cost \"1000000000001\" is not a decimal number; " + cost
        ),
        (
            "prefix,trunk,cost\n49,alpha,\"0,01\"\n",
            "2:10: cost \"0,01\" is not a decimal number; write it with a decimal point"
        ),
        (
            "prefix,trunk,weight\n49,alpha,0\n",
            "2:10: weight \"0\" is no number that it can be; write a whole number from 1 to 65535"
        ),
        (
            "prefix,trunk,weight\n49,alpha,65536\n",
            "2:10: weight \"65536\" is no number that it can be; write a whole number from 1 to 65535"
        ),
        (
            "prefix,trunk,priority\n49,alpha,x\n",
            "2:10: priority \"x\" is no number that it can be; write a whole number from 0 to 65535"
        ),
        (
            "prefix,trunk,capacity\n49,alpha,0\n",
            "2:10: capacity \"0\" is no number that it can be; write a whole number from 1 to 4294967295"
        ),
        (
            "prefix,trunk,capacity\n49,alpha,99999999999999999999999999\n",
            "2:10: capacity \"99999999999999999999999999\" is no number that it can be; "
                + "write a whole number from 1 to 4294967295"
        ),
        (
            "prefix,trunk,strip\n49,alpha,256\n",
            "2:10: strip \"256\" is no number that it can be; write a whole number from 0 to 255"
        ),
        (
            "prefix,trunk,prepend\n49,alpha,x\n",
            "2:10: prepend \"x\" cannot stand in front of a number; write at most 32 digits, * or #, with + in front at most"
        ),
        (
            "prefix,trunk,timeout\n49,alpha,500ms\n",
            "2:10: timeout \"500ms\" is not a time span of whole seconds up to 18 hours; write for example 25, 25s, 2m or 1h"
        ),
        (
            "prefix,trunk,timeout\n49,alpha,19h\n",
            "2:10: timeout \"19h\" is not a time span of whole seconds up to 18 hours; write for example 25, 25s, 2m or 1h"
        ),
        (
            "prefix,trunk,timeout\n49,alpha,99999999999999999999s\n",
            "2:10: timeout \"99999999999999999999s\" is not a time span of whole seconds up to 18 hours; "
                + "write for example 25, 25s, 2m or 1h"
        ),
        (
            "prefix,trunk\n49,alpha\n50,alpha\n49,alpha\n",
            "4:0: prefix \"49\" has the same trunk, window, strip and prepend as at routes.csv:2; remove one of both rows"
        ),
    ])
    func `what is wrong is named with its place and what to do`(text: String, problem: String) {
        #expect(RouteText.problems(text) == [problem])
    }

    @Test
    func `all that is wrong is named at once, and what is malformed does not hide the next line`() {
        let text = "prefix,trunk,cost\n4x,alpha,1\n49,alfa,y\n\"49\"z,alpha,1\n\"5\n0\",alpha,1\n51,beta,1,\n"

        let problems = RouteText.problems(text)

        #expect(problems.map { $0.prefix { $0 != " " } } == ["2:1:", "3:4:", "3:9:", "4:5:", "5:1:", "7:11:"])
    }

    @Test
    func `an unknown trunk is named once`() {
        let problems = RouteText.problems("prefix,trunk\n1,x\n2,x\n3,y\n")

        #expect(problems.count == 2)
    }

    @Test
    func `reading ends when there are as many problems as the limit allows`() {
        let text = "prefix,trunk\n" + String(repeating: "x,alpha\n", count: 1000)

        #expect(RouteText.problems(text).count == 101)
        #expect(
            RouteText.problems(text, limits: RouteLimits(problems: 2)).map { $0.prefix(19) } == [
                "2:1: prefix \"x\" is ", "3:1: prefix \"x\" is ", "3:0: reading ended ",
            ]
        )
    }

    @Test
    func `more than the limits allow is refused`() {
        let text = "prefix,trunk,prepend\n1,alpha,1\n2,beta,2\n3,gamma,3\n"
        let one = RouteLimits(routesOfPrefix: 2)

        #expect(
            RouteText.problems(text, limits: RouteLimits(fileOctets: 10))
                == ["1:0: the file has 50 octets; at most 10 are read; split it, or raise the limit"]
        )
        #expect(
            RouteText.problems(text, limits: RouteLimits(routes: 2))
                == ["4:0: there are more than 2 routes; raise the limit"]
        )
        #expect(RouteText.problems(text, limits: RouteLimits(routes: 3)).isEmpty)
        #expect(
            RouteText.problems("prefix,trunk\n1,longername\n", limits: RouteLimits(fieldOctets: 9))
                == ["2:3: trunk has more than 9 octets; shorten it"]
        )
        #expect(
            RouteText.problems(text, limits: RouteLimits(names: 2)).first
                == "4:3: there are more than 2 trunks with \"gamma\"; use fewer"
        )
        #expect(
            RouteText.problems("prefix,trunk\n1,alpha\n1,beta\n1,gamma\n", limits: one)
                == ["4:0: prefix \"1\" has 3 routes; at most 2 are taken; remove some, or raise the limit"]
        )
    }

    @Test
    func `a file that is no UTF-8 text says so`() {
        #expect(RouteText.problems([0xFF, 0xFE, 0x70, 0x00]) == ["1:0: the file is UTF-16; save it as UTF-8"])
        #expect(RouteText.problems([0xFE, 0xFF, 0x00, 0x70]) == ["1:0: the file is UTF-16; save it as UTF-8"])
    }

    @Test
    func `several files make one table, and a contradiction names both`() throws {
        let reader = RouteTableReader(names: RouteText.names)
        let one = DialplanReader.Source(file: "one.csv", octets: Array("prefix,trunk\n49,alpha\n".utf8))
        let other = DialplanReader.Source(file: "two.csv", octets: Array("trunk,prefix\nbeta,49\n".utf8))

        let table = try reader.read([one, other])
        #expect(table.rows(of: "49").map(\.description) == ["49 alpha", "49 beta"])

        let error = #expect(throws: DialplanError.self) {
            try reader.read([one, other, DialplanReader.Source(file: "three.csv", octets: one.octets)])
        }
        #expect(
            error?.description == "three.csv:2: prefix \"49\" has the same trunk, window, strip and prepend as at "
                + "one.csv:2; remove one of both rows"
        )
    }
}
