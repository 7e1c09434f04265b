/// Someone of the newsroom, as `people/<handle>.yml` says.
public struct Person: Hashable, Sendable, Codable {
  public var handle: Handle
  public var name: String
  /// The first is the one that commits carry; whose commits are hers is compared without case.
  public var emails: [String]
  public var roles: [Role]
  public var bio: String?
  public var links: [String]
  /// SSH public keys.
  public var keys: [String]
  public var active: Bool
  /// A program: it writes, and never approves or publishes.
  public var agent: Bool

  public init(
    handle: Handle, name: String, emails: [String] = [], roles: [Role] = [], bio: String? = nil,
    links: [String] = [], keys: [String] = [], active: Bool = true, agent: Bool = false
  ) {
    (self.handle, self.name, self.emails, self.roles) = (handle, name, emails, roles)
    (self.bio, self.links, self.keys) = (bio, links, keys)
    (self.active, self.agent) = (active, agent)
  }
}

/// What someone of the newsroom is entitled to.
public enum Role: String, Sendable, Codable, CaseIterable, Hashable {
  case writer, editor, publisher, chief, clock
}
