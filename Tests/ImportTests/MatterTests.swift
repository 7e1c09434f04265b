import Editorial
import Testing

@testable import Import

struct MatterTests {
  private func matter(_ text: String) throws -> Matter { try Matter(Array(text.utf8)) }

  @Test(arguments: [
    "---\ntitle: A\n---\nBody.\n", "--- \ntitle: A\n---   \nBody.\n", "---\ntitle: A\n...\nBody.\n",
    "\u{FEFF}\r\n---\r\ntitle: A\r\n---\r\nBody.\r\n", "+++\ntitle = \"A\"\n+++\nBody.\n",
    "{\n\"title\": \"A\"\n}\nBody.\n", "{\"title\": \"A\"}\nBody.\n",
  ])
  func `fields end where they end, in each notation`(text: String) throws {
    let found = try matter(text)
    #expect(found.text("title") == "A")
    #expect(String(decoding: found.body, as: UTF8.self) == "Body.\n")
  }

  @Test func `fields may begin without a rule, as Hexo has them`() throws {
    let found = try matter("title: A\ndate: 2024-01-02\ntags:\n- x\n---\nBody.\n")
    #expect(found.text("title") == "A" && found["tags"]?.texts == ["x"])
    #expect(String(decoding: found.body, as: UTF8.self) == "Body.\n" && found.bodyLine == 6)
    #expect(found.remarks.map(\.line) == [1])
  }

  @Test(arguments: [
    "Title: words\n---\nBody.\n", "title: A\n\ndate: x\n---\nBody.\n", "title: A\nb: c\nBody.\n",
    "title: A\nSome words here: x\n---\n",
  ])
  func `a text that begins like fields is a text`(text: String) throws {
    let found = try matter(text)
    #expect(found.fields.isEmpty && String(decoding: found.body, as: UTF8.self) == text)
  }

  @Test func `no rule of the body ends the fields`() throws {
    let found = try matter("---\ntitle: A\n---\nOne.\n\n---\n\ntitle: b\n\n---\nTwo.")
    #expect(String(decoding: found.body, as: UTF8.self) == "One.\n\n---\n\ntitle: b\n\n---\nTwo.")
    #expect(found.bodyLine == 4)
  }

  @Test(arguments: [
    "----\n\nWords.\n", "Words alone.\n", "---\nWords first.\n\nkey: no\n\n---\nEnd.\n",
  ])
  func `a text that opens with a rule is a text`(text: String) throws {
    let found = try matter(text)
    #expect(found.fields.isEmpty)
    #expect(String(decoding: found.body, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "---\ntitle: A\n\nBody.\n", "+++\ntitle = \"A\"\nBody.\n", "{\"title\": \"A\"\nBody",
  ])
  func `fields that never end are named`(text: String) {
    #expect(throws: Matter.Fault.self) { try matter(text) }
  }

  @Test(arguments: [
    ("NO", "NO"), ("0123", "0123"), ("12:30", "12:30"), ("2024-13-45", "2024-13-45"),
    ("\"a: b\"", "a: b"), ("'it''s'", "it's"), ("1e3", "1e3"), ("~", nil), ("Yes # remark", "Yes"),
  ])
  func `a scalar stays the text that it was`(yaml: String, text: String?) throws {
    #expect(try matter("---\ntitle: \(yaml)\n---\n").text("title") == text)
  }

  @Test(arguments: [
    ("title: Week 1: the start", "Week 1: the start"), ("title: *stars*", "*stars*"),
    ("title: @home", "@home"), ("title: \"unclosed", "\"unclosed"),
    ("title: 50% off: now", "50% off: now"),
  ])
  func `a field that is no YAML keeps its text, and is named`(line: String, text: String) throws {
    let found = try matter("---\n\(line)\ndate: 2024-01-02\n---\n")
    #expect(found.text("title") == text)
    #expect(found.text("date") == "2024-01-02")
    #expect(found.remarks.map(\.line) == [2])
  }

  @Test func `the last of two counts, and the other is named`() throws {
    let found = try matter("---\ntitle: One\ndate: 2024-01-02\ntitle: Two\n---\n")
    #expect(found.text("title") == "Two")
    #expect(
      found.remarks == [Remark(line: 4, "`title` stands here twice; the one of line 2 is left out")]
    )
  }

  @Test func `aliases that multiply do not`() throws {
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (old, new) in zip("abcdefgh", "bcdefghi") {
      yaml += "\(new): &\(new) [\((0..<10).map { _ in "*\(old)" }.joined(separator: ", "))]\n"
    }
    let found = try matter("---\n\(yaml)title: Here\n---\n")
    #expect(found.text("title") == "Here")
  }

  @Test func `other encodings are told`() throws {
    let latin = try Matter(
      [0x2D, 0x2D, 0x2D, 0x0A] + Array("title: Caf".utf8) + [0xE9, 0x0A] + Array("---\n".utf8))
    #expect(latin.text("title") == "Café")
    #expect(latin.remarks.first?.line == 2)
    let wide = "---\ntitle: Ö\n---\nText.\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Matter([0xFF, 0xFE] + wide).text("title") == "Ö")
    #expect(throws: Matter.Fault.self) { try Matter([0x89, 0x50, 0, 1, 2]) }
  }

  @Test func `TOML has days, times, tables and lists as text`() throws {
    let found = try matter(
      "+++\ndate = 2024-01-02T10:00:00-05:00\nday = 2024-01-03\nn = 0x10\ndraft = true\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\n"
    )
    #expect(found.text("date") == "2024-01-02T10:00:00-05:00")
    #expect(found.text("day") == "2024-01-03")
    #expect(found.truth("draft") == true)
    #expect(found["taxonomies"]?["tags"]?.texts == ["a", "b"])
    #expect(found.fields.first { $0.key == "draft" }?.line == 5)
  }
}
