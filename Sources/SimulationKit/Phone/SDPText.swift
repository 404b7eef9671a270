/// Session descriptions for phones to offer and answer with.
package enum SDPText {
    /// One audio stream.
    package static func audio(
        _ address: String,
        port: UInt16 = 40_000,
        formats: [Int] = [0, 101],
        direction: String = "sendrecv",
        version: Int = 1,
        lines: [String] = []
    ) -> String {
        self.session(address, version: version, lines: self.audioLines(port, formats, direction) + lines)
    }

    /// An audio and a video stream.
    package static func audioVideo(
        _ address: String,
        audioPort: UInt16 = 40_000,
        videoPort: UInt16 = 40_002,
        version: Int = 1
    ) -> String {
        self.session(
            address,
            version: version,
            lines: self.audioLines(audioPort, [0, 101], "sendrecv") + [
                "m=video \(videoPort) RTP/AVP 31", "a=rtpmap:31 H261/90000",
            ]
        )
    }

    /// A T.38 fax stream.
    package static func fax(_ address: String, port: UInt16 = 40_004, version: Int = 2) -> String {
        self.session(
            address,
            version: version,
            lines: ["m=image \(port) udptl t38", "a=T38FaxVersion:0", "a=T38FaxUdpEC:t38UDPRedundancy"]
        )
    }

    private static func session(_ address: String, version: Int, lines: [String]) -> String {
        let family = address.contains(":") ? "IP6" : "IP4"
        let head = [
            "v=0", "o=phone 4711 \(version) IN \(family) \(address)", "s=-", "c=IN \(family) \(address)", "t=0 0",
        ]
        return (head + lines).map { $0 + "\r\n" }.joined()
    }

    private static func audioLines(_ port: UInt16, _ formats: [Int], _ direction: String) -> [String] {
        let names = [0: "PCMU/8000", 8: "PCMA/8000", 9: "G722/8000", 18: "G729/8000", 101: "telephone-event/8000"]
        return ["m=audio \(port) RTP/AVP \(formats.map(String.init).joined(separator: " "))"]
            + formats.map { "a=rtpmap:\($0) \(names[$0] ?? "X-\($0)/8000")" }
            + (formats.contains(101) ? ["a=fmtp:101 0-15"] : []) + ["a=\(direction)"]
    }
}
