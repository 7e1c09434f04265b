internal import Editorial

/// What a site's own configuration says, where the folder has one.
struct SiteConfiguration {
  /// The folder in which it stands, from which addresses are counted.
  var folder = ""
  var fields: [Matter.Field] = []
  var isThere = false
  /// What of it could not be read: what it says is not known then.
  var faults: [Batch.Refusal] = []

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
    fields = read(bytes, path)
    let place = String(path.dropLast(path.split(separator: "/").last?.count ?? 0))
    for key in beside {
      for ending in [".toml", ".yaml", ".yml", ".json"] {
        let path = place + key + ending
        guard let bytes = try? tree.read(path, limit: 1 << 20) else { continue }
        let pairs = read(bytes, path).map { Value.Pair($0.key, $0.value) }
        fields.append(Matter.Field(key: key, value: .map(pairs), line: 1))
      }
    }
  }

  private mutating func read(_ bytes: [UInt8], _ path: String) -> [Matter.Field] {
    func fail(_ fault: Matter.Fault) -> [Matter.Field] {
      faults.append(
        Batch.Refusal(
          path, line: fault.line, "\(fault.reason): what it says of addresses is not known"))
      return []
    }
    guard path.hasSuffix(".toml") else {
      let found = YAMLMatter.read(bytes, from: 1)
      if let fault = found.fault { return fail(fault) }
      faults += found.remarks.map { Batch.Refusal(path, line: $0.line, $0.message) }
      return found.fields
    }
    do throws(Matter.Fault) {
      return try TOMLMatter.read(String(decoding: bytes, as: UTF8.self), from: 1)
    } catch {
      return fail(error)
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
