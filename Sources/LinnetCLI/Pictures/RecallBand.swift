/// How well the cards of a concept are remembered now, in steps that can be told apart by their colours.
enum RecallBand: Int, CaseIterable {
  case weak, shaky, fair, good, firm

  /// The lowest predicted recall (0–1) of each band.
  var least: Double {
    switch self {
    case .weak: 0
    case .shaky: 0.7
    case .fair: 0.8
    case .good: 0.9
    case .firm: 0.95
    }
  }

  init(_ recall: Double) {
    self = RecallBand.allCases.last { recall >= $0.least } ?? .weak
  }

  /// On a light ground, with black letters on it. From vermilion to blue, which also those tell apart who see no difference between red and green.
  var colour: String {
    switch self {
    case .weak: "#f4a582"
    case .shaky: "#fbcf9d"
    case .fair: "#f5ecc8"
    case .good: "#bcdcea"
    case .firm: "#82bcd9"
    }
  }

  /// Of concepts none of whose cards was reviewed.
  static let unknownColour = "#ebebeb"
}
