/// Lets global options stand before the command as well: `linnet --database FILE due`.
enum ArgumentOrder {
  /// Global options that take a value as the next argument.
  private static let valued: Set<String> = ["--database", "--color", "--width"]

  /// What shells ask of the argument parser itself, which expects it in front.
  private static let completion: Set<String> = ["--generate-completion-script", "---completion"]

  /// The same arguments with the options that stand before the command behind everything else, where the parser
  /// looks for them; without a command nothing changes.
  static func commandFirst(_ arguments: [String]) -> [String] {
    guard let first = arguments.first, !completion.contains(first) else { return arguments }
    var leading = 0
    while leading < arguments.count, arguments[leading].hasPrefix("-"), arguments[leading] != "--" {
      leading += valued.contains(arguments[leading]) ? 2 : 1
    }
    guard leading > 0, leading < arguments.count, arguments[leading] != "--" else { return arguments }
    let rest = arguments[leading...]
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + arguments[..<leading] + Array(rest[end...])
  }
}
