/// GIF files (CompuServe GIF89a).
enum GIF {
  static func anatomy(_ bytes: Bytes) -> Anatomy? {
    guard let width = bytes.little(2, at: 6), let height = bytes.little(2, at: 8),
      let flags = bytes[10]
    else { return nil }
    // Its kind is used for little else.
    var made = Anatomy(width: width, height: height, isMoving: true)
    var place = 13 + colours(flags)
    guard place <= bytes.count else { return made }
    made.clean = Array(bytes.all[..<place])
    while let sign = bytes[place] {
      let start = place
      switch sign {
      case 0x3B:
        made.clean.append(0x3B)
        made.isWhole = true
        return made
      case 0x21:
        guard let end = endOfBlocks(bytes, from: place + 2) else { return made }
        place = end
        if isDrawn(bytes, at: start) { made.clean += bytes.all[start..<end] }
      case 0x2C:
        guard let flags = bytes[place + 9],
          let end = endOfBlocks(bytes, from: place + 11 + colours(flags))
        else {
          made.clean += bytes.all[start...]
          return made
        }
        place = end
        made.clean += bytes.all[start..<end]
      default: return made
      }
    }
    return made
  }

  /// The bytes of a table of colours, if the flags say that there is one.
  private static func colours(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  /// Comments, and what programs leave, are not.
  private static func isDrawn(_ bytes: Bytes, at place: Int) -> Bool {
    switch bytes[place + 1] {
    case 0xF9, 0x01: true
    case 0xFF:
      ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains { bytes.has($0, at: place + 3) }
    default: false
    }
  }

  private static func endOfBlocks(_ bytes: Bytes, from start: Int) -> Int? {
    var place = start
    while let length = bytes[place] {
      place += 1 + Int(length)
      if length == 0 { return place }
    }
    return nil
  }
}
