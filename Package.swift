// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")

let package = Package(
    name: "jbem",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "jbem", targets: ["jbem"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    ],
    targets: [
        .target(name: "CSQLiteSession", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CNetworkSimplex"),
        library("JBEMCore", ["CNetworkSimplex", bigInt], exclude: ["Documentation.docc"]),
        .target(name: "CQRCode", linkerSettings: [.linkedLibrary("qrencode")]),
        library("JBEMOutput", ["CQRCode"]),
        library("JBEMStore", ["JBEMCore", "CSQLiteSession", grdb, crypto]),
        library("JBEMOperations", ["JBEMStore", "JBEMCore"]),
        library("JBEMPresentation", ["JBEMOperations", "JBEMStore", "JBEMCore", "JBEMOutput"]),
        .target(name: "CNCurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        library("JBEMDashboard", ["JBEMPresentation", "JBEMOperations", "JBEMStore", "JBEMCore", "JBEMOutput", "CNCurses"]),
        library("JBEMCommands", ["JBEMDashboard", "JBEMPresentation", "JBEMOperations", "JBEMStore", "JBEMCore", "JBEMOutput", arguments]),
        .executableTarget(name: "jbem", dependencies: ["JBEMCommands", "JBEMOperations"], swiftSettings: settings),
        .target(
            name: "JBEMTestSupport", dependencies: ["JBEMCommands", "JBEMOperations", "JBEMStore", "JBEMCore", "JBEMOutput"],
            path: "Tests/JBEMTestSupport", exclude: ["ReleasedStores"], swiftSettings: settings),
        .target(
            name: "JBEMReaderChecks", dependencies: ["JBEMCore", "JBEMOutput"], path: "Tests/Fuzz/Checks", swiftSettings: settings),
        tests("JBEMCoreTests", ["JBEMCore", "JBEMOutput", "JBEMReaderChecks", "JBEMTestSupport"], exclude: ["Independent"]),
        tests("JBEMOutputTests", ["JBEMOutput", "JBEMTestSupport"], exclude: ["Independent"]),
        tests("JBEMStoreTests", ["JBEMStore", "JBEMCore", "JBEMTestSupport"], exclude: ["Golden"]),
        tests("JBEMOperationsTests", ["JBEMOperations", "JBEMStore", "JBEMCore", "JBEMTestSupport"], exclude: ["Fixtures"]),
        tests(
            "JBEMCommandsTests", ["JBEMCommands", "JBEMOperations", "JBEMStore", "JBEMCore", "JBEMOutput", "JBEMTestSupport"],
            exclude: ["Golden"]),
        tests(
            "JBEMDashboardTests",
            ["JBEMDashboard", "JBEMPresentation", "JBEMOperations", "JBEMStore", "JBEMCore", "JBEMOutput", "JBEMTestSupport"],
            exclude: ["Golden"]),
        .executableTarget(
            name: "jbem-add-worker", dependencies: ["JBEMCommands", "JBEMOperations", "JBEMStore", "JBEMCore"], path: "Tests/AddWorker",
            swiftSettings: settings),
        tests("EndToEndTests", ["JBEMTestSupport", "JBEMCore", "JBEMOutput", "jbem", "jbem-add-worker"]),
    ],
    swiftLanguageModes: [.v6],
    // LEMON uses what is gone from later standards.
    cxxLanguageStandard: .cxx14
)

// The fuzz program needs libFuzzer, which only Scripts/fuzz brings.
if Context.environment["JBEM_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "jbem-fuzz", dependencies: ["JBEMReaderChecks"], path: "Tests/Fuzz/Program",
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
