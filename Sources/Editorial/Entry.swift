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
  public var held: Hold?
  public var scheduled: Schedule?
  /// The time of a schedule that could not be kept; nil again with the next.
  public var missed: Moment?
  /// Open versions that a fix was made under, the last one innermost.
  public var aside: [Aside] = []
  public var claim: Claim?
  /// What the record could not know of who edited it, in the order in which it was said.
  public var credited: [Credit] = []
  /// Who wrote or put out what no second desk has read yet, where its workflow asks for that.
  public var awaitsReading: [Handle] = []
  /// The number of the newest version when readers lost it last.
  public var withdrawn: Int?
  /// Whether the open version is older than that withdrawal.
  public var isOlderThanWithdrawal = false
  public var lastAct: LastAct?
  /// It came from another system: nobody here approved its first version.
  public var imported = false

  /// What readers see of a story.
  public enum Publication: String, Sendable, Codable { case unpublished, live, withheld, withdrawn }

  public struct Approval: Hashable, Sendable, Codable {
    public var by: Handle
    /// The digest of the words approved.
    public var words: String
    public var at: Moment

    public init(by: Handle, words: String, at: Moment) {
      (self.by, self.words, self.at) = (by, words, at)
    }
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
    /// Git's id of its file on `live`.
    public var shown = ""
    /// The rules that a chief passed over for it.
    public var passed: [String] = []
    /// Whoever changed its words since the version before.
    public var changers: [Handle]?
    /// From its words: who signs them, and where they come from.
    public var byline: [String]?
    public var credit: [String]?
  }

  /// Nothing of the story goes out until it is lifted.
  public struct Hold: Hashable, Sendable, Codable {
    public var by: Handle
    public var at: Moment
  }

  /// When these words, and no others, go out.
  public struct Schedule: Hashable, Sendable, Codable {
    public var at: Moment
    /// Who counts as their publisher.
    public var by: Handle
    /// The digest of the words.
    public var words: String
    /// The rules that a chief passed over.
    public var passed: [String]
  }

  /// Someone says that they are at it; others are told, and not stopped.
  public struct Claim: Hashable, Sendable, Codable {
    public var by: Handle
    public var at: Moment

    /// When it ends by itself.
    public var end: Moment { at + 4 * 3600 }
  }

  public struct Credit: Hashable, Sendable, Codable {
    public var who: Handle
    public var isAdded: Bool

    public init(who: Handle, isAdded: Bool) { (self.who, self.isAdded) = (who, isAdded) }
  }

  /// What `undo` would take back.
  public struct LastAct: Hashable, Sendable, Codable {
    public var commit: String
    public var by: Handle
    /// Why it can't be taken back; nil where it can.
    public var why: Fixed?

    public enum Fixed: String, Sendable, Codable { case isNew, isUndo, isPublic, isWaived }
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
    for credit in credited {
      if credit.isAdded {
        if !editors.contains(credit.who) { editors.append(credit.who) }
      } else {
        editors.removeAll { $0 == credit.who }
      }
    }
    return editors
  }

  /// The version that readers have, or had when it was withdrawn; 0 where there is none.
  public var shownVersion: Int { versions.last?.number ?? 0 }

  /// Whether readers have it now.
  public var isLive: Bool { publication == .live }

  /// The one who is at it; nil where nobody is, or where the claim has ended.
  public func claimant(at moment: Moment) -> Handle? {
    claim.flatMap { moment < $0.end ? $0.by : nil }
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
    if let scheduled { fields.append(("scheduled", .scalar(scheduled.at.description))) }
    if let held { fields.append(("held", .scalar(held.at.description))) }
    fields.append(("notices", .list(notices.map(\.value))))
    return fields.filter { !$0.1.isEmpty }
  }
}
