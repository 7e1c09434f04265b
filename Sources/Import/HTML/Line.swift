/// The pieces of a paragraph that is being read.
struct Line: Sendable {
  private(set) var pieces: [Inline] = []

  var isEmpty: Bool { pieces.isEmpty }

  mutating func add(_ kind: Inline.Kind, _ style: Style) {
    pieces.append(Inline(kind: kind, style: style))
  }

  /// The paragraphs in it: two breaks in a row part them.
  func paragraphs() -> [[Inline]] {
    var result: [[Inline]] = []
    var current: [Inline] = []
    var breaks = 0
    for piece in folded() {
      guard piece.kind == .lineBreak else {
        if breaks > 1, !current.isEmpty {
          result.append(current)
          current = []
        } else if breaks == 1, !current.isEmpty {
          current.append(
            Inline(kind: .lineBreak, style: piece.style.common(with: current.last?.style)))
        }
        breaks = 0
        current.append(piece)
        continue
      }
      breaks += 1
    }
    result.append(current)
    return result.map(Self.settled).filter { $0.contains(where: \.isVisible) }
  }

  /// With runs of blanks as one space, none at the ends of lines, and what follows in the same style as
  /// one piece.
  private func folded() -> [Inline] {
    var result: [Inline] = []
    var hasSpace = true
    for piece in pieces {
      switch piece.kind {
      case .text(let words):
        let text = Self.folded(words, after: &hasSpace)
        if !text.isEmpty { result.append(Inline(kind: .text(text), style: piece.style)) }
      case .lineBreak:
        if let last = result.last, case .text(let words) = last.kind, words.utf8.last == 0x20 {
          result.removeLast()
          if words != " " {
            result.append(Inline(kind: .text(String(words.dropLast())), style: last.style))
          }
        }
        hasSpace = true
        result.append(piece)
      case .code, .picture:
        hasSpace = false
        result.append(piece)
      }
    }
    return result
  }

  /// Every run of blanks as one space.
  static func folded(_ words: String) -> String {
    var hasSpace = false
    return folded(words, after: &hasSpace)
  }

  private static func folded(_ words: String, after hasSpace: inout Bool) -> String {
    var result: [UInt8] = []
    for byte in words.utf8 {
      let isBlank = isHTMLBlank(byte)
      if isBlank, hasSpace { continue }
      result.append(isBlank ? 0x20 : byte)
      hasSpace = isBlank
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// With blanks outside of stress and links, where Markdown wants them, and none at either end.
  private static func settled(_ pieces: [Inline]) -> [Inline] {
    var parts: [Inline] = []
    for piece in pieces {
      guard case .text(let words) = piece.kind else {
        parts.append(piece)
        continue
      }
      let scalars = words.unicodeScalars
      let lead = scalars.prefix { $0.properties.isWhitespace }
      let rest = scalars[lead.endIndex...]
      let tail = rest.reversed().prefix { $0.properties.isWhitespace }.count
      let core = rest.dropLast(tail)
      for part in [lead, core, rest.suffix(tail)] where !part.isEmpty {
        parts.append(Inline(kind: .text(String(part)), style: piece.style))
      }
    }
    while case .text(" ")? = parts.first?.kind { parts.removeFirst() }
    while case .text(" ")? = parts.last?.kind { parts.removeLast() }
    var result: [Inline] = []
    for index in parts.indices {
      var piece = parts[index]
      if piece.isBlank {
        let next = parts[index...].first { !$0.isBlank }
        let last = parts[..<index].last { !$0.isBlank }
        piece.style = last?.style.common(with: next?.style) ?? Style()
      }
      merge(piece, into: &result)
    }
    return result
  }

  private static func merge(_ piece: Inline, into result: inout [Inline]) {
    if let last = result.last, last.style == piece.style, !last.isBlank, !piece.isBlank {
      switch (last.kind, piece.kind) {
      case (.text(let words), .text(let more)):
        result[result.count - 1].kind = .text(words + more)
        return
      case (.code(let words), .code(let more)):
        result[result.count - 1].kind = .code(words + more)
        return
      default: break
      }
    }
    result.append(piece)
  }
}
