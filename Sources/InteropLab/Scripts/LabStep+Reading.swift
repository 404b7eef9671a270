import MGCPSyntax
import ProtocolKit
import SimulationKit

extension LabStep {
    /// Reads a line; `nil` for an empty one and for a comment.
    init?(_ line: String, endpointNamed find: (String) -> Int?) throws(LabFailure) {
        var words = LabWords(line)
        guard let first = words.next(), !first.hasPrefix("#") else {
            return nil
        }
        switch first {
        case "restart": self = try Self.restart(&words)
        case "fault": self = .fault(try Self.fault(&words))
        case "wait": self = .wait(try words.duration("a time"))
        case "status": self = .status(nil)
        case "help": self = .help
        case "quit": self = .quit
        default:
            guard let endpoint = find(first) else {
                throw LabFailure("there is no endpoint and no command \(first)")
            }
            self = try Self.step(of: endpoint, &words)
        }
        try words.end()
    }

    private static func step(of endpoint: Int, _ words: inout LabWords) throws(LabFailure) -> LabStep {
        let word = try words.required("what happens at the endpoint")
        switch word {
        case "offhook": return .offHook(endpoint)
        case "onhook": return .onHook(endpoint)
        case "flash": return .flash(endpoint)
        case "dial": return try Self.dial(endpoint, &words)
        case "seize": return .seize(endpoint, ByteString(try words.required("a number")))
        case "answer": return .answer(endpoint)
        case "release": return .release(endpoint, cause: words.next().map { ByteString($0) })
        case "delete": return .deleteConnection(endpoint, try Self.reason(&words))
        case "status": return .status(endpoint)
        case "reset": return .reset(endpoint)
        case "expect":
            let expectation = try LabExpectation(&words)
            return .expect(endpoint, expectation, within: words.isAtEnd ? .seconds(10) : try words.duration("a time"))
        default: throw LabFailure("nobody can \(word) an endpoint; see help")
        }
    }

    private static func dial(_ endpoint: Int, _ words: inout LabWords) throws(LabFailure) -> LabStep {
        let digits = try words.required("digits")
        guard digits.utf8.allSatisfy({ DigitSymbol($0) != nil }) else {
            throw LabFailure("\(digits) is not what a telephone can dial")
        }
        var gap = Duration.milliseconds(120)
        if words.take("gap") {
            gap = try words.duration("a time")
        }
        return .dial(endpoint, ByteString(digits), gap: gap)
    }

    private static func reason(_ words: inout LabWords) throws(LabFailure) -> MGCPReasonCode.Registered {
        guard let word = words.next() else {
            return .malfunction
        }
        guard let reason = UInt16(word).flatMap(MGCPReasonCode.Registered.init(rawValue:)) else {
            throw LabFailure("\(word) is no reason code of RFC 3435 §2.5")
        }
        return reason
    }

    private static func restart(_ words: inout LabWords) throws(LabFailure) -> LabStep {
        let methods: [String: RestartMethod] = [
            "restart": .restart, "forced": .forced, "graceful": .graceful, "disconnected": .disconnected,
            "cancel-graceful": .cancelGraceful,
        ]
        var method = RestartMethod.restart
        if let word = words.peek, let named = methods[word] {
            method = named
            _ = words.next()
        }
        let pattern = words.next() ?? "*"
        let delay = words.next()
        guard delay == nil || delay.flatMap({ UInt32($0) }) != nil else {
            throw LabFailure("a restart delay is a number of seconds")
        }
        return .restart(method, of: ByteString(pattern), delay: delay.flatMap { UInt32($0) })
    }

    private static func fault(_ words: inout LabWords) throws(LabFailure) -> LabFaultOrder {
        let word = try words.required("a fault")
        switch word {
        case "none": return .none
        case "silent": return .silent
        case "slow": return .slow(try words.duration("a time"))
        case "twice": return .twice
        case "lose":
            let numbers = try words.required("numbers").split(separator: ",").compactMap { Int($0) }
            return .lose(Set(numbers))
        case "answer":
            let verb = MGCPVerb(ByteString(try words.required("a verb")))
            let code = UInt16(try words.required("a return code")).flatMap { MGCPReturnCode($0) }
            guard let verb, let code else {
                throw LabFailure("that is not a verb and a return code")
            }
            return .answer(verb, code, count: words.next().flatMap { Int($0) } ?? 1)
        default: throw LabFailure("there is no fault \(word)")
        }
    }
}

extension LabExpectation {
    /// The words for tones that people know by other names than RFC 3660.
    private static let tones: [String: MGCPName] = [
        "dial": "dl", "stutter": "sl", "busy": "bz", "reorder": "ro", "congestion": "cg", "ringback": "rt",
        "waiting": "wt", "warning": "ot", "confirm": "cf", "announcement": "ann",
    ]

    init(_ words: inout LabWords) throws(LabFailure) {
        let word = try words.required("what is expected")
        switch word {
        case "ring": self = .ring
        case "noring": self = .noRing
        case "caller": self = .caller(ByteString(try words.required("a number")))
        case "tone":
            guard let hertz = Double(try words.required("a frequency")) else {
                throw LabFailure("a frequency is a number of hertz")
            }
            self = .tone(hertz)
        case "silence": self = .silence
        case "nomedia": self = .noMedia
        case "hears":
            let name = try words.required("a tone")
            self = name == "nothing" ? .hearsNothing : .hears(Self.tones[name] ?? MGCPName(ByteString(name)))
        case "connected": self = .connected
        case "idle": self = .idle
        case "mode": self = .mode(ConnectionMode(MGCPName(ByteString(try words.required("a mode")))))
        case "digits": self = .digits(try words.required("digits"))
        case "packets":
            guard let count = UInt64(try words.required("a number")) else {
                throw LabFailure("packets are counted in whole numbers")
            }
            self = .packets(count)
        case "lamp": self = .lamp(try words.required("on or off") == "on")
        case "seized": self = .seized(ByteString(try words.required("a number")))
        case "circuitidle": self = .circuitIdle
        default: throw LabFailure("nobody can expect \(word); see help")
        }
    }
}

/// The words of a line.
struct LabWords {
    private var words: ArraySlice<Substring>

    init(_ line: String) {
        self.words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }[...]
    }

    var isAtEnd: Bool {
        self.words.isEmpty
    }

    var peek: String? {
        self.words.first.map(String.init)
    }

    mutating func next() -> String? {
        self.words.popFirst().map(String.init)
    }

    mutating func take(_ word: String) -> Bool {
        guard self.words.first.map({ $0 == word }) ?? false else {
            return false
        }
        self.words.removeFirst()
        return true
    }

    mutating func required(_ what: String) throws(LabFailure) -> String {
        guard let word = self.next() else {
            throw LabFailure("\(what) is missing")
        }
        return word
    }

    /// `5s`, `500ms`, or a number of seconds.
    mutating func duration(_ what: String) throws(LabFailure) -> Duration {
        let word = try self.required(what)
        if word.hasSuffix("ms"), let number = Int64(word.dropLast(2)) {
            return .milliseconds(number)
        }
        guard let number = Double(word.hasSuffix("s") ? String(word.dropLast()) : word), number >= 0, number < 1e6
        else {
            throw LabFailure("\(word) is no time; write 5s or 500ms")
        }
        return .milliseconds(Int64(number * 1000))
    }

    func end() throws(LabFailure) {
        guard let first = self.words.first else {
            return
        }
        throw LabFailure("\(first) is one word too many")
    }
}
