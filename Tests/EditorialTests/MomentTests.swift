import Foundation
import Testing

@testable import Editorial

@Suite struct MomentTests {
  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    return calendar
  }()

  @Test func clocksAndDaysAreThoseOfFoundation() throws {
    var random = Seeded(41)
    let style = Date.ISO8601FormatStyle()
    for round in 0..<1000 {
      // 1600 to 9999; before October 1582 Foundation's calendar is another.
      let seconds = Int64(random.next() % 265_000_000_000) - 11_676_096_000
      let moment = Moment(seconds: seconds)
      let date = Date(timeIntervalSince1970: Double(seconds))
      let parts = Self.calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
      let clock = Clock(moment)
      #expect(clock.day.year == parts.year && clock.day.month == parts.month, "round \(round)")
      #expect(clock.day.day == parts.day && clock.hour == parts.hour, "round \(round)")
      #expect(clock.minute == parts.minute && clock.second == parts.second, "round \(round)")
      let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
      #expect(clock.day.weekday == names[try #require(parts.weekday) - 1], "round \(round)")
      #expect(moment.description == date.formatted(style), "round \(round)")
      #expect(Moment(moment.description) == moment)
      let offset = (random.below(29) - 14) * 3600 + random.below(4) * 900
      #expect(Moment(moment.iso(offset: offset)) == moment, "round \(round)")
      #expect(Day(clock.day.description) == clock.day && Day(number: clock.day.number) == clock.day)
    }
  }

  @Test(
    arguments: [
      ("2026-11-25T18:00:00Z", 1_795_629_600), ("2026-11-25T18:00Z", 1_795_629_600),
      ("2026-11-25T19:00:00+01:00", 1_795_629_600), ("2026-11-25T12:30:00-0530", 1_795_629_600),
      ("2026-11-25T18:00:00.123Z", 1_795_629_600), ("1969-12-31T23:59:59Z", -1),
      ("2026-11-25T18:00:00", nil), ("2026-11-25 18:00:00Z", nil), ("2026-02-29T18:00:00Z", nil),
      ("2026-11-25T24:00:00Z", nil), ("2026-11-25T18:60:00Z", nil),
      ("2026-11-25T18:00:00+15:00", nil),
      ("2026-11-25", nil), ("2026-11-25T18:00:00Zx", nil), ("2026-11-25T18:00:00+01:60", nil),
      ("", nil),
    ] as [(String, Int64?)])
  func aMomentHasAZone(text: String, seconds: Int64?) {
    #expect(Moment(text)?.seconds == seconds)
  }

  @Test(arguments: [
    ("2024-02-29", true), ("2026-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
    ("2024-13-45", false), ("2024-00-10", false), ("2024-1-1", false), ("2024/01/01", false),
    ("0000-01-01", false), ("9999-12-31", true),
  ])
  func aDayIsOneOfTheCalendar(text: String, isDay: Bool) {
    #expect((Day(text) != nil) == isDay)
  }
}

@Suite struct NameTests {
  @Test(arguments: [
    ("ana-costa", true), ("a", true), ("2026", true), ("", false), ("-a", false), ("a-", false),
    ("a--b", false), ("Ana", false), ("a_b", false), ("a b", false), ("é", false), ("a.b", false),
    ("con", false), ("aux", false), ("nul", false), ("prn", false), ("com1", false),
    ("lpt9", false),
    ("com10", true), ("conx", true), ("console", true), ("../a", false),
  ])
  func aShortNameIsSafeEverywhere(name: String, isOne: Bool) {
    #expect(isShortName(name) == isOne)
    #expect((Handle(name) != nil) == isOne)
    #expect(isShortName(String(repeating: "a", count: 100)))
    #expect(!isShortName(String(repeating: "a", count: 101)))
  }

  @Test(arguments: [
    ("CON", true), ("con.md", true), ("Aux.tar.gz", true), ("com\u{B9}.x", true), ("a.con", false),
  ])
  func aDeviceIsKnownUpToItsFirstDot(name: String, isDevice: Bool) {
    #expect(isDeviceName(name) == isDevice)
  }

