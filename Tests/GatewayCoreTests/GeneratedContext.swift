/// A context made by chance, which is the same for the same seed.
struct GeneratedContext {
    private var state: UInt64

    /// The extensions in order.
    private(set) var extensions: [String] = []

    /// The most symbols that complete a number once it has begun.
    private(set) var reach = 0

    init(seed: UInt64) {
        self.state = seed
        let count = 1 + self.draw(4)
        for index in 0..<count {
            self.extensions.append(self.draw(5) == 0 ? self.setting(index) : self.taking(index))
        }
        if self.draw(4) == 0 {
            self.extensions.append(
                "<extension name='rest'><condition field='destination-number' expression='.*'>"
                    + "<action application='reject' cause='1'/></condition></extension>"
            )
        }
    }

    /// SplitMix64.
    private mutating func draw(_ bound: UInt64) -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ mixed >> 31) % bound
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices[Int(self.draw(UInt64(choices.count)))]
    }

    // MARK: Extensions

    private mutating func taking(_ index: UInt64) -> String {
        var conditions = ""
        if self.draw(4) == 0 {
            conditions += "<condition field='user' expression='\(self.pick(["a", "b", ".", "c"]))'/>"
        }
        let action = self.pick([
            "<action application='answer-and-echo'/>", "<action application='bridge' data='user/$0'/>",
            "<action application='reject' cause='22'/>",
        ])
        let rule = self.pick(["on-false", "on-false", "on-false", "on-true", "never", "always"])
        conditions += self.condition(action, rule)
        if self.draw(4) == 0, !action.contains("reject") {
            conditions += self.condition("<action application='answer-and-play-tone'/>", "on-false")
        }
        return "<extension name='e\(index)'>\(conditions)</extension>"
    }

    private mutating func condition(_ action: String, _ rule: String) -> String {
        let expression = self.expression()
        return "<condition field='destination-number' expression='\(expression)' break='\(rule)'>\(action)</condition>"
    }

    /// An extension that changes the number and goes on.
    private mutating func setting(_ index: UInt64) -> String {
        let code = self.pick(["1", "\\*", "12", "[12]"])
        let rest = self.expression()
        let value = self.pick(["$1", "1$1", "*$1", "$0", "21"])
        self.reach += 2
        return "<extension name='s\(index)' continue='true'>"
            + "<condition field='destination-number' expression='\(code)(\(rest))'>"
            + "<action application='set' data='destination-number=\(value)'/></condition></extension>"
    }

    // MARK: Expressions

    private mutating func expression() -> String {
        var text = ""
        var least = 0
        for _ in 0...self.draw(3) {
            let atom = self.pick(["1", "2", "\\*", "[12]", "[^1]", "\\d", ".", "(?:12|2)", "(1|\\*)", "[*#]", "[23]"])
            let (quantity, count) = self.quantity(isGroup: atom.hasPrefix("("))
            text += atom + quantity
            least += count * (atom == "(?:12|2)" ? 2 : 1)
        }
        self.reach = max(self.reach, least + 1)
        return text
    }

    private mutating func quantity(isGroup: Bool) -> (text: String, least: Int) {
        let choices: [(String, Int)] = [
            ("", 1), ("", 1), ("", 1), ("", 1), ("?", 1), ("{2}", 2), ("{1,2}", 1), ("{0,2}", 1), ("*", 1), ("+", 1),
        ]
        return choices[Int(self.draw(isGroup ? 8 : 10))]
    }
}
