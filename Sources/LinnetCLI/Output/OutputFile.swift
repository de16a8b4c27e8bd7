import Foundation

/// Writes results where `-o` says.
enum OutputFile {
  /// `-` is standard output. A file appears whole or not at all.
  ///
  /// - Parameter goOn: asked between pieces; what it throws ends the writing.
  /// - Throws: ``Failure``, or what `goOn` throws
  static func write(_ text: String, to path: String, goOn: () throws -> Void = {}) throws {
    let data = Data(text.utf8)
    if path == "-" {
      try writeToStandardOutput(data, goOn: goOn)
    } else {
      try StagedFile(data, for: path, goOn: goOn).putInPlace()
    }
  }

  /// A reader that went away is no error: there is nobody left to tell.
  ///
  /// - Parameter goOn: asked between pieces; what it throws ends the writing.
  static func writeToStandardOutput(_ data: Data, goOn: () throws -> Void) rethrows {
    _ = try write(data, to: FileHandle.standardOutput.fileDescriptor, goOn: goOn)
  }

  /// - Returns: whether everything was written.
  static func write(_ data: Data, to descriptor: Int32, goOn: () throws -> Void) rethrows -> Bool {
    var rest = data[...]
    while !rest.isEmpty {
      try goOn()
      let count = rest.prefix(pieceSize).withUnsafeBytes { writePiece(descriptor, $0) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private static let pieceSize = 65_536
}

/// `write(2)`, under a name that the methods do not hide.
private func writePiece(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
