/// An annotated tag, copied out of the repository.
public struct Tag: Sendable {
  /// The name without `refs/tags/`.
  public let name: String
  /// The id of the tag object itself.
  public let id: ObjectID
  /// What the tag names: a commit as a rule, and whatever object in a foreign repository.
  public let target: ObjectID
  public let tagger: Signature?
  /// The message as it stands in the tag, with the signature that follows it in a signed one.
  public let message: String
  /// Whether the tag carries a signature; nothing is known about its worth.
  public let isSigned: Bool
}
