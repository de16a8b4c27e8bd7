import StudyCore
import StudyStore
import Testing

@testable import LinnetCLI

struct TodayTextTests {
  private func today(_ change: (inout TodayText) -> Void = { _ in }) -> TodayText {
    var figures = ImportFigures()
    (figures.notes, figures.cards, figures.links) = (138, 412, 1904)
    var today = TodayText(
      folders: [("/home/ann/notes", figures)], counts: .init(new: 12, learning: 3, due: 27), newPerDay: 20,
      laterToday: 8, tomorrow: 31, home: "/home/ann")
    change(&today)
    return today
  }

  @Test func `the day on one page`() {
    #expect(
      today().text == """
        notes    ~/notes (138 notes, 412 cards, 1,904 links)
        due now  27    learning 3    new today 12 of 20
        next     8 later today, 31 tomorrow

          linnet review                answer what is due
          linnet export -o deck.csv    the cards for Anki
          linnet --help                all commands
        """)
  }

  @Test func `nothing is suggested that has nothing to do`() {
    let text = today { $0.counts = .init(new: 0, learning: 0, due: 0) }.text
    #expect(!text.contains("linnet review"))
    #expect(!text.contains("linnet check"))
  }

  @Test func `problems are worth a look`() {
    let text = today {
      $0.folders[0].figures.errors = 1
      $0.folders[0].figures.warnings = 1
      $0.folders[0].figures.remarks = 5
    }.text
    #expect(text.contains("linnet check                 2 problems in your notes"))
  }

  @Test func `a folder that only begins like home is written whole`() {
    #expect(today { $0.folders[0].path = "/home/anna/notes" }.text.hasPrefix("notes    /home/anna/notes ("))
  }

  @Test func `without folders the way in is told`() {
    let text = TodayText.empty.text
    #expect(text.contains("no folder is imported"))
    #expect(text.contains("linnet import ~/notes"))
    #expect(!text.contains("linnet export"))
  }
}
