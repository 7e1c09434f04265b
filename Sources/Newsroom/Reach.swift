public import Editorial

/// What readers really have: what each outlet shows, and what has not reached it yet.
public struct Reach: Sendable {
  public struct Shown: Sendable {
    public var outlet: String
    /// The machine, where it is not this one.
    public var machine: String?
    /// Nil where nothing was exported to it yet.
    public var state: OutletState?
    /// How many stories are published that it does not have as they are.
    public var pending: Int
    /// The version of the story in question that it shows.
    public var version: Int?
    /// The stories that were taken from readers and that it still shows.
    public var still: [StoryID] = []

    public var release: String? { state?.release }

    /// The outlet as people are told: `web`, or `web on press-3f2a`.
    public var name: String { machine.map { "\(outlet) on \($0)" } ?? outlet }
  }

  /// By the order of stet.yml; empty where no outlet was set up on any machine.
  public var outlets: [Shown]
  /// The newest edition, exported or not, and how many stories are published and not in it.
  public var newest: ReleaseTag?
  public var pending: Int
}

extension Newsroom {
  /// What readers have now; of `story`, with the version that each outlet shows.
  ///
  /// It costs what was published since, and not what there is.
  public func reach(of story: Entry? = nil) throws(Failure) -> Reach {
    let editions = try releases()
    var reach = Reach(
      outlets: [], newest: editions.first,
      pending: try waitingForRelease(since: editions.first))
    var known: [String: Int] = [:]
    if let newest = editions.first { known[newest.commit] = reach.pending }
    let states = try outletStates()
    for outlet in outlets() {
      var all = states.filter { $0.name == outlet.name }
      all.sort { ($0.isHere ? 0 : 1, $0.machine) < ($1.isHere ? 0 : 1, $1.machine) }
      if outlet.out != nil, all.first?.isHere != true {
        let pending = try waitingForRelease(since: String?.none)
        reach.outlets.append(
          Reach.Shown(outlet: outlet.name, machine: nil, state: nil, pending: pending))
      }
      for state in all {
        let edition = editions.first { $0.tag == state.release }
        let commit = edition?.commit ?? state.live
        let counted = commit.flatMap { known[$0] }
        let pending = if let counted { counted } else { try waitingForRelease(since: commit) }
        if let commit { known[commit] = pending }
        let (still, lifted) = try overtaken(state, commit)
        var shown = Reach.Shown(
          outlet: outlet.name, machine: state.isHere ? nil : state.machine, state: state,
          pending: pending + lifted)
        shown.still = still
        if let story { shown.version = try version(of: story, in: state, commit) }
        reach.outlets.append(shown)
      }
    }
    return reach
  }

  /// What happened to the stories of an outlet since its last export: those that were taken from readers
  /// and that it still shows, and how many are back that it does not show yet.
  private func overtaken(
    _ state: OutletState, _ commit: String?
  ) throws(Failure) -> (still: [StoryID], lifted: Int) {
    var lifted = 0
    for line in state.withdrawn {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 2, parts[1] == Entry.Publication.withheld.rawValue,
        let id = StoryID(parts[0]),
        let entry = try reading({ () throws(Damage) in try desk.memory.entry(id) }), entry.isLive
      else { continue }
      lifted += 1
    }
    guard let tip = state.tip, tip != desk.live else { return ([], lifted) }
    let list = try changes(since: tip, to: desk.live)
    var still: [StoryID] = []
    for id in (list[.withdrawn] + list[.withheld]).map(\.id) {
      let entry = try reading { () throws(Damage) in try desk.memory.entry(id) }
      if let entry, try version(of: entry, in: state, commit) != nil { still.append(id) }
    }
    return (still, lifted)
  }

  /// The version of a story that an outlet shows; nil where it is not there, or was taken down.
  private func version(
    of entry: Entry, in state: OutletState, _ commit: String?
  ) throws(Failure) -> Int? {
    guard let commit else { return nil }
    let isTakenDown = state.withdrawn.contains { $0.hasPrefix("\(entry.id) ") }
    // What stands in its place is what `live` had when it was taken down.
    let story = try shown(entry, at: isTakenDown ? state.tip ?? commit : commit)?.story
    return story.flatMap { $0["publication"] == nil ? $0.number : nil }
  }
}

extension Reach {
  /// A sentence for each outlet: `web shows 2026-11-25.1; 2 changes are not out yet`.
  public var sentences: [String] {
    outlets.map { shown in
      let rest = shown.pending == 0 ? "" : "; \(Self.changes(shown.pending)) not out yet"
      return "\(shown.name) \(Self.what(shown))\(rest)"
    }
  }

  /// What publishing commands end with, as long as a publication has not reached readers.
  public var line: String {
    guard !outlets.isEmpty else {
      guard let newest else {
        return
          "Readers don't have it yet: nothing was released; \(Self.changes(pending)) waiting."
      }
      return
        "Readers don't have it yet: the newest release is \(newest.tag); \(Self.changes(pending)) not out."
    }
    let isOne = Set(outlets.map(\.pending)).count == 1
    var groups: [[Shown]] = []
    for shown in outlets {
      let like = groups.firstIndex {
        Self.what($0[0]) == Self.what(shown) && $0[0].pending == shown.pending
      }
      if let like { groups[like].append(shown) } else { groups.append([shown]) }
    }
    let text = groups.map { group in
      "\(prose(group.map(\.name))) \(Self.what(group[0], and: group.count > 1))"
        + (isOne ? "" : " (\(Self.changes(group[0].pending)) not out)")
    }.joined(separator: ", ")
    let rest = isOne ? "; \(Self.changes(outlets[0].pending)) not out" : ""
    return "Readers don't have it yet: \(text)\(rest)."
  }

  private static func what(_ shown: Shown, and others: Bool = false) -> String {
    let (shows, has) = others ? ("show", "have") : ("shows", "has")
    guard let state = shown.state, let release = state.release else {
      return "\(shows) nothing yet"
    }
    return state.result == .notUploaded
      ? "\(has) \(release) written, NOT UPLOADED" : "\(shows) \(release)"
  }

  private static func changes(_ count: Int) -> String {
    count == 1 ? "1 change is" : "\(count) changes are"
  }
}
