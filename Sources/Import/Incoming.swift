public import Editorial

/// A story as another system has it, read and not yet taken in.
///
/// A format fills in what its source says and no more. Slugs, ids, handles, sections and paths of
/// pictures are given when the whole batch is taken in.
public struct Incoming: Sendable {
  /// Where it comes from, for the report and for its id: the path of its file below the import's, with
  /// `#` and the item's own id where one file holds several.
  public var source: String
  /// The bytes of that file or item as found; with ``source`` they make the story's id, so that a
  /// second run finds the same story.
  public var raw: [UInt8]
  /// The name that it has everywhere, as the uri of a wire item; its id is then made of that alone.
  public var uri: String?

  public var headline: String
  public var kicker, standfirst, summary: String?
  /// Names or slugs as found, the most important first; the first becomes the section, the others tags.
  public var sections: [String] = []
  public var tags: [String] = []
  public var authors: [Author] = []
  /// When it was first published, last changed and begun.
  ///
  /// No date: it comes in as a draft.
  public var date, modified, created: Moment?
  /// The day of its address where the source says one beside the date; else that of ``date`` in the
  /// newsroom's zone.
  public var day: Day?
  /// As its old system had it; any text.
  public var slug: String?
  /// Its old addresses below the old site, beginning with `/`: `/2019/01/14/late-news/`.
  public var aliases: [String] = []
  public var language, dateline, copyright, slugline: String?
  /// IPTC: 1 most urgent, 5 normal, 9 least.
  public var urgency: Int?
  public var mediatopics: [String] = []
  /// Agencies or sources of the copy.
  public var credit: [String] = []
  public var image: Image?
  /// Markdown.
  ///
  /// Pictures and links stand as the source has them, relative ones too: they are resolved
  /// against ``source`` and ``Batch/roots``.
  public var body: String = ""
  /// The line of ``source`` on which ``body`` begins, from 1.
  public var bodyLine = 1
  /// Where its pictures and links stand in ``source``, by their addresses; nil where the lines of ``body``
  /// are those of the source.
  public var places: [String: Int]?
  public var related: [Related] = []
  public var wanted = Stage.published
  /// The source's condition: nothing before it.
  public var embargo: Moment?
  /// Fields that stet has no word for, kept as they are under their own names.
  public var further: [(key: String, value: Value)] = []
  /// What could not be carried over, or came over as something else.
  public var notes: [Remark] = []

  public init(source: String, raw: [UInt8], headline: String) {
    (self.source, self.raw, self.headline) = (source, raw, headline)
  }

  /// The line of the source for an address of the body, `line` being its place where that is Markdown.
  func line(of address: String, at line: Int) -> Int {
    guard let places else { return line }
    return places[address] ?? bodyLine
  }

  /// What the source says of its state.
  public enum Stage: Sendable, Equatable {
    case published
    /// Not for readers, and why, as in `its status is private`; nil where it simply is a draft.
    case draft(String?)
    /// Never for readers, and why: it comes in spiked.
    case spiked(String)
  }

  /// Who wrote it.
  public struct Author: Sendable, Hashable {
    public var name: String
    /// What its old system calls this person, if the batch's people know that name.
    public var key: String?
    /// What the story itself says of this person.
    public var page: IncomingPerson?

    public init(name: String, key: String? = nil, page: IncomingPerson? = nil) {
      (self.name, self.key, self.page) = (name, key, page)
    }
  }

  /// The picture that leads.
  public struct Image: Sendable, Hashable {
    /// A path or an address as the source has it.
    public var reference: String
    public var caption, credit, alt: String?

    public init(
      _ reference: String, caption: String? = nil, credit: String? = nil, alt: String? = nil
    ) {
      (self.reference, self.caption, self.credit, self.alt) = (reference, caption, credit, alt)
    }
  }
}

/// A remark on a line of a source.
public struct Remark: Sendable, Hashable {
  /// From 1; nil where it concerns the whole of it.
  public var line: Int?
  public var message: String

  public init(line: Int? = nil, _ message: String) { (self.line, self.message) = (line, message) }
}
