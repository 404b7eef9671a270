/// Numbers that are the same for the same seed (SplitMix64).
struct PlanDraw {
    private var state: UInt64

    init(seed: UInt64) {
        self.state = seed
    }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int {
        Int(self.next() % UInt64(max(bound, 1)))
    }

    mutating func chance(_ percent: Int) -> Bool {
        self.below(100) < percent
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[self.below(elements.count)]
    }

    mutating func digits(_ range: ClosedRange<Int>) -> String {
        let count = range.lowerBound + self.below(range.count)
        return (0..<count).map { _ in String(self.below(10)) }.joined()
    }
}

/// A dialplan in FreeSWITCH's language that uses everything a search knows, drawn from a seed.
struct GeneratedPlan {
    private var draw: PlanDraw

    static func text(seed: UInt64) -> String {
        var plan = GeneratedPlan(draw: PlanDraw(seed: seed))
        return plan.file()
    }

    private mutating func file() -> String {
        let other = self.draw.chance(30) ? "global" : "other"
        return """
            <include>
            <X-PRE-PROCESS cmd="set" data="area=\(self.draw.digits(1...3))"/>
            <X-PRE-PROCESS cmd="set" data="site=north"/>
            <context name="main">
            \(self.extensions())
            </context>
            <context name="\(other)">
            \(self.extensions())
            </context>
            </include>
            """
    }

    private mutating func extensions() -> String {
        // From sixteen on they are found together.
        (0..<(1 + self.draw.below(self.draw.chance(20) ? 30 : 6))).map { index in
            let name = self.draw.chance(20) ? self.draw.one(of: ["100", "101", "200"]) : "e\(index)"
            let continues = self.draw.one(of: ["", "", " continue=\"true\"", " continue='false'", " continue=\"yes\""])
            let conditions = (0..<(1 + self.draw.below(3))).map { _ in self.condition(depth: 0) }
            return "<extension name=\"\(name)\"\(continues)>\n\(conditions.joined())</extension>"
        }.joined(separator: "\n")
    }

    private mutating func condition(depth: Int) -> String {
        var attributes = ""
        var inside = ""
        if self.draw.chance(20) {
            attributes += self.time()
        }
        if self.draw.chance(25) {
            attributes += " regex=\"\(self.draw.one(of: ["all", "any", "xor", "XOR"]))\""
            for _ in 0..<self.draw.below(4) {
                inside +=
                    "<regex\(self.draw.chance(15) ? self.time() : "")\(self.draw.chance(85) ? self.field() : "")/>\n"
            }
        } else if self.draw.chance(85) {
            if self.draw.chance(15) {
                attributes += " field=\"\(self.subject())\""
                inside += "<expression><![CDATA[\(self.pattern())]]></expression>\n"
            } else {
                attributes += self.field()
            }
        }
        if self.draw.chance(40) {
            attributes += " break=\"\(self.draw.one(of: ["on-true", "on-false", "always", "never", "NEVER", "odd"]))\""
        }
        inside += self.actions()
        if depth < 3, self.draw.chance(25) {
            attributes += self.draw.one(of: ["", " require-nested=\"false\"", " require-nested=\"true\""])
            inside += (0..<(1 + self.draw.below(2))).map { _ in self.condition(depth: depth + 1) }.joined()
        }
        return "<condition\(attributes)>\n\(inside)</condition>\n"
    }

    private mutating func time() -> String {
        let values = [
            ("wday", ["2-6", "1,7", "mon-fri", "6-2", "sun,wed"]), ("hour", ["9-17", "0-11", "22-6", "8"]),
            ("mon", ["1-6", "12", "11-2"]), ("mday", ["1-15", "31", "25-31"]), ("year", ["2024-2026", "2025"]),
            ("mweek", ["1-3", "4", "6"]), ("week", ["1-26", "53"]), ("yday", ["1-180", "366"]),
            ("minute", ["0-29", "59"]), ("minute-of-day", ["1-720", "1440"]),
            ("time-of-day", ["08:00-17:00", "22:00:00-06:00:00", "00:00-12:00"]),
        ]
        return (0..<(1 + self.draw.below(2))).map { _ in self.draw.one(of: values) }
            .reduce(into: [String: String]()) { $0[$1.0] = self.draw.one(of: $1.1) }
            .sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
    }

