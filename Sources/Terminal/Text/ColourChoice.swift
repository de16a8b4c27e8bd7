/// The value of `--color`.
package enum ColourChoice: String, Hashable, Sendable, CaseIterable {
  case auto, always, never

  /// Whether to colour a stream; each stream is judged by itself. A flag beats the environment, so `always`
  /// and `never` ask nothing else.
  package func allowsColour(isTerminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      let refuses = !(environment["NO_COLOR"] ?? "").isEmpty
      let kind = environment["TERM"] ?? ""
      return isTerminal && !refuses && !kind.isEmpty && kind != "dumb"
    }
  }
}
