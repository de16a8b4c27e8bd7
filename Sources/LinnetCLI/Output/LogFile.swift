import Foundation
import StudyStore

/// Reads files of `log export`.
enum LogFile {
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - progress: hears how many lines of how many are read, now and then; what it throws ends the reading.
  /// - Throws: ``Failure``
  static func read(_ path: String, progress: (Int, Int) throws -> Void = { _, _ in }) throws
    -> [SharedLogEntry]
  {
    let name = path == "-" ? "standard input" : path
    return try entries(in: try bytes(path), named: name, progress: progress)
  }

  private static func bytes(_ path: String) throws -> Data {
    if path == "-" { return (try? FileHandle.standardInput.readToEnd()) ?? Data() }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        "there is no file \(path)", hint: "linnet log export -o FILE writes one", status: .notFound)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        "cannot read \(path)", hint: "it should be a file of linnet log export", status: .inputOutput)
    }
    return data
  }

  static func entries(
    in data: Data, named name: String, progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> [SharedLogEntry] {
    let decoder = JSONDecoder()
    var entries: [SharedLogEntry] = []
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index % 1000 == 0 { try progress(index, lines.count) }
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      do {
        let line = try decoder.decode(LogLine.self, from: line)
        entries.append(SharedLogEntry(line.entry, keys: line.keys ?? [:]))
      } catch {
        throw Failure(
          "\(name), line \(index + 1): \(problem(error))",
          hint: "it should be a line of linnet log export; nothing was changed", status: .problemsInData)
      }
    }
    return entries
  }

  private static func problem(_ error: any Error) -> String {
    func field(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
    return switch error as? DecodingError {
    case .keyNotFound(let key, let context): "it has no \(field(context.codingPath + [key]))"
    case .valueNotFound(_, let context), .typeMismatch(_, let context):
      context.codingPath.isEmpty
        ? "it is no JSON object" : "its \(field(context.codingPath)) is not what it should be"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty: context.debugDescription
    default: "it is no JSON object"
    }
  }
}
