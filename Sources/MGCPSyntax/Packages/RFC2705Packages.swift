extension MGCPPackage {
    /// The packages of RFC 2705 that RFC 3660 left out and declared still valid (RFC 3660 §1.3).
    static var former: [MGCPPackage] {
        [Self.multifrequency, Self.networkAccess]
    }

    private static let multifrequency = MGCPPackage(
        "M",
        "MF package",
        "RFC 2705 §6.1.3",
        [
            MGCPEventDefinition("0", "MF 0", .requested, .brief),
            MGCPEventDefinition("1", "MF 1", .requested, .brief),
            MGCPEventDefinition("2", "MF 2", .requested, .brief),
            MGCPEventDefinition("3", "MF 3", .requested, .brief),
            MGCPEventDefinition("4", "MF 4", .requested, .brief),
            MGCPEventDefinition("5", "MF 5", .requested, .brief),
            MGCPEventDefinition("6", "MF 6", .requested, .brief),
            MGCPEventDefinition("7", "MF 7", .requested, .brief),
            MGCPEventDefinition("8", "MF 8", .requested, .brief),
            MGCPEventDefinition("9", "MF 9", .requested, .brief),
            MGCPEventDefinition("K0", "MF K0", .requested, .brief),
            MGCPEventDefinition("K1", "MF K1", .requested, .brief),
            MGCPEventDefinition("K2", "MF K2", .requested, .brief),
            MGCPEventDefinition("S0", "MF S0", .requested, .brief),
            MGCPEventDefinition("S1", "MF S1", .requested, .brief),
            MGCPEventDefinition("S2", "MF S2", .requested, .brief),
            MGCPEventDefinition("S3", "MF S3", .requested, .brief),
            MGCPEventDefinition("X", "Wildcard for any digit", .requested),
            MGCPEventDefinition("T", "Interdigit timer", .requested, .seconds(4)),
            MGCPEventDefinition("wk", "Wink", .requested, .brief),
            MGCPEventDefinition("wko", "Wink off", .requested, .brief),
            MGCPEventDefinition("is", "Incoming seizure", .requested, .onOff),
            MGCPEventDefinition("rs", "Return seizure", .requested, .onOff),
            MGCPEventDefinition("us", "Unseize circuit", .requested, .onOff),
            MGCPEventDefinition("of", "Report failure", .requested),
        ]
    )

    private static let networkAccess = MGCPPackage(
        "N",
        "Network access server package",
        "RFC 2705 §6.1.8",
        [
            MGCPEventDefinition("pa", "Packet arrival", .requested, nil, "address"),
            MGCPEventDefinition("cbk", "Call back request", .requested, nil, "user"),
            MGCPEventDefinition("cl", "Carrier lost", .requested),
            MGCPEventDefinition("au", "Authorization succeeded", .requested),
            MGCPEventDefinition("ax", "Authorization denied", .requested),
            MGCPEventDefinition("of", "Report failure", .requested),
        ]
    )
}
