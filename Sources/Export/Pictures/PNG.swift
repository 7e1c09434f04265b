/// PNG files (W3C Portable Network Graphics, third edition).
enum PNG {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// What is needed to draw the picture, moving ones too.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
    "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
  ]

  static func anatomy(_ bytes: Bytes) -> Anatomy? {
    guard bytes.has("IHDR", at: 12), let width = bytes.big(4, at: 16),
      let height = bytes.big(4, at: 20)
    else { return nil }
    var made = Anatomy(width: width, height: height)
    made.clean = signature
    made.clean.reserveCapacity(bytes.count)
    var place = signature.count
    while let length = bytes.big(4, at: place), let end = end(of: length, at: place, bytes) {
      let name = String(decoding: bytes.all[place + 4..<place + 8], as: UTF8.self)
      if name == "eXIf" {
        made.orientation = Exif.orientation(Array(bytes.all[place + 8..<end - 4]))
        if made.orientation > 1 {
          made.clean += chunk("eXIf", Exif.saying(orientation: made.orientation))
        }
      } else if kept.contains(name) {
        if name == "acTL" { made.isMoving = true }
        made.clean += bytes.all[place..<end]
      }
      place = end
      if name == "IEND" {
        made.isWhole = true
        break
      }
    }
    return made
  }

  private static func end(of length: Int, at place: Int, _ bytes: Bytes) -> Int? {
    let end = place + 12 + length
    return end <= bytes.count ? end : nil
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    return Bytes.big(content.count, 4) + named + Bytes.big(Int(checksum(named)), 4)
  }

  /// CRC-32 as the standard's annex D has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }
}
