extension MGCPPackage {
    /// The advanced audio package of RFC 2897.
    static var audio: [MGCPPackage] {
        [Self.advancedAudio]
    }

    private static let advancedAudio = MGCPPackage(
        "AU",
        "Advanced audio package",
        "RFC 2897 §3",
        [
            MGCPEventDefinition("pa", "Play announcement", [], .endless, "an, it, iv, du, sp, vl"),
            MGCPEventDefinition("pc", "Play and collect", [], .endless, "prompts, keys, timers and digits of §5"),
            MGCPEventDefinition("pr", "Play and record", [], .endless, "prompts, keys and timers of §5"),
            MGCPEventDefinition("es", "End signal", [], .brief, "signal"),
            MGCPEventDefinition("oc", "Operation complete", .requested, nil, "rc, vi, ik, ap, na, dc, ri"),
            MGCPEventDefinition("of", "Operation failed", .requested, nil, "rc"),
        ]
    )
}
