/// The short name of a person, as in `people/ana-costa.yml`: lower-case letters, digits, hyphens.
public struct Handle: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let description: String

  public init?(_ text: String) {
    guard isShortName(text) else { return nil }
    description = text
  }

  public init(from decoder: any Decoder) throws {
    description = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public static func < (left: Handle, right: Handle) -> Bool {
    left.description < right.description
  }
}

/// Whether `text` is made of lower-case ASCII words joined by single hyphens, at most 100 bytes, and
/// is no name that Windows keeps for a device.
public func isShortName(_ text: String) -> Bool {
  let bytes = text.utf8
  guard !bytes.isEmpty, bytes.count <= 100, bytes.first != 0x2D, bytes.last != 0x2D
  else { return false }
  var last: UInt8 = 0
  for byte in bytes {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: break
    case 0x2D where last != 0x2D: break
    default: return false
    }
    last = byte
  }
  return !isDeviceName(text)
}

/// Whether a file of this name, up to its first dot, can't be checked out on Windows.
public func isDeviceName(_ text: String) -> Bool {
  let stem = text.prefix { $0 != "." }.lowercased()
  if ["con", "prn", "aux", "nul"].contains(stem) { return true }
  return stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
    && stem.last?.isWholeNumber == true
}

/// What a story is, whatever its slug or headline: a lower-case ULID.
public struct StoryID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let description: String

  public init?(_ text: String) {
    guard text.utf8.count == 26, let first = text.utf8.first, (0x30...0x37).contains(first),
      text.utf8.allSatisfy({ Self.alphabet.contains($0) })
    else { return nil }
    description = text
  }

  /// A new id for `moment`, whose lower 80 bits are `random`.
  public init(at moment: Moment, random: (UInt16, UInt64)) {
    var high = UInt64(bitPattern: moment.seconds &* 1000) << 16 | UInt64(random.0)
    var low = random.1
    var digits: [UInt8] = []
    for _ in 0..<26 {
      digits.append(Self.alphabet[Int(low & 31)])
      low = low >> 5 | high << 59
      high >>= 5
    }
    description = String(decoding: digits.reversed(), as: UTF8.self)
  }

  public init(from decoder: any Decoder) throws {
    description = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public static func < (left: StoryID, right: StoryID) -> Bool {
    left.description < right.description
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
