import Testing

/// `due --quiet` tells by its exit code alone, for a shell prompt.
@Suite(.enabled(if: Sandbox.program != nil))
struct DueStatusTests {
  @Test func `0 if something is due, 1 if not, 64 and more if it cannot be told`() throws {
    let sandbox = try Sandbox(Sandbox.notes(cards: 1))
    #expect(try sandbox.run("linnet due --quiet").status == 66)
    try sandbox.run("linnet import notes")
    #expect(try sandbox.run("linnet due --quiet") == LinnetRun(output: "", errors: "", status: 0))
    try sandbox.run("linnet answer $(linnet cards -q | head -c 10) easy")
    #expect(try sandbox.run("linnet due --quiet") == LinnetRun(output: "", errors: "", status: 1))
    #expect(try sandbox.run("linnet due --quiet", now: "2027-11-24T08:00:00+01:00").status == 0)
    #expect(try sandbox.run("linnet due --quiet", now: "nonsense").status == 78)
    #expect(try sandbox.run("linnet due --quiet --deck Nothing").status == 66)
    #expect(try sandbox.run("linnet due --quiet --database notes").status == 66)
  }
}
