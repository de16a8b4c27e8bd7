import Foundation
import Terminal
import Testing

struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("ä", 1), ("e\u{301}", 1), ("漢字", 4), ("ｶﾅ", 2), ("ＡＢ", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇩🇪", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("❤", 1), ("❤️", 2),
    ("1️⃣", 2), ("•→…", 3), ("\u{301}", 0), ("\u{200B}", 0), ("नमस्ते", 4), ("สวัสดี", 4), ("שלום", 4),
  ])
  func `cells of a text`(text: String, expected: Int) {
    #expect(text.cellWidth == expected)
  }

  /// The oracle is the PyPI package `wcwidth` (0.7.0, Unicode 17), asked for every assigned code point and for
  /// texts with clusters in many scripts.
  @Test(.enabled(if: Oracle.isAvailable, "python3 with the package wcwidth is not installed"))
  func `widths are those of wcwidth`() throws {
    let texts = try Oracle.texts + Oracle.codePoints
    let expected = try Oracle.widths(of: texts)
    #expect(expected.count == texts.count)
    for (text, width) in zip(texts, expected) where text.cellWidth != width {
      let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      Issue.record("\(text) (\(scalars)): \(text.cellWidth), wcwidth says \(width)")
    }
  }
}

private enum Oracle {
  static let isAvailable = (try? widths(of: ["a"])) == [1]

  /// Every assigned code point, each as a text of its own, but control characters and the spacing marks: alone
  /// they are one cell to us and none to the oracle.
  static var codePoints: [String] {
    (0x20...0x10FFFF).compactMap { value in
      guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
      switch scalar.properties.generalCategory {
      case .control, .unassigned, .surrogate, .spacingMark: return nil
      default: return String(Character(scalar))
      }
    }
  }

  static var texts: [String] {
    get throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "widths.txt")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  static func widths(of texts: [String]) throws -> [Int] {
    let input = FileManager.default.temporaryDirectory.appending(path: "linnet-widths-\(UUID().uuidString)")
    try texts.joined(separator: "\n").write(to: input, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: input) }
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", program, input.path]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    try python.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }

  private static let program = """
    import sys, wcwidth
    with open(sys.argv[1], encoding="utf-8", newline="") as texts:
        for line in texts.read().split("\\n"):
            print(wcwidth.wcswidth(line))
    """
}
