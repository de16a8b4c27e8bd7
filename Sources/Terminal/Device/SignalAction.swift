extension sigaction {
  /// What is called, under the name each C library hides it.
  var handler: (@convention(c) (Int32) -> Void)? {
    get {
      #if canImport(Glibc)
        __sigaction_handler.sa_handler
      #elseif canImport(Musl)
        __sa_handler.sa_handler
      #else
        __sigaction_u.__sa_handler
      #endif
    }
    set {
      #if canImport(Glibc)
        __sigaction_handler.sa_handler = newValue
      #elseif canImport(Musl)
        __sa_handler.sa_handler = newValue
      #else
        __sigaction_u.__sa_handler = newValue
      #endif
    }
  }

  var isIgnored: Bool { unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) }
}

/// Runs `body` while `signals` wait.
func blocking(_ signals: sigset_t, _ body: () -> Void) {
  var signals = signals
  var before = sigset_t()
  pthread_sigmask(SIG_BLOCK, &signals, &before)
  body()
  pthread_sigmask(SIG_SETMASK, &before, nil)
}
