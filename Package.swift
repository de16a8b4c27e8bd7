// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny")
]

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: swiftSettings)
}

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
    library("FSRS"),
    library("StudyCore", ["FSRS"]),
    .systemLibrary(
      name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    library("Markdown", ["CMD4C", "StudyCore"]),
    library("NoteParsing", ["Markdown", "StudyCore", "Yams"]),
    library(
      "StudyStore",
      [
        "StudyCore", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library("Terminal"),
    library("AnkiExchange", ["Markdown", "StudyCore"]),
    library("StudyApp", ["NoteParsing", "Markdown", "StudyStore", "StudyCore", "Yams"]),
    library(
      "LinnetCLI",
      [
        "StudyApp", "AnkiExchange", "StudyStore", "StudyCore", "Markdown", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.embedInCode("Pictures/Page")]),
    .executableTarget(name: "linnet", dependencies: ["LinnetCLI"], swiftSettings: swiftSettings),

    .target(
      name: "TestSupport", dependencies: ["StudyStore", "StudyCore", "Terminal"], path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: swiftSettings),
    .target(
      name: "ParserProperties", dependencies: ["NoteParsing", "StudyCore"], path: "Fuzz/ParserProperties",
      swiftSettings: swiftSettings),
    tests("RepositoryTests", ["LinnetCLI"]),
    tests("FSRSTests", ["FSRS"]),
    tests("StudyCoreTests", ["StudyCore", "FSRS"], exclude: ["Fixtures"]),
    tests("MarkdownTests", ["Markdown", "StudyCore"], exclude: ["Fixtures"]),
    tests("NoteParsingTests", ["NoteParsing", "ParserProperties", "Yams"], exclude: ["Fixtures"]),
    tests("AnkiExchangeTests", ["AnkiExchange", "Markdown", "StudyCore"]),
    tests("StudyStoreTests", ["StudyStore", "StudyCore", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "StudyAppTests",
      [
        "StudyApp", "NoteParsing", "Markdown", "StudyStore", "StudyCore",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("TerminalTests", ["Terminal", "TerminalProbe"], exclude: ["widths.txt"]),
    tests(
      "LinnetCLITests",
      [
        "LinnetCLI", "StudyApp", "AnkiExchange", "NoteParsing", "StudyStore", "StudyCore", "Markdown",
        "Terminal",
        "linnet",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Transcripts", "Screens", "Rendering/Everything"]),
  ],
  swiftLanguageModes: [.v6]
)

// Benchmarks that look at the program from inside; the everyday build does without.
if Context.environment["LINNET_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(
      name: "LayoutBenchmark", dependencies: ["LinnetCLI", "Markdown", "Terminal"], path: "Benchmarks/Layout",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "ParsingBenchmark", dependencies: ["NoteParsing", "CMD4C"], path: "Benchmarks/Parsing",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "ReplayBenchmark", dependencies: ["FSRS"], path: "Benchmarks/Replay", swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "GraphBenchmark", dependencies: ["StudyCore", "FSRS"], path: "Benchmarks/Graph",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "AnswerBenchmark", dependencies: ["StudyApp", "StudyStore", "StudyCore"],
      path: "Benchmarks/Answer",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "GraphOrderBenchmark", dependencies: ["NoteParsing", "StudyCore", "FSRS"],
      path: "Benchmarks/GraphOrder",
      swiftSettings: swiftSettings),
  ]
}

// Targets for libFuzzer; `Fuzz/run.sh` builds them with what it needs and runs them.
if Context.environment["LINNET_FUZZING"] != nil {
  func fuzzer(_ name: String, _ dependencies: [Target.Dependency], path: String) -> Target {
    .executableTarget(
      name: name, dependencies: dependencies + ["LibFuzzer"], path: path, swiftSettings: swiftSettings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  }
  package.targets += [
    .target(name: "LibFuzzer", path: "Fuzz/LibFuzzer", swiftSettings: swiftSettings),
    fuzzer("ParserFuzzer", ["ParserProperties"], path: "Fuzz/Parser"),
    fuzzer("DisplayFuzzer", ["Markdown"], path: "Fuzz/Display"),
  ]
}
