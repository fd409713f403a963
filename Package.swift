// swift-tools-version: 6.2
import PackageDescription

// Built for work, a file is compiled by itself, so that a change compiles fast; only tests are not optimised.
let isForWork = Context.environment["BLUES_WORK"] != nil
let byFile = [
  "-no-whole-module-optimization", "-enable-batch-mode", "-incremental", "-enable-testing",
  "-assert-config", "Debug",
]

let rules: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
let house = rules + (isForWork ? [.unsafeFlags(byFile)] : [])
let tests = rules + (isForWork ? [.unsafeFlags(byFile + ["-Onone"])] : [])

let package = Package(
  name: "blues",
  products: [
    .executable(name: "blues", targets: ["blues"]),
    // Loaded by the tests into the command, never linked into it.
    .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(name: "blues", dependencies: ["BluesCommands"], swiftSettings: house),
    .target(
      name: "BluesCommands",
      dependencies: [
        "Basics",
        "BluesCore",
        "Documents",
        "PostOffice",
        "Tabular",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .target(
      name: "BluesCore",
      dependencies: [
        "Basics",
        "CData",
        "CDigest",
        "CSQLite",
        "CSodium",
        "Documents",
        "Tabular",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [
        .embedInCode("ExchangeRates/Data/exchange-rates.json"),
        .embedInCode("Partners/Duplicates/Data/name-words.json"),
        .embedInCode("Programme/Data/code-lists.json"),
        .embedInCode("Programme/Data/effort-rules.json"),
        .embedInCode("Programme/Data/holidays-east.json"),
        .embedInCode("Programme/Data/holidays-north.json"),
        .embedInCode("Programme/Data/holidays-south.json"),
        .embedInCode("Programme/Data/holidays-west.json"),
        .embedInCode("Programme/Data/privacy-records.json"),
        .embedInCode("Programme/Data/retention-rules.json"),
        .embedInCode("Programme/Data/sources.json"),
        .embedInCode("Programme/Data/cosme/cosme-blues-template.json"),
        .embedInCode("Programme/Data/cosme/cosme-categories.json"),
        .embedInCode("Programme/Data/cosme/cosme-countries.json"),
        .embedInCode("Programme/Data/cosme/cosme-empty-template.json"),
        .embedInCode("Programme/Data/cosme/cosme-exchange-rules.json"),
        .embedInCode("Programme/Data/cosme/cosme-feedback-forms.json"),
        .embedInCode("Programme/Data/cosme/cosme-lists.json"),
        .embedInCode("Programme/Data/cosme/cosme-match-weights.json"),
        .embedInCode("Programme/Data/cosme/cosme-papers.json"),
        .embedInCode("Programme/Data/cosme/cosme-programme.json"),
        .embedInCode("Programme/Data/cosme/cosme-reporting.json"),
        .embedInCode("Programme/Data/cosme/cosme-sections.json"),
        .embedInCode("Programme/Data/cosme/cosme-targets.json"),
        .embedInCode("Programme/Data/horizon/horizon-lists.json"),
        .embedInCode("Programme/Data/horizon/horizon-programme.json"),
        .embedInCode("Programme/Data/interreg/interreg-lists.json"),
        .embedInCode("Programme/Data/interreg/interreg-programme.json"),
        .embedInCode("Programme/Data/interreg/interreg-reporting.json"),
        .embedInCode("Programme/Data/interreg/interreg-template.json"),
      ],
      swiftSettings: house),
    .target(
      name: "Documents", dependencies: ["Basics", "CMarkdown", "CXlsxWriter", "CZlib"],
      resources: [
        .embedInCode("Engines/Data/print-many.py"),
        .embedInCode("Engines/Data/word-sections.lua"),
        .embedInCode("Engines/Data/word-styles.xml"),
        .embedInCode("Workbook/Data/emblem.png"),
      ],
      swiftSettings: house),
    .target(
      name: "PostOffice", dependencies: ["Basics", "CDigest", "CPostgres"], swiftSettings: house),
    .target(name: "Tabular", dependencies: ["Basics", "CExpat", "CZlib"], swiftSettings: house),
    .target(name: "Basics", swiftSettings: house),
    .systemLibrary(name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    // Data as bytes; embedded as a resource the 391 kB of places took 46 s to compile.
    .target(
      name: "CData", exclude: ["countries.txt", "layout.txt", "places.txt", "telephones.txt"]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // Without pkgConfig, which would link it: Documents loads it when a workbook is written.
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // Without pkgConfig, which would link it: PostOffice loads it when a server is asked.
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .testTarget(name: "BasicsTests", dependencies: ["Basics"], swiftSettings: tests),
    .testTarget(
      name: "PostOfficeTests", dependencies: ["Basics", "PostOffice", "blues"], swiftSettings: tests
    ),
    .testTarget(
      name: "TabularTests",
      dependencies: ["Basics", "Tabular", "CZlib"],
      swiftSettings: tests),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Basics", "CZlib", "Documents", "Tabular"],
      swiftSettings: tests),
    .testTarget(
      name: "BluesCoreTests",
      dependencies: [
        "Basics", "BluesCore", "Documents", "Tabular",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures", "Goldens"],
      swiftSettings: tests),
    .testTarget(
      name: "BluesCommandsTests",
      dependencies: [
        "Basics", "BluesCommands", "BluesCore", "Documents", "Tabular",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: tests),
    .testTarget(name: "EndToEndTests", dependencies: ["blues"], swiftSettings: tests),
    .target(name: "FaultShim", path: "Tests/FaultShim"),
    .testTarget(
      name: "FaultTests",
      dependencies: [
        "Basics", "BluesCore", "Documents", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: tests),
    .testTarget(name: "RoomsTests", swiftSettings: tests),
  ]
)

// The fuzzing targets need the compiler's own driver library, which Tests/Fuzz/run links.
if Context.environment["BLUES_FUZZ"] != nil {
  package.targets.removeAll { $0.isTest }
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/Driver"),
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Basics", "BluesCore", "CFuzzer", "CZlib", "Documents", "Tabular"],
      path: "Tests",
      sources: [
        "Fuzz/Targets", "TabularTests/Support/Book.swift", "TabularTests/Support/Zip.swift",
      ],
      swiftSettings: house),
  ]
}

// Read with the import's own reader by Tests/Bench/run, beside libcsv.
if Context.environment["BLUES_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Reading", dependencies: ["Tabular"], path: "Tests/Bench/Reading",
      swiftSettings: house))
}
