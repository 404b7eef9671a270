extension MGCPPackage {
    /// The packages for trunks with channel-associated signaling of RFC 3064.
    static var channelAssociated: [MGCPPackage] {
        [
            Self.mfTerminating, Self.dtmfTrunk, Self.basicLine, Self.foreignOffice, Self.featureGroupD,
            Self.operatorServices,
        ]
    }

    private static let mfTerminating = MGCPPackage(
        "MS",
        "MF single stage dialing PBX and trunks",
        "RFC 3064 §2.1",
        [
            MGCPEventDefinition("ans", "Call answer", .persistent, .brief),
            MGCPEventDefinition("bl", "Block", .state, .brief),
            MGCPEventDefinition("bz", "Busy tone", [], .seconds(30)),
            MGCPEventDefinition("inf", "Information digits", .requested, nil, "MF digits"),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("rel", "Release call", .persistent, .brief, "cause"),
            MGCPEventDefinition("res", "Resume call", .persistent, .brief),
            MGCPEventDefinition("rlc", "Release complete", [.persistent, .state], .brief),
            MGCPEventDefinition("ro", "Reorder tone", [], .seconds(30)),
            MGCPEventDefinition("rt", "Ringback tone", [], .seconds(180)),
            MGCPEventDefinition("sup", "Call setup", [.persistent, .state], .endless, "addr"),
            MGCPEventDefinition("sus", "Suspend call", .persistent, .brief),
        ]
    )

    private static let dtmfTrunk = MGCPPackage(
        "DT",
        "DTMF and dial pulse trunks",
        "RFC 3064 §2.2",
        [
            MGCPEventDefinition("ans", "Call answer", .persistent, .brief),
            MGCPEventDefinition("bl", "Block", .state, .brief),
            MGCPEventDefinition("bz", "Busy tone", [], .seconds(30)),
            MGCPEventDefinition("dl", "Dial tone", [], .seconds(16)),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("rel", "Release call", .persistent, .brief, "cause"),
            MGCPEventDefinition("res", "Resume call", .persistent, .brief),
            MGCPEventDefinition("rlc", "Release complete", [.persistent, .state], .brief),
            MGCPEventDefinition("ro", "Reorder tone", [], .seconds(30)),
            MGCPEventDefinition("rt", "Ringback tone", [], .seconds(180)),
            MGCPEventDefinition("sup", "Call setup", [.persistent, .state], .endless, "addr"),
            MGCPEventDefinition("sus", "Suspend call", .persistent, .brief),
        ]
    )

    private static let basicLine = MGCPPackage(
        "BL",
        "Basic PBX trunks, loop or ground start",
        "RFC 3064 §2.3",
        [
            MGCPEventDefinition("bz", "Busy tone", [], .seconds(30)),
            MGCPEventDefinition("dl", "Dial tone", [], .seconds(16)),
            MGCPEventDefinition("hd", "Off-hook", [.persistent, .state]),
            MGCPEventDefinition("hf", "Flash hook", .persistent),
            MGCPEventDefinition("hu", "On-hook", [.persistent, .state]),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("rel", "Release", [], .brief),
            MGCPEventDefinition("rg", "Ringing", [], .seconds(180)),
            MGCPEventDefinition("ro", "Reorder tone", [], .seconds(30)),
            MGCPEventDefinition("rt", "Ringback tone", [], .seconds(180), onConnections: true),
        ]
    )

    private static let foreignOffice = MGCPPackage(
        "DO",
        "FXO trunks, loop or ground start",
        "RFC 3064 §2.4",
        [
            MGCPEventDefinition("ci", "Caller id", .requested, nil, "time, number, name"),
            MGCPEventDefinition("hd", "Off-hook", [], .brief),
            MGCPEventDefinition("hf", "Hook flash", [], .brief),
            MGCPEventDefinition("hu", "On-hook", [], .brief),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("rel", "Release call", .persistent, nil, "cause"),
            MGCPEventDefinition("rg", "Ringing", [.persistent, .state]),
            MGCPEventDefinition("rlc", "Release complete", [.persistent, .state]),
            MGCPEventDefinition("sup", "Call setup", [], .endless, "addr"),
        ]
    )

    private static let featureGroupD = MGCPPackage(
        "MD",
        "MF trunks of feature group D, EANA and EAIN",
        "RFC 3064 §2.5",
        [
            MGCPEventDefinition("ans", "Call answer", .persistent, .brief),
            MGCPEventDefinition("awk", "Acknowledge wink", .persistent, .brief),
            MGCPEventDefinition("bl", "Call block", .state, .brief),
            MGCPEventDefinition("bz", "Busy tone", [], .seconds(30)),
            MGCPEventDefinition("cwk", "Continue wink", [], .brief),
            MGCPEventDefinition("inf", "Information digits", .requested, .endless, "MF digits"),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("rel", "Release call", .persistent, .brief, "cause"),
            MGCPEventDefinition("res", "Resume call", .persistent, .brief),
            MGCPEventDefinition("rlc", "Release complete", [.persistent, .state], .brief),
            MGCPEventDefinition("ro", "Reorder tone", [], .seconds(30)),
            MGCPEventDefinition("rt", "Ringback tone", [], .seconds(180)),
            MGCPEventDefinition("sup", "Call setup", [.persistent, .state], .endless, "ct, ca, id, addr"),
            MGCPEventDefinition("sus", "Suspend call", .persistent, .brief),
            MGCPEventDefinition("swk", "Start wink", .requested),
        ]
    )

    private static let operatorServices = MGCPPackage(
        "MO",
        "MF operator services and 911 trunks",
        "RFC 3064 §2.6",
        [
            MGCPEventDefinition("ans", "Call answer", .persistent),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("orbk", "Operator ringback", .requested),
            MGCPEventDefinition("rbz", "Reverse make busy", [.persistent, .state]),
            MGCPEventDefinition("rcl", "Operator recall", [], .brief),
            MGCPEventDefinition("rel", "Release call", .persistent, .brief, "cause"),
            MGCPEventDefinition("res", "Resume call", [], .brief),
            MGCPEventDefinition("rlc", "Release complete", [.persistent, .state], .brief),
            MGCPEventDefinition("sup", "Call setup", [], .endless, "id, addr"),
            MGCPEventDefinition("sus", "Suspend call", [], .brief),
            MGCPEventDefinition("swk", "Start wink", .requested),
        ]
    )
}
