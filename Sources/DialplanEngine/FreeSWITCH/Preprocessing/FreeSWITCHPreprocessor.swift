import ProtocolKit

/// Does with files what FreeSWITCH does before it reads them as XML (`switch_xml.c`), line by line.
///
/// - `$${name}` is replaced; a name that is not set leaves nothing.
/// - A line with `<include>`, `</include>` or `<?` is dropped, with all that is on it.
/// - A line with `X-PRE-PROCESS` is a directive, also in a comment, and nothing else on it is read.
/// - `<!--#set "name=value"-->` is one as well, and may be followed by something.
///
/// No command is run, no address is asked for, and no file is opened: those that `include` finds are in memory.
struct FreeSWITCHPreprocessor {
    private let environment: FreeSWITCHEnvironment
    private let limits: FreeSWITCHLimits
    private(set) var problems: [DialplanProblem] = []
    private(set) var warnings: [DialplanProblem] = []

    /// The variables by their names in small letters.
    private(set) var globals: [ByteString: ByteString] = [:]

    private var text = PreprocessedText()
    private var octetsLeft: Int
    private var openFiles: [String] = []

    init(_ environment: FreeSWITCHEnvironment, limits: FreeSWITCHLimits) {
        self.environment = environment
        self.limits = limits
        self.octetsLeft = limits.preprocessedOctets
        for (name, value) in FreeSWITCHEnvironment.defaultVariables {
            self.globals[ByteString(name).lowercased] = ByteString(value)
        }
        for (name, value) in environment.variables {
            self.globals[ByteString(name).lowercased] = ByteString(value)
        }
    }

    /// Reads a file and all that it includes, as one element.
    mutating func run(_ source: DialplanReader.Source) -> PreprocessedText {
        self.text = PreprocessedText()
        let file = self.text.index(of: source.file)
        self.text.append(framing: "<document>", file: file, line: 1)
        self.read(source)
        self.text.append("</document>".utf8, file: file, line: source.octets.count(where: { $0 == 0x0A }) + 1)
        self.text.emptyComments()
        return self.text
    }

    private mutating func read(_ source: DialplanReader.Source) {
        guard !self.openFiles.contains(source.file), self.openFiles.count <= self.limits.includes else {
            return
        }
        self.openFiles.append(source.file)
        defer { self.openFiles.removeLast() }
        let file = self.text.index(of: source.file)
        var isInDirective = false
        var number = 0
        var rest = source.octets[...]
        while !rest.isEmpty {
            number += 1
            let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
            let place = DialplanPlace(file: source.file, line: number)
            self.read(rest[..<end], at: place, file: file, isInDirective: &isInDirective)
            rest = rest[end...]
        }
    }

    private mutating func read(
        _ written: ArraySlice<UInt8>,
        at place: DialplanPlace,
        file: Int,
        isInDirective: inout Bool
    ) {
        guard self.octetsLeft >= 0 else {
            return
        }
        let line = PreprocessorLine(written) { self.globals[$0] }
        self.note(line.unknownNames, line.isUnterminated, at: place)
        if line.isDropped {
            self.warnOfLoss(line.text, at: place)
            return
        }
        var text = line.text[...]
        if isInDirective {
            guard let end = line.endOfComment else {
                return
            }
            isInDirective = false
            text = end
        }
        if let directive = PreprocessorDirective(element: text) {
            self.perform(directive, at: place)
        } else if let directive = PreprocessorDirective(comment: text) {
            self.append(directive.before, file: file, line: place.line)
            self.append(directive.after ?? [], file: file, line: place.line)
            isInDirective = directive.after == nil
            self.perform(directive, at: place)
        } else {
            self.append(text, file: file, line: place.line)
        }
    }

    private mutating func append(_ text: ArraySlice<UInt8>, file: Int, line: Int) {
        self.octetsLeft -= text.count
        guard self.octetsLeft >= 0 else {
            self.problems.append(
                DialplanProblem(
                    file: self.openFiles.first ?? "",
                    line: 1,
                    message: "with all that it includes it has more than \(self.limits.preprocessedOctets) octets",
                    advice: "include less"
                )
            )
            return
        }
        self.text.append(text, file: file, line: line)
    }
}

// MARK: - Directives

