import StudyApp

/// The pictures a card shows.
enum CardMedia {
  /// The first file that the card embeds or links to.
  static func firstFile(_ links: LinkOverview?) -> String? {
    links?.items.lazy.compactMap { if case .file(let path) = $0.end { path } else { nil } }.first
  }
}
