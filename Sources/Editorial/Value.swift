/// What stands behind a key of a YAML file, with every scalar as its source text: `NO` is not false,
/// `0123` not 83, and a day that does not exist is not another day.
public enum Value: Hashable, Sendable, Codable {
  case scalar(String)
  case list([Value])
  case map([Pair])

  /// A key and its value inside a mapping.
  public struct Pair: Hashable, Sendable, Codable {
    public var key: String
    public var value: Value

    public init(_ key: String, _ value: Value) { (self.key, self.value) = (key, value) }
  }

  /// The text of a scalar; nil for anything else and for an empty scalar.
  public var text: String? {
    guard case .scalar(let text) = self, !text.isEmpty else { return nil }
    return text
  }

  /// The elements of a list; a single scalar counts as a list of one, an empty one as none.
  public var elements: [Value] {
    switch self {
    case .list(let values): values
    case .scalar(let text): text.isEmpty ? [] : [self]
    case .map: [self]
    }
  }

  /// The scalars of a list, as ``elements`` counts them.
  public var texts: [String] { elements.compactMap(\.text) }

  /// The value of a key inside a mapping.
  public subscript(key: String) -> Value? {
    guard case .map(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// Whether a field with this value counts as absent.
  public var isEmpty: Bool {
    switch self {
    case .scalar(let text): text.isEmpty
    case .list(let values): values.isEmpty
    case .map(let pairs): pairs.isEmpty
    }
  }

  /// A mapping of scalars.
  public init(_ pairs: KeyValuePairs<String, String?>) {
    self = .map(pairs.compactMap { key, value in value.map { Pair(key, .scalar($0)) } })
  }

  /// A list of scalars.
  public init(_ texts: [String]) { self = .list(texts.map(Value.scalar)) }

  /// The value as YAML on one line, as stet writes it behind a key.
  ///
  /// Every reader takes its scalars for strings. With `bare`, for managed keys, days, times and numbers
  /// go without quotes.
  public func yaml(bare: Bool = false) -> String { flow(inside: false, bare: bare) }

  private func flow(inside: Bool, bare: Bool) -> String {
    switch self {
    case .scalar(let text):
      bare && isBare(text) ? text : quoted(text, inFlow: inside)
    case .list(let values):
      "[" + values.map { $0.flow(inside: true, bare: bare) }.joined(separator: ", ") + "]"
    case .map(let pairs):
      "{"
        + pairs.map {
          "\(quoted($0.key, inFlow: true)): \($0.value.flow(inside: true, bare: bare))"
        }.joined(separator: ", ") + "}"
    }
  }
}

/// What stet alone writes and no reader of stories minds the type of: days, times, numbers, digests.
private func isBare(_ text: String) -> Bool {
  let bytes = text.utf8
  if Moment(text) != nil || Day(text) != nil { return true }
  if bytes.count <= 6, !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
    return text == "0" || bytes.first != 0x30
  }
  return bytes.count >= 26
    && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
}

/// `text` as a YAML scalar that every reader takes for this string: plain where that is safe.
private func quoted(_ text: String, inFlow: Bool) -> String {
  if isPlain(text, inFlow: inFlow) { return text }
  let simple = text.unicodeScalars.allSatisfy { isPrintable($0) && $0 != "'" }
  if simple, text.contains("\"") || text.contains("\\") { return "'\(text)'" }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case "\r": quoted += "\\r"
    case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
    default:
      let digits = String(scalar.value, radix: 16)
      quoted +=
        digits.count <= 4
        ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
  }
  return quoted + "\""
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
  default: true
  }
}

/// What YAML 1.1 readers take for a boolean or nothing.
private let reservedWords: Set<String> = [
  "y", "n", "yes", "no", "on", "off", "true", "false", "null",
]

private func isPlain(_ text: String, inFlow: Bool) -> Bool {
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
    first != " ", last != " ", last != ":",
    !"-?:,[]{}#&*!|>'\"%@`~=<".unicodeScalars.contains(first),
    !reservedWords.contains(text.lowercased())
  else { return false }
  // Numbers, times and days are made of these alone, whatever the reader.
  let numeric = "0123456789abcdefABCDEFxXoOtTzZeE_:.+- ,"
  if !first.properties.isAlphabetic, text.allSatisfy(numeric.contains) { return false }
  if [".inf", ".nan"].contains(text.lowercased().drop { $0 == "+" || $0 == "-" }) { return false }
  var before: Unicode.Scalar = "x"
  for scalar in text.unicodeScalars {
    guard isPrintable(scalar) else { return false }
    if scalar == "#", before == " " { return false }
    if scalar == " ", before == ":" { return false }
    if inFlow, ",[]{}:".unicodeScalars.contains(scalar) { return false }
    before = scalar
  }
  return true
}
