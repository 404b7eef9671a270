import ArgumentParser
import Dispatch
import Foundation
import Glibc
import InteropLab
import MGCPSyntax
import ProtocolKit
import SDP
import SimulationKit

/// `tandem-lab mgcp-gateway`.
struct MGCPGatewayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mgcp-gateway",
        abstract: "Be a residential and trunk gateway that an MGCP call agent controls (RFC 3435).",
        discussion: """
            It announces its restart to the call agent and then does what lines on standard input, of a script or from a control
            socket say. Each line of a telephone whose receiver is lifted says a tone of its own, 400 Hz the first, 500 Hz the
            second, and so on, so that a test can measure who hears whom.

            With --script it ends with the script: 0 when every expectation was met, 1 otherwise.

            Example:
              tandem-lab mgcp-gateway --listen 127.0.0.1:2427 --call-agent 127.0.0.1:2727 --lines 2 <<'END'
              1 offhook
              1 expect hears dial 5s
              1 dial 200
              2 expect ring 5s
              2 offhook
              1 expect tone 500 5s
              2 expect tone 400 5s
              1 onhook
              1 expect idle 5s
              END

            Lines:
            \(LabLanguage.help)
            """
    )

    @Option(help: "The address and port to listen on.")
    var listen = "127.0.0.1:2427"

    @Option(help: "The address and port of the call agent.")
    var callAgent = "127.0.0.1:2727"

    @Option(help: "What stands after the at sign of endpoint names; by default the address to listen on, in brackets.")
    var domain: String?

    @Option(help: "How many telephones there are: aaln/1, aaln/2, …")
    var lines: Int?

    @Option(
        name: .customLong("endpoint"),
        help: ArgumentHelp(
            "A further endpoint, as aaln/7, ds/e1-1/1, or ds/e1-1/1=MS for a circuit with the signaling of that package.",
            discussion: "Names that begin with ds/ or t/ are circuits, all others telephones."
        )
    )
    var endpoints: [String] = []

    @Option(help: "The address and ports of media.")
    var media: String?

    @Option(name: .customLong("codec"), help: "A codec, the preferred one first: PCMU, PCMA.")
    var codecs: [String] = []

    @Flag(help: "Take no telephone events (RFC 4733); digits are tones then.")
    var noEvents = false

    @Option(name: .customLong("persistent"), help: "An event that is reported without a request, as L/hd.")
    var persistentEvents: [String] = []

    @Option(help: "The profile that commands name: mgcp, ncs, tgcp.")
    var profile = "mgcp"

    @Option(
        name: .customLong("quirk"),
        help: ArgumentHelp(
            "A way in which real gateways differ from RFC 3435.",
            discussion: "One of \(MGCPGatewayCommand.quirkNames.joined(separator: ", "))."
        )
    )
    var quirks: [String] = []

    @Flag(help: "Put messages that leave together into one datagram.")
    var piggyback = false

    @Flag(help: "Announce no restart at the start.")
    var noRestart = false

    @Option(help: "After how many milliseconds somebody answers a telephone that rings; by default only scripts do.")
    var answerAfter: Int?

    @Option(help: "After how many milliseconds whoever answered hangs up; by default when the other side has.")
    var hold: Int?

    @Option(help: "People act at multiples of so many milliseconds only, as SIPp does by its -timer_resol.")
    var rhythm: Int?

    @Flag(help: "Send and take no media.")
    var noMedia = false

    @Flag(help: "Tell no events, for benchmarks.")
    var quiet = false

    @Option(help: "A Unix socket that takes lines from `tandem-lab tell`.")
    var control: String?

    @Option(help: "A file with lines to carry out.")
    var script: String?

    @Flag(help: "Tell what happens as JSON, one object a line.")
    var json = false

    static let quirkNames = [
        "lf", "lower-case", "no-connection-id", "no-early-sdp", "no-audits", "one-codec", "provisional", "repeat-crcx",
    ]

    func run() throws {
        var options = MediaGatewayLab.Options(gateway: try self.gateway())
        options.controlPath = self.control
        options.announcesRestart = !self.noRestart
        options.writesJSON = self.json
        options.answerDelay = try Self.time(self.answerAfter, "--answer-after")
        options.talkTime = try Self.time(self.hold, "--hold")
        options.rhythm = try Self.time(self.rhythm, "--rhythm")
        options.hasMedia = !self.noMedia
        options.tellsEvents = !self.quiet
        options.seed = UInt64.random(in: 0...UInt64.max)
        if let script {
            guard let text = try? String(contentsOfFile: script, encoding: .utf8) else {
                throw ValidationError("cannot read \(script)")
            }
            options.script = text.split(separator: "\n").map(String.init)
        }
        let stop = StopSignal()
        let isGood: Bool
        do throws(LabFailure) {
            let lab = try MediaGatewayLab(options, stopDescriptor: stop.descriptor, write: Self.write)
            isGood = withExtendedLifetime(stop) { lab.run() }
        } catch {
            throw ValidationError(error.description)
        }
        guard isGood else {
            throw ExitCode(1)
        }
    }

    /// Writes a line at once, since whoever reads it may be waiting for it.
    private static func write(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    // MARK: The gateway

    private func gateway() throws -> LabGatewayConfiguration {
        let address = try Self.address(self.listen, "--listen")
        var configuration = LabGatewayConfiguration(
            domain: ByteString(self.domain ?? "[\(address.ip)]"),
            address: address,
            callAgent: try Self.address(self.callAgent, "--call-agent"),
            endpoints: try self.allEndpoints()
        )
        guard EndpointName(ByteString("x@\(configuration.domain)")) != nil else {
            throw ValidationError("\(configuration.domain) is neither a domain name nor an address in brackets")
        }
        try self.setMedia(&configuration)
        configuration.persistentEvents = try self.persistentEvents.map(Self.event)
        configuration.version = try self.version()
        configuration.piggybacks = self.piggyback
        configuration.quirks = try self.allQuirks()
        return configuration
    }

    private func allEndpoints() throws -> [LabGatewayConfiguration.Endpoint] {
        let count = self.lines ?? (self.endpoints.isEmpty ? 2 : 0)
        guard (0...10_000).contains(count) else {
            throw ValidationError("--lines is a number up to 10000")
        }
        let lines = (0..<count).map { LabGatewayConfiguration.Endpoint(ByteString("aaln/\($0 + 1)")) }
        let others = try self.endpoints.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, EndpointName(ByteString("\(name)@x")) != nil else {
                throw ValidationError("\(text) is no name of an endpoint")
            }
            let isCircuit = name.hasPrefix("ds/") || name.hasPrefix("t/")
            let kind: LabGatewayConfiguration.Kind =
                parts.count > 1 ? .trunk(MGCPName(ByteString(parts[1]))) : (isCircuit ? .bearer : .line)
            return LabGatewayConfiguration.Endpoint(ByteString(name), kind: kind)
        }
        return lines + others
    }

    private func setMedia(_ configuration: inout LabGatewayConfiguration) throws {
        if let media {
            guard let colon = media.lastIndex(of: ":"),
                let ip = IPAddress(media[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]")))
            else {
                throw ValidationError("--media is an address and ports, as 127.0.0.1:40000-40999")
            }
            let ports = media[media.index(after: colon)...].split(separator: "-").compactMap { UInt16($0) }
            guard let first = ports.first, let last = ports.last, first < last, first % 2 == 0 else {
                throw ValidationError("--media has ports from an even one to a higher one, as 40000-40999")
            }
            configuration.mediaAddress = ip
            configuration.mediaPorts = first...last
        }
        if !self.codecs.isEmpty {
            configuration.codecs = try self.codecs.map { name in
                switch name.uppercased() {
                case "PCMU": PayloadFormat(0, "PCMU", clockRate: 8000)
                case "PCMA": PayloadFormat(8, "PCMA", clockRate: 8000)
                default: throw ValidationError("\(name) is not one of PCMU and PCMA")
                }
            }
        }
        if self.noEvents {
            configuration.eventPayloadType = nil
        }
    }

    private func version() throws -> MGCPVersion {
        switch self.profile {
        case "mgcp": return .mgcp
        case "ncs": return .ncs
        case "tgcp": return .tgcp
        default: throw ValidationError("--profile is mgcp, ncs or tgcp")
        }
    }

    private func allQuirks() throws -> LabQuirks {
        var quirks = LabQuirks()
        for name in self.quirks {
            switch name {
            case "lf": quirks.endsLinesWithLF = true
            case "lower-case": quirks.writesLowerCase = true
            case "no-connection-id": quirks.omitsConnectionID = true
            case "no-early-sdp": quirks.omitsEarlyDescription = true
            case "no-audits": quirks.ignoresAudits = true
            case "one-codec": quirks.takesOneCodec = true
            case "provisional": quirks.alwaysProvisional = true
            case "repeat-crcx": quirks.repeatsCreation = true
            default:
                throw ValidationError("--quirk is one of \(Self.quirkNames.joined(separator: ", "))")
            }
        }
        return quirks
    }

    private static func event(_ text: String) throws -> EventName {
        let parts = text.split(separator: "/").map(String.init)
        guard parts.count == 2 else {
            throw ValidationError("\(text) is no event; write a package and a name, as L/hd")
        }
        return EventName(MGCPName(ByteString(parts[0])), MGCPName(ByteString(parts[1])))
    }

    private static func time(_ milliseconds: Int?, _ option: String) throws -> Duration? {
        guard let milliseconds else {
            return nil
        }
        guard (0...3_600_000).contains(milliseconds) else {
            throw ValidationError("\(option) is a number of milliseconds up to an hour")
        }
        return .milliseconds(Int64(milliseconds))
    }

    private static func address(_ text: String, _ option: String) throws -> TransportAddress {
        guard let address = TransportAddress(text) else {
            throw ValidationError("\(option) is an address and port, as 127.0.0.1:2427")
        }
        return address
    }
}

/// Makes a descriptor readable when the process is asked to end.
final class StopSignal {
    /// Readable from then on.
    let descriptor: Int32

    private let sources: [any DispatchSourceSignal]

    init() {
        var ends: [Int32] = [-1, -1]
        // The array has the two elements that pipe fills.
        _ = unsafe ends.withUnsafeMutableBufferPointer { unsafe pipe($0.baseAddress) }
        self.descriptor = ends[0]
        let writing = ends[1]
        self.sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { close(writing) }
            source.activate()
            return source
        }
    }
}
