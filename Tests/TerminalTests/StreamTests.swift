import Foundation
import Terminal
import Testing

/// Reading and writing where there is no terminal.
struct StreamTests {
  private func input(_ text: String, _ body: (TerminalInput) throws -> Void) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    try body(TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor))
  }

  @Test func `lines come from a pipe, the last one with or without its end`() throws {
    try input("3\r\n\nlast ä") { input in
      let lines = try (0..<5).map { _ in try input.nextLine() }
      #expect(lines == [.line("3"), .line(""), .line("last ä"), .end, .end])
    }
  }

  @Test func `keys come from a pipe and end with it`() throws {
    try input("3\u{1B}[A\u{1B}") { input in
      let keys = try (0..<5).map { _ in try input.nextKey() }
      #expect(keys == [.character("3"), .up, .escape, .endOfInput, .endOfInput])
    }
  }

  @Test func `a pipe has no key mode`() throws {
    try input("") { input in
      #expect(throws: TerminalFailure.notATerminal) { try input.withKeys {} }
    }
  }

  @Test func `a long text is written whole, in spite of a full pipe`() throws {
    let pipe = Pipe()
    let writer = OutputWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    _ = fcntl(writer.descriptor, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789ä", count: 50_000)
    let reader = Thread { [handle = pipe.fileHandleForReading] in
      let data = handle.readDataToEndOfFile()
      #expect(String(decoding: data, as: UTF8.self) == text)
      handle.closeFile()
    }
    reader.start()
    try writer.write(text)
    try pipe.fileHandleForWriting.close()
    while !reader.isFinished { Thread.sleep(forTimeInterval: 0.01) }
  }

  @Test func `a closed pipe is an error of its own`() throws {
    OutputWriter.reportClosedPipes()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    #expect(throws: TerminalFailure.outputClosed) {
      try OutputWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor).write("x")
    }
  }
}
