import Foundation
import TestSupport

/// The repository's own files, as the rules look at them.
enum Repository {
  static let sources = files(under: "Sources")
  static let tests = files(under: "Tests")
  static let swiftFiles = (sources + tests).filter { $0.path.hasSuffix(".swift") }
  static let swiftSources = sources.filter { $0.path.hasSuffix(".swift") }

  static let hasReadme = exists("README.md")

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// Nil if there is no such file.
  static func file(_ path: String) -> SourceFile? {
    (try? text(path)).map { SourceFile(path: path, text: $0) }
  }

  private static func url(_ path: String) -> URL { SharedMaterial.repository.appendingPathComponent(path) }

  /// Every text file under a folder, in the order of their paths. Hidden files, and what Python leaves behind,
  /// are not the repository's.
  private static func files(under folder: String) -> [SourceFile] {
    let found = FileManager.default.enumerator(atPath: url(folder).path)?.compactMap { $0 as? String } ?? []
    return found.sorted()
      .filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__pycache__" }
      }
      .compactMap { path in
        guard let text = try? text("\(folder)/\(path)"), !text.utf8.contains(0) else { return nil }
        return SourceFile(path: "\(folder)/\(path)", text: text)
      }
  }
}

/// A text file of the repository.
struct SourceFile {
  let path: String
  let text: String
  /// Without the prose; empty for files in other languages.
  let code: SwiftCode

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = SwiftCode(path.hasSuffix(".swift") ? text : "")
  }

  /// The folder below Sources or Tests: the target the file belongs to.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// Lines without their ends. The empty piece after the last line end is not a line.
  var lines: [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// `path:line: the line` for each line of a text (the file's own, or its code) that the pattern matches.
  func places(_ pattern: Pattern, in text: String) -> [String] {
    guard pattern.matches(text) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).indexed
      .filter { pattern.matches($0.line) }
      .map { place(line: $0.number) }
  }

  /// - Parameter line: counted from 0
  func place(line: Int) -> String {
    "\(path):\(line + 1): \(lines[line].trimmingCharacters(in: .whitespaces))"
  }
}

extension [Substring] {
  var indexed: [(number: Int, line: Substring)] { enumerated().map { ($0.offset, $0.element) } }
}

/// A regular expression; `^` and `$` stand for the ends of lines.
struct Pattern: Sendable {
  let expression: String

  init(_ expression: String) { self.expression = "(?m)" + expression }

  func matches(_ text: some StringProtocol) -> Bool {
    text.range(of: expression, options: .regularExpression) != nil
  }
}
