extension MGCPPackage {
    /// The basic packages of RFC 3660.
    static var basic: [MGCPPackage] {
        [
            Self.generic, Self.dtmf, Self.trunk, Self.line, Self.handset, Self.supplementary,
            Self.digitMapExtension, Self.signalList, Self.mediaFormat, Self.rtp, Self.reservation, Self.announcement,
            Self.script,
        ]
    }

    private static let generic = MGCPPackage(
        "G",
        version: 1,
        "Generic media package",
        "RFC 3660 §2.1",
        [
            MGCPEventDefinition("cf", "Confirm tone", [], .brief),
            MGCPEventDefinition("cg", "Congestion tone", [], .endless),
            MGCPEventDefinition("ft", "Fax tone", .requested),
            MGCPEventDefinition("it", "Intercept tone", [], .endless),
            MGCPEventDefinition("ld", "Long duration connection", .onConnection),
            MGCPEventDefinition("mt", "Modem tone", .requested),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("pat", "Pattern detected", .requested, .onOff, "pattern"),
            MGCPEventDefinition("pt", "Preemption tone", [], .endless),
            MGCPEventDefinition(
                "rbk",
                "Ringback on a connection",
                [],
                .seconds(180),
                onConnections: true,
                "connection"
            ),
            MGCPEventDefinition("rt", "Ringback tone", [], .seconds(180), onConnections: true),
        ]
    )

    private static let dtmf = MGCPPackage(
        "D",
        version: 1,
        "DTMF package",
        "RFC 3660 §2.2",
        [
            MGCPEventDefinition("0", "DTMF 0", .requested, .brief),
            MGCPEventDefinition("1", "DTMF 1", .requested, .brief),
            MGCPEventDefinition("2", "DTMF 2", .requested, .brief),
            MGCPEventDefinition("3", "DTMF 3", .requested, .brief),
            MGCPEventDefinition("4", "DTMF 4", .requested, .brief),
            MGCPEventDefinition("5", "DTMF 5", .requested, .brief),
            MGCPEventDefinition("6", "DTMF 6", .requested, .brief),
            MGCPEventDefinition("7", "DTMF 7", .requested, .brief),
            MGCPEventDefinition("8", "DTMF 8", .requested, .brief),
            MGCPEventDefinition("9", "DTMF 9", .requested, .brief),
            MGCPEventDefinition("#", "DTMF #", .requested, .brief),
            MGCPEventDefinition("*", "DTMF *", .requested, .brief),
            MGCPEventDefinition("A", "DTMF A", .requested, .brief),
            MGCPEventDefinition("B", "DTMF B", .requested, .brief),
            MGCPEventDefinition("C", "DTMF C", .requested, .brief),
            MGCPEventDefinition("D", "DTMF D", .requested, .brief),
            MGCPEventDefinition("DD", "DTMF tone duration", .requested, .seconds(3), "dg, to"),
            MGCPEventDefinition("DO", "DTMF on/off signal", [], .onOff, "dg, + or -"),
            MGCPEventDefinition("L", "Long duration indicator", .requested),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("T", "Interdigit timer", .requested, .seconds(16)),
            MGCPEventDefinition("X", "DTMF tones wildcard", .requested),
        ]
    )

    private static let trunk = MGCPPackage(
        "T",
        version: 1,
        "Trunk package",
        "RFC 3660 §2.3",
        [
            MGCPEventDefinition("as", "Answer supervision", .requested, .brief),
            MGCPEventDefinition("bl", "Blocking", [], .brief),
            MGCPEventDefinition("bz", "Busy", [], .seconds(30)),
            MGCPEventDefinition("co1", "Continuity tone", .requested, .seconds(3)),
            MGCPEventDefinition("co2", "Continuity test", .requested, .seconds(3)),
            MGCPEventDefinition("ct", "Continuity transponder", [], .onOff, "tone"),
            MGCPEventDefinition("lb", "Loopback", [], .onOff),
            MGCPEventDefinition("nm", "New milliwatt tone", .requested, .seconds(3)),
            MGCPEventDefinition("mm", "Newest milliwatt tone", .requested, .seconds(3)),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("om", "Old milliwatt tone", .requested, .seconds(3)),
            MGCPEventDefinition("pst", "Permanent signal tone", [], .endless),
            MGCPEventDefinition("qt", "Quiet termination", [], .endless),
            MGCPEventDefinition("ro", "Reorder tone", .requested, .seconds(30)),
            MGCPEventDefinition("sit", "Special information tone", .requested, .seconds(2), "1 to 7"),
            MGCPEventDefinition("tl", "Test line", .requested, .endless),
            MGCPEventDefinition("tp", "Test pattern", .requested, .seconds(3), "pattern"),
            MGCPEventDefinition("zz", "No circuit", .requested, .seconds(2)),
        ]
    )