    private mutating func field() -> String {
        " field=\"\(self.subject())\" expression=\"\(self.pattern())\""
    }

    private mutating func subject() -> String {
        self.draw.one(of: [
            "destination_number", "destination_number", "destination_number", "Destination_Number", "caller_id_number",
            "caller_id_name", "network_addr", "no_such_field", "${a}", "${b}", "${A}${b}", "${destination_number:1}",
            "${destination_number:-3:2}", "${DP_MATCH[1]}", "${DP_MATCH}", "${DP_REGEX_MATCH_1[1]}", "${area}",
            "${${c}}", "x${missing}y", "${regex(${destination_number}|^1(\\d+)|%1)}", "${module_exists(mod_sofia)}",
            "${a[0]}", "$${area}",
        ])
    }

    private mutating func pattern() -> String {
        self.draw.one(of: [
            "^1", "^(1\\d+)$", "1", "(\\d)(\\d)", "^([2-9]\\d{2})(\\d*)$", "^\\d+$", "^(?:1|2)(\\d)?", "(9)|(1)", "^$",
            "", "^.*$", "(x)?(\\d+)", "_1XX", "_NXX.", "_X.", "/^a/i", "/^(A)(B)?/i", "/^1(\\d+)/s", "/broken",
            "(unclosed",
            "^${area}(\\d+)$", "${a}", "^${b}", "(${missing})", "^(\\d+)\\s*$", "^\\S+\\s?(.*)$", "^true$", "^north$",
            "a|b|(1)", "^(\\d{1,3}?)(\\d+)$", "^((1)(\\d))+", "(\\d)+$", "^\\+?(\\d+)$", "([^0-9]+)", "^0*(\\d+)",
            "(?!1)^\\d", "^(\\d+)$${area}",
        ])
    }

    private mutating func actions() -> String {
        var text = ""
        for _ in 0..<self.draw.below(4) {
            let name = self.draw.chance(25) ? "anti-action" : "action"
            let loop = self.draw.one(of: ["", "", "", "", " loop=\"2\"", " loop=\"0\""])
            if self.draw.chance(35) {
                text += "<\(name) application=\"set\" data=\"\(self.setting())\" inline=\"true\"\(loop)/>\n"
            } else if self.draw.chance(15) {
                text += "<\(name) application=\"log\"\(loop)>\(self.data())</\(name)>\n"
            } else {
                let application = self.draw.one(of: ["bridge", "set", "transfer", "answer", "playback", "log"])
                text += "<\(name) application=\"\(application)\" data=\"\(self.data())\"\(loop)/>\n"
            }
        }
        return text
    }

    private mutating func setting() -> String {
        let name = self.draw.one(of: ["a", "b", "c", "A", "d"])
        return self.draw.one(of: [
            "\(name)=$1", "\(name)=${destination_number}", "\(name)=x$0y", "\(name)=", "\(name)", "c=a",
            "\(name)=${a}${b}",
            "\(name)=${b:1:2}", "\(name)=${DP_MATCH[1]}", "\(name)=1", "\(name)=/^1/", "\(name)=_NX", "\(name)=a\\\\b",
            "\(name)=${regex(${a}|(\\d)|<%1>)}".replacingBrackets,
        ])
    }

    private mutating func data() -> String {
        self.draw.one(of: [
            "$1", "${1}", "$2/$1", "user/$1@${domain}", "$0$0$0$0$0$0", "$1$1$1$1$1$1$1$1", "a$", "$x", "${a}", "$10",
            "$300",
            "sofia/gateway/gw/$1${2}", "", "plain", "${a:1}-$1", "$$1", "{x=1}$1",
        ])
    }
}

extension String {
    /// Angle brackets as they stand in an attribute.
    fileprivate var replacingBrackets: String {
        self.map { $0 == "<" ? "&lt;" : $0 == ">" ? "&gt;" : String($0) }.joined()
    }
}
