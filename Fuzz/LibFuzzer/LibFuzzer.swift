/// The driver of LLVM's fuzzer, which reads the program's arguments and never runs out of inputs.
package enum LibFuzzer {
  /// - Parameter test: is given each input; what it finds wrong ends the program with a trap, and libFuzzer reports the
  ///   input that did it.
  package static func run(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt) -> CInt {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    return runDriver(&count, &arguments, test)
  }
}

/// `fuzzer/FuzzerInterface.h` of compiler-rt: the driver as a library, for programs that have a `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
