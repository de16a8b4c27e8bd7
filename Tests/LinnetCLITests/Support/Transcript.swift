/// A file that tells what somebody types and what Linnet says to it.
///
///     # a remark
///     @ notes/A.md              a file is written
///     | its first line
///     $ linnet import notes     a command line for the shell
///     > its standard output, line by line
///     2> its standard error
///     ? 64                      its exit code, unless 0
struct Transcript {
  enum Step: Hashable {
    case remark(String)
    case file(path: String, text: String)
    case command(String, LinnetRun)
  }

  var steps: [Step] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      add(line)
    }
  }

  private mutating func add(_ line: String) {
    let (sign, rest) = Transcript.parts(line)
    switch (sign, steps.last) {
    case ("@", _): steps.append(.file(path: rest, text: ""))
    case ("|", .file(let path, let text)): replace(.file(path: path, text: text + rest + "\n"))
    case ("$", _): steps.append(.command(rest, LinnetRun(output: "", errors: "", status: 0)))
    case (">", .command(let command, var run)):
      run.output += rest + "\n"
      replace(.command(command, run))
    case ("2>", .command(let command, var run)):
      run.errors += rest + "\n"
      replace(.command(command, run))
    case ("?", .command(let command, var run)):
      run.status = Int32(rest) ?? -1
      replace(.command(command, run))
    default: steps.append(.remark(line))
    }
  }

  private mutating func replace(_ step: Step) { steps[steps.count - 1] = step }

  /// The sign before the first blank and what follows it.
  private static func parts(_ line: String) -> (sign: Substring, rest: String) {
    let sign = line.prefix { $0 != " " }
    return (sign, String(line.dropFirst(sign.count + 1)))
  }

  var text: String { steps.map(Transcript.text).joined(separator: "\n") }

  static func text(_ step: Step) -> String {
    switch step {
    case .remark(let line): line
    case .file(let path, let text): (["@ \(path)"] + lines(of: text, after: "|")).joined(separator: "\n")
    case .command(let command, let run):
      (["$ \(command)"] + lines(of: run.output, after: ">") + lines(of: run.errors, after: "2>")
        + (run.status == 0 ? [] : ["? \(run.status)"])).joined(separator: "\n")
    }
  }

  private static func lines(of text: String, after sign: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map { $0.isEmpty ? sign : "\(sign) \($0)" }
  }
}
