import Editorial
import Testing

/// Fixes of what readers see while another version is open; undo.
@Suite struct AsideTests {
  @Test func aRefilePutsAFixOutAndKeepsTheOpenVersion() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.edit(id, by: "george") { $0 + "\nMore is to come.\n" }
    try paper.move("approve", on: id, by: "hana")
    try paper.move("refile", on: id, by: "mei", words: ("Water", "Watter"))
    var entry = try paper.entry(id)
    #expect(entry.stage == "published" && entry.version == 2 && entry.aside.count == 1)
    #expect(try paper.live(id).contains("Watter") && !paper.live(id).contains("More is"))
    try paper.resume(id, by: "mei")
    entry = try paper.entry(id)
    #expect(entry.stage == "review" && entry.kind == .update && entry.aside.isEmpty)
    #expect(entry.standing.isEmpty)
    let file = try paper.file(id)
    #expect(
      file.contains("Watter") && file.contains("More is to come.") && file.contains("kind: update"))
    #expect(entry.editors.map(\.description) == ["george", "hana"])
    #expect(try paper.live(id).contains("editors: [george]"))
  }

  @Test func aConflictStaysAsideUntilSomebodySettlesIt() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george", "Water came in.", "Mud came in.")
    try paper.move("refile", on: id, by: "mei", words: ("Water", "Watter"))
    #expect(throws: (any Error).self) { try paper.resume(id, by: "mei") }
    #expect(try paper.file(id).contains("Watter"))
    let words = try Story(
      Array(
        try paper.file(id).replacing("Watter", with: "Mud").replacing(
          "section:", with: "kind: update\nsection:"
        ).utf8))
    #expect(throws: (any Error).self) { try paper.resume(id, by: "rosa", words: words) }
    try paper.resume(id, by: "hana", words: words)
    #expect(try paper.entry(id).changers.map(\.description) == ["george", "hana"])
  }

  @Test func aLiveCorrectionTakesItsWayAndTheOtherVersionWaits() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.edit(id, by: "george") { $0 + "\nMore is to come.\n" }
    try paper.move("correct", on: id, by: "mei", notice: "Mud, not water.", words: ("Water", "Mud"))
    {
      $0.onLive = true
    }
    #expect(try paper.entry(id).stage == "edit" && paper.entry(id).aside.count == 1)
    #expect(try !paper.file(id).contains("More is"))
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(try paper.live(id).contains("Mud came") && !paper.live(id).contains("More is"))
    try paper.resume(id, by: "mei")
    #expect(try paper.file(id).contains("Mud came") && paper.file(id).contains("More is"))
    #expect(try paper.entry(id).kind == .update)
  }

  @Test func anUndoBringsBackFileStageAndApprovals() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    #expect(throws: (any Error).self) { try paper.undo(id, by: "ana") }
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    let (file, entry) = (try paper.file(id), try paper.entry(id))
    try paper.rewrite(id, by: "hana")
    #expect(throws: (any Error).self) { try paper.undo(id, by: "george") }
    try paper.undo(id, by: "hana")
    #expect(try paper.file(id) == file)
    #expect(try paper.entry(id).standing == entry.standing)
    #expect(try paper.entry(id).changers == entry.changers)
    #expect(throws: (any Error).self) { try paper.undo(id, by: "hana") }
    try paper.move("publish", on: id, by: "mei")
    #expect(throws: (any Error).self) { try paper.undo(id, by: "mei") }
  }
}
