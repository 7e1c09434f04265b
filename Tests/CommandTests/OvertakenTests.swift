import Foundation
import TestSupport
import Testing

/// editing-04, a scheduled update that is overtaken.
///
/// What readers have never goes back to old words, and nothing fires on a page that was taken down in
/// between.
@Suite struct OvertakenTests {
  @Test(arguments: Overtaken.all)
  func `what is overtaken does not fire`(by change: Overtaken) async throws {
    let tide = try await EditingCasesTests.newsroom()
    try await tide.story("tolls", in: "published")
    try await tide.must("stet release --export", as: "mei-tan")
    try await tide.must(
      """
      STET_AS=george-hall stet update tolls --set headline='Second tolls'
      stet approve tolls; stet schedule tolls --at 12:00
      """, as: "mei-tan", at: "2026-11-24T10:00:00Z")

    let overtaking = try await tide.run(
      change.command, as: change.person, at: "2026-11-24T11:00:00Z")
    #expect(overtaking.status == 0, "\(overtaking)")
    if change.isSaid {
      #expect(overtaking.output.contains("It was scheduled for 12:00; that is cancelled."))
    }
    let due = try await tide.run("stet publish --due", as: "mei-tan", at: "2026-11-24T12:00:00Z")
    if change.isMissed {
      #expect(due.status == 2 && due.output.contains("MISSED tolls"), "\(due)")
      #expect(try await tide.must("stet log tolls").contains("unschedule"))
      let status = try await tide.must(
        "stet status; stet why tolls", as: "mei-tan", at: "2026-11-24T12:05:00Z")
      #expect(status.matches(of: /missed its time, 12:00/).count == 2, "\(status)")
    } else {
      #expect(due.status == 0 && due.output.isEmpty, "\(due)")
    }
    if let after = change.after {
      try await tide.must(after, as: "george-hall", at: "2026-11-24T13:00:00Z")
    }
    let late = try await tide.run("stet publish --due", as: "mei-tan", at: "2026-11-24T14:00:00Z")
    #expect(late.status == 0 && late.output.isEmpty && late.error.isEmpty, "\(late)")
    #expect(
      try await tide.must("stet due", at: "2026-11-24T14:00:00Z")
        .hasPrefix("Nothing is scheduled."))

    // What readers have, in an edition of everything, and in a clone that works it out anew.
    try await tide.must("stet release --export", as: "mei-tan", at: "2026-11-24T14:00:00Z")
    let page = try? tide.bench.text("web/2026/11/24/tolls.html")
    #expect(page?.firstMatch(of: /<h1>([^<]*)</).map { String($0.1) } == change.headline)
    let items = try tide.bench.text("web/feed.xml").matches(of: /<item>/).count
    #expect(items == (change.headline == nil ? 0 : 1))
    let verify = try await tide.run("stet verify --full")
    #expect(verify.status == 0, "\(verify)")
    let live = try await tide.must("git rev-parse live")
    try await tide.must(
      "rm -rf .git/stet; git update-ref -d refs/heads/live; stet list", as: "mei-tan")
    #expect(try await tide.must("git rev-parse live") == live)
  }
}

/// What comes between a schedule and its time.
struct Overtaken: CustomTestStringConvertible, Sendable {
  let name: String
  let command: String
  var person = "george-hall"
  /// What readers have in the end; nil for nothing.
  let headline: String?
  var isMissed = false
  /// Whether the command says that the time is cancelled.
  var isSaid = true
  var after: String?

  var testDescription: String { name }

  static let all = [
    Overtaken(
      name: "(a) published by hand", command: "stet publish tolls", person: "mei-tan",
      headline: "Second tolls"),
    Overtaken(name: "(b) retracted", command: "stet retract tolls -m x", headline: "Withdrawn"),
    Overtaken(
      name: "(c) held, and lifted too late", command: "stet hold tolls -m x", headline: "Tolls",
      isMissed: true, isSaid: false, after: "stet lift tolls"),
    Overtaken(
      name: "(d) changed", command: "stet edit tolls --set headline='Third tolls'",
      headline: "Tolls", isMissed: true, isSaid: false),
    Overtaken(name: "(e) left to stand", command: "stet stand tolls", headline: "Tolls"),
    Overtaken(
      name: "pulled", command: "stet pull tolls -m x", person: "mei-tan", headline: nil),
    Overtaken(name: "sent back", command: "stet reject tolls -m x", headline: "Tolls"),
    Overtaken(
      name: "unscheduled", command: "stet unschedule tolls", headline: "Tolls", isSaid: false),
    Overtaken(
      name: "a typo mended, in conflict", command: "stet refile tolls --set headline=TOLLS",
      headline: "TOLLS"),
    Overtaken(
      name: "a typo mended, and merged",
      command: "printf 'The first words of tols.\\n' | stet refile tolls --body -",
      headline: "Tolls"),
    Overtaken(
      name: "corrected beside it",
      command: "stet correct tolls --live --notice N --set headline='Right tolls'",
      headline: "Tolls"),
    Overtaken(
      name: "another workflow", command: "stet set-workflow tolls breaking -m x", person: "mei-tan",
      headline: "Tolls"),
  ]
}
