import Editorial
import Foundation
import TestSupport
import Workflows

@testable import Import

/// A folder with files, as a site has them, and what an import makes of it for a newsroom in UTC.
final class FolderOfSources {
  let bench: Bench
  static let now = Moment("2026-11-24T12:00:00Z") ?? Moment(seconds: 0)

  init(_ files: [String: String]) throws {
    bench = try Bench()
    for (name, text) in files { try bench.write(text, to: "site/\(name)") }
  }

  static let surroundings = Surroundings(
    now: now,
    moments: { [Moment(seconds: Int64($0.number) * 86_400 + Int64($1))] }, clock: { Clock($0) },
    clockThere: { $0 == "America/New_York" ? Clock($1, offset: -18_000) : nil })

  func batch(_ format: ImportFormat) throws -> Batch {
    try format.read(try SourceTree(bench.path + "/site"), Self.surroundings)
  }

  func intake(_ format: ImportFormat, asDrafts: Bool = false) throws -> Intake {
    let files = [
      "stet.yml":
        "title: T\nlanguage: en\ntimezone: UTC\nsections:\n  - {id: city, label: City}\nworkflows: [solo]\n",
      "workflows/solo.yml": Workflows.all.first { $0.name == "solo" }?.text ?? "",
      "people/ana-costa.yml": "name: Ana Costa\nemail: [ana@example.org]\nroles: [chief]\n",
    ].mapValues { Array($0.utf8) }
    let policy = try Policy(files: files)
    guard let maker = Handle("ana-costa"), let workflow = policy.workflows["solo"] else {
      throw Trouble("no newsroom")
    }
    let reception = Reception(
      policy: policy, maker: maker, now: Self.now, today: Clock(Self.now).day, workflow: workflow,
      asDrafts: asDrafts, known: { _ throws(Damage) in nil }, taken: { _ throws(Damage) in [] },
      isOccupied: { _ throws(Damage) in false })
    return try Intake(try batch(format), try SourceTree(bench.path + "/site"), reception)
  }
}

extension Intake {
  /// The text of the story from a source.
  func text(_ source: String) -> String {
    items.first { $0.source == source }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
