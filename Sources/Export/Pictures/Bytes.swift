/// The bytes of a file that may lie about itself: whatever lies outside of it is nil.
struct Bytes {
  let all: [UInt8]

  init(_ all: [UInt8]) { self.all = all }

  var count: Int { all.count }

  subscript(place: Int) -> UInt8? { all.indices.contains(place) ? all[place] : nil }

  /// A number of one to eight bytes, the greatest first.
  func big(_ width: Int, at place: Int) -> Int? { number(width, at: place) { $0 } }

  /// A number of one to eight bytes, the least first.
  func little(_ width: Int, at place: Int) -> Int? {
    number(width, at: place) { width - 1 - $0 }
  }

  private func number(_ width: Int, at place: Int, _ order: (Int) -> Int) -> Int? {
    guard place >= 0, width <= count, place <= count - width else { return nil }
    var value: UInt64 = 0
    for index in 0..<width { value = value << 8 | UInt64(all[place + order(index)]) }
    return Int(exactly: value)
  }

  func has(_ text: String, at place: Int) -> Bool { has(Array(text.utf8), at: place) }

  func has(_ sign: [UInt8], at place: Int) -> Bool {
    guard place >= 0, sign.count <= count, place <= count - sign.count else { return false }
    return all[place..<place + sign.count].elementsEqual(sign)
  }

  /// The first place from `start` on that holds a byte.
  func first(_ byte: UInt8, from start: Int) -> Int? {
    guard start >= 0, start < count else { return nil }
    return all[start...].firstIndex(of: byte)
  }

  static func big(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - $0))) }
  }

  static func little(_ value: Int, _ width: Int) -> [UInt8] { big(value, width).reversed() }
}
