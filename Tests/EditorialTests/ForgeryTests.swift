import Editorial
import Testing

/// Moves committed by hand that say something else than what happened: each beside its honest twin.
@Suite struct ForgeryTests {
  /// A story with two published versions, the second a correction that says so.
  static func twice() throws -> (Paper, StoryID) {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("correct", on: id, by: "george", notice: "Nine.")
    try paper.rewrite(id, by: "george")
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    return (paper, id)
  }

  // MARK: The clock

  @Test func onlyTheClockActsAsTheClock() throws {
    var (paper, id, time) = try ScheduleTests.scheduled()
    var due = Attempt("publish")
    due.asClock = true
    paper.wait(until: time)
    let honest = Forgery(due, by: "cron")
    #expect(try paper.rule(of: honest, on: id) == nil)
    for person in ["mei", "ana", "ines", "bot", "olaf"] {
      #expect(try paper.rule(of: honest.committed(by: person), on: id) != nil, "\(person)")
    }
    #expect(try paper.rule(of: honest.trailer("Stet-Role", "publisher"), on: id) == "role")
    for (key, value) in [
      ("Stet-At", (time + 1).description), ("Stet-At", nil), ("Stet-Scheduled-By", "rosa"),
      ("Stet-Scheduled-By", nil), ("Stet-Override", "approvals"), ("Stet-Override", ""),
      ("Stet-Keep-Headline", "yes"), ("Stet-Restores", "c1"),
    ] as [(String, String?)] {
      #expect(try paper.rule(of: honest.trailer(key, value), on: id) == "trailers", "\(key)")
    }
  }

