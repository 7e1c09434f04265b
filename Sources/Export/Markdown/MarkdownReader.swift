internal import CMarkdown

/// Takes md4c's callbacks and builds events of them.
final class MarkdownReader {
  private var builder = EventBuilder()
  private var budget: Int
  private let hidesAcrossBlocks: Bool
  /// Raw HTML that came last, which may go on.
  private var html: [UInt8] = []
  private var isInHTMLBlock = false
  private var filter = TagFilter()
  private var pictures: [(source: String, title: String)] = []
  private var alt = ""

  init(budget: Int, hidesAcrossBlocks: Bool) {
    (self.budget, self.hidesAcrossBlocks) = (budget, hidesAcrossBlocks)
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> MarkdownReader? {
    data.map { Unmanaged<MarkdownReader>.fromOpaque($0).takeUnretainedValue() }
  }

  var isOverBudget: Bool { budget < 0 }
  /// Whether a script or style is open.
  var isHiding: Bool { filter.hidden != nil }

  func finish() -> [MarkdownEvent] { builder.finish() }

  func enter(block: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    flush()
    switch block {
    case MD_BLOCK_HTML: isInHTMLBlock = true
    case MD_BLOCK_HR:
      if !isHiding { builder.add(.rule) }
    default:
      if let element = Element(block, detail) { builder.open(element) }
    }
    return spend(24)
  }

  func leave(block: MD_BLOCKTYPE) -> Int32 {
    if block == MD_BLOCK_HTML {
      filter.paragraphs(of: html, into: &builder)
      html = []
      isInHTMLBlock = false
    } else {
      flush()
      if let element = Element(block, nil) { builder.close(element) }
    }
    if !hidesAcrossBlocks { filter.hidden = nil }
    return spend(0)
  }

  func enter(span: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    flush()
    if span == MD_SPAN_IMG {
      guard let detail else { return -1 }
      let image = detail.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee
      pictures.append((Entity.text(image.src), Entity.text(image.title)))
      return spend(24 + Int(image.src.size) + Int(image.title.size))
    }
    guard pictures.isEmpty, let element = Element(span, detail) else { return spend(0) }
    builder.open(element)
    guard case .link(let address, let title) = element else { return spend(16) }
    return spend(24 + address.utf8.count + title.utf8.count)
  }

  func leave(span: MD_SPANTYPE) -> Int32 {
    flush()
    if span == MD_SPAN_IMG {
      guard let picture = pictures.popLast(), pictures.isEmpty else { return 0 }
      if !isHiding {
        builder.add(
          .picture(
            source: picture.source, title: picture.title, alt: alt.words().joined(separator: " ")))
      }
      alt = ""
    } else if pictures.isEmpty, let element = Element(span, nil) {
      builder.close(element)
    }
    return spend(0)
  }

  func text(_ kind: MD_TEXTTYPE, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    if kind == MD_TEXT_HTML {
      html += bytes
      return spend(bytes.count)
    }
    flush()
    guard !isHiding else { return spend(0) }
    switch kind {
    case MD_TEXT_BR: pictures.isEmpty ? builder.add(.hardBreak) : alt.append(" ")
    case MD_TEXT_SOFTBR: pictures.isEmpty ? builder.add(.softBreak) : alt.append(" ")
    case MD_TEXT_NULLCHAR: add("\u{FFFD}")
    case MD_TEXT_ENTITY: add(Entity.decoded(bytes))
    case MD_TEXT_CODE where builder.isInCell:
      // md4c leaves the backslash that only kept the sign from ending the cell.
      add(Preparation.unmarked(bytes).replacing("\\|", with: "|"))
    default: add(Preparation.unmarked(bytes))
    }
    return spend(bytes.count)
  }

  private func add(_ text: String) {
    if pictures.isEmpty { builder.add(text: text) } else { alt += text }
  }

  /// Works off tags that stood between words.
  private func flush() {
    guard !html.isEmpty, !isInHTMLBlock else { return }
    if pictures.isEmpty { filter.inline(html, into: &builder) }
    html = []
  }

  /// md4c is sure to stop only for what is negative.
  private func spend(_ count: Int) -> Int32 {
    budget -= count
    return budget < 0 ? -1 : 0
  }
}

extension Element {
  /// Nil for what is no element of ours.
  ///
  /// Without details it serves to close one.
  init?(_ block: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    func read<Detail>(_ type: Detail.Type) -> Detail? {
      detail?.assumingMemoryBound(to: type).pointee
    }
    switch block {
    case MD_BLOCK_P: self = .paragraph
    case MD_BLOCK_H: self = .heading(read(MD_BLOCK_H_DETAIL.self).map { Int($0.level) } ?? 1)
    case MD_BLOCK_QUOTE: self = .quote
    case MD_BLOCK_UL: self = .list(start: nil)
    case MD_BLOCK_OL: self = .list(start: read(MD_BLOCK_OL_DETAIL.self).map { Int($0.start) })
    case MD_BLOCK_LI:
      let item = read(MD_BLOCK_LI_DETAIL.self)
      self = .item(done: item.flatMap { $0.is_task != 0 ? $0.task_mark != 0x20 : nil })
    case MD_BLOCK_CODE: self = .codeBlock
    case MD_BLOCK_TABLE: self = .table
    case MD_BLOCK_THEAD: self = .head
    case MD_BLOCK_TBODY: self = .rows
    case MD_BLOCK_TR: self = .row
    case MD_BLOCK_TH, MD_BLOCK_TD:
      let alignment: Alignment =
        switch read(MD_BLOCK_TD_DETAIL.self)?.align {
        case MD_ALIGN_LEFT: .left
        case MD_ALIGN_CENTER: .center
        case MD_ALIGN_RIGHT: .right
        default: .natural
        }
      self = .cell(isHead: block == MD_BLOCK_TH, alignment)
    default: return nil
    }
  }

  init?(_ span: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch span {
    case MD_SPAN_EM: self = .emphasis
    case MD_SPAN_STRONG: self = .strong
    case MD_SPAN_DEL: self = .strike
    case MD_SPAN_CODE: self = .code
    case MD_SPAN_A:
      let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
      self = .link(
        address: link.map { Entity.text($0.href) } ?? "",
        title: link.map { Entity.text($0.title) } ?? "")
    default: return nil
    }
  }
}
