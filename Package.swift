// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny")
]

let package = Package(
  name: "linnet",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FSRS", targets: ["FSRS"])
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
    .target(name: "Terminal", swiftSettings: swiftSettings),
    .target(
      name: "LinnetCLI",
      dependencies: ["Terminal", "Markdown", "StudyCore"],
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TerminalProbe"], exclude: ["widths.txt"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "LinnetCLITests",
      dependencies: ["LinnetCLI", "Terminal", "Markdown"],
      swiftSettings: swiftSettings
    ),
  ],
  swiftLanguageModes: [.v6]
)
