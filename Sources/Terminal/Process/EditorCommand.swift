/// How to open a file at a line in the editor a person uses.
package enum EditorCommand {
  /// `$VISUAL`, else `$EDITOR`, else `vi`; set but empty counts as not set.
  package static func preferred(in environment: [String: String]) -> String {
    ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
  }

  /// The whole command: `editor` split into words, then what makes it open `file` at `line` (1-based). An
  /// editor we do not know gets the file alone.
  package static func arguments(editor: String, file: String, line: Int?) throws(TerminalFailure) -> [String]
  {
    guard let words = shellWords(editor), let program = words.first else {
      throw .unreadableCommand(editor)
    }
    // A name that begins with a dash would be read as an option.
    let path = file.hasPrefix("-") ? "./" + file : file
    guard let line, line > 0 else { return words + [path] }
    return words + positionArguments(program: baseName(program), path: path, line: line)
  }

  private static func positionArguments(program: String, path: String, line: Int) -> [String] {
    switch program {
    case "vi", "vim", "nvim", "view", "gvim", "mvim", "nvi", "elvis", "vis", "kak",
      "nano", "pico", "rnano", "emacs", "emacsclient", "mg", "jed", "zile", "joe", "jmacs", "jstar", "ne",
      "micro", "gedit", "xed", "pluma", "mousepad", "bbedit", "less":
      ["+\(line)", path]
    case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf":
      ["--goto", "\(path):\(line)"]
    case "hx", "helix", "subl", "sublime_text", "zed", "zeditor":
      ["\(path):\(line)"]
    case "mate", "kate", "kwrite", "idea", "pycharm", "webstorm", "fleet":
      ["--line", "\(line)", path]
    default:
      [path]
    }
  }

  private static func baseName(_ program: String) -> String {
    String(program.split(separator: "/").last ?? Substring(program))
  }
}
