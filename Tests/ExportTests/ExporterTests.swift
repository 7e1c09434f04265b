import Editorial
import Export
import Foundation
import Testing

@Suite struct ExporterTests {
  private struct Broken: Error {}

  private func withFolder(_ work: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work(folder)
  }

  @discardableResult
  private func export(
    _ sample: Sample, _ folder: URL, formats: [String] = ["site"], previous: Set<String>? = nil,
    force: Bool = false
  ) async throws -> Outcome {
    try await Exporter.export(
      sample.edition, formats: formats.map { try Format.named($0) }, to: folder.path(),
      previous: previous, force: force, stamp: Array("2026-11-24.1\n".utf8))
  }

  private func contents(_ folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path()) {
      contents[path] =
        FileManager.default.contents(atPath: folder.appending(path: path).path()) ?? Data()
    }
    return contents
  }

  private func write(_ text: String, _ file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test func writesOnceAndThenOnlyWhatChanged() async throws {
    try await withFolder { root in
      let out = root.appending(path: "deep/site")
      var sample = try Sample.newsroom()
      let first = try await export(sample, out, formats: ["site", "rss"])
      let report = try #require(first.reports.first)
      #expect(report.written == report.files && report.unchanged == 0 && report.stories == 3)
      #expect(first.reports.last?.files == 1)
      #expect(first.manifest.contains("index.html") && first.manifest.contains(".stet-release"))
      #expect(try contents(out)[".stet-release"] == Data("2026-11-24.1\n".utf8))
      let before = try contents(out)
      let second = try await export(
        sample, out, formats: ["site", "rss"], previous: first.manifest)
      #expect(
        second.reports.allSatisfy { $0.written == 0 && $0.unchanged == $0.files && $0.removed == 0 }
      )
      #expect(second.manifest == first.manifest)
      #expect(try contents(out) == before)
      sample.stories[1].publication = .withheld
      let third = try await export(sample, out, formats: ["site"], previous: second.manifest)
      #expect(third.reports.first?.removed == 1)
      #expect(try contents(out)["2026/11/21/tram.html"] == nil)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "deep").path())
          == ["site"])
    }
  }

  @Test func aFolderOfSomeoneElseNeedsForce() async throws {
    try await withFolder { root in
      let out = root.appending(path: "site")
      try write("mine", out.appending(path: "notes/todo.txt"))
      try write("my front", out.appending(path: "index.html"))
      await #expect(throws: ExportFault.notAnExport(folder: out.path())) {
        try await export(.newsroom(), out)
      }
      #expect(try contents(out)["index.html"] == Data("my front".utf8))
      try await export(.newsroom(), out, force: true)
      let after = try contents(out)
      #expect(after["notes/todo.txt"] == Data("mine".utf8))
      #expect(after["index.html.kept"] == Data("my front".utf8))
      #expect(after["index.html"] != Data("my front".utf8))
    }
  }

  @Test func filesOfOthersStay() async throws {
    try await withFolder { root in
      let out = root.appending(path: "site")
      let first = try await export(.newsroom(), out)
      try write("paper.example", out.appending(path: "CNAME"))
      try write("x", out.appending(path: ".git/objects/ab/cd"))
      try write("x", out.appending(path: "2026/11/20/chart.svg"))
      try FileManager.default.createDirectory(
        at: out.appending(path: "empty"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: out.appending(path: "link").path(), withDestinationPath: "/nowhere")
      for previous in [first.manifest, nil] {
        try await export(Sample(), out, previous: previous)
        let after = try contents(out)
        #expect(after["CNAME"] == Data("paper.example".utf8))
        #expect(after[".git/objects/ab/cd"] != nil && after["2026/11/20/chart.svg"] != nil)
        #expect(after["empty"] != nil && after["link"] != nil)
        #expect(after["2026/11/24/bridge.html"] == nil && after["2026/11/24"] == nil)
        #expect(after["tag"] == nil)
        try await export(.newsroom(), out, previous: previous)
      }
    }
  }

  @Test func whatStandsInTheWayIsNamed() async throws {
    try await withFolder { root in
      let out = root.appending(path: "site")
      let first = try await export(Sample(), out)
      try write("mine", out.appending(path: "2026/11/24/bridge.html"))
      await #expect(
        throws: ExportFault.inTheWay(folder: out.path(), paths: ["2026/11/24/bridge.html"])
      ) {
        try await export(.newsroom(), out, previous: first.manifest)
      }
      #expect(try contents(out)["2026/11/24/bridge.html"] == Data("mine".utf8))
    }
  }

  @Test func aRunThatFailsLeavesTheOldFolderWhole() async throws {
    try await withFolder { root in
      let out = root.appending(path: "site")
      let sample = try Sample.newsroom()
      try await export(sample, out)
      let before = try contents(out)
      var edition = sample.edition
      edition.house.title = "Another"
      edition.body = { story in
        if story.slug == "tram" { throw Broken() }
        return "Changed"
      }
      await #expect(throws: Broken.self) {
        try await Exporter.export(
          edition, formats: [.named("site")], to: out.path(), previous: nil, force: false, stamp: []
        )
      }
      #expect(try contents(out) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: root.path()) == ["site"])
    }
  }

  @Test func theNextRunCleansUpAfterADeadOne() async throws {
    try await withFolder { root in
      let out = root.appending(path: "site")
      try write("half", root.appending(path: ".site.stet-999999999/index.html"))
      try write("other", root.appending(path: ".site.stet-1/index.html"))
      try write("mine", root.appending(path: ".site.stet-notes"))
      try await export(.newsroom(), out)
      let names = try FileManager.default.contentsOfDirectory(atPath: root.path()).sorted()
      #expect(names == [".site.stet-1", ".site.stet-notes", "site"])
    }
  }

  @Test func aLinkIsNotReplaced() async throws {
    try await withFolder { root in
      let real = root.appending(path: "real")
      try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
      let link = root.appending(path: "site")
      try FileManager.default.createSymbolicLink(
        atPath: link.path(), withDestinationPath: real.path())
      await #expect(throws: ExportFault.symbolicLink(folder: link.path())) {
        try await export(.newsroom(), link)
      }
      let file = root.appending(path: "file")
      try write("x", file)
      await #expect(throws: ExportFault.notAFolder(path: file.path())) {
        try await export(.newsroom(), file)
      }
    }
  }

  /// All messages are for people and name the path.
  @Test func refusalsOfTheSystemAreSaidInWords() async throws {
    let fault = await #expect(throws: ExportFault.self) {
      try await export(.newsroom(), URL(filePath: "/proc/stet-site"))
    }
    #expect(fault?.problem.contains("/proc") == true)
    #expect(fault?.problem.contains("ExportFault") == false)
  }

  @Test func everyPathOfAFormatHasItsForm() async throws {
    try await withFolder { root in
      let out = root.appending(path: "all")
      let names = Format.all.map(\.name)
      let first = try await export(.newsroom(), out, formats: names)
      // Without a manifest all of them are known again, and gone with the next edition.
      try await export(Sample(), out, formats: ["text"])
      #expect(first.manifest.count > 20)
      #expect(try contents(out).keys.sorted() == [".stet-release"])
    }
  }

  /// An old address that ends as a format's files do would be a folder where that has a file.
  @Test func anOldAddressNeverStandsInTheWayOfAFormat() async throws {
    try await withFolder { root in
      var sample = try Sample.newsroom()
      try sample.add("moved", fields: "aliases: [/2026/11/24/bridge.md, /old/bridge.md]\n")
      let out = root.appending(path: "all")
      try await export(sample, out, formats: Format.all.map(\.name))
      let files = try contents(out)
      #expect(files["2026/11/24/bridge.md"]?.starts(with: Data("---".utf8)) == true)
      #expect(files["old/bridge.md/index.html"] != nil)
    }
  }

  @Test func twoFormatsOfOneEndingAreToldApart() async throws {
    try await withFolder { root in
      let out = root.appending(path: "both")
      try await export(.newsroom(), out, formats: ["newsml", "nitf"])
      let both = try contents(out)
      for (path, element) in [("bridge.xml", "<newsItem"), ("bridge.nitf.xml", "<nitf")] {
        let text = String(decoding: both["2026/11/24/\(path)"] ?? Data(), as: UTF8.self)
        #expect(
          text.split(separator: "\n").dropFirst().first?.hasPrefix(element) == true, "\(path)")
      }
      try await export(.newsroom(), out, formats: ["nitf"])
      #expect(try contents(out).keys.filter { $0.contains("bridge") } == ["2026/11/24/bridge.xml"])
    }
  }

  @Test func formatsAreFoundByName() throws {
    #expect(Set(Format.all.map(\.name)).count == Format.all.count)
    for format in Format.all {
      let found = try Format.named(format.name)
      #expect(found.summary == format.summary)
    }
    let fault = #expect(throws: UnknownFormat.self) { try Format.named("sit") }
    #expect(fault?.hint == "did you mean site?")
  }
}
