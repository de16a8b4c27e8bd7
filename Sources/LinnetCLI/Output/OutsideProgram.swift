import Terminal

/// Shows a file in the program that the desktop has for it.
enum OutsideProgram {
  #if os(macOS)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  /// - Returns: why nothing was shown, in a sentence; nil if it was.
  static func show(_ file: String) -> String? {
    guard let outcome = try? ChildProcess.run([opener, file]) else {
      return "there is no \(opener) here to open \(file) with"
    }
    return outcome == .exited(code: 0) ? nil : "\(opener) could not open \(file)"
  }
}
