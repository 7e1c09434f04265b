internal import Crypto

/// The digest of a story's words: every key that is not managed, the pictures they name with the
/// smaller sizes that these have, the body.
///
/// It binds an approval. Comments, quoting, the order of keys and line ends don't count; a field with
/// an empty value counts as absent.
public struct Words: Hashable, Sendable {
  /// Over all words: what an approval is given to.
  public let digest: String
  /// Without `kind`, `notice` and `amends`, which publication takes out of the words.
  public let plain: String

  /// `picture` gives a path's blob id; nil for a picture that is not there.
  public init(of story: Story, picture: (String) throws(Damage) -> String?) throws(Damage) {
    let pictures = try Picture.all(story.pictures, picture)
    let fields = story.file.fields
      .filter { !Managed.keys.contains($0.key) && !$0.value.isEmpty }
      .map { (key: Array($0.key.utf8), field: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let versioned = fields.contains { Story.versionKeys.contains($0.field.key) }
    func hash(_ include: (String) -> Bool) -> String {
      var sink = Sink()
      sink.add("stet-words-1")
      for (_, field) in fields where include(field.key) {
        sink.add(field.key)
        sink.add(field.value)
      }
      sink.add(count: pictures.count)
      for (path, blob) in pictures {
        sink.add(path)
        sink.add(blob)
      }
      sink.addLines(story.file.body)
      return sink.digest
    }
    digest = hash { _ in true }
    plain = versioned ? hash { !Story.versionKeys.contains($0) } : digest
  }

  /// Feeds the hash with lengths before contents, so that no two sequences look alike.
  private struct Sink {
    private var hash = SHA256()

    mutating func add(_ text: String) {
      add(count: text.utf8.count)
      hash.update(data: Array(text.utf8))
    }

    mutating func add(count: Int) {
      withUnsafeBytes(of: UInt64(count).bigEndian) { hash.update(bufferPointer: $0) }
    }

    mutating func add(_ value: Value) {
      switch value {
      case .scalar(let text):
        add("scalar")
        add(text)
      case .list(let values):
        add("list")
        add(count: values.count)
        for value in values { add(value) }
      case .map(let pairs):
        add("map")
        add(count: pairs.count)
        let sorted = pairs.map { (Array($0.key.utf8), $0) }
          .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        for (_, pair) in sorted {
          add(pair.key)
          add(pair.value)
        }
      }
    }

    mutating func addLines(_ body: ArraySlice<UInt8>) {
      let lines = body.contains(0x0D) ? body.filter { $0 != 0x0D } : Array(body)
      add(count: lines.count)
      hash.update(data: lines)
    }

    var digest: String {
      let digits = Array("0123456789abcdef".utf8)
      var text: [UInt8] = []
      for byte in hash.finalize() {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}

/// Something that the Judge needs can't be read: an object is missing, or the catalog is damaged.
public struct Damage: Explained {
  public let problem: String
  public let hint: String?

  public init(_ problem: String, hint: String? = nil) {
    (self.problem, self.hint) = (problem, hint)
  }
}
