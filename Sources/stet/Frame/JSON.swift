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
    return String(decoding: data, as: UTF8.self)
  }

  private func keeping(_ keys: [String]) -> JSON {
    switch self {
    case .array(let values): .array(values.map { $0.keeping(keys) })
    case .object(let pairs): .object(pairs.filter { keys.contains($0.0) })
    default: self
    }
  }
}
