public import Editorial
public import Export

/// What an export is asked for.
public struct ExportRequest: Sendable {
  public var formats: [Format]
  public var directory: String
  /// Nil is the newest.
  public var release: String?
  /// Readers' branch as it stands, released or not; marked as not for publication.
  public var live = false
  /// The edition as it was, whatever was withdrawn since.
  public var asReleased = false
  /// What readers had at a time: the edition of then, with what was withdrawn by then.
  public var at: Moment?
  public var force = false

  public init(formats: [Format], directory: String) {
    (self.formats, self.directory) = (formats, directory)
  }
}

/// What an export came to.
public struct Exported: Sendable {
  public var release: String
  public var directory: String
  public var reports: [Report]
  /// Stories of the edition that were left out, each with its reason.
  public var held: [String]
  /// Formats that the folder had before and that were not asked for.
  public var dropped: [String] = []
  /// The commit of `live` that the edition names, and the tip whose withdrawals it honours.
  var live: String
  var tip: String?
  /// Those withdrawals, as `.stet-release` lists them.
  var withdrawals: [String]
}
