extension Picture {
  /// The widths in pixels that smaller sizes of a picture are kept in, the narrowest first.
  public static let widths = [640, 1280]

  /// Where the smaller sizes of a picture stand if it has them, the narrowest first: of
  /// `media/2026/11/bridge.jpg` beside it, `bridge-640w.jpg` and `bridge-1280w.jpg`.
  public static func smaller(of path: String) -> [String] {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/"), !isSmaller(path) else {
      return []
    }
    return widths.map { smaller(of: path, $0) }
  }

  /// Where the size of that width stands.
  public static func smaller(of path: String, _ width: Int) -> String {
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    return "\(path[..<dot])-\(width)w\(path[dot...])"
  }

  /// The pictures at `paths`, each with its blob, empty where there is none, and the smaller sizes
  /// that each has; sorted by path.
  ///
  /// A story whose pictures have none comes to what it names alone.
  static func all(
    _ paths: [String], _ blob: (String) throws(Damage) -> String?
  ) throws(Damage) -> [(path: String, blob: String)] {
    var found: [String: String] = [:]
    for path in paths {
      found[path] = try blob(path) ?? ""
      for smaller in smaller(of: path) where found[smaller] == nil {
        found[smaller] = try blob(smaller)
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a path is that of a smaller size.
  public static func isSmaller(_ path: String) -> Bool {
    let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    return widths.contains { stem.hasSuffix("-\($0)w") }
  }
}
