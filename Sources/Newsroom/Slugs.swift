import Catalog
import Editorial

extension Newsroom {
  /// The first of slug, slug-2, … that is free in the whole newsroom.
  func freeSlug(_ wanted: String, on day: Day) throws(Failure) -> String {
    let catalog = try lists()
    let taken = Set(
      try reading { () throws(Damage) in try catalog.takenSlugs(like: wanted) })
    var number = 1
    while true {
      let slug = number == 1 ? wanted : "\(wanted)-\(number)"
      guard !taken.contains(slug) else {
        number += 1
        continue
      }
      let path = StoryPath(day: day, slug: slug).path
      let held = try reading { () throws(Damage) in try desk.memory.holder(ofAddress: path) }
      if held == nil, onDisk(path).map(Disk.exists) != true { return slug }
      number += 1
    }
  }
}
