public import Editorial

/// A format of other systems, chosen by name.
public struct ImportFormat: Sendable {
  public let name: String
  /// What it is for, in a line.
  public let summary: String
  /// Reads everything under a path; what can't be read is named in the batch, so that one bad file
  /// stops nothing.
  ///
  /// Throws only where the whole is not of this format.
  public let read: @Sendable (SourceTree, Surroundings) throws(Unreadable) -> Batch

  init(
    _ name: String, _ summary: String,
    read: @escaping @Sendable (SourceTree, Surroundings) throws(Unreadable) -> Batch
  ) {
    (self.name, self.summary, self.read) = (name, summary, read)
  }

  /// Every format, in the order in which help shows them.
  ///
  /// Register a new one here.
  public static let all: [ImportFormat] = [.hugo, .jekyll, .markdown, .ninjs, .rss, .wxr]

  /// The format of that name.
  public static func named(_ name: String) throws(UnknownImportFormat) -> ImportFormat {
    guard let format = all.first(where: { $0.name == name }) else {
      throw UnknownImportFormat(name: name)
    }
    return format
  }
}

/// What a format must know of the newsroom to read times.
public struct Surroundings: Sendable {
  public var now: Moment
  /// Every moment at which a wall clock in the newsroom's zone shows a day and a second of it: one, none
  /// in an hour that the clocks skip, two in one that they show twice.
  public var moments: @Sendable (Day, Int) -> [Moment]
  /// The newsroom's wall clock at a moment.
  public var clock: @Sendable (Moment) -> Clock
  /// The wall clock of a zone by its name (`America/New_York`); nil where nobody knows that zone.
  public var clockThere: @Sendable (String, Moment) -> Clock?

  public init(
    now: Moment, moments: @escaping @Sendable (Day, Int) -> [Moment],
    clock: @escaping @Sendable (Moment) -> Clock,
    clockThere: @escaping @Sendable (String, Moment) -> Clock?
  ) {
    (self.now, self.moments) = (now, moments)
    (self.clock, self.clockThere) = (clock, clockThere)
  }
}

/// The whole of a path is not what it was said to be.
public struct Unreadable: Explained, Equatable {
  public let problem: String
  public let hint: String?

  public init(_ problem: String, hint: String? = nil) {
    (self.problem, self.hint) = (problem, hint)
  }
}

/// A format that stet does not know.
public struct UnknownImportFormat: Explained, Equatable {
  public let name: String
  public var problem: String { "there is no import from `\(name)`" }
  public var hint: String? {
    let names = ImportFormat.all.map(\.name)
    if let near = names.nearest(to: name) { return "did you mean \(near)?" }
    return "the formats are \(prose(names))"
  }
}
