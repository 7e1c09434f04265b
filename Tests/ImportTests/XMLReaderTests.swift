import Testing

@testable import Import

@Suite("XML")
struct XMLReaderTests {
  private func read(_ bytes: some Sequence<UInt8>) throws -> XMLElement {
    try XMLReader.read(Array(bytes), name: "f.xml")
  }

  @Test("text, CDATA, references, names without prefixes and their namespaces")
  func parts() throws {
    let root = try read(
      """
      <?xml version="1.0"?><!-- c --><r xmlns:p="urn:p/1" a="1&#10;2">x<p:b p:k="v">&lt;<![CDATA[<&]]>&amp;</p:b>\
      <b>own</b></r>
      """.utf8)
    #expect(root.text("b") == "own" && root.text("b", in: "urn:p") == "<<&&")
    #expect(root.attributes.map(\.value) == ["1\n2"])
    #expect(root.all("b", in: "urn:p").first?.attributes.first?.space == "urn:p/1")
  }

  @Test(
    "a document that declares its type is refused, whatever is in it",
    arguments: [
      "<!DOCTYPE r><r/>", "<!DOCTYPE r SYSTEM 'http://x.example/a.dtd'><r/>",
      "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><r>&e;</r>",
      "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><r>&c;</r>",
      "<!DOCTYPE r [<!ATTLIST r a CDATA 'given'>]><r/>",
    ])
  func declarations(document: String) {
    let error = #expect(throws: Unreadable.self) { try read(document.utf8) }
    #expect(error?.problem.contains("document type declaration") == true)
  }

  @Test(
    "what is broken is named with its line",
    arguments: [
      ("<r>\n<a>x", "line 2: the file ends in the middle: <a> of line 2 is still open"),
      ("<r>\n<a>\nx</b></r>", "line 3: a tag closes what is not open: <a> of line 2 is still open"),
      ("<r>\n<![CDATA[x", "line 2: the file ends in the middle: <r> of line 1 is still open"),
      (
        "<r>\n&nbsp;</r>", "line 2: it names an entity (like &nbsp;) that XML does not know"
      ),
      ("<r/>\nrest", "line 2: something stands behind the end of the document"),
    ])
  func broken(document: String, problem: String) {
    let error = #expect(throws: Unreadable.self) { try read(document.utf8) }
    #expect(error?.problem == "f.xml, " + problem)
  }

  @Test(
    "what no document may hold goes, and its lines are told",
    arguments: [
      ("<r>\na\u{1}b\u{C}\n\nc\u{FFFF}</r>", "\nab\n\nc", [2, 4]),
      ("<r>a&#1;b&#x1F;&#65;&#x10FFFF;</r>", "abA\u{10FFFF}", [1]),
      ("<r><![CDATA[a&#1;b\u{8}]]></r>", "a&#1;b", [1]), ("<r>\tx\r\n</r>", "\tx\n", []),
    ])
  func controls(document: String, text: String, lines: [Int]) throws {
    let found = try XMLText(Array(document.utf8), name: "f.xml")
    #expect(found.remarks.map(\.line) == lines)
    #expect(try XMLReader.read(found, name: "f.xml").text == text)
  }

  @Test("blanks before the declaration do no harm, and lines stay what they were")
  func blanks() throws {
    let root = try read("\n\n <?xml version='1.0' encoding='ISO-8859-1'?>\n<r>\u{E9}</r>".utf8)
    #expect(root.line == 4 && root.text == "Ã©")
    #expect(try read("\n<?xml version='1.0'?><r>é</r>".utf8).text == "é")
  }

  @Test("what is no XML at all", arguments: ["", "  ", "{}", "plain"])
  func nothing(document: String) {
    let error = #expect(throws: Unreadable.self) { try read(document.utf8) }
    #expect(error?.problem == "f.xml holds no XML")
  }

  @Test("encodings")
  func encodings() throws {
    func document(_ name: String) -> String { "<?xml version='1.0' encoding='\(name)'?><r>é€</r>" }
    func bytes(_ name: String, _ euro: UInt8) -> [UInt8] {
      Array("<?xml version='1.0' encoding='\(name)'?><r>".utf8) + [0xE9, euro] + Array("</r>".utf8)
    }
    #expect(try read(document("UTF-8").utf8).text == "é€")
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(document("utf-8").utf8)).text == "é€")
    #expect(try read(bytes("windows-1252", 0x80)).text == "é€")
    #expect(try read(bytes("ISO-8859-1", 0x80)).text == "é€")
    #expect(try read(bytes("ISO-8859-15", 0xA4)).text == "é€")
    let wide = document("UTF-16").utf16
    #expect(
      try read([0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).text == "é€")
    #expect(
      try read([0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).text == "é€")
    #expect(try read(wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).text == "é€")
    #expect(throws: Unreadable.self) { try read(bytes("UTF-8", 0x80)) }
    let error = #expect(throws: Unreadable.self) { try read(bytes("koi8-r", 0x80)) }
    #expect(error?.problem == "f.xml says that it is written in koi8-r, which stet does not read")
    #expect(error?.hint?.hasPrefix("iconv -f koi8-r -t UTF-8 f.xml") == true)
  }

  @Test("items are handed over one by one, an item inside an item with it; too deep is refused")
  func items() throws {
    var found: [String] = []
    let root = try XMLReader.read(
      Array("<r><item>1<item>2</item></item>x<item>3</item></r>".utf8), name: "f.xml",
      parts: ["item"]
    ) { item throws(Unreadable) in found.append(item.text) }
    #expect(found == ["12", "3"] && root.text == "x")
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(throws: Unreadable.self) { try read(deep.utf8) }
  }
}
