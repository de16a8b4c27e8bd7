import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Sandbox.program != nil))
struct InstallTests {
  private static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../Scripts/install.sh").standardizedFileURL.path

  @Test func theProgramIsInstalledWithCompletionsAndTakenAwayAgain() throws {
    let sandbox = try Sandbox()
    let install = try sandbox.run("'\(InstallTests.script)' \"$(command -v linnet)\" there")
    #expect(install.status == 0, "\(install.errors)")
    #expect(try sandbox.run("there/bin/linnet --version").status == 0)
    for completion in [
      "share/bash-completion/completions/linnet", "share/zsh/site-functions/_linnet",
      "share/fish/vendor_completions.d/linnet.fish",
    ] {
      #expect(try sandbox.run("cat there/\(completion)").output.contains("review"))
    }
    #expect(try sandbox.run("'\(InstallTests.script)' --remove there").status == 0)
    #expect(try sandbox.run("find there -type f").output.isEmpty)
  }
}
