/// Why readers lose a story.
public enum Withdrawal: String, Sendable, Codable, CaseIterable { case retraction, legal, privacy }

/// What the newsroom tells readers about a version of a story.
public struct Notice: Hashable, Sendable, Codable {
  /// The longest text of one, in characters.
  public static let mostCharacters = 2_000

  /// `update`, `correction`, `clarification`, or a kind of withdrawal.
  public var kind: String
  /// The version that it came with.
  public var version: Int
  public var at: Moment
  public var text: String

  public init(kind: String, version: Int, at: Moment, text: String) {
    (self.kind, self.version, self.at, self.text) = (kind, version, at, text)
  }

  /// Whether a text tells readers something: what is for the desk alone does not.
  static func says(_ text: String?) -> Bool {
    text.map { Copy($0).published.contains { !$0.isWhitespace } } ?? false
  }

  public init?(_ value: Value) {
    guard let kind = value["kind"]?.text, let text = value["text"]?.text,
      let version = value["version"]?.text.flatMap(Int.init),
      let at = value["at"]?.text.flatMap({ Moment($0) })
    else { return nil }
    self.init(kind: kind, version: version, at: at, text: text)
  }

  public var value: Value {
    Value(["kind": kind, "version": String(version), "at": at.description, "text": text])
  }
}
