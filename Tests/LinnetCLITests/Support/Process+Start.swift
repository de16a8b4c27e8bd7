import Foundation

extension Process {
  /// Starts it as a terminal would, with no signal blocked: tests run on threads that block nearly all, which a
  /// child inherits.
  func start() throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
