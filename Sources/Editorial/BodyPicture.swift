/// A picture of the newsroom that a body shows: `![what it shows](media/… "caption and credit")`.
struct BodyPicture: Hashable {
  var path: String
  var alt: String
  /// What stands under it, the only place for who made it.
  var title: String
  /// In the file, from 1.
  var line: Int
  var column: Int

  /// Those outside of code and comments, in the order in which they stand; at most a hundred.
  static func all(in story: Story) -> [BodyPicture] {
    let bytes = Array(story.file.text.utf8)
    guard bytes.contains(0x21) else { return [] }
    let code = CodeRanges(bytes)
    var pictures: [BodyPicture] = []
    var (line, start, index) = (story.file.bodyLine, 0, 0)
    while index < bytes.count, pictures.count < 100 {
      let next = code.end(at: index) ?? endOfComment(at: index, bytes)
      if let next, next > index {
        for place in index..<next where bytes[place] == 0x0A {
          (line, start) = (line + 1, place + 1)
        }
        index = next
        continue
      }
      if bytes[index] == 0x0A { (line, start) = (line + 1, index + 1) }
      if bytes[index] == 0x5C {
        index += 1
      } else if var picture = BodyPicture(at: index, bytes) {
        picture.line = line
        picture.column = String(decoding: bytes[start..<index], as: UTF8.self).count + 1
        pictures.append(picture)
      }
      index += 1
    }
    return pictures
  }

  private init?(at start: Int, _ bytes: [UInt8]) {
    guard bytes[start] == 0x21, start + 1 < bytes.count, bytes[start + 1] == 0x5B,
      let close = Self.end(ofBracketAt: start + 1, bytes), close + 1 < bytes.count,
      bytes[close + 1] == 0x28
    else { return nil }
    let end = Self.limit(close + 2, bytes)
    let rest = bytes[(close + 2)..<end].drop { Self.isBlank($0) || $0 == 0x3C }
    let target = rest.prefix { !Self.isBlank($0) && $0 != 0x29 && $0 != 0x3E }
    let path = String(decoding: target.drop { $0 == 0x2E || $0 == 0x2F }, as: UTF8.self)
    guard path.hasPrefix("media/") else { return nil }
    let after = rest[target.endIndex...].drop { Self.isBlank($0) || $0 == 0x3E }
    var title: [UInt8] = []
    if let quote = after.first, [0x22, 0x27, 0x28].contains(quote) {
      title = after.dropFirst().prefix { $0 != (quote == 0x28 ? 0x29 : quote) }.map { $0 }
    }
    self.path = path
    alt = String(decoding: bytes[start + 2..<close], as: UTF8.self)
    self.title = String(decoding: title, as: UTF8.self)
    (line, column) = (1, 1)
  }

  /// Whether a text says anything.
  static func says(_ text: String) -> Bool { text.contains { $0.isLetter || $0.isNumber } }

  private static func limit(_ start: Int, _ bytes: [UInt8]) -> Int {
    min(bytes.count, start + 2_000)
  }

  private static func end(ofBracketAt start: Int, _ bytes: [UInt8]) -> Int? {
    var (depth, index) = (0, start)
    let end = limit(start, bytes)
    while index < end {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x5B: depth += 1
      case 0x5D:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func endOfComment(at start: Int, _ bytes: [UInt8]) -> Int? {
    guard bytes[start] == 0x3C, bytes[start...].starts(with: "<!--".utf8) else { return nil }
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
        return index + 3
      }
      index += 1
    }
    return bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension Requirement {
  /// What the story's pictures lack, the top one's first, each with its line in the file; a column
  /// where it stands in the body.
  func lacking(in story: Story) -> [(what: String, line: Int, column: Int)] {
    guard self == .alt || self == .pictureCredit else { return [] }
    var found: [(what: String, line: Int, column: Int)] = []
    let word = self == .alt ? "alt text" : "credit"
    if let image = story.image,
      (self == .alt ? image.alt : image.credit).map({ $0.isEmpty }) ?? true
    {
      let line = story.file.fields.first { $0.key == "image" }?.line ?? 1
      found.append(("its picture's \(word)", line, 1))
    }
    for picture in BodyPicture.all(in: story)
    where !BodyPicture.says(self == .alt ? picture.alt : picture.title) {
      let what =
        self == .alt
        ? "the alt text of \(picture.path)" : "a line under \(picture.path) that says who made it"
      found.append((what, picture.line, picture.column))
    }
    return found
  }
}
