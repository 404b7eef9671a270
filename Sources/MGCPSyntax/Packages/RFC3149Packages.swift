extension MGCPPackage {
    /// The packages for business phones of RFC 3149.
    static var businessPhones: [MGCPPackage] {
        [Self.featureKeys, Self.businessPhone, Self.displayXML]
    }

    private static let featureKeys = MGCPPackage(
        "KY",
        "Feature key package",
        "RFC 3149 §2.1",
        Self.keys + [
            MGCPEventDefinition("ks", "Key state", [], .onOff, "key, state"),
            MGCPEventDefinition("ls", "Set label", [], .onOff, "key, label"),
        ]
    )

    private static let businessPhone = MGCPPackage(
        "BP",
        "Business phone package",
        "RFC 3149 §2.2",
        [
            MGCPEventDefinition("hd", "Force off-hook", [], .onOff),
            MGCPEventDefinition("hu", "Force on-hook", [], .onOff),
            MGCPEventDefinition("beep", "Beep", [], .brief),
        ]
    )

    private static let displayXML = MGCPPackage(
        "XML",
        "Display XML package",
        "RFC 3149 §2.3",
        [
            MGCPEventDefinition("xml", "XML data", .requested, .onOff, "url")
        ]
    )

    /// The keys `fk1` to `fk99`.
    private static let keys =
        ([
            "fk1", "fk2", "fk3", "fk4", "fk5", "fk6", "fk7", "fk8", "fk9", "fk10", "fk11", "fk12", "fk13", "fk14",
            "fk15", "fk16", "fk17", "fk18", "fk19", "fk20", "fk21", "fk22", "fk23", "fk24", "fk25", "fk26", "fk27",
            "fk28", "fk29", "fk30", "fk31", "fk32", "fk33", "fk34", "fk35", "fk36", "fk37", "fk38", "fk39", "fk40",
            "fk41", "fk42", "fk43", "fk44", "fk45", "fk46", "fk47", "fk48", "fk49", "fk50", "fk51", "fk52", "fk53",
            "fk54", "fk55", "fk56", "fk57", "fk58", "fk59", "fk60", "fk61", "fk62", "fk63", "fk64", "fk65", "fk66",
            "fk67", "fk68", "fk69", "fk70", "fk71", "fk72", "fk73", "fk74", "fk75", "fk76", "fk77", "fk78", "fk79",
            "fk80", "fk81", "fk82", "fk83", "fk84", "fk85", "fk86", "fk87", "fk88", "fk89", "fk90", "fk91", "fk92",
            "fk93", "fk94", "fk95", "fk96", "fk97", "fk98", "fk99",
        ] as [StaticString]).map { MGCPEventDefinition($0, "Feature key", .requested) }
}
