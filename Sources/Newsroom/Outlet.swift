import Editorial
import Git
import Glibc

/// A place where readers find the newsroom's work: a site, a wire.
///
/// stet.yml names it and its formats; which folder it is belongs to a clone, and stands in its Git
/// configuration.
public struct Outlet: Hashable, Sendable {
  public var name: String
  /// As stet.yml names them, whether or not this stet writes them.
  public var formats: [String]
  /// Its folder on this machine, absolute; nil where it has none here.
  public var out: String?
  /// What the shell runs in the folder after each export.
  public var after: String?
}

extension Newsroom {
  private static let prefix = "stet.outlet."

  /// The outlets of stet.yml, in its order.
  public func outlets() -> [Outlet] {
    desk.policy.outlets.map { named in
      Outlet(
        name: named.name, formats: named.formats, out: Self.setting(named.name, "out", repository),
        after: Self.setting(named.name, "after", repository))
    }
  }

  /// The outlets that have a folder on this machine; an error where none has.
  public func outletsHere() throws(Failure) -> [Outlet] {
    let all = outlets()
    let here = all.filter { $0.out != nil }
    guard here.isEmpty else { return here }
    guard let first = all.first else { throw Self.noOutlets }
    throw Failure(
      .failed, "no outlet has a folder on this machine",
      hint: "stet outlet \(first.name) --out DIR names one for \(first.name)")
  }

  /// The outlet of a name.
  public func outlet(_ name: String) throws(Failure) -> Outlet {
    let all = outlets()
    if let found = all.first(where: { $0.name == name }) { return found }
    guard !all.isEmpty else { throw Self.noOutlets }
    let names = all.map(\.name)
    throw Failure(
      .notFound, "stet.yml names no outlet called \(name)",
      hint: names.nearest(to: name).map { "did you mean \($0)?" } ?? "it names \(prose(names))")
  }

  private static var noOutlets: Failure {
    Failure(
      .notFound, "stet.yml names no outlets",
      hint: "a chief adds them, as outlets: {web: [site, rss]}, and stet save stet.yml")
  }

  /// Says which folder of this machine an outlet is, and what runs after each export; nil leaves
  /// either as it was, and an empty command takes it away.
  ///
  /// The folder need not be there yet. Nothing is written into it.
  public func place(
    _ name: String, at folder: String?, after command: String?
  ) throws(Failure) -> Outlet {
    var outlet = try outlet(name)
    guard isShortName(name) else {
      throw Failure(
        .invalid, "stet.yml: `\(name)` can't be the name of an outlet",
        hint: "use lower-case letters, digits and hyphens, as web or press-wire")
    }
    if let folder { outlet.out = try checked(folder, for: name) }
    if let command { outlet.after = command.allSatisfy(\.isWhitespace) ? nil : command }
    guard outlet.out != nil else {
      throw Failure(
        .invalid, "\(name) has no folder on this machine, so nothing is exported to it",
        hint: "stet outlet \(name) --out DIR --after COMMAND")
    }
    guard !circumstances.isDry else { return outlet }
    try set(name, "out", outlet.out)
    try set(name, "after", outlet.after)
    _ = try Machine.named(repository)
    return outlet
  }

  /// Forgets which folder of this machine an outlet was; what is in the folder stays.
  public func displace(_ name: String) throws(Failure) -> Outlet {
    var outlet = try outlet(name)
    (outlet.out, outlet.after) = (nil, nil)
    guard !circumstances.isDry else { return outlet }
    try set(name, "out", nil)
    try set(name, "after", nil)
    return outlet
  }

  private func checked(_ folder: String, for name: String) throws(Failure) -> String {
    guard !folder.isEmpty, let path = Disk.absolute(folder) else {
      throw Failure(
        .usage, "\(name) goes into which folder?", hint: "stet outlet \(name) --out DIR")
    }
    if Disk.isLink(path) {
      throw Failure(
        .failed, "\(path) is a symbolic link, which an export can't replace",
        hint: "name the folder that it leads to")
    }
    if Disk.exists(path), !Disk.isFolder(path) {
      throw Failure(.failed, "\(path) is a file", hint: "name a folder, there or not yet")
    }
    for outlet in outlets() where outlet.name != name {
      guard let other = outlet.out, Disk.real(other) == Disk.real(path) else { continue }
      throw Failure(
        .failed,
        "\(path) is the folder of \(outlet.name): each would take away what is the other's",
        hint: "give \(name) a folder of its own")
    }
    let own = [repository.workTree, repository.commonDirectory].compactMap { $0 }
    if own.contains(where: { (Disk.real($0) + "/").hasPrefix(Disk.real(path) + "/") }) {
      throw Failure(
        .failed, "the newsroom itself is in \(path)",
        hint: "give \(name) a folder of its own, beside the newsroom")
    }
    return path
  }

  private static func setting(
    _ name: String, _ key: String, _ repository: borrowing Repository
  ) -> String? {
    repository.localConfiguration("\(prefix)\(name).\(key)").flatMap { $0.isEmpty ? nil : $0 }
  }

  private func set(_ name: String, _ key: String, _ value: String?) throws(Failure) {
    try git { () throws(GitError) in
      try repository.setLocal("\(Self.prefix)\(name).\(key)", to: value)
    }
  }

  /// The name of the outlet whose folder on this machine a path is, whatever stet.yml says of it.
  static func outlet(
    at folder: String, _ repository: borrowing Repository
  ) throws(Failure) -> String? {
    guard let path = Disk.absolute(folder).map(Disk.real) else { return nil }
    let settings: [(key: String, value: String)]
    do throws(GitError) { settings = try repository.localConfiguration(beginning: prefix) } catch {
      throw Failure(error)
    }
    let found = settings.first { $0.key.hasSuffix(".out") && Disk.real($0.value) == path }
    return found.map { String($0.key.dropFirst(prefix.count).dropLast(".out".count)) }
  }
}
