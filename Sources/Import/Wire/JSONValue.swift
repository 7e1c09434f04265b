internal import Foundation
internal import Editorial

/// A value of JSON, read by Foundation's decoder.
indirect enum JSONValue: Hashable, Sendable, Decodable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([JSONValue])
  case object([String: JSONValue])
  case none

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Reads one value; nil for what is no JSON.
  static func read(_ bytes: some Sequence<UInt8>) -> JSONValue? {
    try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  /// The value of a key, or the first that an object has of several spellings.
  subscript(keys: String...) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    for key in keys { if let value = fields[key], value != .none { return value } }
    return nil
  }

  /// Its text without blanks around it, a number as JSON has it; nil for anything else and for nothing.
  var text: String? {
    switch self {
    case .text(let text): text.trimmed.isEmpty ? nil : text.trimmed
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    default: nil
    }
  }

  /// The members of a list; one value as a list of it; an object's values by the order of their keys,
  /// each with that key as its name, where `isNamed`.
  func members(isNamed: Bool = false) -> [JSONValue] {
    switch self {
    case .list(let values): values
    case .none: []
    case .object(let fields) where isNamed && fields["uri"] == nil && fields["href"] == nil:
      fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { key, value in
        guard case .object(var inner) = value else { return value }
        if inner["name"] == nil { inner["name"] = .text(key) }
        return .object(inner)
      }
    default: [self]
    }
  }
}
