import Foundation

/// Writes results where `-o` says.
enum OutputFile {
  /// `-` is standard output. A file appears whole or not at all.
  ///
  /// - Throws: ``Failure``
  static func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  static func write(_ data: Data, to path: String) throws {
    if path == "-" {
      try? FileHandle.standardOutput.write(contentsOf: data)
      return
    }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        "cannot write \(path)", hint: "check that its folder is there and may be written",
        status: .cannotCreate)
    }
  }
}
