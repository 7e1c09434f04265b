internal import Yams

/// A policy file as a tree whose every key knows its line.
struct YAMLFile {
  let path: String
  let top: Item

  /// One mapping of the file: its keys with their nodes, and its line.
  struct Item {
    var line: Int
    var pairs: [(key: String, line: Int, node: Node)]

    func find(_ key: String) -> (line: Int, node: Node)? {
      pairs.first { $0.key == key }.map { ($0.line, $0.node) }
    }
  }

  init(_ bytes: [UInt8], _ path: String) throws(PolicyFault) {
    self.path = path
    guard bytes.count <= 64 << 10, let text = String(validating: bytes, as: UTF8.self) else {
      throw PolicyFault(path: path, line: 1, "the file is not UTF-8, or larger than 64 KiB")
    }
    try Self.refuseAliases(bytes, path)
    do {
      guard let node = try Yams.compose(yaml: text, .default, .default, .utf8) else {
        top = Item(line: 1, pairs: [])
        return
      }
      guard let item = Self.item(node) else {
        throw PolicyFault(path: path, line: 1, "the file is not made of `key: value` lines")
      }
      top = item
    } catch let error as PolicyFault {
      throw error
    } catch YamlError.parser(_, _, let mark, _), YamlError.scanner(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _)
    {
      let last = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      let line = max(1, min(mark.line, text.last?.isNewline == true ? last - 1 : last))
      throw PolicyFault(path: path, line: line, "the line is not readable YAML")
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let key = keys.min() ?? ""
      let line = Self.second(key, in: text, from: context.mark.line)
      throw PolicyFault(path: path, line: line, "`\(key)` stands here twice")
    } catch {
      throw PolicyFault(path: path, line: 1, "the file is not readable YAML")
    }
  }

  /// The line on which a key stands for the second time in the mapping that begins on `first`.
  private static func second(_ key: String, in text: String, from first: Int) -> Int {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let found = lines.indices.filter { index in
      index + 1 >= first && lines[index].drop { $0 == " " || $0 == "-" }.hasPrefix(key + ":")
    }
    return found.count > 1 ? found[1] + 1 : first
  }

  private static func refuseAliases(_ bytes: [UInt8], _ path: String) throws(PolicyFault) {
    do throws(Fault) { _ = try NodeScan.check(bytes, from: 0, 1) } catch {
      throw PolicyFault(path: path, line: error.line, error.message)
    }
  }

  static func item(_ node: Node) -> Item? {
    guard let mapping = node.mapping else { return nil }
    return Item(
      line: node.mark?.line ?? 1,
      pairs: mapping.compactMap { key, value in
        key.scalar.map { ($0.string, key.mark?.line ?? 1, value) }
      })
  }

  func fault(_ item: Item, _ key: String?, _ message: String) -> PolicyFault {
    let line = key.flatMap { item.find($0)?.line } ?? item.line
    return PolicyFault(path: path, line: line, message)
  }

  func unknown(
    _ name: String, _ names: [String], _ what: String, _ item: Item, _ key: String
  ) -> PolicyFault {
    let near = names.nearest(to: name).map { "; did you mean \($0)?" } ?? ""
    return fault(item, key, "there is no \(what) called `\(name)`\(near)")
  }

  func allow(_ keys: [String], in item: Item) throws(PolicyFault) {
    for pair in item.pairs where !keys.contains(pair.key) {
      let near = keys.nearest(to: pair.key).map { "; did you mean \($0)?" } ?? ""
      throw PolicyFault(path: path, line: pair.line, "`\(pair.key)` means nothing here\(near)")
    }
  }

  func optional(_ key: String, in item: Item) -> String? {
    item.find(key)?.node.scalar.flatMap { $0.string.isEmpty ? nil : $0.string }
  }

  /// One of two words; anything else is an error, since `active: no` must not mean yes.
  func flag(
    _ key: String, _ yes: String, _ no: String, or fallback: Bool, in item: Item
  ) throws(PolicyFault) -> Bool {
    guard let found = item.find(key) else { return fallback }
    switch found.node.scalar?.string {
    case yes: return true
    case no: return false
    default:
      throw PolicyFault(path: path, line: found.line, "`\(key)` is \(yes) or \(no)")
    }
  }

  func text(_ key: String, in item: Item) throws(PolicyFault) -> String {
    guard let text = optional(key, in: item) else {
      throw PolicyFault(path: path, line: item.line, "`\(key)` is missing")
    }
    return text
  }

  /// The scalars of a list; one scalar counts as a list of one.
  func list(_ key: String, in item: Item) -> [String] {
    guard let node = item.find(key)?.node else { return [] }
    if let sequence = node.sequence { return sequence.compactMap { $0.scalar?.string } }
    return node.scalar.map { $0.string.isEmpty ? [] : [$0.string] } ?? []
  }

  /// The mappings in a list.
  func items(_ key: String, in item: Item) -> [Item] {
    item.find(key)?.node.sequence?.compactMap(Self.item) ?? []
  }

  /// The pairs of a mapping of scalars; nil where the key has no mapping.
  func pairs(_ key: String, in item: Item) -> [(String, String)]? {
    guard let inner = item.find(key).flatMap({ Self.item($0.node) }) else { return nil }
    return inner.pairs.compactMap { pair in pair.node.scalar.map { (pair.key, $0.string) } }
  }

  /// The mapping behind a key, each of its values a mapping in turn (an empty one counts).
  func map(_ key: String, in item: Item) throws(PolicyFault) -> [(String, Item)] {
    guard let inner = item.find(key).flatMap({ Self.item($0.node) }), !inner.pairs.isEmpty else {
      throw PolicyFault(path: path, line: item.line, "`\(key)` is missing or empty")
    }
    return inner.pairs.map { ($0.key, Self.item($0.node) ?? Item(line: $0.line, pairs: [])) }
  }

  func mapping(_ key: String, in item: Item) -> Item? {
    item.find(key).flatMap { Self.item($0.node) }
  }
}

/// What is wrong with a policy file, and where.
public struct PolicyFault: Explained, Equatable {
  public let path: String
  public let line: Int
  public let message: String

  public init(path: String, line: Int, _ message: String) {
    (self.path, self.line, self.message) = (path, line, message)
  }

  public var problem: String { "\(path), line \(line): \(message)" }
}
