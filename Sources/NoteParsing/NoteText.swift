import Markdown
import StudyCore

/// The bytes of a note file made ready for the scanners: valid UTF-8, LF line ends, no byte order mark.
struct NoteText {
  private(set) var bytes: [UInt8]
  private(set) var hadCarriageReturns = false
  private(set) var findings: [Finding] = []

  init(file: [UInt8]) {
    bytes = file
    removeByteOrderMark()
    normalizeLineEnds()
    repairEncoding()
  }

  private mutating func removeByteOrderMark() {
    guard bytes.starts(with: [0xef, 0xbb, 0xbf]) else { return }
    bytes.removeFirst(3)
    findings.append(
      Finding(
        severity: .note, code: .byteOrderMark, message: "the file begins with a byte order mark",
        fix: "save it as UTF-8 without a byte order mark; Obsidian_to_Anki may miss a card on line 1",
        place: .wholeFile))
  }

  private mutating func normalizeLineEnds() {
    guard bytes.contains(Byte.carriageReturn) else { return }
    hadCarriageReturns = true
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      guard byte == Byte.carriageReturn else {
        output.append(byte)
        continue
      }
      let isPair = index + 1 < bytes.count && bytes[index + 1] == Byte.newline
      if !isPair { output.append(Byte.newline) }
    }
    bytes = output
  }

  private mutating func repairEncoding() {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    findings.append(
      Finding(
        severity: .warning, code: .invalidUTF8, message: "the file is not valid UTF-8",
        fix: "save it as UTF-8; characters that cannot be read are shown as \u{fffd}", place: .wholeFile))
  }
}
