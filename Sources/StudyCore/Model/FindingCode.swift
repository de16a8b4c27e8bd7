/// The kinds of findings; raw values are the codes that `check` prints. A contract: add, do not rename.
package enum FindingCode: String, Hashable, Sendable, CaseIterable {
  // Card blocks
  case endMissing = "end-missing"
  case emptyBlock = "empty-block"
  case trailingBlank = "trailing-blank"
  case textAfterEnd = "text-after-end"
  case unknownNoteType = "unknown-note-type"
  case noteTypeCase = "note-type-case"
  case noteTypeMissing = "note-type-missing"
  case emptyField = "empty-field"
  case noCloze = "no-cloze"
  case clozeNumber = "cloze-number"
  case sharedClozeNumber = "shared-cloze-number"
  case cardInCode = "card-in-code"
  case fieldInCode = "field-in-code"
  case unseenHead = "unseen-head"
  case longAnswer = "long-answer"
  case inlineWithoutType = "inline-without-type"
  case outsideScanFolder = "outside-scan-folder"
  case deletedCard = "deleted-card"
  case strictDifference = "strict-difference"
  case containedCard = "contained-card"
  case separatorInWords = "separator-in-words"
  case patternGivenUp = "pattern-given-up"
  // Ids and tags
  case idNotLast = "id-not-last"
  case idLikeText = "id-like-text"
  case idAfterText = "id-after-text"
  case duplicateID = "duplicate-id"
  case tagsForm = "tags-form"
  case tagsBeforeBlank = "tags-before-blank"
  // The file
  case frontMatterInvalid = "front-matter-invalid"
  case deckLineForm = "deck-line-form"
  case deckName = "deck-name"
  case doubleEncoded = "double-encoded"
  case byteOrderMark = "byte-order-mark"
  case carriageReturns = "carriage-returns"
  case invalidUTF8 = "invalid-utf8"
  case binaryFile = "binary-file"
  case fileTooLarge = "file-too-large"
  case unreadable = "unreadable"
  case notARegularFile = "not-a-regular-file"
  case symbolicLinkLoop = "symbolic-link-loop"
  // Settings
  case settingsInvalid = "settings-invalid"
  // Identity and links
  case historyGuessed = "history-guessed"
  case historyUnclear = "history-unclear"
  case copiedCard = "copied-card"
  case ambiguousLink = "ambiguous-link"
  case aliasLink = "alias-link"
  case nearLink = "near-link"
  case missingMedia = "missing-media"

  /// What an import says about files and folders that it could not read as notes, and about its settings.
  package static let ofUnreadFiles: Set<FindingCode> = [
    .fileTooLarge, .unreadable, .notARegularFile, .symbolicLinkLoop, .settingsInvalid,
  ]
}