    private static let line = MGCPPackage(
        "L",
        version: 1,
        "Line package",
        "RFC 3660 §2.4",
        [
            MGCPEventDefinition("adsi", "ADSI display", [], .brief, "string"),
            MGCPEventDefinition("aw", "Answer tone", .requested, .onOff),
            MGCPEventDefinition("bz", "Busy tone", [], .seconds(30)),
            MGCPEventDefinition("ci", "Caller id", [], .brief, "time, number, name"),
            MGCPEventDefinition("dl", "Dial tone", [], .seconds(16)),
            MGCPEventDefinition("e", "Error tone", .requested, .seconds(2)),
            MGCPEventDefinition("hd", "Off-hook transition", .state),
            MGCPEventDefinition("hf", "Flash hook", .requested),
            MGCPEventDefinition("ht", "On hold tone", [], .onOff),
            MGCPEventDefinition("hu", "On-hook transition", .state),
            MGCPEventDefinition("lsa", "Line side answer supervision", [], .onOff),
            MGCPEventDefinition("mwi", "Message waiting indicator", [], .seconds(16)),
            MGCPEventDefinition("nbz", "Network busy", .requested, .endless),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("osi", "Network disconnect", [], .timeOut(milliseconds: 900)),
            MGCPEventDefinition("ot", "Off-hook warning tone", [], .endless),
            MGCPEventDefinition("p", "Prompt tone", .requested, .brief),
            MGCPEventDefinition("rg", "Ringing", [], .seconds(180)),
            MGCPEventDefinition("r0", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("r1", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("r2", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("r3", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("r4", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("r5", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("r6", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("r7", "Distinctive ringing", [], .seconds(180)),
            MGCPEventDefinition("ro", "Reorder tone", [], .seconds(30)),
            MGCPEventDefinition("rs", "Ringsplash", [], .brief),
            MGCPEventDefinition("s", "Distinctive tone pattern", .requested, .brief, "pattern"),
            MGCPEventDefinition("sit", "Special information tone", [], .seconds(2), "1 to 7"),
            MGCPEventDefinition("sl", "Stutter dial tone", [], .seconds(16)),
            MGCPEventDefinition("v", "Alerting tone", [], .onOff),
            MGCPEventDefinition("vmwi", "Visual message waiting indicator", [], .onOff),
            MGCPEventDefinition("wt", "Call waiting tone", [], .seconds(12)),
            MGCPEventDefinition("wt1", "Call waiting tone", [], .seconds(12)),
            MGCPEventDefinition("wt2", "Call waiting tone", [], .seconds(12)),
            MGCPEventDefinition("wt3", "Call waiting tone", [], .seconds(12)),
            MGCPEventDefinition("wt4", "Call waiting tone", [], .seconds(12)),
            MGCPEventDefinition("y", "Recorder warning tone", [], .endless),
            MGCPEventDefinition("z", "Calling card service tone", [], .brief),
        ]
    )

    private static let handset = MGCPPackage(
        "H",
        version: 1,
        "Handset emulation package",
        "RFC 3660 §2.5",
        [
            MGCPEventDefinition("adsi", "ADSI display", .requested, .brief, "string"),
            MGCPEventDefinition("aw", "Answer tone", .requested, .onOff),
            MGCPEventDefinition("bz", "Busy tone", .requested, .seconds(30)),
            MGCPEventDefinition("ci", "Caller id", .requested, .brief, "time, number, name"),
            MGCPEventDefinition("dl", "Dial tone", .requested, .seconds(16)),
            MGCPEventDefinition("e", "Error tone", .requested, .seconds(2)),
            MGCPEventDefinition("hd", "Off-hook transition", .state, .brief),
            MGCPEventDefinition("hf", "Flash hook", .requested, .brief),
            MGCPEventDefinition("ht", "On hold tone", .requested, .onOff),
            MGCPEventDefinition("hu", "On-hook transition", .state, .brief),
            MGCPEventDefinition("lsa", "Line side answer supervision", .requested, .onOff),
            MGCPEventDefinition("mwi", "Message waiting indicator", .requested, .seconds(16)),
            MGCPEventDefinition("nbz", "Network busy", .requested, .endless),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("osi", "Network disconnect", .requested, .timeOut(milliseconds: 900)),
            MGCPEventDefinition("ot", "Off-hook warning tone", .requested, .endless),
            MGCPEventDefinition("p", "Prompt tone", .requested, .brief),
            MGCPEventDefinition("rg", "Ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r0", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r1", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r2", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r3", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r4", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r5", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r6", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("r7", "Distinctive ringing", .requested, .seconds(180)),
            MGCPEventDefinition("ro", "Reorder tone", .requested, .seconds(30)),
            MGCPEventDefinition("rs", "Ringsplash", .requested, .brief),
            MGCPEventDefinition("s", "Distinctive tone pattern", .requested, .brief, "pattern"),
            MGCPEventDefinition("sit", "Special information tone", .requested, .seconds(2), "1 to 7"),
            MGCPEventDefinition("sl", "Stutter dial tone", .requested, .seconds(16)),
            MGCPEventDefinition("v", "Alerting tone", .requested, .onOff),
            MGCPEventDefinition("vmwi", "Visual message waiting indicator", .requested, .onOff),
            MGCPEventDefinition("wt", "Call waiting tone", .requested, .seconds(12)),
            MGCPEventDefinition("wt1", "Call waiting tone", .requested, .seconds(12)),
            MGCPEventDefinition("wt2", "Call waiting tone", .requested, .seconds(12)),
            MGCPEventDefinition("wt3", "Call waiting tone", .requested, .seconds(12)),
            MGCPEventDefinition("wt4", "Call waiting tone", .requested, .seconds(12)),
            MGCPEventDefinition("y", "Recorder warning tone", .requested, .endless),
            MGCPEventDefinition("z", "Calling card service tone", .requested, .brief),
        ]
    )

    private static let supplementary = MGCPPackage(
        "SST",
        "Supplementary services tone package",
        "RFC 3660 §2.6",
        [
            MGCPEventDefinition("cd", "Conference depart", [], .brief),
            MGCPEventDefinition("cj", "Conference join", [], .brief),
            MGCPEventDefinition("cm", "Comfort tone", [], .endless),
            MGCPEventDefinition("cw", "Caller waiting tone", [], .seconds(30)),
            MGCPEventDefinition("ht", "On hold tone", [], .onOff),
            MGCPEventDefinition("ni", "Negative indication", [], .endless),
            MGCPEventDefinition("nu", "Number unobtainable", [], .endless),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("pr", "Pay phone recognition", [], .brief),
            MGCPEventDefinition("pt", "Pay tone", [], .brief),
        ]
    )

    private static let digitMapExtension = MGCPPackage(
        "DM1",
        "Digit map extension",
        "RFC 3660 §2.7",
        []
    )

    private static let signalList = MGCPPackage(
        "SL",
        "Signal list package",
        "RFC 3660 §2.8",
        [
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("s", "Signal list", [], .endless, "signals"),
        ]
    )

    private static let mediaFormat = MGCPPackage(
        "FM",
        "Media format parameter package",
        "RFC 3660 §2.9",
        []
    )

    private static let rtp = MGCPPackage(
        "R",
        version: 1,
        "RTP package",
        "RFC 3660 §2.10",
        [
            MGCPEventDefinition("co1", "Continuity tone", .onConnection, .seconds(3), onConnections: true),
            MGCPEventDefinition("co2", "Continuity test", .onConnection, .seconds(3), onConnections: true),
            MGCPEventDefinition("iu", "ICMP unreachable received", .onConnection, nil, "cause"),
            MGCPEventDefinition("ji", "Jitter buffer size changed", .onConnection, nil, "milliseconds"),
            MGCPEventDefinition("ma", "Media start", .onConnection),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("pl", "Packet loss exceeded", .onConnection, nil, "per 100,000"),
            MGCPEventDefinition("qa", "Quality alert", .onConnection),
            MGCPEventDefinition("rto", "RTP or RTCP time-out", .onConnection, nil, "seconds, start"),
            MGCPEventDefinition("sr", "Sampling rate changed", .onConnection, nil, "milliseconds"),
            MGCPEventDefinition("uc", "Used codec changed", .onConnection, nil, "codec"),
        ]
    )

    private static let reservation = MGCPPackage(
        "RES",
        "Resource reservation package",
        "RFC 3660 §2.11",
        [
            MGCPEventDefinition("re", "Resource error", .onConnection, nil, "cause"),
            MGCPEventDefinition("rl", "Resource lost", .onConnection),
        ]
    )

    private static let announcement = MGCPPackage(
        "A",
        version: 1,
        "Announcement server package",
        "RFC 3660 §2.12",
        [
            MGCPEventDefinition("ann", "Play an announcement", [], .endless, onConnections: true, "url"),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
        ]
    )

    private static let script = MGCPPackage(
        "Script",
        version: 1,
        "Script package",
        "RFC 3660 §2.13",
        [
            MGCPEventDefinition("ir", "Intermediate results or request", .requested, .brief, "parameters"),
            MGCPEventDefinition("java", "Load and run a Java script", [], .endless, "url, parameters"),
            MGCPEventDefinition("oc", "Operation complete", .requested),
            MGCPEventDefinition("of", "Operation failure", .requested),
            MGCPEventDefinition("perl", "Load and run a Perl script", [], .endless, "url, parameters"),
            MGCPEventDefinition("tcl", "Load and run a Tcl script", [], .endless, "url, parameters"),
            MGCPEventDefinition("vxml", "Load and run a VXML document", [], .endless, "url, parameters"),
            MGCPEventDefinition("xml", "Load and run an XML script", [], .endless, "url, parameters"),
        ]
    )
}
