import Catalog
public import Editorial

/// Which stories someone asks for, as they put it.
public struct ListRequest: Sendable {
  public var stages: [String] = []
  public var section: String?
  public var byline: String?
  public var editor: String?
  public var mine = false
  public var ready = false
  public var scheduled = false
  public var tag: String?
  public var since: String?
  public var until: String?
  public var sort: String?
  public var limit: Int?

  public init() {}

  /// By what a list can be sorted.
  public static var sorts: [String] { Filter.Sort.allCases.map(\.rawValue) }
}

/// The stories of one stage.
public struct BoardColumn: Sendable {
  public var stage: String
  public var label: String
  public var count: Int
  /// The newest.
  public var stories: [Found]
}

extension Newsroom {
  /// The stories asked for, and how many more there are.
  public func list(_ request: ListRequest) throws(Failure) -> (stories: [Found], more: Int) {
    var filter = try filter(request)
    if request.scheduled { filter.flags = [.scheduled] }
    if request.scheduled, request.sort == nil { filter.sort = .scheduled }
    if request.ready {
      let leading = publishingStages
      filter.stages = filter.stages.isEmpty ? leading : filter.stages.filter(leading.contains)
      guard !filter.stages.isEmpty else { return ([], 0) }
      filter.limit = nil
      let all = try list(filter, ready: true)
      let shown = Array(all.prefix(request.limit ?? all.count))
      return (shown, all.count - shown.count)
    }
    let stories = try list(filter)
    guard let limit = filter.limit, stories.count == limit else { return (stories, 0) }
    if filter.stages.isEmpty { filter.without = parkedPlaces }
    let catalog = try lists()
    let all = try reading { () throws(Damage) in try catalog.count(filter) }
    return (stories, all - stories.count)
  }

  /// The stages that a publication leads from.
  private var publishingStages: [String] {
    var stages: [String] = []
    for workflow in desk.policy.workflows.values {
      for transition in workflow.transitions
      where transition.effect == .publish && !transition.isQuick {
        stages += transition.from.map(\.stage)
      }
    }
    return Set(stages).sorted()
  }

  private func filter(_ request: ListRequest) throws(Failure) -> Filter {
    var filter = Filter()
    for stage in request.stages { filter.stages.append(try stageName(stage)) }
    if let section = request.section { filter.section = try sectionID(section) }
    if let byline = request.byline { filter.byline = try who(byline) }
    if let editor = request.editor { filter.editor = try who(editor) }
    if request.mine { filter.mine = try person().handle }
    filter.tag = request.tag
    if let since = request.since { filter.since = try moment(since, "--since", atEnd: false) }
    if let until = request.until { filter.until = try moment(until, "--until", atEnd: true) + 1 }
    if let sort = request.sort {
      guard let known = Filter.Sort(rawValue: sort) else {
        throw Failure(
          .usage, "a list can't be sorted by \(sort)",
          hint: ListRequest.sorts.nearest(to: sort).map { "did you mean \($0)?" }
            ?? "by \(prose(ListRequest.sorts, "or"))")
      }
      filter.sort = known
    }
    filter.limit = request.limit
    return filter
  }

  /// The time in the past that an option gives.
  public func moment(
    _ text: String, _ option: String, atEnd: Bool
  ) throws(Failure) -> Moment {
    guard let moment = moment(past: text, atEnd: atEnd) else {
      throw Failure(
        .usage, "\(option): \(text) is no time",
        hint: "write it as 2026-11-24, \"2026-11-24 18:36\", 18:36 or yesterday")
    }
    return moment
  }

  /// The stage that a name or a label means.
  private func stageName(_ text: String) throws(Failure) -> String {
    let stages = stagesInOrder
    let wanted = text.lowercased()
    if let stage = stages.first(where: { $0.name == wanted || $0.label.lowercased() == wanted }) {
      return stage.name
    }
    let names = stages.map(\.name)
    throw Failure(
      .notFound, "no workflow has a stage called \(text)",
      hint: names.nearest(to: wanted).map { "did you mean \($0)?" } ?? "there are \(prose(names))")
  }

  private func sectionID(_ text: String) throws(Failure) -> String {
    let sections = desk.policy.house.sections
    let wanted = text.lowercased()
    if let section = sections.first(where: { $0.id == text || $0.label.lowercased() == wanted }) {
      return section.id
    }
    let ids = sections.map(\.id)
    throw Failure(
      .notFound, "there is no section called \(text)",
      hint: ids.nearest(to: wanted).map { "did you mean \($0)?" }
        ?? (ids.isEmpty ? "stet.yml names none yet" : "there are \(prose(ids))"))
  }

  /// A handle, or the name of someone outside; the name of someone on the staff is their handle.
  private func who(_ text: String) throws(Failure) -> String {
    if Handle(text) != nil { return try person(called: text).handle.description }
    let wanted = text.lowercased()
    let named = desk.policy.people.values.first { $0.name.lowercased() == wanted }
    return named?.handle.description ?? text
  }

  /// Every stage of the workflows, those in use first, in the order of the work.
  public var stagesInOrder: [Workflow.Stage] {
    let policy = desk.policy
    let names = policy.inUse + policy.workflows.keys.filter { !policy.inUse.contains($0) }.sorted()
    var stages: [Workflow.Stage] = []
    for workflow in names.compactMap({ policy.workflows[$0] }) {
      for stage in workflow.stages where !stages.contains(where: { $0.name == stage.name }) {
        stages.append(stage)
      }
    }
    return stages
  }

  /// The stories by stage: all that are counted, the newest of each stage with their words.
  public func board(newest limit: Int) throws(Failure) -> [BoardColumn] {
    var columns: [BoardColumn] = []
    for stage in stagesInOrder {
      let count = desk.population.filter { $0.key.hasSuffix("/\(stage.name)") }.values.reduce(0, +)
      var filter = Filter()
      (filter.stages, filter.limit) = ([stage.name], limit)
      let isParked = desk.policy.workflows.values.contains { $0.isParked(stage.name) }
      columns.append(
        BoardColumn(
          stage: stage.name, label: stage.label, count: count,
          stories: count == 0 || isParked ? [] : try list(filter)))
    }
    return columns
  }
}
