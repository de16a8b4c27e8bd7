import Terminal
import Testing

struct ChoiceTests {
  @Test(arguments: [
    (ColourChoice.auto, true, ["TERM": "xterm"], true),
    (.auto, true, ["TERM": "dumb"], false),
    (.auto, true, [:], false),
    (.auto, false, ["TERM": "xterm"], false),
    (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
    (.always, false, ["TERM": "dumb", "NO_COLOR": "1"], true),
    (.never, true, ["TERM": "xterm"], false),
  ])
  func colour(choice: ColourChoice, isTerminal: Bool, environment: [String: String], expected: Bool) {
    #expect(choice.allowsColour(isTerminal: isTerminal, environment: environment) == expected)
  }

  @Test(arguments: [
    (["LANG": "de_DE.UTF-8"], Glyphs.unicode), (["LANG": "C.utf8"], .unicode), (["LANG": "C"], .ascii),
    ([:], .ascii), (["LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"], .ascii),
    (["LC_ALL": "", "LC_CTYPE": "en_US.UTF-8"], .unicode),
  ])
  func glyphs(environment: [String: String], expected: Glyphs) {
    #expect(Glyphs.suited(to: environment) == expected)
  }

  @Test func `width is asked for, then the variable, then the terminal, then 80`() {
    let terminal = TerminalSize(columns: 120, rows: 40)
    func columns(_ requested: Int?, _ variable: String?, _ terminal: TerminalSize?) -> Int {
      TerminalSize.columns(
        requested: requested, environment: variable.map { ["COLUMNS": $0] } ?? [:], terminal: terminal)
    }
    #expect(columns(60, "70", terminal) == 60)
    #expect(columns(nil, "70", terminal) == 70)
    #expect(columns(nil, "wide", terminal) == 120)
    #expect(columns(0, nil, nil) == 80)
  }
}
