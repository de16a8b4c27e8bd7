import CMD4C

/// The one place that talks to md4c: runs it over a text and passes what it reports to a ``TreeBuilder``.
enum MD4C {
  private static let flags = UInt32(
    MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS
      | MD_FLAG_PERMISSIVEWWWAUTOLINKS)

  /// False when md4c gave up, which it does when the builder's events are used up.
  static func parse(_ text: [UInt8], tables: Bool, into builder: TreeBuilder) -> Bool {
    var parser = MD_PARSER()
    parser.flags = flags | (tables ? UInt32(MD_FLAG_TABLES) : 0)
    parser.enter_block = { type, detail, context in
      MD4C.report(context) { $0.enterBlock(type, detail) }
    }
    parser.leave_block = { type, _, context in
      MD4C.report(context) { $0.leaveBlock(type) }
    }
    parser.enter_span = { type, detail, context in
      MD4C.report(context) { $0.enterSpan(type, detail) }
    }
    parser.leave_span = { _, _, context in
      MD4C.report(context) { $0.leaveSpan() }
    }
    parser.text = { type, text, size, context in
      MD4C.report(context) { $0.text(type, UnsafeBufferPointer(bytes: text, count: size)) }
    }
    let context = Unmanaged.passUnretained(builder).toOpaque()
    // md4c 0.4 looks one byte past digits at the end of the text, and a point there makes them a list.
    let ended = text + [0]
    return withExtendedLifetime(builder) {
      ended.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: MD_CHAR.self) { characters in
          guard let size = MD_SIZE(exactly: text.count) else { return false }
          return md_parse(characters.baseAddress, size, &parser, context) == 0
        }
      }
    }
  }

  /// Zero lets md4c go on.
  private static func report(_ context: UnsafeMutableRawPointer?, _ event: (TreeBuilder) -> Void) -> Int32 {
    guard let context else { return 1 }
    let builder = Unmanaged<TreeBuilder>.fromOpaque(context).takeUnretainedValue()
    guard builder.countEvent() else { return 1 }
    event(builder)
    return 0
  }
}

extension TreeBuilder {
  fileprivate func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch type {
    case MD_BLOCK_QUOTE: enter(.quote)
    case MD_BLOCK_UL:
      enter(.list(start: nil, isTight: read(detail, MD_BLOCK_UL_DETAIL()).is_tight != 0))
    case MD_BLOCK_OL:
      let list = read(detail, MD_BLOCK_OL_DETAIL())
      enter(.list(start: Int(list.start), isTight: list.is_tight != 0))
    case MD_BLOCK_LI:
      let item = read(detail, MD_BLOCK_LI_DETAIL())
      enter(.item(isTicked: item.is_task == 0 ? nil : item.task_mark != MD_CHAR(UInt8(ascii: " "))))
    case MD_BLOCK_HR: append(MarkdownBlock.rule)
    case MD_BLOCK_H: begin(.heading(level: Int(read(detail, MD_BLOCK_H_DETAIL()).level)))
    case MD_BLOCK_CODE: begin(.code(language: text(of: read(detail, MD_BLOCK_CODE_DETAIL()).lang)))
    case MD_BLOCK_HTML: begin(.html)
    case MD_BLOCK_P: begin(.paragraph)
    case MD_BLOCK_TABLE: beginTable()
    case MD_BLOCK_TR: beginRow()
    case MD_BLOCK_TH: beginHeaderCell(MarkdownAlignment(read(detail, MD_BLOCK_TD_DETAIL()).align))
    case MD_BLOCK_TD: begin(.cell)
    default: break
    }
  }

  fileprivate func leaveBlock(_ type: MD_BLOCKTYPE) {
    switch type {
    case MD_BLOCK_QUOTE, MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI: leave()
    case MD_BLOCK_H, MD_BLOCK_CODE, MD_BLOCK_HTML, MD_BLOCK_P, MD_BLOCK_TH, MD_BLOCK_TD: end()
    case MD_BLOCK_TABLE: endTable()
    default: break
    }
  }

  fileprivate func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch type {
    case MD_SPAN_EM: enter(.emphasis)
    case MD_SPAN_STRONG: enter(.strong)
    case MD_SPAN_DEL: enter(.strikethrough)
    case MD_SPAN_A: enter(.link(destination: text(of: read(detail, MD_SPAN_A_DETAIL()).href)))
    case MD_SPAN_IMG: enter(.image(source: text(of: read(detail, MD_SPAN_IMG_DETAIL()).src)))
    default: enter(.code)
    }
  }

  fileprivate func text(_ type: MD_TEXTTYPE, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch type {
    case MD_TEXT_NULLCHAR: append(MarkdownInline.text("\u{FFFD}"))
    case MD_TEXT_BR: append(MarkdownInline.lineBreak)
    case MD_TEXT_SOFTBR: append(MarkdownInline.softBreak)
    case MD_TEXT_ENTITY:
      let reference = source(of: bytes)
      append(MarkdownInline.text(CharacterReference.decode(reference) ?? reference))
    case MD_TEXT_HTML: appendHTML(bytes)
    default: appendText(bytes)
    }
  }

  /// An address or info string, with its character references decoded.
  private func text(of attribute: MD_ATTRIBUTE) -> String {
    guard let characters = attribute.text, let types = attribute.substr_types,
      let offsets = attribute.substr_offsets
    else { return "" }
    var text = ""
    var index = 0
    while offsets[index] < attribute.size {
      let part = UnsafeBufferPointer(
        bytes: characters + Int(offsets[index]), count: offsets[index + 1] - offsets[index])
      let written = address(of: part)
      switch types[index] {
      case MD_TEXT_ENTITY: text += CharacterReference.decode(written) ?? written
      case MD_TEXT_NULLCHAR: text += "\u{FFFD}"
      default: text += written
      }
      index += 1
    }
    return text
  }

  private func read<Detail>(_ detail: UnsafeMutableRawPointer?, _ absent: Detail) -> Detail {
    detail?.load(as: Detail.self) ?? absent
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(bytes: UnsafePointer<MD_CHAR>?, count: MD_SIZE) {
    let raw = UnsafeRawPointer(bytes)
    self.init(start: raw?.assumingMemoryBound(to: UInt8.self), count: raw == nil ? 0 : Int(count))
  }
}

extension MarkdownAlignment {
  fileprivate init(_ align: MD_ALIGN) {
    switch align {
    case MD_ALIGN_LEFT: self = .left
    case MD_ALIGN_CENTER: self = .center
    case MD_ALIGN_RIGHT: self = .right
    default: self = .natural
    }
  }
}
