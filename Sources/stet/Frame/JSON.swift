import Editorial
import Foundation

/// A JSON value as the contract words it: keys are there even where their value is null.
indirect enum JSON: Encodable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  init(_ text: String?) { self = text.map(JSON.string) ?? .null }
  init(_ moment: Moment?) { self = moment.map { .string($0.description) } ?? .null }
  init(_ number: Int?) { self = number.map(JSON.int) ?? .null }
  init(_ texts: [String]) { self = .array(texts.map(JSON.string)) }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let pairs):
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in pairs { try container.encode(value, forKey: Key(key)) }
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    case .int(let value):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    case .double(let value):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    case .string(let value):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    }
  }

  /// The document; with `fields` the objects of its top keep those keys alone.
  func text(fields: String? = nil) -> String {
    let keys = fields.map { $0.split(separator: ",").map { $0.filter { $0 != " " } } }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(keys.map(keeping) ?? self) else { return "null" }
    return Self.plain(String(decoding: data, as: UTF8.self))
  }

  /// The document with what moves a terminal or reorders its text as escapes.
  private static func plain(_ text: String) -> String {
    func isOdd(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isOdd) else { return text }
    var plain = ""
    for scalar in text.unicodeScalars {
      guard isOdd(scalar) else {
        plain.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      plain += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return plain
  }

  /// The keys of the objects at the top.
  var keys: [String] {
    switch self {
    case .array(let values): values.first?.keys ?? []
    case .object(let pairs): pairs.map(\.0).sorted()
    default: []
    }
  }

  /// A key of `fields` that those objects do not have.
  func unknown(in fields: String?) -> String? {
    let keys = keys
    guard !keys.isEmpty else { return nil }
    return fields?.split(separator: ",").map { $0.filter { $0 != " " } }
      .first { !keys.contains($0) }
  }

  private func keeping(_ keys: [String]) -> JSON {
    switch self {
    case .array(let values): .array(values.map { $0.keeping(keys) })
    case .object(let pairs): .object(pairs.filter { keys.contains($0.0) })
    default: self
    }
  }
}