extension FreeSWITCHPreprocessor {
    private mutating func perform(_ directive: PreprocessorDirective, at place: DialplanPlace) {
        switch directive.kind {
        case .set(let name, let value):
            self.set(name, to: value, at: place)
        case .setFromProcess(let name, let variable):
            guard let value = self.environment.processVariables[variable] else {
                self.warn("env-set reads \(variable), which is not known", "hand it to the reader", at: place)
                return
            }
            self.set(ByteString(name), to: ByteString(value), at: place)
        case .include(let pattern):
            self.include(pattern, at: place)
        case .setFromOutside(let command, let name):
            guard self.globals[ByteString(name).lowercased] == nil else {
                return
            }
            self.warn("\(command) is not performed", "give \"\(name)\" a value in the configuration", at: place)
        case .execute:
            self.warn(
                "exec is not performed: no command is run",
                "write its output to a file, and include that",
                at: place
            )
        case .unknown(let command):
            self.warn("\"\(command)\" is no directive", "write set or include", at: place)
        case .disabled:
            return
        case .malformed:
            self.warn(
                "the directive cannot be read, and is dropped with its line",
                "write <X-PRE-PROCESS cmd=\"set\" data=\"name=value\"/> with double quotes on one line",
                at: place
            )
        }
        if directive.losesText {
            self.warn("what else is on the line of X-PRE-PROCESS is dropped", "put it on a line of its own", at: place)
        }
    }

    private mutating func set(_ name: ByteString, to value: ByteString, at place: DialplanPlace) {
        guard !value.isEmpty else {
            self.globals[name.lowercased] = nil
            return
        }
        guard self.globals.count < self.limits.globals || self.globals[name.lowercased] != nil else {
            self.problem("there are more than \(self.limits.globals) preprocessor variables", "set fewer", at: place)
            return
        }
        self.globals[name.lowercased] = value
    }

    private mutating func include(_ pattern: String, at place: DialplanPlace) {
        let folder = FilePattern.folder(of: place.file)
        let near = self.files(matching: FilePattern(pattern, in: folder))
        let found = near.isEmpty ? self.files(matching: FilePattern(pattern, in: "")) : near
        if found.isEmpty {
            if !FilePattern(pattern, in: "").isWild {
                self.warn("there is no file \"\(pattern)\" to include", "hand it to the reader", at: place)
            }
            return
        }
        for file in found {
            if self.openFiles.contains(file.file) {
                self.problem("\(file.file) includes itself", "remove one of the includes", at: place)
            } else if self.openFiles.count > self.limits.includes {
                self.problem("files include files deeper than \(self.limits.includes)", "include less deep", at: place)
            } else {
                self.read(file)
            }
        }
    }

    private func files(matching pattern: FilePattern) -> [DialplanReader.Source] {
        self.environment.files.filter { pattern.matches($0.file) }.sorted {
            $0.file.utf8.lexicographicallyPrecedes($1.file.utf8)
        }
    }

    // MARK: Findings

    private mutating func problem(_ message: String, _ advice: String, at place: DialplanPlace) {
        self.problems.append(
            DialplanProblem(file: place.file, line: place.line, message: message, advice: advice)
        )
    }

    private mutating func warn(_ message: String, _ advice: String, at place: DialplanPlace) {
        self.warnings.append(
            DialplanProblem(file: place.file, line: place.line, message: message, advice: advice)
        )
    }

    private mutating func note(_ unknownNames: [ByteString], _ isUnterminated: Bool, at place: DialplanPlace) {
        for name in unknownNames {
            self.warn("$${\(name)} is not set, and leaves nothing", "set it above, or in the configuration", at: place)
        }
        if isUnterminated {
            self.warn("a \"$${\" has no \"}\"", "close it", at: place)
        }
    }

    private mutating func warnOfLoss(_ text: [UInt8], at place: DialplanPlace) {
        let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isAlone =
            ["<include>", "</include>"].contains(words)
            || words.hasPrefix("<?") && words.hasSuffix("?>") && words.count(where: { $0 == "<" }) == 1
        if !isAlone {
            self.warn(
                "the whole line is dropped, because <include> or <? is on it",
                "put <include>, </include> and <?xml?> on lines of their own",
                at: place
            )
        }
    }
}
