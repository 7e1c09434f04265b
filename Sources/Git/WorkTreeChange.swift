/// One path whose file in the work tree differs from what `HEAD` holds.
public struct WorkTreeChange: Sendable, Hashable {
  /// How a path differs.
  public enum Kind: Sendable, Hashable {
    case added
    case modified
    case deleted
    /// A file became a link or a submodule, or the other way about.
    case typeChanged
    /// A merge left it in conflict in Git's index.
    case conflicted
  }

  /// Bytes that are not UTF-8 became U+FFFD.
  public let path: String
  public let kind: Kind
}
