/// What the record says of one story.
///
/// Only the Judge makes one.
public struct Entry: Hashable, Sendable, Codable {
  public var id: StoryID
  /// Where its file stands on `main`; never changes.
  public var path: String
  public var maker: Handle
  public var workflow: String
  public var stage: String
  /// When it came to its stage.
  public var since: Moment
  /// The number last published; 0 before the first.
  public var version = 0
  public var created: String
  /// The file as last judged good, and the digests of its words.
  public var blob: String
  public var words: String
  public var plain: String
  /// From the words as they stand: who signs them, and where they come from.
  public var byline: [String] = []
  public var credit: [String] = []
  /// Whoever changed words, kind or notice since the last published version, in order.
  public var changers: [Handle] = []
  /// Everyone who changed or approved it, in order, for the credit line.
  public var touches: [Touch] = []
  /// How many of them went into the last published version.
  public var settled = 0
  public var approvals: [Approval] = []
  /// What the file's managed lines say of editors and approvals: as of the last move.
  public var shownEditors: [String] = []
  public var shownApprovals: [Approval] = []
  /// Someone else than maker and byline changed words since it came to the desk.
  public var changedByDesk = false
  /// Whether it has left its first stage: till then its maker is taking it in.
  public var submitted = false
  public var publication = Publication.unpublished
  public var published: Moment?
  public var modified: Moment?
  /// The day of its first publication in the newsroom's zone, and its path on `live`.
  public var day: String?
  public var livePath: String?
  /// Of an open new version.
  public var kind: VersionKind?
  public var notices: [Notice] = []
  /// Every published version, oldest first.
  public var versions: [Version] = []
  public var stageBeforeSpike: String?
  /// The paths on `live` of people and pictures that come with it.
  public var brings: [String] = []

  /// What readers see of a story.
  public enum Publication: String, Sendable, Codable { case unpublished, live, withheld, withdrawn }

  public struct Approval: Hashable, Sendable, Codable {
    public var by: Handle
    /// The digest of the words approved.
    public var words: String
    public var at: Moment
  }

  public struct Touch: Hashable, Sendable, Codable {
    public var by: Handle
    public var approved: Bool
    /// Changed before it left its first stage.
    public var early: Bool
  }

  public struct Version: Hashable, Sendable, Codable {
    public var number: Int
    public var blob: String
    /// The commit of main that published it.
    public var commit: String
    public var plain: String
    public var by: Handle
    public var at: Moment
    /// Nil for the first.
    public var kind: VersionKind?
  }

  /// The name of its file without `.md`.
  public var slug: String { String(path.dropFirst("articles/2026/11/24/".count).dropLast(3)) }

  /// Approvals count for exactly the words that were approved.
  public var standing: [Approval] { approvals.filter { $0.words == words } }

  /// The writers of the version: its maker, its byline, whoever changed it.
  public var writers: [Handle] {
    var writers = [maker]
    for handle in byline.compactMap({ Handle($0) }) + changers where !writers.contains(handle) {
      writers.append(handle)
    }
    return writers
  }

  /// Who edited it, in order.
  ///
  /// With a credit: those who changed words after it was taken in. For own copy: those who approved it
  /// or changed words after draft. Its byline is never among them.
  public var editors: [Handle] {
    let signed = Set(byline)
    var editors: [Handle] = []
    for touch in touches where !editors.contains(touch.by) && !signed.contains(touch.by.description)
    {
      let counts =
        credit.isEmpty
        ? touch.approved || !touch.early : !touch.approved && !(touch.early && touch.by == maker)
      if counts { editors.append(touch.by) }
    }
    return editors
  }

  /// More writers of the version.
  mutating func add(writers: [Handle]) {
    for writer in writers where !changers.contains(writer) {
      changers.append(writer)
      touches.add(Touch(by: writer, approved: false, early: false))
    }
  }

  /// Renews what the managed lines say of editors and approvals.
  mutating func show() {
    shownEditors = editors.map(\.description)
    shownApprovals = standing
  }

  /// The managed fields as the file must have them.
  public var managed: [(key: String, value: Value)] {
    var fields: [(String, Value)] = [
      ("id", .scalar(id.description)), ("maker", .scalar(maker.description)),
      ("workflow", .scalar(workflow)), ("stage", .scalar(stage)),
      ("version", .scalar(String(version))), ("editors", Value(shownEditors)),
      (
        "approvals",
        .list(shownApprovals.map { Value(["by": $0.by.description, "words": $0.words]) })
      ),
      ("created", .scalar(created)),
    ]
    if let published { fields.append(("published", .scalar(published.description))) }
    if let modified { fields.append(("modified", .scalar(modified.description))) }
    if let day { fields.append(("day", .scalar(day))) }
    if let livePath { fields.append(("path", .scalar(livePath))) }
    if publication != (version == 0 ? .unpublished : .live) {
      fields.append(("publication", .scalar(publication.rawValue)))
    }
    fields.append(("notices", .list(notices.map(\.value))))
    return fields.filter { !$0.1.isEmpty }
  }
}
