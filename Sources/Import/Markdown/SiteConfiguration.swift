internal import Editorial

/// What a site's own configuration says, where the folder has one.
struct SiteConfiguration {
  /// The folder in which it stands, from which addresses are counted.
  var folder = ""
  var fields: [Matter.Field] = []
  var isThere = false

  /// Reads the first of some files that is there, nearest to the top of the tree, and those beside it that
  /// hold one field each, named for it.
  init(_ tree: SourceTree, _ names: [String], beside: [String] = []) {
    let found = tree.paths.filter { path in
      names.contains { path == $0 || path.hasSuffix("/" + $0) }
    }
    .min { left, right in
      let (a, b) = (left.split(separator: "/").count, right.split(separator: "/").count)
      return (a, left) < (b, right)
    }
    guard let path = found, let bytes = try? tree.read(path, limit: 1 << 20) else { return }
    let name = names.first { path == $0 || path.hasSuffix("/" + $0) } ?? path
    folder = String(path.dropLast(name.count))
    if folder.hasSuffix("/") { folder.removeLast() }
    isThere = true
    fields = Self.fields(bytes, path)
    let place = path.dropLast(path.split(separator: "/").last?.count ?? 0)
    for key in beside {
      for ending in [".toml", ".yaml", ".yml", ".json"] {
        guard let bytes = try? tree.read(place + key + ending, limit: 1 << 20) else { continue }
        let pairs = Self.fields(bytes, ending).map { Value.Pair($0.key, $0.value) }
        fields.append(Matter.Field(key: key, value: .map(pairs), line: 1))
      }
    }
  }

  private static func fields(_ bytes: [UInt8], _ path: String) -> [Matter.Field] {
    guard path.hasSuffix(".toml") else { return YAMLMatter.read(bytes, from: 1).fields }
    return (try? TOMLMatter.read(String(decoding: bytes, as: UTF8.self), from: 1)) ?? []
  }

  subscript(key: String) -> Value? { fields.first { $0.key == key && !$0.value.isEmpty }?.value }

  func text(_ keys: String...) -> String? {
    for key in keys { if let text = self[key]?.text { return text } }
    return nil
  }

  /// All its scalars by key.
  var scalars: [String: String] {
    var scalars: [String: String] = [:]
    for field in fields { if let text = field.value.text { scalars[field.key] = text } }
    return scalars
  }
}
