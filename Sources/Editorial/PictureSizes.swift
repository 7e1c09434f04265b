extension Picture {
  /// The widths in pixels that smaller sizes of a picture are kept in, the narrowest first.
  public static let widths = [640, 1280]

  /// Where the smaller sizes of a picture stand if it has them, the narrowest first: of
  /// `media/2026/11/bridge.jpg` beside it, `bridge-640w.jpg` and `bridge-1280w.jpg`.
  public static func smaller(of path: String) -> [String] {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/"), !isSmaller(path) else {
      return []
    }
    return widths.map { "\(path[..<dot])-\($0)w\(path[dot...])" }
  }

  /// Whether a path is that of a smaller size.
  public static func isSmaller(_ path: String) -> Bool {
    let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    return widths.contains { stem.hasSuffix("-\($0)w") }
  }
}
