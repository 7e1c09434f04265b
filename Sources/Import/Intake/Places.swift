internal import Editorial

/// Gives each story a slug of its own; a headline that comes a thousand times is asked about once.
struct Places {
  private let reception: Reception
  private var taken: Set<String> = []
  private var asked: Set<String> = []
  /// The next number to try behind a slug.
  private var next: [String: Int] = [:]

  init(_ reception: Reception) { self.reception = reception }

  /// The path of a story on a day: the first of slug, slug-2, … that is free in the whole newsroom.
  mutating func take(_ story: Incoming, _ id: StoryID, on day: Day) throws(Damage) -> String {
    let wanted =
      story.slug.flatMap { Slug.from($0) } ?? Slug.from(story.headline)
      ?? "story-\(id.description.suffix(8))"
    if asked.insert(wanted).inserted { taken.formUnion(try reception.taken(wanted)) }
    var number = next[wanted] ?? 1
    while true {
      let slug = number == 1 ? wanted : "\(wanted)-\(number)"
      let path = StoryPath(day: day, slug: slug).path
      number += 1
      guard isShortName(slug), !taken.contains(slug), try !reception.isOccupied(path) else {
        continue
      }
      taken.insert(slug)
      next[wanted] = number
      return path
    }
  }
}
