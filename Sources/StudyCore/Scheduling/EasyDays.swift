package enum Weekday: String, Hashable, Sendable, CaseIterable {
  case monday = "mon"
  case tuesday = "tue"
  case wednesday = "wed"
  case thursday = "thu"
  case friday = "fri"
  case saturday = "sat"
  case sunday = "sun"

  /// In lower-case letters.
  package var name: String { "\(self)" }
}

extension Day {
  /// 1970-01-01 was a Thursday.
  package var weekday: Weekday {
    let remainder = (number + 3) % 7
    return Weekday.allCases[remainder < 0 ? remainder + 7 : remainder]
  }
}

/// Weekdays on which fewer cards are to be due. It is for the load balancer to see to it.
package struct EasyDays: Hashable, Sendable {
  package enum Load: String, Hashable, Sendable, CaseIterable {
    case normal
    /// About half as many cards as on the other days.
    case reduced
    /// As few as can be.
    case minimum
  }

  private var loads: [Weekday: Load] = [:]

  package init() {}

  package subscript(weekday: Weekday) -> Load {
    get { loads[weekday] ?? .normal }
    set { loads[weekday] = newValue == .normal ? nil : newValue }
  }
}
