internal import Editorial

/// What a text needs before md4c reads it.
enum Preparation {
  /// A sign that no text holds, put beside stress so that it is recognised, and taken out again.
  private static let mark: [UInt8] = [0xEF, 0xB7, 0x90]  // U+FDD0, a noncharacter

  static func prepared(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    if contains(bytes, Array("<!--".utf8)) { bytes = withVisibleSigns(bytes) }
    if contains(bytes, mark) { bytes = removing(mark, from: bytes) }
    if bytes.contains(0x09) { bytes = withTabsInCode(bytes) }
    if contains(bytes, [0x5B, 0x5E]) { bytes = withVisibleNotes(bytes) }
    if bytes.contains(0x2A), bytes.contains(where: { (0xE3...0xF0).contains($0) }) {
      bytes = withStressBesideSigns(bytes)
    }
    return contains(bytes, [0x0A, 0x20]) || bytes.contains(0x3E)
      ? ListOffsets.shifted(bytes) : bytes
  }

  /// Text that came out of md4c, without the marks.
  static func unmarked(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.contains(mark[0]) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: removing(mark, from: Array(bytes)), as: UTF8.self)
  }

  /// Makes signs of a `<!--` that nothing ends, which would hide all behind it.
  private static func withVisibleSigns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for place in Copy(String(decoding: bytes, as: UTF8.self)).openComments {
      result += bytes[done..<place]
      result.append(0x5C)
      done = place
    }
    return result + bytes[done...]
  }

  /// Keeps `[^1]: Reuters` from being read as a link's address, which would lose the note's words.
  ///
  /// Each note becomes a paragraph of its own, its further paragraphs plain ones.
  private static func withVisibleNotes(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var fences = FenceScan()
    var isInNote = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      start = end
      let text = line.drop { $0 == 0x20 }
      let sign = text.first ?? 0x0A
      if !isInNote || line.count - text.count < 4, fences.take(line) != .text {
        result += line
        continue
      }
      let lead = line.prefix { [0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D].contains($0) }
      if isNote(line[lead.endIndex...]) {
        if lead.isEmpty, result.last == 0x0A { result.append(0x0A) }
        result += lead
        result.append(0x5C)
        result += line[lead.endIndex...]
        isInNote = lead.isEmpty
      } else if isInNote, line.starts(with: [0x20, 0x20, 0x20, 0x20]) {
        result += line.dropFirst(4)
      } else {
        if sign != 0x0A { isInNote = isInNote && result.suffix(2) != [0x0A, 0x0A] }
        result += line
      }
    }
    return result
  }

  /// Keeps the tabs at the beginning of lines of code, which md4c would write as spaces.
  private static func withTabsInCode(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var fences = FenceScan()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      start = end
      guard case .code(let code?) = fences.take(line),
        line[code...].prefix(while: { $0 == 0x20 || $0 == 0x09 }).contains(0x09)
      else {
        result += line
        continue
      }
      result += line[..<code] + mark + line[code...]
    }
    return result
  }

  /// Whether a line begins with `[^label]:`.
  private static func isNote(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: [0x5B, 0x5E]) else { return false }
    let label = line.dropFirst(2).prefix { $0 != 0x5D && $0 != 0x0A && $0 != 0x5B }
    return !label.isEmpty && line[label.endIndex...].starts(with: [0x5D, 0x3A])
  }

  /// Lets `**「反対だ。」**と` be stress: the standard's rule counts on spaces between words, which
  /// Chinese, Japanese and Korean don't have (commonmark-spec#650).
  private static func withStressBesideSigns(_ bytes: [UInt8]) -> [UInt8] {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "*", index > 0, scalars[index - 1] != "\\" else {
        result += UTF8.encode(scalars[index]) ?? UTF8.encodedReplacementCharacter
        index += 1
        continue
      }
      let end = scalars[index...].firstIndex { $0 != "*" } ?? scalars.count
      let before = scalars[index - 1]
      let after: Unicode.Scalar = end < scalars.count ? scalars[end] : "\n"
      if isSign(before), isUnspaced(after) { result += mark }
      result += [UInt8](repeating: 0x2A, count: end - index)
      if isUnspaced(before), isSign(after) { result += mark }
      index = end
    }
    return result
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .dashPunctuation, .connectorPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      scalar != "*"
    default: false
    }
  }

  /// A letter of a script that writes words without spaces, or close to it.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      scalar.properties.generalCategory != .otherPunctuation
    default: false
    }
  }

  private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    var index = 0
    while let found = bytes[index...].firstIndex(of: part[0]) {
      if bytes[found...].starts(with: part) { return true }
      index = found + 1
    }
    return false
  }

  private static func removing(_ part: [UInt8], from bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == part[0], bytes[index...].starts(with: part) {
        index += part.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
