import Foundation

/// What tshark reads in MGCP datagrams; it is a parser that we have not written.
enum Dissector {
    struct Failure: Error {
        let reason: String
    }

    /// Whether tshark is there, or should be: where everything has to run, what is missing fails.
    static var isWanted: Bool {
        self.program != nil || ProcessInfo.processInfo.environment["TANDEM_CORPORA"] != nil
    }

    private static var program: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/tshark" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What each datagram says, in fields and words without white space; one line for each field.
    static func read(_ datagrams: [[UInt8]]) throws -> [Set<String>] {
        guard let program = self.program else {
            throw Failure(reason: "tshark is not installed")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let capture = folder.appending(path: "mgcp.pcap")
        try Data(self.capture(of: datagrams)).write(to: capture)
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-n", "-r", capture.path(), "-T", "json", "--no-duplicate-keys", "-J", "mgcp sdp"]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0,
            let frames = try JSONSerialization.jsonObject(with: output) as? [[String: Any]],
            frames.count == datagrams.count
        else {
            throw Failure(reason: "tshark ended with \(process.terminationStatus)")
        }
        return frames.map { frame in
            let layers = (frame["_source"] as? [String: Any])?["layers"] as? [String: Any] ?? [:]
            var fields: Set<String> = []
            for layer in ["mgcp", "sdp"] {
                self.collect(layers[layer], under: layer, into: &fields)
            }
            return fields
        }
    }

    private static func collect(_ value: Any?, under path: String, into fields: inout Set<String>) {
        switch value {
        case let tree as [String: Any]:
            for (name, value) in tree {
                self.collect(value, under: "\(path)/\(self.plain(name))", into: &fields)
            }
        case let list as [Any]:
            for value in list {
                self.collect(value, under: path, into: &fields)
            }
        case let text as String:
            fields.insert("\(path)=\(self.plain(text))")
        default:
            break
        }
    }

    /// White space and case say nothing in MGCP (RFC 3435 §3.2.1), nor does the order of the symbols of a range.
    private static func plain(_ text: String) -> String {
        let text = text.lowercased().filter { !$0.isWhitespace }
        return text.replacing(/\[([0-9a-d*#-]+)\]/) { match in "[\(String(match.1.sorted()))]" }
    }

    /// A capture file of raw IPv4 from the port of call agents to that of gateways.
    private static func capture(of datagrams: [[UInt8]]) -> [UInt8] {
        var file: [UInt8] = []
        for number in [0xA1B2_C3D4, 0x0004_0002, 0, 0, 65_535, 101] as [UInt32] {
            file.append(contentsOf: number.littleEndianOctets)
        }
        for (place, datagram) in datagrams.enumerated() {
            let length = UInt32(datagram.count + 28)
            for number in [UInt32(place), 0, length, length] {
                file.append(contentsOf: number.littleEndianOctets)
            }
            file.append(contentsOf: [0x45, 0])
            file.append(contentsOf: UInt16(length).bigEndianOctets)
            file.append(contentsOf: [0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2])
            for number in [2727, 2427, UInt16(datagram.count + 8), 0] {
                file.append(contentsOf: number.bigEndianOctets)
            }
            file.append(contentsOf: datagram)
        }
        return file
    }
}

extension UInt32 {
    fileprivate var littleEndianOctets: [UInt8] {
        stride(from: 0, to: 32, by: 8).map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}

extension UInt16 {
    fileprivate var bigEndianOctets: [UInt8] {
        [UInt8(truncatingIfNeeded: self >> 8), UInt8(truncatingIfNeeded: self)]
    }
}
