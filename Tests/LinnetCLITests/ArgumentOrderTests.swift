import Testing

@testable import LinnetCLI

@Suite struct ArgumentOrderTests {
  @Test(arguments: [
    (["due"], ["due"]),
    (["--database", "f", "due", "--days", "3"], ["due", "--days", "3", "--database", "f"]),
    (["--database=f", "-q", "log", "export"], ["log", "export", "--database=f", "-q"]),
    (["--json", "cards", "--", "-x"], ["cards", "--json", "--", "-x"]),
    (["--json"], ["--json"]),
    (["--database", "f"], ["--database", "f"]),
    (["--database"], ["--database"]),
    ([], []),
    (["--generate-completion-script", "bash"], ["--generate-completion-script", "bash"]),
    (["---completion", "review", "--", "--deck", ""], ["---completion", "review", "--", "--deck", ""]),
  ])
  func optionsBeforeTheCommandComeAfterIt(_ given: [String], _ expected: [String]) {
    #expect(ArgumentOrder.commandFirst(given) == expected)
  }
}
