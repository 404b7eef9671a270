import MGCPSyntax
import ProtocolKit
import Testing

/// The packages and codes as data.
struct PackageTests {
    @Test
    func `every package of the specifications is there`() {
        let names = [
            "B", "G", "D", "T", "L", "H", "SST", "DM1", "SL", "FM", "R", "RES", "A", "Script", "MS", "DT", "BL", "DO",
            "MD",
            "MO", "AU", "KY", "BP", "XML", "FXR", "M", "N",
        ]
        #expect(MGCPPackage.all.map(\.name.description) == names)
        for name in names {
            #expect(MGCPPackage.named(MGCPName(ByteString(name.lowercased())))?.name.description == name)
        }
        #expect(MGCPPackage.named("nobody") == nil)
    }

    @Test
    func `no package defines a name twice, and every name can be written`() throws {
        for package in MGCPPackage.all {
            let names = package.events.map { MGCPName(ByteString($0.name.description)) }
            #expect(Set(names).count == names.count, "\(package.name)")
            #expect(package.clause.description.hasPrefix("RFC "))
            for (definition, name) in zip(package.events, names) {
                let event = EventName(MGCPName(ByteString(package.name.description)), name)
                let signals = SignalRequests([MGCPSignal(event)])
                #expect(try SignalRequests(parsing: signals.written) == signals)
                #expect(
                    MGCPPackage.definition(of: event, defaultPackage: "L")?.title.description
                        == definition.title.description
                )
                #expect(definition.isEvent || definition.isSignal, "\(event)")
            }
        }
    }

    @Test(arguments: [
        ("L", "dl", MGCPEventDefinition.SignalKind.timeOut(milliseconds: 16_000)),
        ("L", "rg", .timeOut(milliseconds: 180_000)),
        ("L", "bz", .timeOut(milliseconds: 30_000)), ("L", "ot", .timeOut(milliseconds: nil)),
        ("L", "osi", .timeOut(milliseconds: 900)),
        ("L", "vmwi", .onOff), ("L", "ci", .brief), ("L", "r7", .timeOut(milliseconds: 180_000)),
        ("L", "wt4", .timeOut(milliseconds: 12_000)),
        ("G", "rt", .timeOut(milliseconds: 180_000)), ("G", "cg", .timeOut(milliseconds: nil)),
        ("D", "T", .timeOut(milliseconds: 16_000)),
        ("D", "#", .brief), ("T", "co1", .timeOut(milliseconds: 3_000)), ("MD", "rlc", .brief),
        ("BL", "dl", .timeOut(milliseconds: 16_000)),
        ("AU", "pc", .timeOut(milliseconds: nil)), ("KY", "ks", .onOff), ("M", "T", .timeOut(milliseconds: 4_000)),
    ])
    func `signals end as their tables say`(package: String, event: String, kind: MGCPEventDefinition.SignalKind) {
        let name = EventName(MGCPName(ByteString(package)), MGCPName(ByteString(event)))

        #expect(MGCPPackage.definition(of: name, defaultPackage: "G")?.signal == kind)
    }

    @Test
    func `events are detected as their tables say`() throws {
        let find = { (package: MGCPName, event: MGCPName) in
            MGCPPackage.definition(of: EventName(package, event), defaultPackage: "G")
        }
        #expect(find("L", "hd")?.detection == .state)
        #expect(find("L", "hf")?.detection == .requested)
        #expect(find("L", "dl")?.detection == [])
        #expect(find("MS", "sup")?.detection == [.persistent, .state])
        #expect(find("R", "qa")?.detection == .onConnection)
        #expect(find("R", "qa")?.signal == nil)
        #expect(find("G", "rt")?.appliesToConnections == true)
        #expect(find("FXR", "t38")?.isEvent == true)
        #expect(find("KY", "fk99")?.isEvent == true)
        #expect(find("KY", "fk100") == nil)
        #expect(find("L", "nothing") == nil)
        #expect(MGCPPackage.definition(of: EventName(.byDefault, .named("rt")), defaultPackage: "G") != nil)
        #expect(MGCPPackage.definition(of: EventName(.all, .all), defaultPackage: "G") == nil)
    }

    // MARK: Codes

    @Test
    func `every code is registered once, in order`() {
        let numbers = MGCPReturnCode.registered.map(\.code.number)

        #expect(numbers == numbers.sorted())
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.count == 57)
    }

    /// RFC 3435 §2.4, the list at its end.
    @Test(arguments: [
        (0, 0), (42, 0), (100, 100), (101, 101), (199, 100), (200, 200), (250, 250), (299, 200), (300, 521), (399, 521),
        (401, 401),
        (408, 400), (499, 400), (541, 541), (599, 510), (600, 510), (899, 510), (999, 510),
    ])
    func `an unknown code is taken for a known one`(number: UInt16, understood: UInt16) {
        #expect(MGCPReturnCode(number)?.understood.number == understood)
    }

    @Test(
        arguments: [
            (200, MGCPReturnCode.Category.normal), (401, .stateMismatch), (403, .temporaryFailure),
            (404, .temporaryFailure), (501, .serviceFailure),
            (500, .provisioningMismatch), (506, .remoteDescriptorError), (515, .stateMismatch), (521, .specific),
            (534, .provisioningMismatch),
            (599, .specific), (499, .temporaryFailure),
        ] as [(UInt16, MGCPReturnCode.Category)]
    )
    func `a failure has a category`(number: UInt16, category: MGCPReturnCode.Category) {
        #expect(MGCPReturnCode(number)?.category == category)
    }

    @Test
    func `codes say what they are by their first digit`() {
        #expect(MGCPReturnCode(1000) == nil)
        #expect(MGCPReturnCode(0)?.description == "000")
        #expect(
            [0, 100, 200, 400, 500, 300].compactMap { MGCPReturnCode($0)?.isFinal } == [
                false, false, true, true, true, true,
            ]
        )
        #expect(MGCPReturnCode(801)?.kind == .package)
    }
}
