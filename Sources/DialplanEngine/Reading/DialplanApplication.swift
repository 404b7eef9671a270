/// The actions by the names that dialplans use for them.
enum DialplanApplication: String, CaseIterable {
    case bridge
    case route
    case answer
    case preAnswer = "pre-answer"
    case ringReady = "ring-ready"
    case sleep
    case play
    case sendDigits = "send-digits"
    case answerAndEcho = "answer-and-echo"
    case answerAndPlayTone = "answer-and-play-tone"
    case reject
    case redirect
    case ask
    case transfer
    case lineService = "line-service"
    case set
    case header
    case limit
    case log
    case remember
    case forget

    /// The attributes besides `application` and `after`.
    var attributes: [String] {
        switch self {
        case .bridge:
            ["data", "timeout", "media", "early-media", "ringback", "fail-over", "afterwards"]
        case .route:
            [
                "routes", "data", "most", "timeout", "media", "early-media", "ringback", "fail-over", "afterwards",
            ]
        case .answer, .preAnswer, .ringReady:
            []
        case .sleep, .answerAndEcho:
            ["duration"]
        case .play:
            ["tones", "silence", "recording", "repeat"]
        case .answerAndPlayTone:
            ["frequency", "duration"]
        case .reject:
            ["cause", "status", "reason"]
        case .ask:
            ["decision", "variables"]
        case .transfer:
            ["context", "data"]
        case .lineService:
            ["service", "state", "data"]
        case .header:
            ["leg", "add", "replace", "remove", "value"]
        case .limit:
            ["resource", "calls", "cause"]
        case .log:
            ["level", "data"]
        case .remember:
            ["table", "key", "value"]
        case .forget:
            ["table", "key"]
        case .redirect, .set, .sendDigits:
            ["data"]
        }
    }

    /// What to use for applications of other programs.
    static func advice(for name: String) -> String {
        switch name {
        case "hangup", "respond":
            "use reject"
        case "echo":
            "use answer-and-echo"
        case "gentones", "tone_stream", "playback":
            "use play"
        case "deflect":
            "use redirect"
        case "pre_answer", "ring_ready":
            "use \(name.split(separator: "_").joined(separator: "-"))"
        case "send_dtmf":
            "use send-digits"
        case "lcr":
            "use route"
        case "hash", "db":
            "use remember, forget and ${table[key]}"
        case "curl", "httapi", "lua", "python":
            "use ask"
        case "execute_extension":
            "use transfer"
        case "export", "unset", "multiset":
            "use set"
        default:
            NearestName.advice(for: name, among: self.allCases.map(\.rawValue))
        }
    }
}
