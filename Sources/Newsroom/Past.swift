public import Editorial
import Git

/// How much changed between two files of a story.
public struct WordTally: Hashable, Sendable {
  /// Words of the body that came and went, and in how many of its paragraphs.
  public var added = 0
  public var removed = 0
  public var paragraphs = 0
  /// The word fields that differ.
  public var fields: [String] = []

  public var isEmpty: Bool { added == 0 && removed == 0 && fields.isEmpty }

  init(_ old: Story, _ new: Story) {
    var touched: Set<Int> = []
    var paragraph = 0
    for piece in WordDiff.changes(old.file.text, new.file.text) {
      let breaks = piece.text.split(separator: "\n\n", omittingEmptySubsequences: false).count - 1
      switch piece.op {
      case .equal: paragraph += breaks
      case .delete:
        removed += WordDiff.words(piece.text)
        touched.insert(paragraph)
      case .insert:
        added += WordDiff.words(piece.text)
        touched.formUnion(paragraph...(paragraph + breaks))
        paragraph += breaks
      }
    }
    paragraphs = touched.count
    fields = Self.fields(old, new)
  }

  /// The word fields whose value differs, in the order of the new file.
  static func fields(_ old: Story, _ new: Story) -> [String] {
    var keys: [String] = []
    for key in (new.file.fields + old.file.fields).map(\.key)
    where !Managed.keys.contains(key) && !keys.contains(key) && old[key] != new[key] {
      keys.append(key)
    }
    return keys
  }
}

/// A line of the record with what it takes a look at the files to know.
public struct PastLine: Sendable {
  public var line: LogEntry
  public var isSigned: Bool
  /// The first of its stories.
  public var slug: String?
  /// Of an edit.
  public var tally: WordTally?
  /// What its record says beyond the line itself.
  public var said = Said()

  public struct Said: Sendable {
    /// Whom a line about credits names, and whether it adds them.
    public var credit: Entry.Credit?
    /// Whether it ends a claim.
    public var endsClaim = false
    /// What an undo took back, and the commit that a waiver is about.
    public var undone: LogEntry?
    public var waived: String?
    /// The time that a schedule is for, or that was missed.
    public var time: Moment?
  }
  /// Of a new story: its stage and section then.
  public var stage: String?
  public var section: String?
}

extension Newsroom {
  /// A story's file as it stood after a commit of the record; nil where there was none.
  func file(_ path: String, at commit: String) throws(Failure) -> Story? {
    guard let id = ObjectID(hex: commit) else { return nil }
    let bytes = try git { () throws(GitError) -> [UInt8]? in
      let tree = try repository.commit(id).tree
      guard let entry = try repository.entry(at: path, in: tree) else { return nil }
      return try repository.blob(entry.id, limit: FrontMatter.mostBytes)
    }
    return bytes.flatMap { try? Story($0) }
  }

  /// The commit before one of the record's.
  func parent(of commit: String) throws(Failure) -> String? {
    guard let id = ObjectID(hex: commit) else { return nil }
    return try git { () throws(GitError) in try repository.commit(id).parents.first }?.description
  }

  /// The record, newest first; with `counting`, the words that edits changed are counted.
  public func past(
    of found: Found?, limit: Int?, counting: Bool
  ) throws(Failure) -> [PastLine] {
    var lines: [PastLine] = []
    var paths: [StoryID: String] = [:]
    if let found { paths[found.entry.id] = found.entry.path }
    for line in try log(found?.entry.id, limit: limit) {
      let id = found?.entry.id ?? line.stories.first
      if let id, paths[id] == nil {
        paths[id] = try reading { () throws(Damage) in try desk.memory.entry(id) }?.path
      }
      let path = id.flatMap { paths[$0] }
      var past = PastLine(line: line, isSigned: false, slug: path.flatMap { StoryPath($0)?.slug })
      try complete(&past)
      if counting, let path {
        switch line.kind {
        case .edit: past.tally = try tally(path, line.commit)
        case .create:
          let story = try file(path, at: line.commit)
          (past.stage, past.section) = (story?["stage"]?.text, story?.section)
        default: break
        }
      }
      lines.append(past)
    }
    return lines
  }

  /// What only the commit itself says.
  private func complete(_ past: inout PastLine) throws(Failure) {
    guard let id = ObjectID(hex: past.line.commit) else { return }
    let commit = try git { () throws(GitError) in try repository.commit(id) }
    past.isSigned = commit.isSigned
    let record = Record(commit.message)
    if let text = record["Stet-Credit"], let who = Handle(String(text.dropFirst())) {
      past.said.credit = Entry.Credit(who: who, isAdded: text.hasPrefix("+"))
    }
    past.said.endsClaim = record["Stet-Act"] == "unclaim"
    past.said.waived = record["Stet-Waive"]
    past.said.time = record["Stet-At"].flatMap { Moment($0) }
    guard past.line.kind == .undo, let story = past.line.stories.first else { return }
    let undone = record["Stet-Undo"]
    past.said.undone = try log(story, limit: 200).first { $0.commit == undone }
  }

  private func tally(_ path: String, _ commit: String) throws(Failure) -> WordTally? {
    guard let before = try parent(of: commit), let old = try file(path, at: before),
      let new = try file(path, at: commit)
    else { return nil }
    return WordTally(old, new)
  }

  /// Every address that a story has or had on `live`, the present one first.
  private func addresses(of entry: Entry) throws(Failure) -> [String] {
    var paths = [entry.livePath].compactMap { $0 }
    for version in entry.versions.reversed() {
      let before = try reading { () throws(Damage) in
        try desk.memory.entry(entry.id, before: version.number)
      }
      if let path = before?.livePath, !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  /// What a commit of `live` has of a story, and where; at an address that the story has left stands no
  /// version of it.
  func shown(
    _ entry: Entry, at commit: String
  ) throws(Failure) -> (path: String, story: Story)? {
    for path in try addresses(of: entry) {
      if let story = try file(path, at: commit), story.id == entry.id { return (path, story) }
    }
    return nil
  }

  /// The editions that changed a story for readers, newest first.
  public func editions(bringing entry: Entry) throws(Failure) -> [ReleaseTag] {
    guard let first = entry.published else { return [] }
    var bringing: [ReleaseTag] = []
    var last: [UInt8]?
    for edition in try releases().reversed() where edition.at >= first {
      let bytes = try shown(entry, at: edition.commit)?.story.file.bytes
      if let bytes, bytes != last { bringing.append(edition) }
      last = bytes
    }
    return bringing.reversed()
  }

  /// The version of a story that an edition shows; nil where it is not in it.
  public func version(of entry: Entry, in edition: ReleaseTag) throws(Failure) -> Int? {
    try shown(entry, at: edition.commit)?.story.version
  }

  /// Where a story's file is: on disk, or on `main` where nothing is checked out.
  public func place(of found: Found) -> String { onDisk(found.entry.path) ?? found.entry.path }

  /// The bytes of a story's file as the record has them.
  public func bytes(of found: Found) throws(Failure) -> [UInt8] { try blob(found.entry.blob) }
}
