import Editorial
import Testing

@testable import Import

struct BylineTests {
  @Test(arguments: [
    ("Ana Costa and Wei Lin", ["Ana Costa", "Wei Lin"], []),
    ("A, B and C", ["A", "B", "C"], []), ("Alice, Bob, and Carol", ["Alice", "Bob", "Carol"], []),
    ("Research and Development", ["Research and Development"], []),
    (
      "Department of Food, Agriculture and Fisheries",
      ["Department of Food, Agriculture and Fisheries"], []
    ),
    ("boone, aaron", ["boone", "aaron"], []),
    ("By Carl Roe, Google; Ed Poe (IBM)", ["Carl Roe", "Ed Poe"], ["Google", "IBM"]),
    ("Carl Roe, Google", ["Carl Roe"], ["Google"]), ("Roe, Carl", ["Roe, Carl"], []),
    ("Carl Roe, Jr.", ["Carl Roe, Jr."], []), ("Carl Roe (Google)", ["Carl Roe"], ["Google"]),
    (
      "Jo Fox (Red Hat, Inc. and others), Ed Poe (IBM)", ["Jo Fox", "Ed Poe"],
      ["Red Hat, Inc. and others", "IBM"]
    ),
    ("Byron Lee", ["Byron Lee"], []), ("", [], []),
  ])
  func `names are told from what stands beside them`(
    text: String, names: [String], affiliations: [String]
  ) {
    let byline = Byline(text)
    #expect(byline.names == names)
    #expect(byline.affiliations == affiliations)
  }

  @Test func `people of data files have their whole names, and are who stories call by them`()
    throws
  {
    let folder = try FolderOfSources([
      "_data/authors.yml":
        "boone:\n  name: boone\n  full_name: Greg Boone\n  about: Writes.\n  github: gboone\naaron:\n  full_name: Aaron Snow\n",
      "_posts/2020-01-02-one.md": "---\ntitle: One\nauthor: Aaron Snow\n---\nx\n",
      "_posts/2020-01-03-two.md": "---\ntitle: Two\nauthors: [boone, aaron\n---\nx\n",
    ])
    let intake = try folder.intake(.jekyll)
    #expect(intake.people.map(\.name) == ["Aaron Snow", "Greg Boone"])
    #expect(intake.people.map(\.handle.description) == ["aaron", "boone"])
    #expect(intake.people.last?.bio == "Writes.")
    #expect(intake.people.last?.links == ["https://github.com/gboone"])
    #expect(intake.text("_posts/2020-01-03-two.md").contains("\nbyline: [boone, aaron]\n"))
    let notes = intake.items.first { $0.source.hasSuffix("two.md") }?.notes ?? []
    #expect(notes.map(\.line) == [3])
  }

  @Test(arguments: [
    ("**Authors**: [The Release Team](https://e.org/)\n\nWords.", ["The Release Team"]),
    ("**Author:** Jo Fox (Red Hat, Inc.), Ed Poe\n(IBM)\n\nx", ["Jo Fox", "Ed Poe"]),
    ("Words.\n\n*By Jo Fox and Ed Poe*\n\nx", ["Jo Fox", "Ed Poe"]),
    ("**By** the way: this is no name.\n", []), ("By Jo Fox\n", []), ("**Author** x\n", []),
    ("*By Jo Fox* and more\n", []), ("1\n\n2\n\n3\n\n4\n\n**Author:** Jo Fox\n", []),
  ])
  func `a line of the text names authors where no field does`(body: String, names: [String]) {
    #expect(BodyByline.read(Array(body.utf8))?.byline.names ?? [] == names)
  }

  @Test func `people may be a list, and stories may bring theirs along`() throws {
    let folder = try FolderOfSources([
      "_data/authors.yml": "- username: wei\n  name: Wei Lin\n  bio: B\n- name: Ed Poe\n",
      "_posts/2020-01-02-one.md":
        "---\ntitle: One\nauthors:\n- wei\n- {name: Jo Fox, bio: Digs., url: 'https://jo.example/'}\n---\nx\n",
    ])
    let intake = try folder.intake(.jekyll)
    #expect(intake.people.map(\.name) == ["Wei Lin", "Jo Fox"])
    #expect(intake.people.map(\.bio) == ["B", "Digs."])
    #expect(intake.people.last?.links == ["https://jo.example/"])
  }
}
