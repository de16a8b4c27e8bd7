import Testing

/// The rules are only as good as what they look at.
@Suite struct SwiftCodeTests {
  @Test(arguments: [
    ("a // print(\nb", "a          \nb"),
    ("a /* x /* y */ as! */ b", "a                     b"),
    (#"f("print(", 1)"#, #"f(        , 1)"#),
    (#"f("\(x as! Int) y")"#, #"f(  (x as! Int)   )"#),
    (#"f("\(g("a", (1))) b", c)"#, #"f(  (g(   , (1)))   , c)"#),
    (#"f("\"", a)"#, #"f(    , a)"#),
    (##"f(#"\(a) "b""#, c)"##, ##"f(            , c)"##),
    (##"f(#"\#(a)"#, c)"##, ##"f(    (a)  , c)"##),
    ("f(\"\"\"\n  try! \"x\"\n  \"\"\", a)", "f(   \n          \n     , a)"),
    ("#if DEBUG\n#endif", "#if DEBUG\n#endif"),
    ("é \"ü\" é", "é      é"),
  ])
  func onlyCodeIsLeft(_ source: String, _ code: String) {
    #expect(SwiftCode(source).text == code)
    #expect(SwiftCode(source).isBalanced)
  }

  @Test(arguments: ["/* a", "\"\"\" a", "a = \"b\n", #""\(a"#])
  func whatIsLeftOpenIsSeen(_ source: String) {
    #expect(!SwiftCode(source).isBalanced)
  }

  @Test func everyFileIsUnderstood() {
    #expect(Repository.swiftFiles.count > 100, "the search for files finds too few")
    #expect(Repository.swiftFiles.filter { !$0.code.isBalanced }.map(\.path) == [])
  }
}
