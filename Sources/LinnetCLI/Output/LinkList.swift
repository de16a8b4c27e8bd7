import StudyStore

/// The links of a card, each target once, in the order of the text.
struct LinkList {
  private(set) var items: [(link: CardContent.Link, count: Int)] = []

  init(_ links: [CardContent.Link]) {
    var places: [String: Int] = [:]
    for link in links {
      let key = link.kind + "\u{0}" + link.name
      if let place = places[key] {
        items[place].count += 1
      } else {
        places[key] = items.count
        items.append((link, 1))
      }
    }
  }
}
