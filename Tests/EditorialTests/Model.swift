/// A newsroom of a few stories as 01-product.md describes it, which the Judge is held against.
///
/// Plain values: it asks nothing of Editorial.
struct Model {
  var people: [String: ModelPerson]
  var stories: [ModelStory] = []

  struct ModelPerson {
    var roles: Set<String>
    var isAgent = false
    var isActive = true
  }
}

struct ModelStory: Equatable {
  enum Publication: String { case unpublished, live, withheld, withdrawn }

  var maker: String
  var workflow: String
  var stage = "draft"
  var words: ModelWords
  /// The number last published.
  var version = 0
  var publication = Publication.unpublished
  /// Whoever changed words since the last published version.
  var changers: [String]
  var approvals: [Approval] = []
  var changedByDesk = false
  var isHeld = false
  var schedule: Schedule?
  var versions: [Version] = []
  /// Newest first.
  var notices: [Notice] = []
  var aside: [Aside] = []
  var stageBeforeSpike: String?
  /// The newest version when readers lost it last.
  var withdrawn: Int?
  /// Whether the open version was there when it was withdrawn.
  var isOlderThanWithdrawal = false
  var lastAct: LastAct?

  struct Approval: Equatable {
    var by: String
    var words: ModelWords
  }

  struct Schedule: Equatable {
    var at: Int64
    var by: String
    var words: ModelWords
    var passed: Set<String>
  }

  struct Notice: Equatable {
    var kind: String
    var version: Int
    var text: String
  }

  struct Version: Equatable {
    var number: Int
    var words: ModelWords
    var changers: [String]
    var kind: String?
    /// The story before it.
    var before: Box
  }

  struct Aside: Equatable {
    var words: ModelWords
    var base: ModelWords
    var stage: String
    var changers: [String]
    var changedByDesk: Bool
    var isOlderThanWithdrawal: Bool
    var notices: Int
  }

  struct LastAct: Equatable {
    var by: String
    /// Nil where it can't be taken back.
    var before: Box?
  }

  /// Another state of the same story.
  indirect enum Box: Equatable { case story(ModelStory) }

  init(maker: String, workflow: String, words: ModelWords) {
    (self.maker, self.workflow, self.words) = (maker, workflow, words)
    changers = [maker]
    lastAct = LastAct(by: maker, before: nil)
  }

  var rules: ModelWorkflow { ModelWorkflow.all[workflow] ?? .standard }

  var hasOpenVersion: Bool { !versions.isEmpty && stage != "published" }

  /// Its maker, its byline, whoever changed it.
  var writers: Set<String> { Set([maker] + words.byline + changers) }

  /// Who approved exactly these words.
  var readers: Set<String> { Set(approvals.filter { $0.words == words }.map(\.by)) }

  /// Each writer was read by someone else, who approved it or puts it out.
  func isRead(publishedBy publisher: String?) -> Bool {
    writers.allSatisfy { writer in
      publisher.map { $0 != writer } ?? false || readers.contains { $0 != writer }
    }
  }

  /// As of what readers have, the open version set aside.
  var shelved: ModelStory {
    guard let last = versions.last else { return self }
    var story = self
    story.aside.append(
      Aside(
        words: words, base: last.words, stage: stage, changers: changers,
        changedByDesk: changedByDesk, isOlderThanWithdrawal: isOlderThanWithdrawal,
        notices: notices.count))
    story.letStand(last)
    return story
  }

  mutating func letStand(_ last: Version) {
    (stage, words, changers, approvals) = ("published", last.words, [], [])
    (changedByDesk, isOlderThanWithdrawal, schedule) = (false, false, nil)
  }

  /// As it is kept for later.
  var kept: ModelStory {
    var story = self
    story.lastAct = nil
    return story
  }

  /// The last version, where one stands before readers or behind a withholding.
  var shown: Version? { publication == .unpublished ? nil : versions.last }
}

/// What somebody asks for.
struct ModelAsk {
  var name: String
  var target: String?
  var hasNote = false
  var notice: String?
  var time: Int64?
  var onLive = false
  var asClock = false
  var overrides = false
  var workflow: String?
  var restores: Int?
  var amends: Int?
  /// The words that come with it.
  var words: ModelWords?

  init(_ name: String) { self.name = name }
}
