// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny")
]

let package = Package(
  name: "linnet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "linnet", targets: ["linnet"]),
    .library(name: "FSRS", targets: ["FSRS"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "FSRS", swiftSettings: swiftSettings),
    .target(name: "StudyCore", dependencies: ["FSRS"], swiftSettings: swiftSettings),
    .systemLibrary(
      name: "CMD4C",
      pkgConfig: "md4c",
      providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]
    ),
    .target(name: "Markdown", dependencies: ["CMD4C", "StudyCore"], swiftSettings: swiftSettings),
    .target(
      name: "NoteParsing", dependencies: ["Markdown", "StudyCore", "Yams"], swiftSettings: swiftSettings),
    .target(
      name: "StudyStore",
      dependencies: [
        "StudyCore", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: swiftSettings),
    .target(
      name: "StudyApp", dependencies: ["NoteParsing", "StudyStore", "StudyCore", "Yams"],
      swiftSettings: swiftSettings),
    .target(
      name: "LinnetCLI",
      dependencies: [
        "StudyApp", "StudyStore", "StudyCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    .executableTarget(name: "linnet", dependencies: ["LinnetCLI"], swiftSettings: swiftSettings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    .testTarget(
      name: "NoteParsingTests", dependencies: ["NoteParsing", "TestSupport"], swiftSettings: swiftSettings),
    .testTarget(
      name: "StudyStoreTests",
      dependencies: ["StudyStore", "StudyCore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "StudyAppTests",
      dependencies: [
        "StudyApp", "NoteParsing", "StudyStore", "StudyCore", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "LinnetCLITests", dependencies: ["LinnetCLI", "StudyApp", "StudyStore", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(name: "FSRSTests", dependencies: ["FSRS"], swiftSettings: swiftSettings),
    .testTarget(name: "StudyCoreTests", dependencies: ["StudyCore", "FSRS"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)
