internal import Editorial
internal import Yams

/// YAML fields of other systems, of which many are not quite YAML: whatever can be read is read, and
/// what was odd about it is said.
///
/// Scalars stay the text that they were: `NO` is not false, `0123` not 83.
enum YAMLMatter {
  struct Found {
    var fields: [Matter.Field] = []
    var remarks: [Remark] = []
    var fault: Matter.Fault?
  }

  static let mostBytes = 256 << 10

  /// Reads a mapping whose first line is `line` of its file.
  static func read(_ bytes: [UInt8], from line: Int) -> Found {
    var found = Found()
    guard bytes.count <= mostBytes else {
      found.fault = Matter.Fault(line: line, reason: "its fields are longer than 256 KiB")
      return found
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // Nearly all files are whole: one reading gives every field with its line.
    if let node = try? Yams.compose(yaml: text, .default, .default, .utf8),
      let mapping = node.mapping, !bytes.contains(0x09), let fields = fields(of: mapping, line)
    {
      found.fields = fields
      takeHashTags(lines(bytes), line, &found)
      return found
    }
    readByKey(lines(bytes), line, &found)
    return found
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func fields(of mapping: Node.Mapping, _ line: Int) -> [Matter.Field]? {
    var budget = 20_000
    var fields: [Matter.Field] = []
    for (key, node) in mapping {
      guard let name = key.scalar?.string, let value = value(node, &budget, depth: 0) else {
        return nil
      }
      fields.append(
        Matter.Field(key: name, value: value, line: line + (key.mark?.line ?? 1) - 1))
    }
    return fields
  }

  /// A node as the text that it was; nil where it is deeper or larger than any story's fields.
  private static func value(_ node: Node, _ budget: inout Int, depth: Int) -> Value? {
    budget -= 1
    guard budget > 0, depth < 16 else { return nil }
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
      return .scalar(isNull ? "" : scalar.string)
    case .sequence(let sequence):
      var values: [Value] = []
      for element in sequence {
        guard let value = value(element, &budget, depth: depth + 1) else { return nil }
        values.append(value)
      }
      return .list(values)
    case .mapping(let mapping):
      var pairs: [Value.Pair] = []
      for (key, element) in mapping {
        guard let name = key.scalar?.string, let value = value(element, &budget, depth: depth + 1)
        else { return nil }
        pairs.append(Value.Pair(name, value))
      }
      return .map(pairs)
    case .alias: return nil
    }
  }

  /// Reads each key's lines for themselves, so that one bad field is lost alone.
  private static func readByKey(_ lines: [[UInt8]], _ start: Int, _ found: inout Found) {
    var index = 0
    while index < lines.count {
      guard isKey(lines[index]) else {
        if lines[index].contains(where: { $0 != 0x20 && $0 != 0x09 }), lines[index].first != 0x23 {
          found.remarks.append(
            Remark(line: start + index, "the line belongs to no field and is left out"))
        }
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, !isKey(lines[end]) || isEntry(lines[end]) { end += 1 }
      take(Array(lines[index..<end]), start + index, &found)
      index = end
    }
    takeHashTags(lines, start, &found)
  }

  private static func take(_ lines: [[UInt8]], _ line: Int, _ found: inout Found) {
    var field = compose(lines, line)
    let tabbed = lines.contains { $0.first == 0x09 }
    if field == nil, tabbed {
      field = compose(lines.map(spaced), line)
      if field != nil { found.remarks.append(Remark(line: line, "tabs were read as blanks")) }
    }
    if field == nil, let plain = plain(lines, line) {
      field = plain
      found.remarks.append(
        Remark(line: line, "`\(plain.key)` is not readable YAML; its text was taken as it stands"))
    }
    guard let field else {
      let key = String(decoding: lines[0].prefix { $0 != 0x3A }, as: UTF8.self)
      found.remarks.append(Remark(line: line, "`\(key)` is not readable YAML and is left out"))
      return
    }
    if let place = found.fields.firstIndex(where: { $0.key == field.key }) {
      // As the systems do that let it pass: the last one counts.
      let before = found.fields[place]
      if before.value != field.value {
        found.remarks.append(
          Remark(
            line: line,
            "`\(field.key)` stands here twice; the one of line \(before.line) is left out"
          ))
      }
      found.fields[place] = field
    } else {
      found.fields.append(field)
    }
  }

  private static func compose(_ lines: [[UInt8]], _ line: Int) -> Matter.Field? {
    let text = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    guard let node = try? Yams.compose(yaml: text, .default, .default, .utf8),
      let mapping = node.mapping, mapping.count == 1
    else { return nil }
    return fields(of: mapping, line)?.first
  }

  /// A value of one line, quotation marks or not, as its text.
  private static func plain(_ lines: [[UInt8]], _ line: Int) -> Matter.Field? {
    let rest = lines.dropFirst().filter { $0.contains { $0 != 0x20 && $0 != 0x09 } }
    guard rest.isEmpty, let colon = lines[0].firstIndex(of: 0x3A) else { return nil }
    let key = String(decoding: lines[0][..<colon], as: UTF8.self)
    let text = String(decoding: lines[0][(colon + 1)...], as: UTF8.self).trimmed
    // A list whose bracket is missing.
    if text.hasPrefix("["), !text.contains("]") {
      let parts = text.dropFirst().split(separator: ",").map { part in
        part.trimmed.filter { $0 != "\"" && $0 != "'" }
      }
      return Matter.Field(key: key, value: Value(parts.filter { !$0.isEmpty }), line: line)
    }
    var value = String(decoding: lines[0][(colon + 1)...], as: UTF8.self).trimmed
    if let mark = value.first, "\"'".contains(mark), value.count > 1, value.last == mark {
      value = String(value.dropFirst().dropLast())
    }
    return Matter.Field(key: key, value: .scalar(value), line: line)
  }

  private static func spaced(_ line: [UInt8]) -> [UInt8] {
    let tabs = line.prefix { $0 == 0x09 || $0 == 0x20 }
    return tabs.flatMap { $0 == 0x09 ? [0x20, 0x20] : [$0] } + line.dropFirst(tabs.count)
  }

  private static func isKey(_ line: [UInt8]) -> Bool {
    guard let first = line.first, first != 0x20, first != 0x09, first != 0x23,
      let colon = line.firstIndex(of: 0x3A)
    else { return false }
    let after = colon + 1 < line.count ? line[colon + 1] : 0x20
    return after == 0x20 || after == 0x09
  }

  /// `- name: x` at the line's beginning is an entry of a list, not a key.
  private static func isEntry(_ line: [UInt8]) -> Bool {
    line.first == 0x2D && (line.count == 1 || line[1] == 0x20)
  }

  /// `tags: #city #sport`, which YAML takes for a comment.
  private static func takeHashTags(_ lines: [[UInt8]], _ start: Int, _ found: inout Found) {
    for index in found.fields.indices where found.fields[index].value.isEmpty {
      let field = found.fields[index]
      let place = field.line - start
      guard ["tags", "tag", "keywords"].contains(field.key), lines.indices.contains(place),
        let colon = lines[place].firstIndex(of: 0x3A)
      else { continue }
      let words = String(decoding: lines[place][(colon + 1)...], as: UTF8.self)
        .split(separator: " ").map(String.init)
      guard !words.isEmpty, words.allSatisfy({ $0.hasPrefix("#") && $0.count > 1 }) else {
        continue
      }
      found.fields[index].value = Value(words.map { String($0.dropFirst()) })
      found.remarks.append(
        Remark(line: field.line, "YAML takes `\(words[0])` for a comment; it was read as a tag"))
    }
  }
}
