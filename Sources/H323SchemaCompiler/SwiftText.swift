/// Lines of Swift, indented as they are written.
struct SwiftText {
    /// The lines so far.
    private(set) var lines: [String] = []

    private var depth = 0

    /// No line is longer.
    static let columns = 120

    /// How much room the next line has.
    var room: Int {
        Self.columns - self.depth * 4
    }

    /// Adds a line.
    mutating func line(_ text: String = "") {
        self.lines.append(text.isEmpty ? "" : String(repeating: " ", count: self.depth * 4) + text)
    }

    /// Adds a line, the lines of `body` deeper, and a closing brace.
    mutating func block(_ head: String, close: String = "}", _ body: (inout SwiftText) -> Void) {
        self.line(head)
        self.depth += 1
        body(&self)
        self.depth -= 1
        self.line(close)
    }

    /// Adds the lines of `body` deeper and a closing brace, after a head of several lines.
    mutating func body(_ body: (inout SwiftText) -> Void) {
        self.depth += 1
        body(&self)
        self.depth -= 1
        self.line("}")
    }

    /// Adds a label of a `switch` and the lines of `body` deeper.
    mutating func label(_ label: String, _ body: (inout SwiftText) -> Void) {
        self.line(label)
        self.depth += 1
        body(&self)
        self.depth -= 1
    }

    /// Adds `head(arguments)tail`, with one argument on each line when it is too long for one.
    mutating func call(_ head: String, _ arguments: [String], _ tail: String = "") {
        let flat = "\(head)(\(arguments.joined(separator: ", ")))\(tail)"
        guard flat.count > self.room else {
            self.line(flat)
            return
        }
        self.block("\(head)(", close: ")\(tail)") { text in
            for (index, argument) in arguments.enumerated() {
                text.line(argument + (index + 1 < arguments.count ? "," : ""))
            }
        }
    }

    /// Adds a value between what stands before and after it, on a line of its own in parentheses that are too long.
    mutating func value(_ value: String, head: String, tail: String) {
        if tail.isEmpty || head.count + value.count + tail.count <= self.room {
            self.line(head + value + tail)
        } else {
            self.block(head, close: tail) { $0.line(value) }
        }
    }

    /// Adds a declaration, whose type goes to a line of its own when it is too long for one.
    mutating func declaration(_ name: String, _ type: String) {
        if name.count + type.count + 2 <= self.room {
            self.line("\(name): \(type)")
        } else {
            self.label("\(name):") { $0.line(type) }
        }
    }

    /// Adds a documentation comment, whose words are broken into lines.
    mutating func documentation(_ paragraph: String) {
        var current = "///"
        for word in paragraph.split(separator: " ") {
            if current.count + word.count + 1 > self.room, current != "///" {
                self.line(current)
                current = "///"
            }
            current += " " + word
        }
        self.line(current)
    }

    /// The whole text.
    var description: String {
        self.lines.joined(separator: "\n") + "\n"
    }
}
