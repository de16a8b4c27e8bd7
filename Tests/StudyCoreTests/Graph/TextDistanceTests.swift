import StudyCore
import Testing

struct TextDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "ab", 2), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func `changes are counted`(_ left: String, _ right: String, _ distance: Int) {
    #expect(TextDistance.between(Array(left), Array(right)) == distance)
    #expect(TextDistance.between(Array(right), Array(left)) == distance)
  }
}
