extension MGCPPackage {
    /// The fax package of RFC 5347.
    static var fax: [MGCPPackage] {
        [Self.facsimile]
    }

    private static let facsimile = MGCPPackage(
        "FXR",
        "Fax package",
        "RFC 5347 §2",
        [
            MGCPEventDefinition("gwfax", "Gateway controlled fax", .requested, nil, "start, stop or failure"),
            MGCPEventDefinition("nopfax", "No special fax handling", .requested, nil, "start"),
            MGCPEventDefinition("t38", "T.38 fax relay", .requested, nil, "start, stop or failure"),
        ]
    )
}
