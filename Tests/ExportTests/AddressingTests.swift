import Editorial
import Testing

@testable import Export

@Suite struct AddressingTests {
  let page = Addressing(
    site: "https://paper.example/news/", page: "2026/11/21/plan.html", isAbsolute: false)
  let feed = Addressing(
    site: "https://paper.example/news/", page: "2026/11/21/plan.html", isAbsolute: true)

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "java\u{0}script:alert(1)", "\u{1}javascript:alert(1)",
    "java script:alert(1)", "javascript\u{200B}:alert(1)", "vbscript:x", "data:text/html,x",
    "file:///etc/passwd", "blob:x", "tel:1", "ftp://x", "view-source:x", "", "   ",
    "\u{FEFF}javascript:x", "http://%20http//x.example/", "https://a b/",
    "javascript:\\\\x", "feed:javascript:x",
  ])
  func refuses(address: String) {
    #expect(page.link(address) == nil)
    #expect(feed.link(address) == nil)
  }

  /// Entities are decoded before an address is judged.
  @Test(arguments: [
    "javascript&colon;alert(1)", "java&#115;cript:alert(1)", "java&#x73;cript:alert(1)",
    "&#106;avascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
  ])
  func refusesWhatEntitiesHide(address: String) throws {
    for text in [
      "[x](\(address))", "[x](<\(address)>)", "[x][r]\n\n[r]: \(address)", "<\(address)>",
    ] {
      let html = HTMLBody(try Markdown(text), page).html
      let link = Tree.read("<x>\(html)</x>")?.first("a")?.attributes["href"]?.lowercased() ?? ""
      #expect(!link.contains("script:"), "\(text) gives \(html)")
    }
  }

  @Test(arguments: [
    (
      "/2026/11/20/plan.html", "../../../2026/11/20/plan.html",
      "https://paper.example/news/2026/11/20/plan.html"
    ),
    (
      "/news/2026/11/20/plan.html", "../../../2026/11/20/plan.html",
      "https://paper.example/news/2026/11/20/plan.html"
    ),
    ("#figures", "#figures", "https://paper.example/news/2026/11/21/plan.html#figures"),
    ("tables.html", "tables.html", "https://paper.example/news/2026/11/21/tables.html"),
    ("./tables.html", "./tables.html", "https://paper.example/news/2026/11/21/tables.html"),
    ("../20/plan.html", "../20/plan.html", "https://paper.example/news/2026/11/20/plan.html"),
    ("../../../../x", "../../../../x", "https://paper.example/x"),
    ("?page=2", "?page=2", "https://paper.example/news/2026/11/21/plan.html?page=2"),
    ("//partner.example/x", "https://partner.example/x", "https://partner.example/x"),
    ("\\\\partner.example/x", "https://partner.example/x", "https://partner.example/x"),
    ("mailto:desk@example.org", "mailto:desk@example.org", "mailto:desk@example.org"),
    ("HTTPS://Example.org/ä b", "HTTPS://Example.org/%C3%A4%20b", "HTTPS://Example.org/%C3%A4%20b"),
    ("https://e.org/?a=1&b=\"2\"", "https://e.org/?a=1&b=%222%22", "https://e.org/?a=1&b=%222%22"),
  ])
  func writes(address: String, onPage: String, inFeed: String) {
    #expect(page.link(address) == onPage)
    #expect(feed.link(address) == inFeed)
  }

  @Test func namesOfAddresses() {
    #expect(Slug.words("Público & Øre: it’s") == "publico-ore-its")
    #expect(Slug.words("市長") == "")
    #expect(listName("市長") == listName("市長"))
    #expect(listName("市長") != listName("市") && listName("市長").allSatisfy(\.isASCII))
    #expect(listName("con") != "con")
  }
}
