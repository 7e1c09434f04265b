import Editorial
public import Export
import Foundation
import Git

/// A file of the site's look, and where it comes from.
public struct ThemeFile: Sendable {
  public enum Origin: String, Sendable {
    case builtIn = "built-in"
    /// In `theme/`, in the place of the built-in one.
    case overridden
    /// In `theme/` and nowhere else.
    case own
  }

  /// Below `theme/`.
  public let file: String
  public let origin: Origin
  public let purpose: String
  public let bytes: Int
}

extension Newsroom {
  /// Every template and file of the site's look: the built-in ones in their order, then the
  /// newsroom's own.
  public func themeFiles() throws(Failure) -> [ThemeFile] {
    let theme = try theme()
    let builtIn = Theme.parts.map { part in
      let own = theme[part.file]
      return ThemeFile(
        file: part.file, origin: own == nil ? .builtIn : .overridden, purpose: part.purpose,
        bytes: own?.count ?? part.text.utf8.count)
    }
    let names = Set(Theme.parts.map(\.file))
    let own = theme.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
    return builtIn
      + own.map { file, bytes in
        ThemeFile(
          file: file, origin: .own,
          purpose: file.hasSuffix(".mustache") ? "a part of other templates" : "goes to /assets/",
          bytes: bytes.count)
      }
  }

  /// Writes built-in parts into `theme/` of the work tree; nothing that is there is touched.
  ///
  /// Without names it is all that are not there yet. Returns the paths written.
  public func ejectTheme(_ names: [String]) throws(Failure) -> [String] {
    guard let root = onDisk("theme") else {
      throw Failure(
        .refused, "this newsroom has no work tree to put templates into",
        hint: "stet clone makes one")
    }
    var chosen: [Theme.Part] = []
    for name in names {
      let stem = name.hasPrefix("theme/") ? String(name.dropFirst("theme/".count)) : name
      let found = Theme.parts.first {
        $0.file == stem || $0.file.split(separator: ".").first.map(String.init) == stem
      }
      guard let found else {
        let files = Theme.parts.map(\.file)
        let all = files + files.compactMap { $0.split(separator: ".").first.map(String.init) }
        throw Failure(
          .notFound, "stet has no template or file called \(name)",
          hint: all.nearest(to: stem).map { "did you mean \($0)?" } ?? "stet theme lists them")
      }
      chosen.append(found)
    }
    let there = chosen.filter { Disk.exists("\(root)/\($0.file)") }.map { "theme/\($0.file)" }
    guard there.isEmpty else {
      throw Failure(
        .refused, "\(prose(there)) \(there.count == 1 ? "is" : "are") there already",
        hint: "move \(there.count == 1 ? "it" : "them") away first: nothing is written over")
    }
    if names.isEmpty { chosen = Theme.parts.filter { !Disk.exists("\(root)/\($0.file)") } }
    for part in chosen where !circumstances.isDry {
      try Disk.write(Array(part.text.utf8), to: "\(root)/\(part.file)")
    }
    return chosen.map { "theme/\($0.file)" }
  }

  /// What is wrong with the theme as it stands in the work tree, or in the record where there is
  /// none; pages of the newest release are made with it too.
  public func checkTheme() async throws(Failure) -> [ThemeFinding] {
    let theme = try theme()
    if let root = onDisk("theme") {
      let files = FileManager.default.enumerator(atPath: root)
      while let path = files?.nextObject() as? String {
        guard Disk.isLink("\(root)/\(path)") else { continue }
        throw Failure(
          .invalid, "theme/\(path) is a link, and a newsroom holds plain files",
          hint: "put the file itself there")
      }
    }
    var edition: Export.Edition?
    do {
      if let newest = try Self.releases(in: repository).first {
        var request = ExportRequest(formats: [], directory: "")
        request.release = newest.tag
        edition = try Source(repository, request).edition(repository)
      }
    } catch {
      throw Failure(error)
    }
    return await Theme.findings(in: theme, on: edition)
  }

  /// An edition is not cut that no export could make pages of, nor is a change saved after which none could.
  func refuseIfThemeIsBroken(
    _ changes: [(path: String, bytes: [UInt8]?)] = []
  ) throws(Failure) {
    var theme = try savedTheme()
    for (path, bytes) in changes where path.hasPrefix("theme/") {
      theme[String(path.dropFirst("theme/".count))] = bytes
    }
    do throws(ExportFault) { try Theme.prove(theme) } catch {
      throw Failure(
        .refused, error.problem,
        hint: error.hint
          ?? "mend it and stet save, for a chief; stet theme check looks at all of it")
    }
  }

  private func savedTheme() throws(Failure) -> [String: [UInt8]] {
    var theme: [String: [UInt8]] = [:]
    for (path, id) in desk.files where path.hasPrefix("theme/") {
      theme[String(path.dropFirst("theme/".count))] = try blob(id)
    }
    return theme
  }

  /// The files of the theme by their paths below `theme/`, as they stand in the work tree.
  private func theme() throws(Failure) -> [String: [UInt8]] {
    guard let root = onDisk("theme") else { return try savedTheme() }
    var theme: [String: [UInt8]] = [:]
    let files = FileManager.default.enumerator(atPath: root)
    while let path = files?.nextObject() as? String {
      let file = "\(root)/\(path)"
      guard !Disk.isFolder(file), !Disk.isLink(file), let bytes = Disk.read(file) else { continue }
      theme[path] = bytes
    }
    return theme
  }
}
