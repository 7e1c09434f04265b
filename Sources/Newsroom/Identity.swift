public import Editorial
import Git
import Glibc

/// Who is at the newsroom.
extension Newsroom {
  static let personSetting = "stet.as"

  /// Who acts: `--as` or STET_AS, else who `whoami --set` named in this clone, else whose address
  /// Git's `user.email` is.
  public func person() throws(Failure) -> Person {
    if let name = circumstances.person { return try person(called: name) }
    if let name = repository.localConfiguration(Self.personSetting) {
      return try person(called: name)
    }
    guard let email = repository.configuration("user.email"), !email.isEmpty else {
      throw Failure(
        .refused, "stet doesn't know who you are: git has no user.email here",
        hint: "stet whoami --set HANDLE, or git config user.email ADDRESS")
    }
    guard let person = desk.policy.person(withEmail: email) else {
      throw Failure(
        .refused, "nobody in people/ has the address \(email)",
        hint: "a chief adds you: stet people add HANDLE --name NAME --email \(email)")
    }
    return person
  }

  /// Who acts, if anybody can be told.
  public func personIfKnown() -> Person? { try? person() }

  /// The person with a handle.
  public func person(called name: String) throws(Failure) -> Person {
    if let handle = Handle(name), let person = desk.policy.people[handle] { return person }
    let handles = desk.policy.people.keys.map(\.description).sorted()
    let near = handles.nearest(to: name)
    throw Failure(
      .notFound, "there is nobody called \(name) in people/",
      hint: near.map { "did you mean \($0)?" }
        ?? (handles.count <= 12 ? "there are \(prose(handles))" : "stet people lists everyone"))
  }

  /// Remembers in this clone who sits at it.
  public func remember(_ person: Person) throws(Failure) {
    try git { () throws(GitError) in
      try repository.setLocal(Self.personSetting, to: person.handle.description)
    }
  }

  /// Whether somebody may change anything here now: `main` is checked out here and nowhere else.
  func refuseUnlessOnMain() throws(Failure) {
    guard repository.isBare || repository.headReference == Live.main else {
      let where_ =
        repository.headReference.map {
          "is on \($0.split(separator: "/").dropFirst(2).joined(separator: "/"))"
        }
        ?? "is detached from every branch"
      throw Failure(
        .refused,
        "this work tree \(where_), and the desk is main: stories can be read here, not changed",
        hint: "git switch main")
    }
    let others = try git { () throws(GitError) in try repository.otherWorkTrees() }
    if let other = others.first(where: { $0.head == Live.main }) {
      throw Failure(
        .refused, "the desk is checked out in another folder too: \(other.path)",
        hint: "work there: stet -C \(other.path)")
    }
  }

  /// Runs a change under the newsroom's lock, on what `main` then says.
  public mutating func change<Value>(
    _ command: String, _ body: (inout Newsroom) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try refuseUnlessOnMain()
    let lock = try Lock(at: folder + "/lock", for: "stet \(command)", say: circumstances.say)
    try refresh()
    // What is only worked out leaves no trace in the repository either.
    if circumstances.isDry { try git { () throws(GitError) in try repository.useMemory() } }
    let value = try body(&self)
    _ = consume lock
    return value
  }
}

extension Newsroom {
  /// A setting of the user's git, wherever there is a repository or none.
  public static func userSetting(_ key: String) -> String? { Repository.userConfiguration(key) }

  /// A path given on the command line as a path inside the newsroom; nil where it lies outside.
  public func pathInNewsroom(_ path: String) -> String? {
    guard let root = repository.workTree else { return nil }
    var absolute = path
    if !path.hasPrefix("/") {
      guard let here = getcwd(nil, 0) else { return nil }
      defer { free(here) }
      absolute = String(cString: here) + "/" + path
    }
    // The folder is resolved, the file itself is not: a link must be seen as one.
    let cut = absolute.lastIndex(of: "/") ?? absolute.startIndex
    let folder = cut == absolute.startIndex ? "/" : String(absolute[..<cut])
    let name = absolute[absolute.index(after: cut)...]
    guard let real = realpath(folder, nil), let top = realpath(root, nil) else { return nil }
    defer {
      free(real)
      free(top)
    }
    let full = String(cString: real) + "/" + name
    let prefix = String(cString: top) + "/"
    return full.hasPrefix(prefix) ? String(full.dropFirst(prefix.count)) : nil
  }
}
