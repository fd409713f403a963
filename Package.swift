// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "blues",
  dependencies: [
  ],
  targets: [
    .target(name: "Documents", swiftSettings: house),
    .target(name: "Tabular", dependencies: ["CExpat", "CZlib"], swiftSettings: house),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .testTarget(
      name: "TabularTests",
      dependencies: ["Tabular", "CZlib"],
      swiftSettings: house),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents"],
      swiftSettings: house),
  ]
)
