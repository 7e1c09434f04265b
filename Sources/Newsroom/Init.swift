public import Editorial
import Git
import Glibc
import Workflows

/// What a new newsroom is made from.
public struct Founding: Sendable {
  public var title: String
  public var url: String?
  public var name: String
  public var email: String
  public var handle: Handle
  public var language = "en"
  public var timezone: String
  /// The default workflow, where it is not the house's.
  public var workflow: String?
  public var sections: [Section] = []
  public var bare = false
  public var ci: CI?

  /// A forge whose runners prove the record on every push.
  public enum CI: String, Sendable, CaseIterable { case github, gitlab, forgejo }

  public init(title: String, name: String, email: String, handle: Handle, timezone: String) {
    (self.title, self.name, self.email) = (title, name, email)
    (self.handle, self.timezone) = (handle, timezone)
  }
}

extension Newsroom {
  /// Makes a newsroom in an empty or new folder: its first commit holds the rules alone, by its creator
  /// with every role; `live` begins with the public part of the house.
  public static func found(
    _ founding: Founding, in folder: String, _ circumstances: Circumstances
  ) throws(Failure) -> Newsroom {
    let files = try files(of: founding)
    do throws(PolicyFault) {
      _ = try Policy(files: Dictionary(files) { first, _ in first })
    } catch {
      throw Failure(error)
    }
    let repository = try emptyRepository(in: folder, bare: founding.bare)
    do {
      var tree: ObjectID?
      var changes: [(path: String, entry: Git.Entry?)] = []
      for (path, bytes) in files {
        changes.append((path, Git.Entry(mode: .file, id: try repository.write(blob: bytes))))
      }
      tree = try repository.tree(nil, changing: changes)
      guard let tree else { throw Failure(.failed, "the newsroom's first commit can't be made") }
      let person = Signature(
        name: founding.name, email: founding.email, seconds: circumstances.now.seconds, offset: 0)
      let root = try repository.createCommit(
        tree: tree, parents: [], author: person, committer: person,
        message: Record(subject: "\(founding.title): a newsroom", trailers: []).message)
      try repository.move(Live.main, from: nil, to: root, because: "stet: init")
      let list = files.map { path, bytes in
        Pending.File(path: path, old: nil, new: (try? repository.hashFile(bytes))?.description)
      }
      try bringAlong(list, repository)
    } catch {
      throw Failure(error)
    }
    var newsroom = try open(containing: folder, circumstances)
    if newsroom.repository.configuration("user.email")?.lowercased() != founding.email.lowercased()
    {
      try newsroom.remember(try newsroom.person(called: founding.handle.description))
    }
    try newsroom.change("init") { newsroom throws(Failure) in _ = newsroom.desk.live }
    return newsroom
  }

  private static func emptyRepository(
    in folder: String, bare: Bool
  ) throws(Failure) -> Repository {
    if let found = try? Repository(containing: folder), Disk.isFolder(folder),
      (try? found.target(of: Live.main)) ?? nil != nil
    {
      throw Failure(
        .refused, "there is a newsroom or another repository in \(folder) already",
        hint: "name a new folder")
    }
    if Disk.exists(folder + "/.git") || Disk.exists(folder + "/HEAD") {
      throw Failure(
        .refused, "\(folder) is a Git repository already, and a newsroom begins its own",
        hint: "name a new folder")
    }
    if Disk.isFolder(folder), !isEmpty(folder) {
      throw Failure(
        .refused, "\(folder) is not empty", hint: "name a new folder, or one with nothing in it")
    }
    do throws(GitError) {
      return try Repository.create(at: folder, bare: bare, branch: "main")
    } catch {
      throw Failure(
        .failed, "\(folder) can't be made into a newsroom",
        hint: "choose a folder that you may write")
    }
  }

  private static func isEmpty(_ folder: String) -> Bool {
    guard let directory = opendir(folder) else { return false }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if ![".", "..", ".git"].contains(name) { return false }
    }
    return true
  }

  private static func files(
    of founding: Founding
  ) throws(Failure) -> [(String, [UInt8])] {
    let all = Workflows.all.map(\.name)
    let solo = founding.workflow == "solo"
    if let name = founding.workflow, !all.contains(name) {
      throw Failure(
        .notFound, "there is no workflow called \(name)",
        hint: all.nearest(to: name).map { "did you mean \($0)?" } ?? "there are \(prose(all))")
    }
    let inUse =
      solo ? ["solo"] : ([founding.workflow].compactMap { $0 } + all.filter { $0 != "solo" }).unique
    var files = [("stet.yml", Array(HouseText.stet(founding, workflows: inUse, solo).utf8))]
    for (name, text) in Workflows.all where inUse.contains(name) {
      files.append(("workflows/\(name).yml", Array(text.utf8)))
    }
    let person = Person(
      handle: founding.handle, name: founding.name, emails: [founding.email],
      roles: Role.allCases)
    files.append(("people/\(founding.handle).yml", Array(HouseText.person(person).utf8)))
    if let ci = founding.ci { files.append(HouseText.ci(ci)) }
    return files
  }
}

extension [String] {
  /// The elements, each once, in their first order.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
