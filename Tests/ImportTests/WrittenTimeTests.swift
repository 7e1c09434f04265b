import Editorial
import Testing

@testable import Import

struct WrittenTimeTests {
  @Test(arguments: [
    ("2013-09-13 10:36:18 -0400", "2013-09-13", 38_178, -14_400),
    ("2018-01-02 9:05:00 -0500", "2018-01-02", 32_700, -18_000),
    ("2014-7-02", "2014-07-02", nil, nil),
    ("2016/03/04", "2016-03-04", nil, nil),
    ("2019-01-15 23:23:39.00000000 -05:00", "2019-01-15", 84_219, -18_000),
    ("2024-01-02T00:00:00-05:00", "2024-01-02", 0, -18_000),
    ("2024-01-02T03:04Z", "2024-01-02", 11_040, 0),
    ("2024-01-02 03:04:05 UTC", "2024-01-02", 11_045, 0),
    ("2024-01-02 03:04:05 -5", "2024-01-02", 11_045, -18_000),
    ("2019-01-16 23:30:00", "2019-01-16", 84_600, nil),
    ("January 2, 2024", "2024-01-02", nil, nil),
    ("2 Jan 2024", "2024-01-02", nil, nil),
    ("Tue, 02 Jan 2024 15:04:05 +0100", "2024-01-02", 54_245, 3600),
    ("2024-01-02 3:04 pm", "2024-01-02", 54_240, nil),
    ("Fri, 3 Apr 20 9:05 EST", "2020-04-03", 32_700, -18_000),
    ("3 Apr 49", "2049-04-03", nil, nil), ("Apr 3, 50", "1950-04-03", nil, nil),
    ("Friday, 03-Apr-20 09:05:00 GMT", "2020-04-03", 32_700, 0),
    ("Sat Apr 23 2011 18:00:00 GMT+0000 (UTC)", "2011-04-23", 64_800, 0),
    ("Wed Mar 28 2012 12:25:26 GMT-0700 (PDT)", "2012-03-28", 44_726, -25_200),
  ])
  func `times are read as people write them`(
    text: String, day: String, second: Int?, offset: Int?
  ) throws {
    let time = try WrittenTime(text)
    #expect(time.day.description == day)
    #expect(time.second == second)
    #expect(time.offset == offset)
  }

  @Test(arguments: [
    "2024-13-45", "2019-02-30", "2023-02-29", "soon", "", "2024-01-02 25:00", "2024-01-02 10:61",
    "2024-01-02 10:00 Mars/Olympus", "20240102",
    "3 Apr 020", "0020-04-03",
  ])
  func `a day or an hour that does not exist is none`(text: String) {
    #expect(throws: WrittenTime.NoTime.self) { try WrittenTime(text) }
  }

  @Test func `a skipped hour is said, and the clock after it taken`() throws {
    // Forward by an hour at 02:00 on 2019-03-10, from UTC-5.
    let there = Surroundings(
      now: Moment(seconds: 0),
      moments: { day, second in
        let wall = Int64(day.number) * 86_400 + Int64(second)
        let change = Int64(Day(year: 2019, month: 3, day: 10)?.number ?? 0) * 86_400 + 7200
        if wall >= change, wall < change + 3600 { return [] }
        return [Moment(seconds: wall + (wall < change ? 18_000 : 14_400))]
      }, clock: { Clock($0) }, clockThere: { _, _ in nil })
    let found = try WrittenTime("2019-03-10 02:30:00").moment(there)
    #expect(found.moment.description == "2019-03-10T07:00:00Z")
    #expect(found.remark?.contains("skip") == true)
    #expect(try WrittenTime("2019-03-10 03:30:00").moment(there).remark == nil)
  }
}
