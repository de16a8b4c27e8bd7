import Terminal
import TestSupport
import Testing

struct LineEditorTests {
  private func typed(_ keys: Key...) -> LineEditor {
    var editor = LineEditor("one two")
    for key in keys { _ = editor.handle(key) }
    return editor
  }

  @Test func `keys do what they do in every line`() {
    #expect(typed(.backspace, .character("é"), .space).text == "one twé ")
    #expect(typed(.home, .delete, .character("O")).text == "One two")
    #expect(typed(.control("w")).text == "one ")
    #expect(typed(.left, .left, .control("u")).text == "wo")
    #expect(typed(.control("a"), .right, .control("k")).text == "o")
    #expect(typed(.wordLeft, .character("x")).text == "one xtwo")
    #expect(typed(.home, .wordRight, .character("x")).text == "onex two")
    #expect(typed(.paste("a\nb\tc")).text == "one twoa b c")
    #expect(typed(.backspace, .character("👩‍💻"), .backspace).text == "one tw")
  }

  @Test func `keys that mean nothing to a line are refused`() {
    var editor = LineEditor("x")
    for key in [Key.enter, .escape, .tab, .up, .interrupt, .control("l"), .unknown] {
      let isTaken = editor.handle(key)
      #expect(!isTaken)
    }
    #expect(editor.text == "x")
  }

  /// Against a list of characters and a place in it.
  @Test(arguments: 1...20) func `any keys give the same as a list of characters`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var editor = LineEditor()
    var (text, place) = ([Character](), 0)
    for _ in 0..<200 {
      let key = generator.element(of: [
        Key.character("a"), .character("語"), .space, .left, .right, .home, .end, .backspace, .delete,
      ])
      _ = editor.handle(key)
      switch key {
      case .character(let character):
        text.insert(character, at: place)
        place += 1
      case .space:
        text.insert(" ", at: place)
        place += 1
      case .left: place = max(0, place - 1)
      case .right: place = min(text.count, place + 1)
      case .home: place = 0
      case .end: place = text.count
      case .backspace where place > 0:
        place -= 1
        text.remove(at: place)
      case .delete where place < text.count: text.remove(at: place)
      default: break
      }
      #expect(editor.text == String(text))
      for width in [1, 2, 7, 40] {
        let view = editor.view(width: width)
        #expect(view.text.width <= width && view.cursor < width)
        if String(text).cellWidth < width { #expect(view.text.string == String(text)) }
      }
    }
  }
}
