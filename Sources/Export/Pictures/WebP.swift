/// WebP files (RFC 9649).
enum WebP {
  /// What is needed to draw the picture, moving ones too.
  private static let kept: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]

  static func anatomy(_ bytes: Bytes) -> Anatomy? {
    guard let length = bytes.little(4, at: 4) else { return nil }
    let end = min(bytes.count, 8 + length)
    var made = Anatomy()
    var content = Array("WEBP".utf8)
    var flagsAt: Int?
    var exif: [UInt8] = []
    var place = 12
    while place + 8 <= end, let length = bytes.little(4, at: place + 4) {
      let name = String(decoding: bytes.all[place..<place + 4], as: UTF8.self)
      let next = place + 8 + length + length % 2
      guard place + 8 + length <= end else { break }
      if made.width == 0, let (width, height) = size(bytes, name, at: place + 8) {
        (made.width, made.height) = (width, height)
      }
      if name == "VP8X" { flagsAt = content.count + 8 }
      if name == "EXIF", made.orientation == 1 {
        exif = Array(bytes.all[place + 8..<place + 8 + length])
        // Some writers put JPEG's sign before it.
        if exif.starts(with: "Exif\0\0".utf8) { exif.removeFirst(6) }
        made.orientation = Exif.orientation(exif)
      }
      if name == "ANMF" { made.isMoving = true }
      if kept.contains(name) {
        content += bytes.all[place..<min(next, end)]
        if content.count % 2 == 1 { content.append(0) }
      }
      place = next
    }
    guard made.width > 0 else { return nil }
    // Exif is read only where the header announces it, and then stands behind the picture.
    if flagsAt == nil { made.orientation = 1 }
    if let flagsAt, flagsAt < content.count {
      content[flagsAt] &= ~0x0C
      if made.orientation > 1 {
        content[flagsAt] |= 0x08
        let small = Exif.saying(orientation: made.orientation)
        content += Array("EXIF".utf8) + Bytes.little(small.count, 4) + small
      }
    }
    made.isWhole = place >= end && bytes.count >= 8 + length
    made.clean = Array("RIFF".utf8) + Bytes.little(content.count, 4) + content
    return made
  }

  /// The size that a chunk says, whose content begins at `place`.
  private static func size(_ bytes: Bytes, _ name: String, at place: Int) -> (Int, Int)? {
    switch name {
    case "VP8X":
      guard let width = bytes.little(3, at: place + 4), let height = bytes.little(3, at: place + 7)
      else { return nil }
      return (width + 1, height + 1)
    case "VP8 ":
      guard bytes.has([0x9D, 0x01, 0x2A], at: place + 3),
        let width = bytes.little(2, at: place + 6), let height = bytes.little(2, at: place + 8)
      else { return nil }
      return (width & 0x3FFF, height & 0x3FFF)
    case "VP8L":
      guard bytes[place] == 0x2F, let bits = bytes.little(4, at: place + 1) else { return nil }
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    default: return nil
    }
  }
}
