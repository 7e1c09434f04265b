import Editorial
import Newsroom

/// The one story that a command is about.
enum Chosen {
  /// The story named, or on a terminal the one picked from those at work.
  static func story(
    _ name: String?, for verb: String, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> Found {
    if let name { return try newsroom.find(name) }
    var request = ListRequest()
    request.limit = 20
    let stories = try newsroom.list(request).stories
    guard screen.canAsk, !stories.isEmpty else {
      throw Failure(
        .usage, "\(verb) which story?",
        hint: stories.isEmpty
          ? "there is none yet: stet new \"Your first headline\""
          : "you could name \(prose(stories.prefix(6).map(\.slug), "or")): stet \(verb) \(stories[0].slug)"
      )
    }
    return try Prompt.choose("\(verb) which story?", stories, screen)
  }
}

extension JSON {
  /// Somebody as `{handle, name}`; the handle is null for people outside.
  static func person(_ text: String, _ policy: Policy) -> JSON {
    let person = Handle(text).flatMap { policy.people[$0] }
    return .object([
      ("handle", JSON(person?.handle.description)), ("name", .string(person?.name ?? text)),
    ])
  }

  static func people(_ names: [String], _ policy: Policy) -> JSON {
    .array(names.map { person($0, policy) })
  }

  /// The steps of a way to readers, each with who may make it.
  static func way(_ way: Way, _ policy: Policy) -> JSON {
    .object([
      (
        "steps",
        .array(
          way.steps.map { step in
            .object([
              ("transition", .string(step.move)),
              ("people", people(step.who.map(\.description), policy)),
            ])
          })
      )
    ])
  }

  /// What readers have: what each outlet shows; where none was set up, the newest edition as that of
  /// an outlet without a name.
  static func outlets(
    _ outlets: [Reach.Shown], _ newest: ReleaseTag?, version: Int? = nil, pending: Int
  ) -> JSON {
    guard outlets.isEmpty else {
      return .array(
        outlets.map { shown in
          .object([
            ("outlet", .string(shown.outlet)), ("release", JSON(shown.release)),
            ("since", JSON(shown.release == nil ? nil : shown.state?.since)),
            ("version", JSON(shown.version)), ("pending", .int(shown.pending)),
            ("machine", JSON(shown.state?.machine)), ("result", JSON(shown.state?.result.rawValue)),
          ])
        })
    }
    guard let newest else { return .array([]) }
    return .array([
      .object([
        ("outlet", .null), ("release", .string(newest.tag)),
        ("since", .string(newest.at.description)),
        ("version", JSON(version)), ("pending", .int(pending)),
        ("machine", .null), ("result", .null),
      ])
    ])
  }

  /// What readers of each outlet have after a publication.
  static func readers(_ readers: Reach?) -> JSON {
    .array(
      (readers?.outlets ?? []).map { shown in
        .object([
          ("outlet", .string(shown.outlet)), ("release", JSON(shown.release)),
          ("pending", .int(shown.pending)),
        ])
      })
  }
}

/// Counts in words.
func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  number == 1 ? "1 \(one)" : "\(number) \(many ?? one + "s")"
}
