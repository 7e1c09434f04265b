/// The keys of a story that only a transition writes.
public enum Managed {
  /// In the order in which stet puts them behind the words.
  public static let order = [
    "id", "maker", "workflow", "stage", "version", "editors", "approvals", "created", "published",
    "modified", "day", "path", "publication", "scheduled", "held", "notices",
  ]

  public static let keys = Set(order)
}
