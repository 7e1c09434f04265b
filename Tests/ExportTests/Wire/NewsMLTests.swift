import Editorial
import Export
import Foundation
import Testing

/// The field map of the design, row by row, for NewsML-G2.
@Suite struct NewsMLTests {
  /// What stands in the elements of that name: their text and some attributes.
  private func all(_ tree: Tree?, _ name: String, _ attributes: String...) -> [[String]] {
    (tree?.children ?? []).filter { $0.name == name }.map { element in
      [element.text] + attributes.map { element.attributes[$0] ?? "" }
    }
  }

  @Test func saysWhatTheItemIs() async throws {
    let item = try await WireSample.newsroom().newsml()
    #expect(
      item.attributes == [
        "xmlns": "http://iptc.org/std/nar/2006-10-01/", "guid": "urn:ulid:\(Sample.id(2))",
        "version": "2", "standard": "NewsML-G2", "standardversion": "2.35",
        "conformance": "power", "xml:lang": "pt",
      ])
    #expect(item.first("rightsInfo")?.children.map(\.text) == ["Lusa and AP", "© 2026 Lusa"])
    let meta = try #require(item.first("itemMeta"))
    #expect(
      meta.children.map { [$0.name, $0.attributes["qcode"] ?? $0.text] } == [
        ["itemClass", "ninat:text"], ["provider", "Ellery Press"],
        ["versionCreated", "2026-11-24T16:00:00+01:00"],
        ["firstCreated", "2026-11-23T19:00:00+01:00"],
        ["embargoed", "2026-11-24T12:30:00+01:00"], ["pubStatus", "stat:usable"],
        ["generator", "stet 0.1.0"], ["title", "Council approves bridge"],
        [
          "edNote",
          "EMBARGO: not for use before Tue 24 November 2026, 12:30 (2026-11-24T12:30:00+01:00)",
        ], ["edNote", "CORRECTION: The vote was 9 to 4."], ["signal", "sig:correction"],
        ["link", "Tolls to rise"], ["link", "Tolls to rise"], ["link", "Tolls compared – ET"],
      ])
    let site = "https://paper.example/news/"
    #expect(
      all(meta, "link", "rel", "href", "residref").map { $0.dropFirst() } == [
        ["irel:translatedFrom", site + "2026/11/20/tolls.html", "urn:ulid:\(Sample.id(1))"],
        ["irel:seeAlso", site + "2026/11/20/tolls.html", "urn:ulid:\(Sample.id(1))"],
        ["irel:seeAlso", "https://example.org/t?a=1&b=2", ""],
      ])
  }

  @Test func saysWhatTheStoryIs() async throws {
    let meta = try #require(try await WireSample.newsroom().newsml().first("contentMeta"))
    #expect(all(meta, "urgency") == [["2"]])
    #expect(all(meta, "contentCreated") == [["2026-11-23T19:00:00+01:00"]])
    #expect(all(meta, "contentModified") == [["2026-11-24T16:00:00+01:00"]])
    #expect(
      all(meta, "digitalSourceType", "qcode")
        == [["", "digsrctype:compositeWithTrainedAlgorithmicMedia"]])
    #expect(all(meta, "located") == [["PORTO"]])
    #expect(all(meta, "infoSource") == [["Lusa"], ["AP"]])
    #expect(
      all(meta, "creator", "literal") == [["Ana Costa", "ana-costa"], ["Conor O’Neil", ""]])
    #expect(
      all(meta, "contributor", "role") == [
        ["Wei Lin", "cpprole:correspondent"], ["George Hall", "cpprole:editor"], ["Mei Tan", ""],
      ])
    #expect(all(meta, "altId") == [["https://paper.example/news/2026/11/24/bridge.html"]])
    #expect(all(meta, "language", "tag") == [["", "pt"]])
    #expect(
      all(meta, "genre", "qcode") == [
        ["Interview", "genre:Interview"], ["Press Release", "genre:Press_Release"],
      ])
    #expect(all(meta, "keyword") == [["harbour"], ["Public transport"]])
    #expect(
      all(meta, "subject", "qcode", "type") == [
        ["City", "", ""], ["arts and entertainment", "medtop:20000002", "cpnat:abstract"],
        ["information technology and computer science", "medtop:20000763", "cpnat:abstract"],
        ["", "medtop:29999999", "cpnat:abstract"],
      ])
    #expect(all(meta, "slugline", "separator") == [["harbour-bridge-vote", "-"]])
    #expect(
      all(meta, "headline", "roleuri") == [
        ["Council approves bridge", ""], ["Transport", "urn:stet:headline:kicker"],
        ["Two years of works begin in May.", "urn:stet:headline:standfirst"],
      ])
    #expect(all(meta, "dateline") == [["PORTO, 24 November 2026"]])
    #expect(all(meta, "by") == [["By Ana Costa and Conor O’Neil"]])
    #expect(all(meta, "creditline").first?.first?.hasPrefix("• Lusa and AP, with") == true)
    #expect(
      all(meta, "description", "role", "roleuri") == [
        ["The council chose the steel design & set the toll.", "drol:summary", ""],
        ["Correction, 24 November 2026: The vote was 9 to 4.", "", "urn:stet:notice:correction"],
      ])
    #expect(
      all(meta, "contentMetaExtProperty", "reluri", "literal")
        == [["", "urn:stet:field:desk-code", "H7"]])
  }

  @Test func carriesTheTextAsNITF() async throws {
    let item = try await WireSample.newsroom().newsml()
    let content = try #require(item.first("inlineXML"))
    #expect(
      content.attributes
        == ["contenttype": "application/nitf+xml", "wordcount": "6", "charcount": "40"])
    let nitf = try #require(content.first("nitf"))
    #expect(nitf.attributes == ["xmlns": "http://iptc.org/std/NITF/2006-10-18/"])
    #expect(nitf.first("head") == nil)
    #expect(nitf.first("hl1")?.text == "Council approves bridge")
    #expect(
      nitf.first("body.content")?.children.map(\.name)
        == ["media", "p", "hl2", "p", "note", "block"])
  }

  /// Whoever reads a code must find its scheme in the catalogue that the item names.
  @Test func everyCodeIsOfTheCatalogue() async throws {
    guard let shared = sharedFolder else {
      print("skipped: no shared folder beside the package")
      return
    }
    let name = "catalog.IPTC-G2-Standards_41.xml"
    let catalogue = try Tree.parsed(
      String(contentsOf: shared.appending(path: "standards/newscodes/\(name)"), encoding: .utf8))
    let aliases = Set(catalogue.all("scheme").compactMap { $0.attributes["alias"] })
    var sample = try WireSample.newsroom()
    try sample.add("gone", fields: "publication: withdrawn\n")
    for text in try await sample.files("newsml").values {
      let item = try Tree.parsed(text)
      let href = try #require(item.first("catalogRef")?.attributes["href"])
      #expect(href.hasSuffix("/" + name))
      for element in item.all where element.attributes["xmlns"] != "" {
        for key in ["qcode", "role", "rel", "type"] {
          guard let code = element.attributes[key], code.contains(":") else { continue }
          #expect(aliases.contains(String(code.prefix { $0 != ":" })), "\(code)")
        }
      }
    }
  }
}