  @Test func idsSortByTimeAndReadBack() {
    var random = Seeded(42)
    var last: StoryID?
    for step in 0..<500 {
      let id = StoryID(
        at: Moment(seconds: 1_795_507_200 + Int64(step) * 7),
        random: (UInt16(truncatingIfNeeded: random.next()), random.next()))
      #expect(StoryID(id.description) == id)
      if let last { #expect(last < id) }
      last = id
    }
    let zero = StoryID(at: Moment(seconds: 0), random: (0, 31))
    #expect(zero.description == "0000000000000000000000000z")
    #expect(
      StoryID(at: Moment(seconds: 1), random: (0, 0)).description == "00000000z80000000000000000")
  }

  @Test(arguments: [
    "01jdfz3m8k9q4x7v2r5t6w8y0", "01JDFZ3M8K9Q4X7V2R5T6W8Y0A", "81jdfz3m8k9q4x7v2r5t6w8y0a",
    "01jdfz3m8k9q4x7v2r5t6w8y0u", "01jdfz3m8k9q4x7v2r5t6w8y0i", "",
  ])
  func whatIsNoULIDIsNoID(text: String) { #expect(StoryID(text) == nil) }
}

@Suite struct ExplainedTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("kitten", "sitting", 3), ("publsh", "publish", 1),
    ("flaw", "lawn", 2), ("é", "e\u{301}", 0),
  ])
  func editsAreCounted(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right) == distance)
    #expect(editDistance(right, left) == distance)
  }

  @Test(arguments: [("publsh", "publish"), ("aprove", "approve"), ("zzz", nil), ("", nil)])
  func onlyNearNamesAreMeant(word: String, name: String?) {
    #expect(["approve", "publish", "submit"].nearest(to: word) == name)
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
  ])
  func namesAreJoinedAsProseDoes(names: [String], text: String) { #expect(prose(names) == text) }
}

@Suite struct AttributionTests {
  static func lines(
    byline: [String] = [], credit: [String] = [], reporting: [String] = [], editors: [String] = [],
    agents: [String] = []
  ) -> [String?] {
    let made = Attribution(
      byline: byline, credit: credit, reporting: reporting, editors: editors, agents: agents,
      style: CreditStyle())
    return [made.byline, made.credit]
  }

  @Test func readsAsTheHouseWritesIt() {
    #expect(Self.lines() == [nil, nil])
    #expect(Self.lines(byline: ["Ana Costa"]) == ["By Ana Costa", nil])
    #expect(Self.lines(byline: ["Ana Costa", "Wei Lin"]) == ["By Ana Costa and Wei Lin", nil])
    #expect(Self.lines(credit: ["Lusa"]) == [nil, "Lusa"])
    #expect(
      Self.lines(credit: ["Lusa"], editors: ["George Hall"])
        == [nil, "• Lusa, with additional editing by George Hall"])
    #expect(
      Self.lines(credit: ["Lusa", "AFP"], editors: ["A", "B"])
        == [nil, "• Lusa and AFP, with additional editing by A and B"])
    #expect(
      Self.lines(editors: ["George Hall", "Mei Tan"]) == [
        nil, "Editing by George Hall and Mei Tan",
      ])
    #expect(
      Self.lines(reporting: ["Wei Lin"], editors: ["Mei Tan"])
        == [nil, "Additional reporting by Wei Lin; Editing by Mei Tan"])
    #expect(
      Self.lines(editors: ["Mei Tan"], agents: ["Bot"])
        == [nil, "Editing by Mei Tan; Written with the help of Bot, and checked by people"])
  }

  @Test func theHouseStyleIsItsOwn() {
    var style = CreditStyle()
    (style.by, style.and) = ("Von {names}", "und")
    let made = Attribution(
      byline: ["A", "B"], credit: [], reporting: [], editors: [], style: style)
    #expect(made.byline == "Von A und B")
  }
}
