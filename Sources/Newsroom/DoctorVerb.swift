import Catalog
import Editorial
import Git
import Glibc

/// Something that is wrong with a newsroom or a machine, and what mends it.
public struct Ailment: Sendable, Hashable {
  public var problem: String
  public var place: String
  public var remedy: String
  public var fixed = false
}

extension Newsroom {
  /// What is wrong here; with `fix`, what is safe to mend is mended.
  public static func examine(
    _ path: String, _ circumstances: Circumstances, fix: Bool
  ) throws(Failure) -> [Ailment] {
    var ailments = machine(circumstances)
    let repository = try repository(containing: path)
    ailments += leftovers(repository, fix: fix)
    var newsroom: Newsroom
    do throws(Failure) { newsroom = try open(containing: path, circumstances) } catch {
      guard error.kind != .notFound else { throw error }
      ailments.append(
        Ailment(problem: error.problem, place: path, remedy: error.hint ?? "ask for help"))
      return ailments
    }
    ailments += newsroom.identity()
    ailments += try newsroom.workTree()
    ailments += try newsroom.record(fix: fix)
    do throws(Failure) { try newsroom.refuseIfThemeIsBroken() } catch {
      ailments.append(
        Ailment(
          problem: "no edition can be cut: \(error.problem)", place: "theme/",
          remedy: error.hint ?? "stet theme check"))
    }
    return ailments
  }

  private static func machine(_ circumstances: Circumstances) -> [Ailment] {
    var ailments: [Ailment] = []
    let folders = (circumstances.environment["PATH"] ?? "").split(separator: ":")
    if !folders.contains(where: { access("\($0)/git", X_OK) == 0 }) {
      ailments.append(
        Ailment(problem: "git is not installed", place: "PATH", remedy: "apt-get install git"))
    }
    if !Disk.isFolder("/usr/share/zoneinfo") {
      ailments.append(
        Ailment(
          problem: "the machine knows no time zones", place: "/usr/share/zoneinfo",
          remedy: "apt-get install tzdata"))
    }
    return ailments
  }

  /// Lock files of programs that are gone, and objects half written.
  private static func leftovers(
    _ repository: borrowing Repository, fix: Bool
  ) -> [Ailment] {
    var ailments: [Ailment] = []
    let common = repository.commonDirectory
    let locks =
      ["\(Live.main).lock", "\(Live.reference).lock", "HEAD.lock", "packed-refs.lock"]
      .map { "\(common)/\($0)" } + ["\(repository.gitDirectory)/index.lock"]
    for lock in locks {
      var status = stat()
      guard lstat(lock, &status) == 0 else { continue }
      // Nobody holds one of these for an hour.
      let old = time(nil) - status.st_mtim.tv_sec > 3600
      var ailment = Ailment(
        problem: old ? "a lock file was left behind" : "another program is writing", place: lock,
        remedy: old ? "stet doctor --fix removes it" : "wait for it, or remove the file")
      if fix, old, unlink(lock) == 0 { ailment.fixed = true }
      ailments.append(ailment)
    }
    return ailments
  }

  private func identity() -> [Ailment] {
    do throws(Failure) {
      _ = try person()
      return []
    } catch {
      return [Ailment(problem: error.problem, place: "git config", remedy: error.hint ?? "")]
    }
  }

  private func workTree() throws(Failure) -> [Ailment] {
    var ailments: [Ailment] = []
    if !repository.isBare, repository.headReference != Live.main {
      ailments.append(
        Ailment(
          problem: "this work tree is not on main, so nothing can be changed here",
          place: repository.workTree ?? "", remedy: "git switch main"))
    }
    for path in try reading({ () throws(Damage) in try catalog?.unborn() ?? [] }) {
      ailments.append(
        Ailment(problem: "a file is no story yet", place: path, remedy: "stet save \(path)"))
    }
    return ailments
  }

  /// What the Judge found, and `live` where it is beside the line.
  private mutating func record(fix: Bool) throws(Failure) -> [Ailment] {
    var ailments: [Ailment] = []
    if let stop = desk.stop {
      ailments.append(
        Ailment(
          problem: "the record ends at a merge by \(stop.by): nothing after it counts",
          place: String(stop.commit.prefix(10)),
          remedy: "git reset --keep \(stop.good.prefix(10)) goes back to the last good commit"))
    }
    let open = desk.open
    if fix, desk.stop == nil, !desk.broken.isEmpty { try mend() }
    for offence in open {
      let standing = desk.offences.first { $0.commit == offence.commit }?.standing
      ailments.append(
        Ailment(
          problem: "\(offence.by): \(offence.message)",
          place: "\(offence.commit.prefix(10)) \(offence.paths.joined(separator: " "))",
          remedy: offence.remedy, fixed: standing != .open))
    }
    if case .beside(let id)? = liveFault {
      var ailment = Ailment(
        problem: "what readers see is not what follows from the record", place: "live",
        remedy: "stet doctor --fix puts it right and keeps what stands there")
      if fix { ailment.fixed = try putLiveRight(id) }
      ailments.append(ailment)
    }
    return ailments
  }

  /// Puts the last good files back, in a commit of whoever asks.
  private mutating func mend() throws(Failure) {
    let person = try person()
    try change("doctor") { newsroom throws(Failure) in
      var files: [(path: String, bytes: [UInt8]?)] = []
      for (path, hurt) in newsroom.desk.broken.sorted(by: { $0.key < $1.key }) {
        let bytes: [UInt8]? = if let good = hurt.good { try newsroom.blob(good.blob) } else { nil }
        files.append((path, bytes))
      }
      let names = files.map(\.path)
      let record = Record(
        subject: "mend: \(prose(Array(names.prefix(3))))\(names.count > 3 ? " and more" : "")",
        trailers: [])
      try newsroom.commit(Draft(files: files, record: record), by: person)
    }
  }

  /// Moves `live` to what follows from the record; what stood there, and releases on it, are kept
  /// under refs/stet/was/.
  private mutating func putLiveRight(_ old: ObjectID) throws(Failure) -> Bool {
    try change("doctor") { newsroom throws(Failure) in
      guard let right = ObjectID(hex: newsroom.desk.live),
        case .beside(let stands)? = newsroom.liveFault
      else { return newsroom.liveFault == nil }
      do throws(GitError) {
        let keep = "refs/stet/was/live-\(stands.description.prefix(10))"
        if try newsroom.repository.target(of: keep) == nil {
          try newsroom.repository.move(keep, from: nil, to: stands, because: "stet: doctor")
        }
        for tag in try newsroom.repository.tags()
        where try !newsroom.repository.isAncestor(tag.target, of: right) {
          let name = "refs/stet/was/tags/\(tag.name)"
          if try newsroom.repository.target(of: name) == nil {
            try newsroom.repository.move(name, from: nil, to: tag.id, because: "stet: doctor")
          }
          try newsroom.repository.delete("refs/tags/\(tag.name)", from: tag.id)
        }
        try newsroom.repository.move(
          Live.reference, from: stands, to: right, because: "stet: doctor --fix")
      } catch {
        throw Failure(error)
      }
      newsroom.liveFault = nil
      return true
    }
  }
}
