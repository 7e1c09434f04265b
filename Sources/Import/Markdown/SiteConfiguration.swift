internal import Editorial

/// What a site's own configuration says, where the folder has one.
struct SiteConfiguration {
  /// The folder in which it stands, from which addresses are counted.
  var folder = ""
  var fields: [Matter.Field] = []
  var isThere = false

  /// Reads the first of some files that is there, nearest to the top of the tree.
  init(_ tree: SourceTree, _ names: [String]) {
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
    if path.hasSuffix(".toml") {
      fields = (try? TOMLMatter.read(String(decoding: bytes, as: UTF8.self), from: 1)) ?? []
    } else {
      fields = YAMLMatter.read(bytes, from: 1).fields
    }
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
