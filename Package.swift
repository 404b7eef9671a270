// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Whether libFuzzer's entry points are built: `FUZZ=1 swift build -c release --scratch-path .build/fuzz`.
let isFuzzed = Context.environment["FUZZ"] == "1"
let instrumented: [SwiftSetting] = isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : []

/// A target that computes and never performs I/O.
///
/// Its imports are plain names, so a package product, NIO above all, cannot even be written here.
func pure(_ name: String, imports: String..., exclude: [String] = []) -> Target {
    .target(
        name: name,
        dependencies: imports.map { .target(name: $0) },
        exclude: exclude,
        swiftSettings: strict + instrumented
    )
}

/// The tests of one target, or a suite that spans several.
func tests(_ name: String, of imports: String...) -> Target {
    .testTarget(name: name, dependencies: imports.map { .target(name: $0) }, swiftSettings: strict)
}

/// libxml2, which reads dialplans and validates them against their schema.
let libxml2 = Target.systemLibrary(
    name: "CLibXML2",
    pkgConfig: "libxml-2.0",
    providers: [.apt(["libxml2-dev"])]
)

/// RE2, whose matching time is linear in the text, behind a C face of our own.
let re2 = Target.target(name: "CRE2")

/// PCRE2, for the expressions of FreeSWITCH's dialplans that look around or refer back, which RE2 cannot have.
let pcre2 = Target.systemLibrary(
    name: "CPCRE2",
    pkgConfig: "libpcre2-8",
    providers: [.apt(["libpcre2-dev"])]
)

/// A libFuzzer entry point in `Tests/Fuzz/<name>`.
///
/// Its `main` comes from `FuzzDriver`; `cases` says that it has a folder of inputs.
func fuzzer(_ name: String, of imports: String..., cases: Bool = false) -> Target {
    .executableTarget(
        name: name,
        dependencies: (imports + ["FuzzDriver"]).map { .target(name: $0) },
        path: "Tests/Fuzz/\(name)",
        exclude: ["seeds"] + (cases ? ["cases"] : []),
        swiftSettings: strict + instrumented + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]
    )
}

let fuzzers: [Target] =
    isFuzzed
    ? [
        .target(name: "FuzzDriver", path: "Tests/Fuzz/FuzzDriver", swiftSettings: strict),
        fuzzer("FuzzSDP", of: "SDP", "ProtocolKit"),
        fuzzer("FuzzRTP", of: "RTP", "ProtocolKit"),
        fuzzer("FuzzRTCP", of: "RTP"),
        fuzzer("FuzzSIPMessage", of: "SIPSyntax", "ProtocolKit"),
        fuzzer("FuzzSIPStream", of: "SIPSyntax", "ProtocolKit"),
        fuzzer("FuzzSIPURI", of: "SIPSyntax", "ProtocolKit"),
        fuzzer("FuzzMGCPMessage", of: "MGCPSyntax", "SDP", "ProtocolKit"),
        fuzzer("FuzzMGCPParameters", of: "MGCPSyntax", "ProtocolKit"),
        fuzzer("FuzzDigitMap", of: "MGCPSyntax", "ProtocolKit"),
        fuzzer("FuzzDialplan", of: "DialplanEngine", "CallModel", "ProtocolKit"),
        fuzzer("FuzzDecision", of: "DialplanEngine", "CallModel", "ProtocolKit"),
        fuzzer("FuzzDialString", of: "DialplanEngine", "CallModel", "ProtocolKit"),
        fuzzer("FuzzCalendar", of: "DialplanEngine", "ProtocolKit"),
        fuzzer("FuzzExpressions", of: "Expressions", cases: true),
        fuzzer("FuzzRoutes", of: "DialplanEngine", "ProtocolKit"),
        fuzzer("FuzzTPKT", of: "H323Syntax"),
        fuzzer("FuzzH225", of: "H323Syntax"),
        fuzzer("FuzzRAS", of: "H323Syntax"),
        fuzzer("FuzzH245", of: "H323Syntax"),
    ] : []

