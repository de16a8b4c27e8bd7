/// One line of text that somebody types.
package struct LineEditor: Hashable, Sendable {
  private var before: [Character]
  private var after: [Character] = []

  /// The cursor stands at the end of the text.
  package init(_ text: String = "") { before = Array(text) }

  package var text: String { String(before + after) }

  /// - Returns: true if the key means something to a line.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): before.append(character)
    case .space: before.append(" ")
    case .paste(let text): before += text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .wordLeft: move(by: -lengthOfWordBefore)
    case .wordRight: move(by: lengthOfWordAfter)
    case .home, .control("a"): move(by: -before.count)
    case .end, .control("e"): move(by: after.count)
    case .backspace: _ = before.popLast()
    case .delete: after = Array(after.dropFirst())
    case .control("w"): before.removeLast(lengthOfWordBefore)
    case .control("u"): before = []
    case .control("k"): after = []
    default: return false
    }
    return true
  }

  private mutating func move(by count: Int) {
    let all = before + after
    let place = max(0, min(all.count, before.count + count))
    before = Array(all[..<place])
    after = Array(all[place...])
  }

  /// Blanks and the word next to them.
  private var lengthOfWordBefore: Int { LineEditor.wordLength(before.reversed()) }
  private var lengthOfWordAfter: Int { LineEditor.wordLength(after) }

  private static func wordLength(_ characters: [Character]) -> Int {
    let blanks = characters.prefix { $0 == " " }.count
    return blanks + characters.dropFirst(blanks).prefix { $0 != " " }.count
  }

  /// The part round the cursor that fits into `width` cells, and the cursor's column in it.
  package func view(width: Int) -> (text: StyledText, cursor: Int) {
    // The cursor itself takes a cell.
    let room = max(1, width) - 1
    var left = StyledText(String(before))
    var start = before[...]
    while left.width > room, !start.isEmpty {
      start = start.dropFirst()
      left = StyledText(String(start))
    }
    return ((left + StyledText(String(after))).cropped(to: max(1, width)), left.width)
  }
}
