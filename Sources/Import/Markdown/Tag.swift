/// One tag of HTML in a text, as CommonMark reads them (https://spec.commonmark.org/0.31.2/#raw-html).
struct Tag {
  /// In lower case.
  let name: String
  /// As the source has it.
  let written: String
  let isEnd: Bool
  /// Whether it ends itself: `<br/>`.
  private(set) var isClosed = false
  private(set) var range: Range<Int>
  private(set) var attributes: [(key: String, value: String)] = []

  init?(at start: Int, in text: Manuscript) { self.init(at: start, in: text.bytes) }

  /// The tag that begins at `start`, a `<`; nil where there is none.
  init?(at start: Int, in bytes: [UInt8]) {
    guard bytes[start] == 0x3C, start + 1 < bytes.count else { return nil }
    var index = start + 1
    isEnd = bytes[index] == 0x2F
    if isEnd { index += 1 }
    let first = index
    guard index < bytes.count, Self.isLetter(bytes[index]) else { return nil }
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    written = String(decoding: bytes[first..<index], as: UTF8.self)
    name = written.lowercased()
    range = start..<index
    let last = min(bytes.count, start + 65_536)
    var bare: [String] = []
    while index < last {
      guard let next = Self.afterBlanks(index, in: bytes, before: last), next < last else {
        return nil
      }
      let hadBlank = next > index
      index = next
      if bytes[index] == 0x3E {
        guard isClosed || isEnd || bare.isEmpty || !attributes.isEmpty else { return nil }
        attributes += bare.map { ($0, "") }
        range = start..<index + 1
        return
      }
      isClosed = false
      if bytes[index] == 0x2F {
        isClosed = true
        index += 1
        continue
      }
      guard hadBlank || index > first && [0x22, 0x27, 0x2F].contains(bytes[index - 1]),
        let (key, value, end) = Self.attribute(index, in: bytes, before: last)
      else { return nil }
      index = end
      if let value {
        attributes.append((key, value))
      } else if HTMLNames.switches.contains(key) || key.contains("-") || key.contains(":") {
        attributes.append((key, ""))
      } else {
        // `a <b and c> d` is a sentence more often than a tag.
        bare.append(key)
      }
    }
    return nil
  }

  subscript(key: String) -> String? {
    attributes.first { $0.key == key }.map { plainWords($0.value) }
  }

  /// What it says as a call: name and attributes.
  var call: Call {
    var call = Call("")
    call.name = written
    for (key, value) in attributes { call.named.append((key, plainWords(value))) }
    call.written = attributes.map { $0.value.isEmpty ? $0.key : "\($0.key)=\"\($0.value)\"" }
      .joined(separator: " ")
    return call
  }

  /// Behind the next end tag of a name, in whichever case it is written.
  static func end(of name: String, from start: Int, in bytes: [UInt8]) -> Int? {
    let wanted = Array(name.utf8)
    var index = start
    while index + wanted.count + 2 < bytes.count {
      if bytes[index] == 0x3C, bytes[index + 1] == 0x2F,
        zip(bytes[(index + 2)...], wanted).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        var end = index + 2 + wanted.count
        while end < bytes.count, isHTMLBlank(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == 0x3E { return end + 1 }
      }
      index += 1
    }
    return nil
  }

  /// Past blanks, no empty line among them.
  private static func afterBlanks(_ start: Int, in bytes: [UInt8], before last: Int) -> Int? {
    var index = start
    var ends = 0
    while index < last, isHTMLBlank(bytes[index]) {
      if bytes[index] == 0x0A { ends += 1 }
      index += 1
    }
    return ends > 1 ? nil : index
  }

  private static func attribute(
    _ start: Int, in bytes: [UInt8], before last: Int
  ) -> (key: String, value: String?, end: Int)? {
    var index = start
    // `@` and `:` are what templates put in front.
    guard isLetter(bytes[index]) || [0x5F, 0x3A, 0x40].contains(bytes[index]) else { return nil }
    index += 1
    while index < last, isName(bytes[index]) || [0x5F, 0x2E, 0x3A, 0x40].contains(bytes[index]) {
      index += 1
    }
    let key = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    guard let sign = afterBlanks(index, in: bytes, before: last), sign < last else { return nil }
    guard bytes[sign] == 0x3D else { return (key, nil, index) }
    guard var value = afterBlanks(sign + 1, in: bytes, before: last), value < last else {
      return nil
    }
    let mark = bytes[value]
    guard mark == 0x22 || mark == 0x27 else {
      let first = value
      while value < last, !isHTMLBlank(bytes[value]),
        ![0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60].contains(bytes[value])
          || bytes[value] == 0x3D && value > first
      {
        value += 1
      }
      return value == first
        ? nil : (key, String(decoding: bytes[first..<value], as: UTF8.self), value)
    }
    let first = value + 1
    // A picture inside the text itself may be of any length.
    let limit = bytes[first...].starts(with: Array("data:".utf8)) ? bytes.count : last
    var (end, isBlank) = (first, false)
    while end < limit, bytes[end] != mark {
      if bytes[end] == 0x0A {
        if isBlank { return nil }
        isBlank = true
      } else if bytes[end] != 0x20, bytes[end] != 0x09 {
        isBlank = false
      }
      end += 1
    }
    guard end < limit else { return nil }
    return (key, String(decoding: bytes[first..<end], as: UTF8.self), end + 1)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}
