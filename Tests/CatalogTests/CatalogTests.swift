import Catalog
import Editorial
import Foundation
import TestSupport
import Testing

/// The catalog says what the fold over the whole record says, whatever way it came there.
@Suite struct CatalogTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `appended step by step it holds what the fold holds`(seed: UInt64) throws {
    let bench = try Bench()
    let history = try History(seed: seed, length: 60)
    let catalog = try Self.catalog(bench, history, upTo: 0)
    var random = Seeded(seed)
    var place = 0

    while place < history.steps.count {
      let end = min(history.steps.count, place + Int.random(in: 1...9, using: &random))
      try catalog.append(Array(history.steps[place..<end]))
      place = end
      try Self.expect(catalog, equals: history, at: place, "seed \(seed)")
    }
    // The chance has made what the test is about.
    #expect(history.desk.transitions > 5)
    #expect(Set(history.lines.map(\.kind)).isSuperset(of: [.create, .edit, .transition]))
  }

  @Test(arguments: [11, 12, 13, 14])
  func `stepped back it is as it was, and goes on from there`(seed: UInt64) throws {
    let bench = try Bench()
    let history = try History(seed: seed, length: 50)
    let catalog = try Self.catalog(bench, history, upTo: 50)
    var random = Seeded(seed)

    for _ in 0..<6 {
      let place = Int.random(in: 0...50, using: &random)
      #expect(try catalog.stepBack(to: history.lines[place].commit))
      try Self.expect(catalog, equals: history, at: place, "seed \(seed)")
      try catalog.append(Array(history.steps[place...]))
      try Self.expect(catalog, equals: history, at: 50, "seed \(seed)")
    }
  }

  @Test(arguments: [21, 22, 23])
  func `after another history it holds that one alone`(seed: UInt64) throws {
    let bench = try Bench()
    let history = try History(seed: seed, length: 40)
    let other = try history.branching(at: 25, seed: seed + 100, mark: "d", length: 30)
    let catalog = try Self.catalog(bench, history, upTo: 40)

    #expect(try catalog.stepBack(to: history.lines[25].commit))
    try catalog.append(Array(other.steps[25...]))

    try Self.expect(catalog, equals: other, at: 55, "seed \(seed)")
    #expect(try catalog.position(of: history.lines[40].commit) == nil)
  }

  @Test(arguments: [31, 32])
  func `replaced at once it holds the same`(seed: UInt64) throws {
    let bench = try Bench()
    let history = try History(seed: seed, length: 60)
    let old = try History(seed: seed + 1, mark: "old", length: 20)
    let catalog = try Self.catalog(bench, old, upTo: 20)

    try Self.replace(catalog, history, at: 40)
    try Self.expect(catalog, equals: history, at: 40, "seed \(seed)")
    try catalog.append(Array(history.steps[40...]))
    try Self.expect(catalog, equals: history, at: 60, "seed \(seed)")

    // What was replaced keeps no way back beyond itself.
    #expect(try catalog.stepBack(to: history.lines[40].commit))
    try Self.expect(catalog, equals: history, at: 40, "seed \(seed)")
    #expect(try !catalog.stepBack(to: history.lines[39].commit))
    #expect(try !catalog.stepBack(to: "unheard-of"))
  }

  @Test func `what was written is there for the next process`() throws {
    let bench = try Bench()
    let history = try History(seed: 41, length: 30)
    _ = try Self.catalog(bench, history, upTo: 30)

    let reader = try #require(Catalog(at: "\(bench.path)/catalog.sqlite", readOnly: true))

    #expect(reader.isReadOnly)
    try Self.expect(reader, equals: history, at: 30, "seed 41")
  }

  @Test(arguments: ["text", "truncated", "flipped", "another layout", "empty"])
  func `a file that can't be used is nil, or is found out when it is read`(damage: String) throws {
    let bench = try Bench()
    let path = "\(bench.path)/catalog.sqlite"
    let history = try History(seed: 51, length: 60)
    do { _ = try Self.catalog(bench, history, upTo: 60) }
    var bytes = try bench.bytes("catalog.sqlite")
    switch damage {
    case "text": bytes = Array("not a catalog at all, but long enough to look at\n".utf8)
    case "truncated": bytes = Array(bytes.prefix(bytes.count / 2))
    case "flipped": for place in 100..<bytes.count { bytes[place] ^= 0xFF }
    case "another layout": bytes[63] = 99
    default: bytes = []
    }
    try bench.write(bytes, to: "catalog.sqlite")

    // Never another answer than the right one.
    let catalog = Catalog(at: path, readOnly: false)
    if let state = try? catalog?.state() { #expect(state == DeskState(of: history.desk)) }
    Catalog.discard(at: path)
    let fresh = try #require(Catalog(at: path, readOnly: false))
    #expect(try fresh.state() == nil)
  }

  // MARK: Helpers

  private static func catalog(
    _ bench: Bench, _ history: History, upTo place: Int
  ) throws -> Catalog {
    let catalog = try #require(Catalog(at: "\(bench.path)/catalog.sqlite", readOnly: false))
    try replace(catalog, history, at: 0)
    try catalog.append(Array(history.steps[..<place]))
    return catalog
  }

  private static func replace(_ catalog: Catalog, _ history: History, at place: Int) throws {
    var cards: [StoryID: Card] = [:]
    for step in history.steps[..<place] { cards.merge(step.cards) { _, new in new } }
    try catalog.replace(
      facts: history.desks[place].memory.all, cards: cards,
      lines: Array(history.lines[...place]), state: DeskState(of: history.desks[place]))
  }

  /// Facts, lists, log and state are those of the fold after so many commits.
  private static func expect(
    _ catalog: Catalog, equals history: History, at place: Int, _ what: Comment
  ) throws {
    let desk = history.desks[place]
    let all = Dictionary(desk.memory.all.map { ($0.0, $0.1) }) { _, new in new }
    var stories: [StoryID: Entry] = [:]
    for (key, fact) in all {
      #expect(try catalog.memory().fact(key) == fact, "\(what): \(key)")
      if case .entry(let id) = key, case .entry(let entry) = fact { stories[id] = entry }
    }
    // And nothing more: what a later commit said first is not known yet.
    for step in history.steps[place...] {
      for (key, _) in step.facts where all[key] == nil {
        #expect(try catalog.memory().fact(key) == nil, "\(what): \(key)")
      }
    }
    var filter = Filter()
    filter.limit = nil
    let listed = try catalog.stories(filter)
    #expect(Dictionary(uniqueKeysWithValues: listed.map { ($0.entry.id, $0.entry) }) == stories)
    for story in listed {
      let card = history.steps[..<place].reversed().lazy.compactMap { $0.cards[story.entry.id] }
        .first
      #expect(story.card == card, what)
    }
    #expect(try catalog.state() == DeskState(of: desk), what)
    #expect(try catalog.log(nil, limit: nil) == history.lines[...place].reversed(), what)
    #expect(try catalog.position(of: history.lines[place].commit) != nil, what)
  }
}
