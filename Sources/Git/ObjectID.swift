internal import CLibgit2

/// The name of a Git object: twenty bytes, written as forty hexadecimal digits.
public struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
  // Machine words in big-endian order compare and hash several times faster than bytes.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// The id of no object.
  public static let zero = ObjectID(high: 0, middle: 0, low: 0)

  private init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// Reads exactly forty hexadecimal digits of either case.
  public init?(hex: some StringProtocol) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    for character in hex.utf8 {
      let digit: UInt8
      switch character {
      case 0x30...0x39: digit = character - 0x30
      case 0x61...0x66: digit = character - 0x57
      case 0x41...0x46: digit = character - 0x37
      default: return nil
      }
      switch count {
      case 0..<16: words.0 = words.0 << 4 | UInt64(digit)
      case 16..<32: words.1 = words.1 << 4 | UInt64(digit)
      case 32..<40: words.2 = words.2 << 4 | UInt64(digit)
      default: return nil
      }
      count += 1
    }
    guard count == 40 else { return nil }
    self.init(high: words.0, middle: words.1, low: UInt32(truncatingIfNeeded: words.2))
  }

  /// Reads the twenty bytes at the start of `bytes`, which must hold them.
  init(bytes: UnsafeRawBufferPointer) {
    high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    low = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
  }

  init(_ raw: git_oid) {
    self = withUnsafeBytes(of: raw) { ObjectID(bytes: $0) }
  }

  /// Copies what libgit2 points at, which stays libgit2's.
  init?(_ pointer: UnsafePointer<git_oid>?) {
    guard let pointer else { return nil }
    self.init(pointer.pointee)
  }

  var raw: git_oid {
    var raw = git_oid()
    withUnsafeMutableBytes(of: &raw) { bytes in
      bytes.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
      bytes.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      bytes.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return raw
  }

  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }

  /// The forty hexadecimal digits, in lower case.
  public var description: String {
    String(unsafeUninitializedCapacity: 40) { digits in
      for place in 0..<40 {
        let word =
          switch place {
          case 0..<16: high >> UInt64(60 - place * 4)
          case 16..<32: middle >> UInt64(124 - place * 4)
          default: UInt64(low) >> UInt64(156 - place * 4)
          }
        let digit = UInt8(truncatingIfNeeded: word & 15)
        digits[place] = digit < 10 ? digit + 0x30 : digit + 0x57
      }
      return 40
    }
  }
}
