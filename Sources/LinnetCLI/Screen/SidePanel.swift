import StudyApp
import Terminal

extension ReviewView {
  /// In a wide window the links of the card stand at its right.
  func withSidePanel(_ body: [StyledText]) -> [StyledText] {
    let bar = StyledText(style.glyphs.bar, .faint)
    let panel = filled(sideRows(), model.bodyHeight)
    return zip(filled(body, model.bodyHeight), panel).map { left, right in
      left.cropped(to: model.bodyWidth).padded(to: model.bodyWidth) + bar + right
    }
  }

  private func sideRows() -> [StyledText] {
    guard let links = model.links else { return [] }
    let room = model.bodyHeight - 1
    let isLong = links.items.count > room
    let shown = links.items.prefix(isLong ? room - 1 : room)
    let more = links.items.count - shown.count
    return [StyledText("links (\(links.items.count))", .faint)] + shown.map(sideRow)
      + (isLong ? [StyledText("\(more) more: \(style.keys.key(for: .links))", .faint)] : [])
  }

  private func sideRow(_ item: LinkOverview.Item) -> StyledText {
    let name = StyledText(item.name, styles: [item.end.nameStyle])
    return style.ends(name, item.end.shortMemory, width: ScreenStyle.sidePanelWidth - 1)
  }
}

extension LinkOverview.End {
  var nameStyle: Style {
    if case .unresolved = self { .unresolvedLink } else { .link }
  }

  /// What is known of a concept in the fewest words.
  var shortMemory: StyledText {
    switch self {
    case .note(_, let memory):
      if let recall = memory.recall { return StyledText(LinkWords.recall(recall)) }
      return StyledText(memory.cards == 0 ? "no cards" : memory.due.map(LinkWords.due) ?? "", .faint)
    case .file: return StyledText("file", .faint)
    case .unresolved: return StyledText("no note", .warning)
    }
  }
}
