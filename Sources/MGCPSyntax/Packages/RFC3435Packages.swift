extension MGCPPackage {
    /// The base package that RFC 3435 itself defines.
    static var base: [MGCPPackage] {
        [Self.basis]
    }

    private static let basis = MGCPPackage(
        "B",
        "Base package",
        "RFC 3435 appendix B",
        [
            MGCPEventDefinition("enf", "Embedded request failure", .requested, nil, "return code"),
            MGCPEventDefinition("oef", "Observed events full", .requested),
            MGCPEventDefinition("qbo", "Quarantine buffer overflow", .requested),
        ]
    )
}
