import ArgumentParser
import CallModel
import CallRecords
import Foundation

/// `tandem trace`.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Show the messages of a call on both its legs, or of an endpoint, and what caused each.",
        discussion: """
            Example:
              tandem trace --last
              tandem trace 4k2w --pcap call.pcap
              tandem trace --endpoint carol
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "The call, as the log and `tandem calls` name it.")
    var call: String?

    @Flag(help: "The call that began last.")
    var last = false

    @Option(help: "A line, or an endpoint as aaln/1@house.example.net: its MGCP messages, those of no call among them.")
    var endpoint: String?

    @Option(help: "Write a capture file instead, for Wireshark and its kind.")
    var pcap: String?

    @Flag(help: "Print JSON, with the octets of each message.")
    var json = false

    @Flag(help: "Print the whole messages below the ladder.")
    var messages = false

    func validate() throws {
        let wishes = [self.call != nil, self.last, self.endpoint != nil].filter { $0 }
        guard wishes.count == 1 else {
            throw ValidationError("name a call, say --last, or name an endpoint with --endpoint")
        }
    }

    func run() throws {
        let request = ControlRequest(command: .trace, call: self.call, endpoint: self.endpoint)
        guard let trace = try ControlClient(self.file).ask(request).trace else {
            throw CommandFailure("the gateway sent no trace")
        }
        guard !self.json else {
            print(try JSONText.text(trace))
            return
        }
        let dialplan = trace.dialplan.map { ", dialplan \($0)" } ?? ""
        let title = trace.endpoint.map { "endpoint \($0)" } ?? "call \(trace.call ?? "")\(dialplan)"
        let entries = trace.steps.compactMap(\.entry)
        if let path = self.pcap {
            try Data(PacketCapture(entries).bytes).write(to: URL(fileURLWithPath: path))
            print("wrote the messages of \(title) to \(path)")
            return
        }
        let isColored = isatty(STDOUT_FILENO) == 1
        let ladder = LadderDiagram(title: title, entries: entries, isColored: isColored, lane: trace.endpoint)
        print(ladder.text, terminator: "")
        if self.messages {
            Self.printMessages(entries)
        }
    }

    private static func printMessages(_ entries: [TraceEntry]) {
        for (index, entry) in entries.enumerated() {
            guard case .message(let direction, let transport, let local, let remote, let bytes) = entry.event else {
                continue
            }
            let way = direction == .received ? "\(remote) > \(local)" : "\(local) > \(remote)"
            print("\n#\(index + 1) \(entry.time) \(transport) \(way)")
            print(String(decoding: bytes.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }, as: UTF8.self))
        }
    }
}
