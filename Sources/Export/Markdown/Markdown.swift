internal import CMarkdown
internal import Editorial

/// The Markdown of a story, read once into a walk that every format renders.
struct Markdown: Sendable {
  let events: [MarkdownEvent]

  /// Takes a walk that was made of another.
  init(events: [MarkdownEvent]) { self.events = events }

  /// Reads CommonMark with tables, strikethrough and task lists.
  ///
  /// Tags of raw HTML are dropped and the text between them stays; script, style and comments go
  /// with their content.
  init(_ text: String) throws(MarkdownFault) {
    let bytes = Preparation.prepared(Array(text.utf8))
    let reader = try Self.read(bytes, hidesAcrossBlocks: true)
    // A script that is never closed must not take the rest of the story with it.
    events =
      reader.isHiding
      ? try Self.read(bytes, hidesAcrossBlocks: false).finish() : reader.finish()
  }

  private static func read(
    _ bytes: [UInt8], hidesAcrossBlocks: Bool
  ) throws(MarkdownFault) -> MarkdownReader {
    guard bytes.count <= 2 * FrontMatter.mostBytes else { throw MarkdownFault.tooLong }
    let reader = MarkdownReader(
      budget: 64 << 10 + 32 * bytes.count, hidesAcrossBlocks: hidesAcrossBlocks)
    let status = bytes.withUnsafeBytes { buffer in
      var parser = MD_PARSER()
      parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
      parser.enter_block = { MarkdownReader.of($2)?.enter(block: $0, $1) ?? -1 }
      parser.leave_block = { MarkdownReader.of($2)?.leave(block: $0) ?? -1 }
      parser.enter_span = { MarkdownReader.of($2)?.enter(span: $0, $1) ?? -1 }
      parser.leave_span = { MarkdownReader.of($2)?.leave(span: $0) ?? -1 }
      parser.text = {
        MarkdownReader.of($3)?.text($0, UnsafeRawBufferPointer(start: $1, count: Int($2))) ?? -1
      }
      return withExtendedLifetime(reader) {
        md_parse(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(buffer.count), &parser,
          Unmanaged.passUnretained(reader).toOpaque())
      }
    }
    guard status == 0 else { throw reader.isOverBudget ? .tooMuch : .unreadable }
    return reader
  }
}

/// Why a text can't be rendered.
enum MarkdownFault: Explained, Equatable {
  case tooLong, tooMuch, unreadable

  var problem: String {
    switch self {
    case .tooLong: "the text is longer than 4 MiB"
    case .tooMuch: "the text unfolds to more than 32 times its length"
    case .unreadable: "the text can't be read as Markdown"
    }
  }

  var hint: String? {
    self == .tooMuch ? "look for one long link that is used very often" : nil
  }
}
