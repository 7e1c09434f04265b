import Foundation

/// *The Ellery Tide*, a newsroom with its staff and no story yet, in the folder `tide` of a bench.
///
/// Mei Tan made it and has every role; Ana Costa and Wei Lin write, George Hall edits. Nobody's
/// address is in git's settings: who acts is said with `as:`.
public struct Tide: Sendable {
  public let bench: Bench
  public var path: String { "\(bench.path)/tide" }

  static let staff = [
    ("ana-costa", "Ana Costa", "writer"), ("wei-lin", "Wei Lin", "writer"),
    ("george-hall", "George Hall", "editor"),
  ]

  public init(_ bench: Bench? = nil) async throws {
    self.bench = try bench ?? Bench()
    try await self.bench.must(Self.founding)
    for (handle, name, role) in Self.staff {
      let email = handle.prefix { $0 != "-" }
      try self.bench.write(
        "name: \(name)\nemail: [\(email)@tide.example]\nroles: [\(role)]\nkeys: []\nactive: true\n",
        to: "tide/people/\(handle).yml")
    }
    try await must("stet save -m \"The staff\"")
  }

  /// How the paper begins.
  public static let founding = """
    stet init tide --title 'The Ellery Tide' --url https://tide.example --timezone Europe/Lisbon \
    --section harbour=Harbour --section city=City --name 'Mei Tan' --email mei@tide.example >/dev/null
    """

  /// Runs a script in the newsroom's folder, as somebody, at a time.
  public func run(
    _ script: String, as person: String? = nil, at time: String? = nil,
    _ settings: [String: String] = [:], killedAfter delay: Duration? = nil
  ) async throws -> Ran {
    try await bench.run(
      script, in: "tide", Self.settings(person, time, settings), killedAfter: delay)
  }

  /// Runs what must succeed, and returns what it printed.
  @discardableResult
  public func must(
    _ script: String, as person: String? = nil, at time: String? = nil,
    _ settings: [String: String] = [:]
  ) async throws -> String {
    try await bench.must(script, in: "tide", Self.settings(person, time, settings))
  }

  private static func settings(
    _ person: String?, _ time: String?, _ settings: [String: String]
  ) -> [String: String] {
    var settings = settings
    if let person { settings["STET_AS"] = person }
    if let time { settings["STET_NOW"] = time }
    return settings
  }

  /// A story of Ana's, in the stage asked for.
  public func story(_ slug: String, in stage: String = "draft") async throws {
    let headline = slug.replacing("-", with: " ").capitalized
    var script = """
      printf 'The first words of \(slug).\\n' | STET_AS=ana-costa stet new '\(headline)' \
      --slug \(slug) --section harbour --body - >/dev/null
      """
    let steps = [
      ("edit", "STET_AS=ana-costa stet submit"), ("review", "STET_AS=george-hall stet approve"),
      ("published", "STET_AS=mei-tan stet publish"),
    ]
    for (name, command) in steps where stage != "draft" {
      script += "\n\(command) \(slug) >/dev/null"
      if name == stage { break }
    }
    try await must(script)
  }

  /// Where a story's file lies, from the newsroom's folder.
  public static func file(_ slug: String) -> String { "articles/2026/11/24/\(slug).md" }

  /// A commit of plain git's, by somebody of the staff or a stranger.
  @discardableResult
  public func commit(
    _ change: String, as person: String = "ana", message: String = "By hand"
  ) async throws -> String {
    try await must(
      """
      \(change)
      git add -A
      git -c user.name=\(person) -c user.email=\(person)@tide.example commit -q -m "\(message)"
      git rev-parse HEAD
      """)
  }

  /// One field of `stet list --json`, by slug.
  public func stages() async throws -> [String: String] {
    let ran = try await run("stet list --json --limit 1000")
    let stories = try ran.json() as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: stories.compactMap { story in
        guard let slug = story["slug"] as? String, let stage = story["stage"] as? String else {
          return nil
        }
        return (slug, stage)
      })
  }
}
