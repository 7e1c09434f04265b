/// The public part of stet.yml: what an export needs to know of the newsroom.
public struct House: Hashable, Sendable, Codable {
  public var title: String
  /// With a slash at its end; nil until the newsroom has an address.
  public var url: String?
  public var language: String
  /// An IANA name, as Europe/Lisbon.
  public var timezone: String
  /// The title where stet.yml names none.
  public var publisher: String
  public var sections: [Section]
  public var credits: CreditStyle
  /// Further word fields that go to readers.
  public var publicFields: [String]
  /// Whether feeds carry whole stories or their standfirst.
  public var fullFeeds: Bool

  public init(
    title: String, url: String? = nil, language: String = "en", timezone: String = "UTC",
    publisher: String? = nil, sections: [Section] = [], credits: CreditStyle = CreditStyle(),
    publicFields: [String] = [], fullFeeds: Bool = true
  ) {
    (self.title, self.url, self.language, self.timezone) = (title, url, language, timezone)
    (self.publisher, self.sections, self.credits) = (publisher ?? title, sections, credits)
    (self.publicFields, self.fullFeeds) = (publicFields, fullFeeds)
  }

  /// The label of a section; its id where the newsroom has no such section.
  public func label(ofSection id: String) -> String {
    sections.first { $0.id == id }?.label ?? id
  }
}

/// A part of the paper.
public struct Section: Hashable, Sendable, Codable {
  public var id: String
  public var label: String

  public init(id: String, label: String) { (self.id, self.label) = (id, label) }
}
