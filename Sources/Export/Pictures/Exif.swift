/// What Exif data say of a picture that its page must know: which way up it is.
enum Exif {
  /// One of Exif's eight orientations (Exif 2.32, tag 0x0112); 1, upright, where none is said.
  static func orientation(_ bytes: [UInt8]) -> Int {
    let bytes = Bytes(bytes)
    let isLittle = bytes.has("II*\0", at: 0)
    guard isLittle || bytes.has([0x4D, 0x4D, 0, 0x2A], at: 0) else { return 1 }
    func number(_ width: Int, _ place: Int) -> Int? {
      isLittle ? bytes.little(width, at: place) : bytes.big(width, at: place)
    }
    guard let start = number(4, 4), let count = number(2, start) else { return 1 }
    for index in 0..<count {
      let entry = start + 2 + 12 * index
      guard let tag = number(2, entry) else { return 1 }
      guard tag == 0x0112 else { continue }
      guard let value = number(2, entry + 8), (1...8).contains(value) else { return 1 }
      return value
    }
    return 1
  }

  /// Exif data that say an orientation and no more.
  static func saying(orientation: Int) -> [UInt8] {
    [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0]
      + [UInt8(truncatingIfNeeded: orientation), 0, 0, 0, 0, 0, 0]
  }
}
