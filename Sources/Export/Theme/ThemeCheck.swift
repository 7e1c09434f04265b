public import Editorial

/// Something that a check found in a newsroom's theme.
public struct ThemeFinding: Hashable, Sendable {
  public enum Severity: String, Sendable { case error, advice }

  /// Below `theme/`.
  public let file: String
  public let line: Int
  /// Whether an export refuses it, or would lose something by it.
  public let severity: Severity
  public let message: String

  init(_ file: String, line: Int = 1, _ severity: Severity, _ message: String) {
    (self.file, self.line, self.severity, self.message) = (file, line, severity, message)
  }
}

extension Theme {
  /// Throws what an export would throw for the files of a theme, by their paths below `theme/`.
  public static func prove(_ theme: [String: [UInt8]]) throws(ExportFault) {
    _ = try Templates(theme)
    _ = try Site.assets(theme)
  }

  /// What is wrong with the files of a newsroom's theme, by their paths below `theme/`.
  ///
  /// The pages of a sample are made with it, and where `edition` is given the front, the lists and the
  /// newest stories of that one.
  public static func findings(
    in theme: [String: [UInt8]], on edition: Edition? = nil
  ) async -> [ThemeFinding] {
    var findings: [ThemeFinding] = []
    var tags: [String: [TemplateTag]] = [:]
    for (file, bytes) in theme.sorted(by: { $0.key < $1.key }) {
      let text = String(decoding: bytes, as: UTF8.self)
      if let budget = budgets[file], bytes.count > budget {
        findings.append(
          ThemeFinding(
            file, .advice,
            "it has \(bytes.count) bytes, more than the \(budget) that pages stay fast with"))
      }
      if ["mustache", "css", "js", "svg", "html"].contains(file.split(separator: ".").last) {
        findings += otherHosts(in: text, of: file)
      }
      guard template(file) != nil else { continue }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        findings.append(ThemeFinding(file, .error, "it is not UTF-8: save it as that"))
        continue
      }
      do throws(ExportFault) {
        tags[file] = try TemplateTag.all(in: text, of: file)
        _ = try Templates([file: bytes])
      } catch {
        findings.append(finding(error, in: file))
      }
    }
    guard !findings.contains(where: { $0.severity == .error }) else { return findings.sorted() }
    do {
      let names = try await rendered(theme, edition, &findings)
      for (file, tags) in tags { findings += advice(on: tags, in: file, all: theme, names) }
    } catch let fault as ExportFault {
      findings.append(finding(fault, in: "layout.mustache"))
    } catch let fault as any Explained {
      findings.append(ThemeFinding("layout.mustache", .error, fault.problem))
    } catch {
      findings.append(ThemeFinding("layout.mustache", .error, "\(error)"))
    }
    return findings.sorted()
  }

  private static func finding(_ fault: ExportFault, in file: String) -> ThemeFinding {
    switch fault {
    case .template(let path, let line, let reason): ThemeFinding(path, line: line, .error, reason)
    case .asset(let path):
      ThemeFinding(path, .error, "it can't go to the site's assets under this name")
    default: ThemeFinding(file, .error, fault.problem)
    }
  }

  /// Makes pages with the theme; gives the names that each template is given.
  private static func rendered(
    _ theme: [String: [UInt8]], _ edition: Edition?, _ findings: inout [ThemeFinding]
  ) async throws -> [String: Set<String>] {
    let witness = Witness()
    for var edition in [try sample, edition].compactMap({ $0 }) {
      edition.theme = theme
      var site = try Site(try Archive(edition))
      site.templates.witness = witness
      _ = try Site.assets(theme)
      _ = try Newsletter(site.archive).html(witness)
      for page in site.pages.sampled {
        for file in try site.render(page).files where file.path.hasSuffix(".html") {
          let text = String(decoding: file.bytes, as: UTF8.self)
          guard !text.contains("<main") || text.contains("</html>") else { continue }
          guard text.contains("<html") else {
            findings.append(
              ThemeFinding(
                "layout.mustache", .error, "\(file.path) comes out without an `html` element"))
            return witness.names
          }
        }
      }
    }
    return witness.names
  }

  /// What a template has to show, as it is.
  private static let needs = [
    (template: "layout", variable: "content", loss: "every page is empty"),
    (template: "story", variable: "body", loss: "no story has its text"),
  ]

  /// Names that nothing gives, templates that nothing shows.
  private static func advice(
    on tags: [TemplateTag], in file: String, all theme: [String: [UInt8]],
    _ names: [String: Set<String>]
  ) -> [ThemeFinding] {
    guard let name = template(file) else { return [] }
    var findings: [ThemeFinding] = []
    let all = Set(parts.compactMap(\.template)).union(theme.keys.compactMap(template))
    // What stands on several pages can say whatever they can.
    let known = (names[name] ?? names.values.reduce(into: Set()) { $0.formUnion($1) })
    for tag in tags {
      if tag.kind == .partial || tag.kind == .parent, !all.contains(tag.name), tag.name.first != "*"
      {
        findings.append(
          ThemeFinding(
            file, line: tag.line, .error, "there is no template `\(tag.name)`" + near(tag.name, all)
          ))
      }
      for part in tag.variable?.split(separator: ".").map(String.init) ?? []
      where !known.contains(part) {
        findings.append(
          ThemeFinding(
            file, line: tag.line, .advice, "nothing is called `\(part)` here" + near(part, known)))
      }
    }
    for need in needs where need.template == name {
      let shown = tags.filter { $0.variable == need.variable }
      if shown.isEmpty, !isShown(need.variable, below: tags, theme) {
        findings.append(
          ThemeFinding(file, .error, "it never shows `{{{\(need.variable)}}}`, so \(need.loss)"))
      } else if let tag = shown.first, shown.allSatisfy(\.isEscaped) {
        findings.append(
          ThemeFinding(
            file, line: tag.line, .error,
            "`{{\(need.variable)}}` shows the tags themselves: write `{{{\(need.variable)}}}`"))
      }
    }
    let isBuiltIn = parts.contains { $0.file == file }
    if !isBuiltIn, !isShown(name, theme) {
      let builtIn = Set(parts.compactMap(\.template))
      findings.append(
        ThemeFinding(file, .advice, "no template shows it" + near(name, builtIn)))
    }
    return findings
  }

  /// Whether a template that these tags show, or one in that, shows a value.
  private static func isShown(
    _ variable: String, below tags: [TemplateTag], _ theme: [String: [UInt8]]
  ) -> Bool {
    var open = tags
    var seen: Set<String> = []
    while let tag = open.popLast() {
      if tag.variable == variable { return true }
      guard tag.kind == .partial || tag.kind == .parent, seen.insert(tag.name).inserted else {
        continue
      }
      let file = tag.name + ".mustache"
      let text =
        theme[file].map { String(decoding: $0, as: UTF8.self) }
        ?? parts.first { $0.file == file }?.text ?? ""
      open += (try? TemplateTag.all(in: text, of: file)) ?? []
    }
    return false
  }

  private static func isShown(_ name: String, _ theme: [String: [UInt8]]) -> Bool {
    theme.contains { file, bytes in
      template(file) != nil && template(file) != name
        && ((try? TemplateTag.all(in: String(decoding: bytes, as: UTF8.self), of: file)) ?? [])
          .contains { ($0.kind == .partial || $0.kind == .parent) && $0.name == name }
    }
  }

  private static func near(_ name: String, _ names: Set<String>) -> String {
    names.sorted().nearest(to: name).map { ": did you mean `\($0)`?" } ?? ""
  }

  /// Files of the theme that make a reader's browser ask another host.
  private static func otherHosts(in text: String, of file: String) -> [ThemeFinding] {
    let isStyle = file.hasSuffix(".css")
    let signs =
      isStyle
      ? [
        "url(http:", "url(https:", "url(//", "url(\"http", "url('http", "@import \"http",
        "@import 'http",
      ]
      : [
        "src=\"http", "src='http", "src=\"//", "srcset=\"http", "@import", "url(http",
        "fetch(\"http",
        "import(\"http",
      ]
    var findings: [ThemeFinding] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let dense = line.lowercased()
      let isLink = dense.contains("<link") && dense.contains("stylesheet") && dense.contains("//")
      guard isLink || signs.contains(where: dense.contains) else { continue }
      findings.append(
        ThemeFinding(
          file, line: index + 1, .advice,
          "readers' browsers would ask another host, which then knows what they read"))
    }
    return findings
  }
}

extension [ThemeFinding] {
  fileprivate func sorted() -> [ThemeFinding] {
    sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }
}

extension [Page] {
  /// Enough of a site to see each kind of page: all of a small one.
  fileprivate var sampled: [Page] {
    var counts: [String: Int] = [:]
    return filter { page in
      let kind = "\(page)".prefix { $0 != "(" }
      counts[String(kind), default: 0] += 1
      return counts[String(kind), default: 0] <= 20
    }
  }
}
