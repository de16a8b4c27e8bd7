/// A sentence of a note whose links are gaps, as it is kept: ``CardSyntax/linkQuestion``.
///
///     A {{c1::[[Listener]]}} passes requests on to a {{c2::[[Target group|group of targets]]}}.
package enum LinkQuestion {
  /// A gap around a link, whose number is that of its card.
  package static func gap(_ number: Int, around link: String) -> String { "{{c\(number)::\(link)}}" }

  /// What the hidden links of a card name, as they are written, without headings and shown texts. Those that name one concept
  /// may be written in several ways.
  ///
  /// - Parameters:
  ///   - number: of the card.
  ///   - text: the first field of its block.
  package static func targets(of number: Int, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ClozeScanner.scan(bytes).filter { $0.number == number }.compactMap { gap in
      let link = bytes[gap.content]
      guard link.starts(with: "[[".utf8) else { return nil }
      let target = link.dropFirst(2).prefix { !LinkQuestion.endsOfTarget.contains($0) }
      // In a table the pipe is written `\|`.
      let name = String(
        decoding: target.last == UInt8(ascii: "\\") ? target.dropLast() : target, as: UTF8.self)
      guard let first = name.firstIndex(where: { !$0.isWhitespace }) else { return nil }
      return String(name[first...(name.lastIndex { !$0.isWhitespace } ?? first)])
    }
  }

  private static let endsOfTarget: Set<UInt8> = [UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "]")]
}
