import StudyCore
import Terminal

/// The keys that the last row names: those of the moment, the most used first.
struct KeyHints {
  let model: ReviewModel

  private var style: ScreenStyle { model.style }
  private var all: StyledText { style.item(.help, "all keys") }

  var items: [StyledText] {
    switch (model.prompt, model.stage) {
    case (.flag, _): [style.item("0-7", "flag"), style.item("esc", "leave it")]
    case (.mark, _): [style.item("enter", "keep"), style.item("esc", "leave it")]
    case (.answer, _): [style.item("enter", "show answer"), style.item("esc", "other keys")]
    case (nil, .question): question
    case (nil, .answer): answer
    case (nil, .rest): rest
    }
  }

  private var question: [StyledText] {
    let canType = model.card?.faces.typed != nil
    let first = model.viewport.isAtEnd ? "answer" : "scroll"
    let choices = model.card?.choices.map { [style.item($0.keys, "choose")] } ?? []
    return choices + [style.item("space", first)] + (canType ? [style.item("tab", "type it")] : []) + common
      + [all]
  }

  private var answer: [StyledText] {
    let next = model.viewport.isAtEnd ? model.suggested.name.capitalizedWord : "scroll"
    if let state = model.outline?.state {
      let isFolded = model.viewport.isAtEnd && state.hasFoldedItems
      return [
        style.item("space", isFolded ? "next level" : next), style.item("j k", "move"),
        style.item("x", "recalled"), style.item(style.arrows, "fold"), style.item("esc", "whole answer"), all,
      ]
    }
    return [style.item("space", next)] + common + [all]
  }

  private var common: [StyledText] {
    let links = model.links?.items.count ?? 0
    return (links > 0 ? [style.item(.links, "links (\(links))")] : [])
      + (model.hasOutline ? [style.item(.outline, "tree")] : [])
      + [
        style.item(.edit, "edit"), style.item(.undo, "undo"), style.item(.bury, "bury"),
        style.item(.suspend, "suspend"),
      ]
  }

  private var rest: [StyledText] {
    (model.canUndo ? [style.item(.undo, "undo")] : []) + [style.item("enter", "end")]
  }
}
