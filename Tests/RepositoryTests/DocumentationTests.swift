import ArgumentParser
import Foundation
import LinnetCLI
import Testing

/// What is written about the program is complete.
@Suite struct DocumentationTests {
  /// A name can say enough (`package func isDigit`); a target's surface as a whole cannot go without sentences.
  @Test func mostOfTheSurfaceIsDescribed() {
    let declarations = Repository.swiftSources.flatMap(\.declarations)
    let bare = declarations.filter { !$0.isDescribed }
    #expect(declarations.count > 200, "the search for declarations finds too few")
    #expect(
      Double(bare.count) <= 0.25 * Double(declarations.count),
      "\(bare.count) of \(declarations.count) are not described:\n\(bare.map(\.place).joined(separator: "\n"))"
    )
  }

  /// What other people may build on is described without exception.
  @Test func thePublicLibraryIsDescribed() {
    let bare = Repository.swiftSources.flatMap(\.declarations).filter { $0.isPublic && !$0.isDescribed }
    #expect(bare.map(\.place) == [])
  }

  @Test func onlyTheLibraryIsPublic() {
    let declarations = Repository.swiftSources.filter { $0.target != "FSRS" }.flatMap(\.declarations)
    #expect(declarations.filter(\.isPublic).map(\.place) == [])
  }

  @Test func everyCommandNamesItself() {
    for command in commands {
      #expect(command.type.configuration.commandName != nil, "\(command.type)")
    }
  }

  @Test(.enabled(if: Repository.hasReadme, "there is no README.md"))
  func theReadmeTellsEveryCommand() throws {
    let readme = try Repository.text("README.md")
    for command in commands.map(\.path) {
      let isTold = Pattern("\\blinnet \(command)\\b").matches(readme)
      #expect(isTold, "README.md does not tell `linnet \(command)`")
    }
  }

  @Test(.enabled(if: Repository.hasReadme, "there is no README.md"))
  func theReadmeTellsEveryExitCode() throws {
    let sections = try Repository.text("README.md").components(separatedBy: "\n#")
    let section = try #require(
      sections.first { $0.prefix { $0 != "\n" }.lowercased().contains("exit code") },
      "README.md has no section about exit codes")
    for status in ExitStatus.allCases {
      let isTold = Pattern("\\b\(status.rawValue)\\b").matches(section)
      #expect(isTold, "README.md does not tell exit code \(status.rawValue)")
    }
  }

  /// Commands and their subcommands, with the words that call them.
  private var commands: [(path: String, type: any ParsableCommand.Type)] {
    func below(_ type: any ParsableCommand.Type, _ words: [String]) -> [(String, any ParsableCommand.Type)] {
      let configuration = type.configuration
      let children = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
      return children.flatMap { child in
        let path = words + [child.configuration.commandName ?? "\(child)"]
        return [(path.joined(separator: " "), child)] + below(child, path)
      }
    }
    return below(LinnetCommand.self, [])
  }
}

/// A type or function that other targets see.
private struct Declaration {
  var place: String
  var isPublic: Bool
  var isDescribed: Bool
}

extension SourceFile {
  private static let declaration = Pattern(
    #"^\s*(@\w+(\([^)]*\))?\s+)*(package|public)\s+((static|final|mutating|indirect|consuming|borrowing)\s+)*"#
      + #"(func\s+\w|struct\b|enum\b|class\b|protocol\b|actor\b)"#)

  fileprivate var declarations: [Declaration] {
    code.text.split(separator: "\n", omittingEmptySubsequences: false).indexed
      .filter { $0.line.contains("package ") || $0.line.contains("public ") }
      .filter { SourceFile.declaration.matches($0.line) }
      .map { number, line in
        let above = lines[..<number].map { $0.trimmingCharacters(in: .whitespaces) }
        return Declaration(
          place: place(line: number), isPublic: line.split(separator: " ").contains("public"),
          isDescribed: above.last { !$0.hasPrefix("@") }?.hasPrefix("///") == true)
      }
  }
}
