import TestSupport
import Testing

@testable import Import

struct NothingToImportTests {
  @Test(arguments: ["hugo", "jekyll", "markdown"])
  func `where nothing is, it is said what was looked for`(name: String) throws {
    let format = try ImportFormat.named(name)
    for files in [[:], ["notes.txt": "x"], ["feed.xml": "<rss/>"]] {
      let folder = try FolderOfSources(files)
      try folder.bench.write("", to: "site/.keep")
      let error = #expect(throws: Unreadable.self) { try folder.batch(format) }
      #expect(error?.problem.hasPrefix("there is no ") == true)
      #expect(error?.hint != nil)
    }
    let folder = try FolderOfSources(["notes.txt": "x"])
    let tree = try SourceTree(folder.bench.path + "/site/notes.txt")
    let error = #expect(throws: Unreadable.self) {
      try format.read(tree, FolderOfSources.surroundings)
    }
    #expect(error?.problem.hasPrefix("notes.txt is no ") == true)
  }

  @Test func `a source is named once`() {
    #expect(
      Batch.Refusal("u.md", "u.md can't be opened: it is gone").reason
        == "it can't be opened: it is gone")
    let refusal = Batch.Refusal("a.xml", "a.xml, line 3: the file ends in the middle")
    #expect(refusal.line == 3 && refusal.reason == "the file ends in the middle")
  }
}
