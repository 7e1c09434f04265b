public import Editorial
import Git

/// A picture to be taken in.
public struct PictureToAdd: Sendable {
  /// Its name on the person's disk, for its name here.
  public var name: String
  public var bytes: [UInt8]
  public var alt: String
  public var caption: String?
  public var credit: String?
  public var license: String?
  /// The story that it goes with.
  public var story: StoryID?
  public var note = ""

  public init(name: String, bytes: [UInt8], alt: String) {
    (self.name, self.bytes, self.alt) = (name, bytes, alt)
  }
}

extension Newsroom {
  static let mostPictureBytes = 20 << 20

  /// Takes a picture in under media/, and names it in a story where one is given: one commit.
  public mutating func add(
    _ picture: PictureToAdd
  ) throws(Failure) -> (path: String, image: Value, found: Found?) {
    let person = try person()
    guard picture.bytes.count <= Self.mostPictureBytes else {
      throw Failure(
        .invalid, "\(picture.name) is larger than 20 MiB", hint: "make it smaller, then try again")
    }
    guard let kind = PictureKind(picture.bytes) else {
      throw Failure(
        .invalid, "\(picture.name) is no picture that a page can show",
        hint: "stet takes \(prose(PictureKind.allCases.map(\.rawValue), "or"))")
    }
    let parts = picture.name.split(separator: ".")
    let ending = parts.count > 1 ? parts.last.map { $0.lowercased() } ?? "" : ""
    guard ending == kind.rawValue || ending == "jpeg" && kind == .jpg else {
      throw Failure(
        .invalid, "\(picture.name) holds \(kind.rawValue), not what its name says",
        hint: "rename it to end in .\(kind.rawValue)")
    }
    let stem = parts.dropLast().joined(separator: "-")
    let name = Slug.from(stem) ?? "picture"
    return try change("media") { newsroom throws(Failure) in
      try newsroom.take(picture, name, kind, by: person)
    }
  }

  private mutating func take(
    _ picture: PictureToAdd, _ name: String, _ kind: PictureKind, by person: Person
  ) throws(Failure) -> (path: String, image: Value, found: Found?) {
    let day = today
    let folder = "media/\(padded(day.year, to: 4))/\(padded(day.month))"
    let id = try git { () throws(GitError) in try repository.hashFile(picture.bytes) }.description
    var path = "\(folder)/\(name).\(kind.rawValue)"
    var count = 1
    var known = try reading { () throws(Damage) in try desk.memory.picture(path) }
    while let blob = known, blob != id {
      count += 1
      path = "\(folder)/\(name)-\(count).\(kind.rawValue)"
      known = try reading { () throws(Damage) in try desk.memory.picture(path) }
    }
    let image = Value([
      "file": path, "caption": picture.caption, "credit": picture.credit, "alt": picture.alt,
      "license": picture.license,
    ])
    var files: [(path: String, bytes: [UInt8]?)] = known == nil ? [(path, picture.bytes)] : []
    var trailers: [Record.Trailer] = []
    var found: Found?
    if let story = picture.story {
      let open = try draftable(story)
      guard !open.hasUnsaved else { throw unsaved([open.found]) }
      var edits = Edits()
      edits.set = [("image", image)]
      files.append(
        (open.found.entry.path, try apply(edits, to: try parsed(open.bytes, open.found))))
      trailers = [Record.Trailer("Stet-Story", story.description)]
      found = open.found
    }
    guard !files.isEmpty else { return (path, image, found) }
    var chain = try begin()
    let record = Record(subject: "media: \(path)", note: picture.note, trailers: trailers)
    try add(Draft(files: files, record: record), to: &chain, by: person)
    if let story = picture.story { found = try preview(chain, story) }
    try finish(chain)
    return (path, image, found)
  }
}
