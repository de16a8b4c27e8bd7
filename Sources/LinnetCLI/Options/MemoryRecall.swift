import StudyApp
import StudyStore

/// Another memory model says something else of what was answered: memory is computed anew from the log before it is asked for.
enum MemoryRecall {
  static func run(_ store: StudyStore, _ context: CommandContext) throws {
    let presets = try context.reviewService(store).presets
    let count = try context.working(on: store) { _ in try store.recallAnew(presets: presets) }
    guard count > 0 else { return }
    context.say(
      "the memory of \(Words.count(count, "card")) was computed anew from the log; their dates stay")
  }
}
