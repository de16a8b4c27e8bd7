import Foundation
import TestSupport

extension Tmux {
  /// The program that the package builds beside the tests.
  static let probe: URL? = {
    let places = [Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
    return places.map { $0.appending(path: "TerminalProbe") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()
}
