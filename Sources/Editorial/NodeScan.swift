/// Walks the YAML of one field without building anything, to refuse what a hostile file needs to be
/// dangerous (anchors, aliases, tags) before a library sees it, and to find a comment behind it.
///
/// It errs on the safe side: a continued plain line that begins with `*` is refused as well.
struct NodeScan {
  private let chunk: [UInt8]
  private let line: Int
  private var index: Int
  private var flow = 0
  /// The column of the innermost key or dash on the current line, which a block scalar must exceed.
  private var parent = 0
  private(set) var comment: Int?
  /// The column of the innermost key or dash, and whether a plain value may go on over the next line.
  private var anchor = 0
  private var goesOn = false
  private var counted = 0
  private var lineStart = 0

  /// Scans `chunk`, the lines of one field, from `start`, behind the key's colon.
  static func check(_ chunk: [UInt8], from start: Int, _ line: Int) throws(Fault) -> NodeScan {
    var scan = NodeScan(chunk, start, line)
    try scan.run()
    return scan
  }

  private init(_ chunk: [UInt8], _ start: Int, _ line: Int) {
    (self.chunk, index, self.line) = (chunk, start, line)
  }

  private var byte: UInt8 { chunk[index] }

  private mutating func run() throws(Fault) {
    while index < chunk.count {
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0A: index += 1
      case 0x23: skipComment()
      case 0x26, 0x2A, 0x21: throw refused()
      case 0x22, 0x27:
        // A mark within a plain value that goes on would hide what follows it from this scan.
        if goesOn, flow > 0 || column() > anchor {
          throw Fault(
            line: here, "a quotation mark begins a line in the middle of a value",
            hint: "put the whole value between quotation marks")
        }
        try skipQuoted(byte)
      case 0x5B, 0x7B:
        goesOn = false
        flow += 1
        if flow > 16 { throw Fault(line: here, "the value nests too deeply") }
        index += 1
      case 0x5D, 0x7D:
        goesOn = false
        flow = max(0, flow - 1)
        index += 1
      case 0x2C, 0x3A:
        goesOn = false
        index += 1
      case 0x2D, 0x3F:
        let next = index + 1 < chunk.count ? chunk[index + 1] : 0x0A
        if [0x20, 0x0A, 0x0D, 0x09].contains(next) {
          parent = column()
          (anchor, goesOn) = (parent, false)
          index += 1
        } else {
          skipPlain()
        }
      case 0x7C, 0x3E:
        if flow == 0 { skipBlock() } else { skipPlain() }
      default: skipPlain()
      }
    }
  }

  private var here: Int { line + chunk[..<index].count { $0 == 0x0A } }

  /// Found from where it was asked for last, so that a long line is walked once.
  private mutating func column() -> Int {
    while counted < index {
      if chunk[counted] == 0x0A { lineStart = counted + 1 }
      counted += 1
    }
    return index - lineStart
  }

  private func refused() -> Fault {
    let (sign, name) =
      switch byte {
      case 0x26: ("&", "an anchor")
      case 0x2A: ("*", "an alias")
      default: ("!", "a tag")
      }
    return Fault(
      line: here, "a value that begins with `\(sign)` is \(name) to YAML, which stories don't have",
      hint: "put the value between quotation marks")
  }

  private mutating func skipComment() {
    var start = index
    while start > 0, chunk[start - 1] == 0x20 || chunk[start - 1] == 0x09 { start -= 1 }
    comment = start
    while index < chunk.count, byte != 0x0A { index += 1 }
  }

  private mutating func skipQuoted(_ quote: UInt8) throws(Fault) {
    let start = index
    parent = column()
    goesOn = false
    index += 1
    while index < chunk.count {
      if byte == 0x0A, index + 1 < chunk.count,
        ![0x20, 0x09, 0x0A, 0x0D].contains(chunk[index + 1])
      {
        index += 1
        throw Fault(
          line: here, "a line inside quotation marks begins at the very left",
          hint: "put blanks before it, or the whole value on one line")
      }
      if byte == 0x5C, quote == 0x22 {
        let breaks = index + 1 < chunk.count && [0x0A, 0x0D].contains(chunk[index + 1])
        index += breaks ? 1 : 2
        continue
      }
      if byte == quote {
        index += 1
        if quote == 0x27, index < chunk.count, byte == quote {
          index += 1
          continue
        }
        if chunk[index...].first(where: { $0 != 0x20 }) == 0x3A { anchor = parent }
        return
      }
      index += 1
    }
    index = start
    throw Fault(line: here, "a quotation mark is never closed", hint: "close it on the same value")
  }

  private mutating func skipPlain() {
    parent = column()
    goesOn = true
    while index < chunk.count, byte != 0x0A {
      let next = index + 1 < chunk.count ? chunk[index + 1] : 0x0A
      if byte == 0x3A, [0x20, 0x0A, 0x0D, 0x09].contains(next) {
        anchor = parent
        return
      }
      if flow > 0, [0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) { return }
      if byte == 0x23, index > 0, [0x20, 0x09].contains(chunk[index - 1]) { return }
      index += 1
    }
  }

  /// A block scalar: its header, then every line that is blank or deeper than its parent.
  private mutating func skipBlock() {
    let limit = parent
    goesOn = false
    while index < chunk.count, byte != 0x0A { index += 1 }
    while index < chunk.count {
      index += 1
      let start = index
      while index < chunk.count, byte == 0x20 { index += 1 }
      let depth = index - start
      let blank = index == chunk.count || byte == 0x0A || byte == 0x0D
      if !blank, depth <= limit {
        index = start
        return
      }
      while index < chunk.count, byte != 0x0A { index += 1 }
    }
  }
}