let package = Package(
    name: "tandem",
    dependencies: [
        // The command line of the program and its help.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // The log lines of the program.
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        // The configuration file, with the line and column of each key.
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // Tables of routes that others keep in SQLite files.
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        // HTTP with decision servers, whose framing nobody should write anew.
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        pure("ProtocolKit"),
        tests("ProtocolKitTests", of: "ProtocolKit"),

        // libcrypto's hashes: HTTP digest authentication and keyed nonces need them, and nobody should write their own.
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        pure("Digests", imports: "COpenSSL"),
        tests("DigestsTests", of: "Digests"),

        pure("SIPSyntax", imports: "ProtocolKit"),
        tests("SIPSyntaxTests", of: "SIPSyntax", "ProtocolKit"),
        // The third-party messages that several suites read.
        .target(name: "TestCorpora", path: "Tests/TestCorpora", exclude: ["Messages"], swiftSettings: strict),
        tests("ConformanceTests", of: "SIPSyntax", "TestCorpora", "ProtocolKit"),

        pure("RTP", imports: "ProtocolKit"),
        tests("RTPTests", of: "RTP", "TestCorpora", "ProtocolKit"),

        pure("SDP", imports: "ProtocolKit"),
        tests("SDPTests", of: "SDP", "TestCorpora", "ProtocolKit"),
        pure("CallModel", imports: "SDP", "ProtocolKit"),

        pure("MGCPSyntax", imports: "SDP", "ProtocolKit"),
        tests("MGCPSyntaxTests", of: "MGCPSyntax", "SDP", "TestCorpora", "ProtocolKit"),

        // H.323's codec: the types of its ASN.1 schemas are generated, by hand and when a schema changes.
        pure("H323Syntax", imports: "ProtocolKit", exclude: ["Schema"]),
        tests("H323SyntaxTests", of: "H323Syntax", "TestCorpora", "ProtocolKit"),
        .executableTarget(name: "H323SchemaCompiler", swiftSettings: strict),
        tests("H323SchemaCompilerTests", of: "H323SchemaCompiler"),
        pure("H323Agent", imports: "H323Syntax", "CallModel", "SDP", "Digests", "ProtocolKit"),
        tests("H323AgentTests", of: "H323Agent", "H323Syntax", "CallModel", "SDP", "Digests", "ProtocolKit"),

        pure("MGCPAgent", imports: "MGCPSyntax", "CallModel", "SDP", "ProtocolKit"),
        tests("MGCPAgentTests", of: "MGCPAgent", "MGCPSyntax", "CallModel", "SDP", "ProtocolKit"),

        pure("SIPTransactions", imports: "SIPSyntax", "CallModel", "ProtocolKit"),
        tests("SIPTransactionsTests", of: "SIPTransactions", "SIPSyntax", "CallModel", "ProtocolKit"),

        libxml2,
        pure("XMLReading", imports: "CLibXML2"),
        tests("XMLReadingTests", of: "XMLReading"),
        re2,
        pcre2,
        pure("Expressions", imports: "CRE2", "CPCRE2"),
        tests("ExpressionsTests", of: "Expressions"),
        pure("DialplanEngine", imports: "CallModel", "XMLReading", "Expressions", "ProtocolKit"),
        tests(
            "DialplanEngineTests",
            of: "DialplanEngine",
            "CallModel",
            "XMLReading",
            "TestCorpora",
            "ProtocolKit"
        ),

        pure("SIPAgent", imports: "SIPTransactions", "SIPSyntax", "CallModel", "SDP", "Digests", "ProtocolKit"),
        tests(
            "SIPAgentTests",
            of: "SIPAgent",
            "SIPTransactions",
            "SIPSyntax",
            "CallModel",
            "SDP",
            "Digests",
            "TestCorpora",
            "ProtocolKit"
        ),

        pure("CallControl", imports: "DialplanEngine", "CallModel", "SDP", "ProtocolKit"),
        tests("CallControlTests", of: "CallControl", "DialplanEngine", "CallModel", "SDP", "ProtocolKit"),

        pure(
            "GatewayCore",
            imports: "SIPAgent",
            "SIPTransactions",
            "MGCPAgent",
            "MGCPSyntax",
            "CallControl",
            "DialplanEngine",
            "CallModel",
            "ProtocolKit"
        ),
        tests("GatewayCoreTests", of: "GatewayCore", "MGCPSyntax", "DialplanEngine", "CallModel", "ProtocolKit"),
        pure(
            "SimulationKit",
            imports: "GatewayCore",
            "SIPAgent",
            "SIPTransactions",
            "SIPSyntax",
            "MGCPAgent",
            "MGCPSyntax",
            "CallControl",
            "DialplanEngine",
            "CallModel",
            "SDP",
            "ProtocolKit"
        ),
        tests("SimulationKitTests", of: "SimulationKit", "MGCPSyntax", "CallModel", "SDP", "ProtocolKit"),
        tests(
            "ScenarioTests",
            of: "SimulationKit",
            "GatewayCore",
            "SIPAgent",
            "SIPSyntax",
            "MGCPAgent",
            "MGCPSyntax",
            "CallControl",
            "DialplanEngine",
            "CallModel",
            "SDP",
            "ProtocolKit"
        ),

        // Tests of dialplans, played in the simulation.
        pure(
            "DialplanTrials",
            imports: "SimulationKit",
            "GatewayCore",
            "SIPAgent",
            "SIPSyntax",
            "MGCPAgent",
            "MGCPSyntax",
            "CallControl",
            "DialplanEngine",
            "XMLReading",
            "CallModel",
            "SDP",
            "ProtocolKit"
        ),
        tests(
            "DialplanTrialsTests",
            of: "DialplanTrials",
            "DialplanEngine",
            "SimulationKit",
            "CallModel",
            "ProtocolKit"
        ),

        // The I/O row: sockets, files, clocks and threads.
        .target(name: "CDatagram"),
        .target(
            name: "MediaRelay",
            dependencies: ["CallModel", "RTP", "ProtocolKit", "CDatagram"],
            swiftSettings: strict
        ),
        tests("MediaRelayTests", of: "MediaRelay", "CallModel", "CDatagram", "ProtocolKit"),
        .target(name: "CSocket"),
        // c-ares, which asks name servers for every record type that RFC 3263 needs, with its time to live.
        .systemLibrary(name: "CCAres", pkgConfig: "libcares", providers: [.apt(["libc-ares-dev"])]),
        .target(
            name: "SignalingShell",
            dependencies: ["GatewayCore", "CallModel", "ProtocolKit", "CSocket", "CCAres"],
            swiftSettings: strict
        ),
        tests("SignalingShellTests", of: "SignalingShell", "GatewayCore", "CallModel", "ProtocolKit"),
        .target(name: "CallRecords", dependencies: ["CallModel", "ProtocolKit"], swiftSettings: strict),
        tests("CallRecordsTests", of: "CallRecords", "CallModel", "ProtocolKit"),

        // Asks decision servers by HTTP.
        .target(
            name: "DecisionClient",
            dependencies: [
                "CallModel", "ProtocolKit",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DecisionClientTests",
            dependencies: [
                "DecisionClient", "CallModel", "ProtocolKit",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),

        // Peers on real sockets, to test this gateway and others with.
        .target(
            name: "InteropLab",
            dependencies: ["SimulationKit", "RTP", "MGCPSyntax", "SDP", "ProtocolKit", "CDatagram"],
            swiftSettings: strict
        ),
        tests("InteropLabTests", of: "InteropLab", "SimulationKit", "MGCPSyntax", "ProtocolKit"),
        .executableTarget(
            name: "tandem-lab",
            dependencies: [
                "InteropLab", "SimulationKit", "MGCPSyntax", "SDP", "ProtocolKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        // What messages cost, for `make bench`.
        .target(name: "CMeter", path: "Interop/bench/messages/CMeter"),
        .executableTarget(
            name: "MessageCost",
            dependencies: [
                "SimulationKit", "GatewayCore", "SIPAgent", "SIPSyntax", "MGCPAgent", "MGCPSyntax", "CallControl",
                "DialplanEngine", "CallModel", "SDP", "ProtocolKit", "CMeter",
            ],
            path: "Interop/bench/messages/MessageCost",
            swiftSettings: strict
        ),

        // What it costs to decide a call, for `make bench`.
        .executableTarget(
            name: "DialplanCost",
            dependencies: ["DialplanEngine", "Expressions", "ProtocolKit", "CMeter"],
            path: "Interop/bench/dialplans/DialplanCost",
            swiftSettings: strict
        ),

        // What tables of routes cost, for `make bench`.
        .executableTarget(
            name: "RouteCost",
            dependencies: ["DialplanEngine", "ProtocolKit", "CMeter"],
            path: "Interop/bench/routes/RouteCost",
            swiftSettings: strict
        ),

        // The program.
        .executableTarget(
            name: "tandem",
            dependencies: [
                "SignalingShell", "MediaRelay", "CallRecords", "DecisionClient", "GatewayCore", "CallControl",
                "SIPAgent",
                "SIPTransactions", "Digests", "MGCPAgent", "MGCPSyntax", "DialplanTrials",
                "DialplanEngine", "CallModel", "ProtocolKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TandemTests",
            dependencies: [
                "tandem", "DialplanTrials", "SimulationKit", "GatewayCore", "CallRecords", "CallControl",
                "DecisionClient",
                "DialplanEngine", "SIPAgent",
                "SIPTransactions", "MGCPAgent",
                "SignalingShell", "CallModel", "ProtocolKit",
                // Its databases are made in the tests.
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
    ] + fuzzers,
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
