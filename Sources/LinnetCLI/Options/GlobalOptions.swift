import ArgumentParser
import Terminal

/// Options that every command takes.
package struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The collection's file.", valueName: "file"))
  package var database: String?

  @Flag(help: "Print one JSON document instead of text.")
  package var json = false

  @Flag(help: "No cursor movement, boxes or colour.")
  package var plain = false

  @Option(help: "Colour: auto, always or never.")
  package var color: ColourChoice = .auto

  @Option(help: ArgumentHelp("Columns to write to.", valueName: "columns"))
  package var width: Int?

  /// Accepted everywhere, so that scripts can say it; nothing here starts a pager.
  @Flag(name: .customLong("no-pager"), help: ArgumentHelp("Never start a pager.", visibility: .hidden))
  package var noPager = false

  @Flag(name: [.short, .long], help: "Say less.")
  package var quiet = false

  /// Accepted everywhere; `import` tells of it in its own help.
  @Flag(name: [.short, .long], help: ArgumentHelp("Say more.", visibility: .hidden))
  package var verbose = false

  package init() {}

  package func validate() throws {
    if let width, width < 20 { throw ValidationError("--width must be at least 20 columns") }
  }
}

extension ColourChoice: ExpressibleByArgument {}
