/// One path that differs between two trees; folders are never named, only what they hold.
public struct PathChange: Sendable {
  /// The path's bytes, which a foreign commit may choose freely, without slashes at its ends.
  public let path: [UInt8]
  /// What was there before, nil for an addition.
  public let before: Entry?
  /// What is there now, nil for a removal.
  public let after: Entry?

  /// The path as text, nil when it is not UTF-8.
  public var text: String? { String(validating: path, as: UTF8.self) }
}
