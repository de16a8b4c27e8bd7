/// Escapes for the places of a field. Apart from HTML's own characters, they break up what Anki reads in
/// fields: gaps, MathJax, LaTeX, sounds and typed answers.
enum AnkiEscape {
  /// Splits two characters for Anki's reading of gaps, unseen by the reader.
  static let split = "<!-- -->"

  static func characters(
    _ text: String, in context: HTMLWriter.Context, isInGap: Bool, keepsClozes: Bool
  ) -> String {
    var output = Output(text)
    while let byte = output.next() {
      switch byte {
      case UInt8(ascii: "\n"):
        let lineEnd = context == .preformatted ? (isInGap ? "<br>" : "\n") : " "
        output.append(lineEnd)
      case UInt8(ascii: "\\") where output.isFollowed(by: "(") || output.isFollowed(by: "["):
        // MathJax looks past comments but not past elements.
        output.append("\\<span></span>")
      case UInt8(ascii: "[") where output.isFollowedByTag(countingSounds: context != .text):
        output.append("&#91;")
      case UInt8(ascii: "}") where isInGap && output.isFollowed(by: "}"),
        UInt8(ascii: ":") where isInGap && output.isFollowed(by: ":"),
        UInt8(ascii: "{") where keepsClozes && output.isFollowed(by: "{c"):
        output.append(byte)
        output.append(split)
      default: output.appendHTML(byte)
      }
    }
    return output.text
  }

  static func attribute(_ value: String, isInGap: Bool, keepsClozes: Bool) -> String {
    var output = Output(value)
    while let byte = output.next() {
      switch byte {
      case UInt8(ascii: "\""): output.append("&quot;")
      case UInt8(ascii: "\n"): output.append(" ")
      case UInt8(ascii: "["): output.append("&#91;")
      case UInt8(ascii: "}") where isInGap: output.append("&#125;")
      case UInt8(ascii: ":") where isInGap && output.isFollowed(by: ":"): output.append("&#58;")
      case UInt8(ascii: "{") where keepsClozes: output.append("&#123;")
      default: output.appendHTML(byte)
      }
    }
    return output.text
  }

  static func math(_ tex: String, isInGap: Bool) -> String {
    var output = Output(tex)
    while let byte = output.next() {
      switch byte {
      case UInt8(ascii: "\n"): output.append(" ")
      case UInt8(ascii: "}") where isInGap && output.isFollowed(by: "}"),
        UInt8(ascii: "[") where output.isFollowedByTag(countingSounds: true):
        output.append(byte)
        output.append(" ")
      case UInt8(ascii: ":") where isInGap && output.isFollowed(by: ":"):
        output.append(byte)
        output.append(split)
      default: output.appendHTML(byte)
      }
    }
    return output.text
  }

  /// A comment of TeX runs to the end of its line, and a field has one line only.
  static func withoutTeXComments(_ tex: String) -> String {
    guard tex.utf8.contains(UInt8(ascii: "%")) else { return tex }
    return tex.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var isEscaped = false
      return String(
        line.prefix { character in
          defer { isEscaped = character == "\\" && !isEscaped }
          return character != "%" || isEscaped
        })
    }.joined(separator: "\n")
  }
}

/// Bytes of a text going in, bytes of HTML coming out.
private struct Output {
  private let bytes: [UInt8]
  private var index = 0
  private var escaped: [UInt8] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    escaped.reserveCapacity(bytes.count)
  }

  var text: String { String(decoding: escaped, as: UTF8.self) }

  mutating func next() -> UInt8? {
    guard index < bytes.count else { return nil }
    index += 1
    return bytes[index - 1]
  }

  func isFollowed(by text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// After `[`: true where Anki would see a command. Typed answers, LaTeX; and in places where nobody means
  /// them, sounds and speech.
  func isFollowedByTag(countingSounds: Bool) -> Bool {
    guard index < bytes.count else { return false }
    return switch bytes[index] {
    case UInt8(ascii: "["): hasNext("[type:")
    case UInt8(ascii: "$"): hasNext("$]") || hasNext("$$]")
    case UInt8(ascii: "l"), UInt8(ascii: "L"): hasNext("latex]")
    case UInt8(ascii: "s"), UInt8(ascii: "S"): countingSounds && hasNext("sound:")
    case UInt8(ascii: "a"), UInt8(ascii: "A"): countingSounds && hasNext("anki:")
    default: false
    }
  }

  /// Letters in either case count as the small ones of `tag`.
  private func hasNext(_ tag: String) -> Bool {
    bytes[index...].prefix(tag.utf8.count).elementsEqual(tag.utf8) { $0 | 0x20 == $1 | 0x20 }
  }

  mutating func append(_ byte: UInt8) { escaped.append(byte) }
  mutating func append(_ html: String) { escaped += html.utf8 }

  /// Control characters go, because Anki takes them away itself and then finds the field changed.
  mutating func appendHTML(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case 0..<9, 11..<32, 127: break
    default: append(byte)
    }
  }
}
