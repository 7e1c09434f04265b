import Foundation
import Subprocess
import SystemPackage

/// A standard's own checker, with the official schemas where they lie beside the checkout.
///
/// `scripts/validators` installs them; a test asks ``isHere`` and is skipped with ``missing``.
public struct Validator: Sendable {
  public let name: String
  /// The program and what comes before the files; `STANDARDS` and `VENV` stand for their folders.
  let command: [String]

  init(_ name: String, _ command: [String]) { (self.name, self.command) = (name, command) }

  public static let newsml = xml("newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd")
  public static let nitf = xml("nitf/nitf-3-6.xsd")
  public static let sitemap = xml("sitemap/combined-news-sitemap.xsd")
  public static let sitemapIndex = xml("sitemap/siteindex.xsd")
  public static let atom = Validator(
    "xmllint, atom.rng", ["xmllint", "--nonet", "--noout", "--relaxng", "STANDARDS/atom/atom.rng"])
  /// Any XML that is well formed.
  public static let xml = Validator("xmllint", ["xmllint", "--nonet", "--noout"])
  public static let ninjs = json("ninjs/ninjs-schema_3.1.json")
  public static let jsonFeed = json("jsonfeed/schema-v1.1.json")
  /// The Nu checker, warnings left out; it takes folders too.
  public static let html = Validator(
    "the Nu checker",
    ["java", "-jar", "VNU", "--errors-only", "--skip-non-html", "--format", "gnu"])
  /// Warnings count too.
  public static let epub = Validator(
    "epubcheck", ["java", "-jar", "EPUBCHECK", "--failonwarnings"])
  /// Asked only whether it is here: a script in Python runs it in the browser.
  public static let axe = Validator("axe in Chromium", ["VENV/bin/python", "/usr/bin/chromium"])
  /// A script in Python with the checkers' packages: `-c SCRIPT`, then its arguments.
  public static let python = Validator("Python's checkers", ["VENV/bin/python"])

  private static func xml(_ schema: String) -> Validator {
    Validator(
      "xmllint, \(schema)",
      ["xmllint", "--nonet", "--noout", "--schema", "STANDARDS/\(schema)"])
  }

  private static func json(_ schema: String) -> Validator {
    Validator(
      "jsonschema, \(schema)",
      ["VENV/bin/python", "STANDARDS/tools/validate_json.py", "STANDARDS/\(schema)"])
  }

  /// Whether the program and the schemas are on this machine.
  public var isHere: Bool { resolved != nil }

  public var missing: String {
    Self.standards == nil && command.contains { $0.hasPrefix("STANDARDS") }
      ? "\(name) wants the standards' own files, which are looked for in ../shared/standards"
      : "\(name) is not on this machine: scripts/validators installs it"
  }

  /// Checks files; nil where there is nothing to complain of.
  public func complaints(about files: [String]) async throws -> String? {
    guard let resolved else { throw Trouble(missing) }
    await Slots.shared.take()
    defer { Slots.shared.giveBack() }
    let result = try await Subprocess.run(
      .path(FilePath("/usr/bin/env")), arguments: Arguments(resolved + files),
      environment: .inherit.updating(["NO_COLOR": "1"]), input: .none,
      output: .data(limit: 64 << 20), error: .data(limit: 64 << 20))
    let said = String(decoding: result.standardOutput + result.standardError, as: UTF8.self)
    return result.terminationStatus.isSuccess ? nil : said.isEmpty ? "it failed" : said
  }

  /// The command with its folders filled in; nil where a part of it is missing.
  private var resolved: [String]? {
    var words: [String] = []
    for word in command {
      var word = word
      if word.hasPrefix("STANDARDS") {
        guard let folder = Self.standards else { return nil }
        word.replace("STANDARDS", with: folder)
      }
      if word.hasPrefix("VENV") { word.replace("VENV", with: Self.environment) }
      if word == "VNU" || word == "EPUBCHECK" {
        guard let jar = Self.jar(word == "VNU" ? "vnu.jar" : "epubcheck.jar") else { return nil }
        word = jar
      }
      if word.hasPrefix("/"), !FileManager.default.fileExists(atPath: word) { return nil }
      words.append(word)
    }
    guard let program = words.first else { return nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      program.hasPrefix("/")
        || folders.contains(where: {
          FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        })
    else { return nil }
    return words
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let environment = root.appending(path: ".build/validators").path()

  /// The folder of the official schemas, beside the checkout or where `STET_SHARED` says.
  private static let standards: String? = {
    let named = ProcessInfo.processInfo.environment["STET_SHARED"].map { URL(filePath: $0) }
    return [named, root.deletingLastPathComponent().appending(path: "shared")].compactMap { $0 }
      .map { $0.appending(path: "standards").path() }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()

  private static func jar(_ name: String) -> String? {
    let folder = environment + "/lib"
    guard let all = FileManager.default.enumerator(atPath: folder) else { return nil }
    for case let path as String in all where path.hasSuffix("/" + name) {
      return "\(folder)/\(path)"
    }
    return nil
  }
}
