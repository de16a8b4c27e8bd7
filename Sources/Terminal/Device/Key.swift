/// One thing a person does at the keyboard, or that happens to the terminal meanwhile.
package enum Key: Hashable, Sendable {
  /// A printing character other than the blank.
  case character(Character)
  case space, enter, tab, shiftTab, backspace, delete, escape
  case up, down, left, right, wordLeft, wordRight
  case pageUp, pageDown, home, end
  /// Text that came all at once. Whoever reads single keys ignores it: it was not typed as commands.
  case paste(String)
  /// Ctrl-C, or the signal it stands for.
  case interrupt
  /// Ctrl-D, or no more input.
  case endOfInput
  /// The program was stopped (Ctrl-Z) and runs again: draw the prompt once more.
  case resumed
  /// The terminal has another size now.
  case resized
  /// A letter with Ctrl, in lower case, unless it is a key of its own.
  case control(Character)
  /// A key without a meaning here, so that it is not taken for the characters it consists of.
  case unknown
}
