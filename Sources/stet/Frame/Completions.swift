import ArgumentParser
import Catalog
import Editorial
import Newsroom

/// What the shell offers behind an option or a command: the newsroom's own names.
enum Completions {
  static func people() -> [String] {
    withNewsroom { newsroom in newsroom.desk.policy.people.keys.map(\.description).sorted() }
  }

  static func stories() -> [String] {
    withNewsroom { newsroom in
      var filter = Filter()
      filter.limit = 500
      return ((try? newsroom.list(filter)) ?? []).map(\.slug)
    }
  }

  static func stages() -> [String] {
    withNewsroom { newsroom in
      Set(newsroom.desk.policy.workflows.values.flatMap { $0.stages.map(\.name) }).sorted()
    }
  }

  static func sections() -> [String] {
    withNewsroom { newsroom in newsroom.desk.policy.house.sections.map(\.id) }
  }

  static func releases() -> [String] {
    withNewsroom { newsroom in ((try? newsroom.releases()) ?? []).map(\.tag) }
  }

  static func outlets() -> [String] {
    withNewsroom { newsroom in newsroom.outlets().map(\.name) }
  }

  private static func withNewsroom(_ body: (borrowing Newsroom) -> [String]) -> [String] {
    guard let options = try? Options.parse([]),
      let circumstances = try? Frame.circumstances(options, Screen()),
      let newsroom = try? Newsroom.open(containing: Frame.folder(options), circumstances)
    else { return [] }
    return body(newsroom)
  }
}
