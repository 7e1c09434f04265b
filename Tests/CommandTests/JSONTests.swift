import Foundation
import TestSupport
import Testing

/// The keys of every answer in JSON are the contract's, and no others.
@Suite struct JSONTests {
  static let story = """
    byline commit created credit dateline editors embargo headline held id kicker kind language \
    modified path publication published scheduled section slug stage standfirst tags urgency url \
    version wordCount workflow
    """
  static let release = """
    at by clarified commit corrected imported new previous refiled signed tag updated withdrawn \
    withheld
    """
  static let move = """
    at by commit enteredBy from id override readers slug to transition version
    """
  static let person = "active emails handle keys name roles"

  /// A command, where in its answer to look (empty: the answer itself; a list is looked into), and
  /// the keys there.
  static let table: [(command: String, place: String, keys: String)] = [
    ("new 'A new one' --dry-run", "", story), ("edit draft --set urgency=3 --dry-run", "", story),
    ("list", "", story), ("list", "editors", "handle name"), ("list", "byline", "handle name"),
    (
      "show tolls", "",
      story + " approvals attribution body corrections html image problems queries related"
        + " transitions"
    ),
    ("save --dry-run", "", ""), ("submit draft --dry-run", "", move),
    ("publish ready --dry-run", "", move),
    (
      "log tolls", "",
      "at by commit enteredBy from kind note signed story to transition"
    ),
    ("note tolls -m Hello", "", "at by commit note story"),
    ("release --dry-run", "", release), ("releases", "", release), ("releases", "new", story),
    ("release-notes", "", release),
    (
      "export --out out", "",
      "bytes files format held out release removed seconds stories unchanged written"
    ),
    ("export --list", "", "name summary"),
    (
      "verify", "",
      "commits enteredByOthers from imported mended ok overrides proved releases stories"
        + " transitions violations waived"
    ),
    ("diff tolls v1", "", "fields from fromAt to toAt words"),
    ("status", "", "asOf mine others outlets person sentBack waits wrong"),
    ("why tolls", "", "can obstacles outlets readers story work"), ("people", "", person),
    ("people show ana-costa", "", person), ("whoami", "", person),
    ("workflows", "", "label name stages transitions"),
    ("workflows show standard", "", "label name stages transitions"),
    ("workflows check", "", ""), ("doctor", "", ""),
    ("credits tolls", "", "byline editors line reasons"), ("path tolls", "", "id path slug"),
    ("board", "", "count label stage stories"), ("front", "", "front stories"),
    ("preview tolls", "", "page slug"),
  ]

  @Test func `each command answers with exactly the keys of the contract`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release")
    try await tide.story("ready", in: "published")
    try await tide.must("stet update ready && stet edit ready --kicker New --as george-hall")
    try await tide.must("stet approve ready", as: "george-hall")
    try await tide.story("draft")

    for row in Self.table {
      let as_ = row.command.hasPrefix("submit") ? "ana-costa" : "mei-tan"
      let ran = try await tide.run("stet \(row.command) --json", as: as_)
      #expect(ran.status == 0 && ran.error == "", "\(ran)")
      var found = try ran.json()
      if !row.place.isEmpty {
        found = ((found as? [[String: Any]])?.compactMap { $0[row.place] as? [Any] } ?? [])
          .flatMap { $0 }
      }
      if let list = found as? [Any] {
        #expect(list.isEmpty == row.keys.isEmpty, "\(ran)")
        for element in list {
          #expect(Self.keys(element) == Self.sorted(row.keys), "\(row.command)")
        }
      } else {
        #expect(Self.keys(found) == Self.sorted(row.keys), "\(row.command)")
      }
    }
  }

  @Test func `an offence has the keys of the contract too`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    try await tide.commit("sed -i 's/^stage: draft/stage: edit/' \(Tide.file("tolls"))")

    let verify = try await tide.run("stet verify --json")
    let doctor = try await tide.run("stet doctor --json")

    let violations = (try verify.json() as? [String: Any])?["violations"] as? [Any] ?? []
    #expect(violations.map(Self.keys) == ["by commit message remedy rule story"])
    #expect(verify.status == 1)
    let ailments = try doctor.json() as? [Any] ?? []
    #expect(ailments.map(Self.keys) == ["fixed place problem remedy"])
  }

  @Test func `with nothing new, release answers with the newest, and with none it fails`()
    async throws
  {
    let tide = try await Tide()

    let none = try await tide.run("stet release --json")
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release")
    let again = try await tide.run("stet release --json")

    #expect(none.status == 1 && none.output == "", "\(none)")
    #expect(again.status == 0, "\(again)")
    #expect((try again.json() as? [String: Any])?["tag"] as? String == "2026-11-24.1")
  }

  private static func sorted(_ keys: String) -> String {
    keys.split(separator: " ").sorted().joined(separator: " ")
  }

  private static func keys(_ value: Any) -> String {
    ((value as? [String: Any])?.keys.sorted() ?? []).joined(separator: " ")
  }
}