  @Test func whatAChiefPassedOverOpensNoDoorToOthers() throws {
    var (paper, id, _) = try ScheduleTests.scheduled()
    try paper.move("unschedule", on: id, by: "mei")
    var attempt = Attempt("schedule", note: "Because.")
    (attempt.overrides, attempt.time) = (true, paper.now + 600)
    try paper.carry(attempt, on: id, by: "ines")
    #expect(try paper.entry(id).scheduled?.passed == ["role"])
    paper.wait(until: try #require(attempt.time))
    for person in ["ana", "mei", "ines"] {
      #expect(try paper.refusal("publish", id, by: person) { $0.asClock = true } == ["role"])
    }
    try paper.move("publish", on: id, by: "cron") { $0.asClock = true }
    #expect(try paper.entry(id).versions.last?.by.description == "ines")
  }

  // MARK: Overrides

  @Test func anOverrideIsAChiefsAndSaysExactlyWhatItPassedOver() throws {
    var paper = try Paper()
    let id = try paper.new(
      "flood", by: "ana",
      words: "headline: F\nsection: city\nbyline: [ana]\nembargo: 2026-11-25T00:00:00Z\n")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    var attempt = Attempt("publish", note: "Agreed with the source.")
    attempt.overrides = true
    let honest = Forgery(attempt, by: "ines")
    let plan = try paper.plan(attempt, on: id, by: "ines").get()
    #expect(plan.passed == ["embargo", "role"])
    #expect(try paper.rule(of: honest, on: id) == nil)
    for (value, rule) in [
      ("embargo", "trailers"), ("role", "trailers"), ("role embargo", "trailers"),
      ("embargo role four-eyes", "trailers"), ("", "trailers"), ("all", "trailers"),
      (nil, "role"),
    ] as [(String?, String)] {
      #expect(try paper.rule(of: honest.trailer("Stet-Override", value), on: id) == rule)
    }
    for person in ["mei", "george", "ana", "bot", "olaf"] {
      #expect(try paper.rule(of: honest.committed(by: person), on: id) != nil, "\(person)")
    }
    var silent = honest
    silent.attempt.note = ""
    #expect(throws: Refusal.self) { try paper.rule(of: silent, on: id) }
  }

  /// Who puts out alone what nobody read passes over two rules, and the record says both.
  @Test func everyRuleThatIsPassedOverIsNamed() throws {
    var paper = try Paper(files: ["people/vera.yml": Paper.person("vera", "chief, publisher")])
    let id = try paper.new("flood", by: "vera")
    var attempt = Attempt("submit")
    try paper.carry(attempt, on: id, by: "vera")
    try paper.move("approve", on: id, by: "george")
    try paper.rewrite(id, by: "george")
    #expect(try paper.refusal("publish", id, by: "vera") == ["approval"])
    attempt = Attempt("publish", note: "It burns.")
    attempt.overrides = true
    #expect(try paper.plan(attempt, on: id, by: "vera").get().passed == ["approvals", "four-eyes"])
    var scheduled = paper
    (attempt.name, attempt.time) = ("schedule", paper.now + 600)
    try scheduled.carry(attempt, on: id, by: "vera")
    scheduled.wait(until: try #require(attempt.time))
    let verdict = try scheduled.move("publish", on: id, by: "cron") { $0.asClock = true }
    #expect(verdict.entry.override == ["approvals", "four-eyes"])
    #expect(verdict.entry.scheduledBy == "vera")
  }

  @Test func whatNobodyMayPassOver() throws {
    var paper = try Paper()
    let id = try JudgeTests.approved(&paper)
    var attempt = Attempt("publish", note: "Now.")
    attempt.overrides = true
    var (held, withdrawn, broken) = (paper, paper, paper)
    try held.move("hold", on: id, by: "mei", note: "Wait.")
    #expect(try held.plan(attempt, on: id, by: "ines").rules == ["hold"])
    try withdrawn.move("publish", on: id, by: "mei")
    try withdrawn.move("update", on: id, by: "george")
    try withdrawn.rewrite(id, by: "george")
    try withdrawn.move("approve", on: id, by: "hana")
    try withdrawn.move("retract", on: id, by: "mei", notice: "No.")
    #expect(try withdrawn.plan(attempt, on: id, by: "ines").rules == ["withdrawal"])
    let other = try broken.new("tide", by: "wei")
    try broken.rewrite(other, by: "wei", "version: 0", "version: 3")
    #expect(try broken.plan(attempt, on: id, by: "ines").rules == ["broken"])
    try paper.move("reject", on: id, by: "mei", note: "Again.")
    #expect(try paper.plan(attempt, on: id, by: "ines").rules == ["stage"])
    (attempt.name, attempt.time) = ("schedule", paper.now)
    try paper.move("approve", on: id, by: "george")
    #expect(try paper.plan(attempt, on: id, by: "ines").rules == ["schedule"])
  }

  // MARK: Earlier versions

  @Test func onlyWordsThatReadersHadComeBack() throws {
    let (paper, id) = try Self.twice()
    let versions = try paper.entry(id).versions
    var attempt = Attempt("restore", note: "The first was right.")
    attempt.restores = versions.first?.commit
    let honest = Forgery(attempt, by: "rosa")
    #expect(try paper.rule(of: honest, on: id) == nil)
    for value in [versions.last?.commit, "c1", "c999", ""] {
      #expect(try paper.rule(of: honest.trailer("Stet-Restores", value), on: id) != nil)
    }
    #expect(try paper.rule(of: honest.trailer("Stet-Restores", nil), on: id) != nil)
    #expect(try paper.rule(of: honest.committed(by: "george"), on: id) == "role")
    #expect(try paper.rule(of: honest.file("came in", "went by"), on: id) == "words")
    var restored = paper
    try restored.carry(attempt, on: id, by: "rosa")
    #expect(try restored.live(id).contains("came in") && restored.live(id).contains("version: 3"))
    #expect(try restored.entry(id).version == 3)
    let (file, entry) = (try restored.story(id), try restored.entry(id))
    #expect(try Words(of: file) { _ in nil }.digest == entry.words)
  }

  @Test func whatWasPulledOrWithdrawnDoesNotComeBack() throws {
    var (paper, id) = try Self.twice()
    let versions = try paper.entry(id).versions
    var attempt = Attempt("restore", note: "Because.")
    var (pulled, withdrawn) = (paper, paper)
    try pulled.move("pull", on: id, by: "mei", note: "No.")
    attempt.restores = versions.last?.commit
    #expect(try pulled.plan(attempt, on: id, by: "rosa").rules?.contains("version") == true)
    try withdrawn.move("retract", on: id, by: "mei", notice: "No.")
    attempt.restores = versions.first?.commit
    #expect(try withdrawn.plan(attempt, on: id, by: "rosa").rules?.contains("publication") == true)
    try withdrawn.move("update", on: id, by: "george")
    try withdrawn.rewrite(id, by: "george", "went out", "stayed")
    try withdrawn.move("approve", on: id, by: "hana")
    try withdrawn.move("publish", on: id, by: "mei")
    for version in versions {
      attempt.restores = version.commit
      #expect(try withdrawn.plan(attempt, on: id, by: "rosa").rules == ["withdrawal"])
    }
    try paper.move("hold", on: id, by: "mei", note: "Wait.")
    #expect(try paper.plan(attempt, on: id, by: "rosa").rules?.contains("hold") == true)
  }

  @Test func aPullIsOfTheVersionThatReadersHave() throws {
    let (paper, id) = try Self.twice()
    let honest = Forgery(Attempt("pull", note: "Not yet."), by: "mei")
    #expect(try paper.rule(of: honest, on: id) == nil)
    for (key, value) in [
      ("Stet-Version", "1"), ("Stet-Version", "2"), ("Stet-Kind", "correction"),
      ("Stet-Kind", nil), ("Stet-Restores", "c4"), ("Stet-Stage", "published published"),
      ("Stet-Stage", "published edit"),
    ] as [(String, String?)] {
      #expect(try paper.rule(of: honest.trailer(key, value), on: id) == "trailers", "\(key)")
    }
    #expect(try paper.rule(of: honest.file("went out", "came in"), on: id) == "words")
    #expect(try paper.rule(of: honest.file("Nine.", "Ten."), on: id) != nil)
    #expect(try paper.rule(of: honest.file("stage: review", "stage: edit"), on: id) == "managed")
    #expect(try paper.rule(of: honest.file("version: 2", "version: 1"), on: id) == "managed")
    #expect(try paper.rule(of: honest.committed(by: "george"), on: id) == "role")
  }

  // MARK: Withdrawals

  @Test func aWithdrawalTellsReadersSomething() throws {
    let (paper, id) = try Self.twice()
    var attempt = Attempt("retract", notice: "It was not so.")
    attempt.withdrawal = .legal
    let honest = Forgery(attempt, by: "george")
    #expect(try paper.rule(of: honest, on: id) == nil)
    for said in ["\"\"", "\" \"", "\"<!-- It was not so. -->\""] {
      let silent = honest.file("text: It was not so.", "text: \(said)")
      #expect(try paper.rule(of: silent, on: id) != nil, "\(said)")
    }
    for notice in ["", " \n", "<!-- hush -->"] {
      attempt.notice = notice
      #expect(try paper.plan(attempt, on: id, by: "george").rules == ["requirement"])
    }
    // The notices of earlier versions stay, and so do kind and time.
    #expect(try paper.rule(of: honest.file("text: Nine.", "text: Ten."), on: id) == "managed")
    #expect(try paper.rule(of: honest.file("{kind: legal", "{kind: privacy"), on: id) == "managed")
    #expect(try paper.rule(of: honest.trailer("Stet-Kind", "privacy"), on: id) == "managed")
    #expect(try paper.rule(of: honest.trailer("Stet-Kind", "spite"), on: id) == "trailers")
    #expect(try paper.rule(of: honest.trailer("Stet-Kind", nil), on: id) == "trailers")
    #expect(try paper.rule(of: honest.trailer("Stet-Keep-Headline", "no"), on: id) == "trailers")
    #expect(try paper.rule(of: honest.file("went out", "ran out"), on: id) == "words")
    #expect(try paper.rule(of: honest.committed(by: "wei"), on: id) == "role")
  }
}
