public import Editorial
import Export
import Git
import Glibc

/// What came of adding a picture.
public struct AddedPicture: Sendable {
  public var path: String
  /// As a story names it.
  public var image: Value
  /// The story that it was put on.
  public var found: Found?
  /// The widths of the smaller sizes that came with it.
  public var widths: [Int] = []
  /// Why smaller sizes are missing, where some are.
  public var hint: String?
}

extension Newsroom {
  /// Takes a picture in under media/, with its smaller sizes, and names it in a story where one is
  /// given: one commit.
  ///
  /// A picture that is there already is not added again.
  public mutating func add(_ picture: PictureToAdd) async throws(Failure) -> AddedPicture {
    let person = try person()
    if let story = picture.story { _ = try draftable(story) }
    let folder = scratch("pictures-\(getpid())")
    let sizes = await SmallerSizes.made(of: picture.file, in: folder)
    return try change("media") { newsroom throws(Failure) in
      try newsroom.take(picture, sizes, by: person)
    }
  }

  private mutating func take(
    _ picture: PictureToAdd, _ sizes: SmallerSizes, by person: Person
  ) throws(Failure) -> AddedPicture {
    let (path, isThere) = try place(of: picture, sizes)
    let image = Value([
      "file": path, "caption": picture.caption, "credit": picture.credit, "alt": picture.alt,
      "license": picture.license,
    ])
    var added = AddedPicture(path: path, image: image)
    var files: [(path: String, bytes: [UInt8]?)] = []
    if !isThere {
      files.append((path, picture.file.bytes))
      for (width, bytes) in sizes.files {
        files.append((Picture.smaller(of: path, width), bytes))
        added.widths.append(width)
      }
      added.hint = sizes.hint
    }
    var trailers: [Record.Trailer] = []
    if let story = picture.story {
      let open = try draftable(story)
      guard !open.hasUnsaved else { throw unsaved([open.found]) }
      var edits = Edits()
      edits.set = [("image", image)]
      files.append(
        (open.found.entry.path, try apply(edits, to: try parsed(open.bytes, open.found))))
      trailers = [Record.Trailer("Stet-Story", story.description)]
      added.found = open.found
    }
    guard !files.isEmpty else { return added }
    var chain = try begin()
    let record = Record(subject: "media: \(path)", note: picture.note, trailers: trailers)
    try add(Draft(files: files, record: record), to: &chain, by: person)
    if let story = picture.story { added.found = try preview(chain, story) }
    try finish(chain)
    return added
  }

  /// The first of name, name-2, … that is free for a picture and its sizes, or holds it already.
  private func place(
    of picture: PictureToAdd, _ sizes: SmallerSizes
  ) throws(Failure) -> (path: String, isThere: Bool) {
    let day = today
    let folder = "media/\(padded(day.year, to: 4))/\(padded(day.month))"
    let ending = picture.file.type.ending
    let id = try git { () throws(GitError) in
      try repository.hashFile(picture.file.bytes)
    }.description
    var count = 1
    while true {
      let name = count == 1 ? picture.name : "\(picture.name)-\(count)"
      let path = "\(folder)/\(name).\(ending)"
      count += 1
      let (known, taken) = try reading { () throws(Damage) in
        var taken = Picture.isSmaller(path)
        for smaller in Picture.smaller(of: path) where try desk.memory.picture(smaller) != nil {
          taken = true
        }
        return (try desk.memory.picture(path), taken)
      }
      if known == id { return (path, true) }
      if known == nil, !taken, onDisk(path).map(Disk.exists) != true { return (path, false) }
    }
  }
}
