import Editorial
import Export
import Foundation
import Git
import Glibc

extension Newsroom {
  /// Renders a story as it stands on the desk, marked as not for publication, and gives its page's
  /// path on disk.
  ///
  /// With it come a few published stories, so that its lists are not empty.
  public func preview(_ found: Found) async throws(Failure) -> String {
    let folder = "\(folder)/preview"
    let (edition, article) = try edition(showing: found)
    do {
      _ = try await Exporter.export(
        edition, formats: [try Format.named("site")], to: folder, previous: nil, force: false,
        stamp: Array("preview\n".utf8))
      return folder + article.urlPath
    } catch {
      throw Failure(error)
    }
  }

  /// Writes a story as it stands on the desk into a folder, marked as not for publication.
  public func export(_ found: Found, _ request: ExportRequest) async throws(Failure) -> Exported {
    if let outlet = try Self.outlet(at: request.directory, repository) {
      throw Failure(
        .refused,
        "\(request.directory) is the folder of the outlet \(outlet): readers see what is in it",
        hint: "name another folder")
    }
    var (edition, article) = try edition(showing: found)
    // Lists of a site want neighbours; any other format is of this story alone.
    if !request.formats.contains(where: { $0.name == "site" }) { edition.stories = [article] }
    var exported = Exported(
      release: found.slug, directory: request.directory, reports: [], held: [],
      live: edition.commit, tip: nil, withdrawals: [])
    if circumstances.isDry { return exported }
    do {
      let outcome = try await Exporter.export(
        edition, formats: request.formats, to: request.directory, previous: nil,
        force: request.force, stamp: Array("desk \(found.slug)\nNOT FOR PUBLICATION\n".utf8))
      exported.reports = outcome.reports
    } catch {
      throw Failure(error)
    }
    return exported
  }

  /// A story as readers would see it if it were published now, among its published neighbours.
  private func edition(showing found: Found) throws(Failure) -> (Export.Edition, Article) {
    let story = try story(found.entry)
    let at = circumstances.now
    let (path, bytes) = try reading { () throws(Damage) in
      try desk.previewed(story, found.entry, at: at, on: today)
    }
    do {
      var edition = try neighbours(of: found)
      let article = try Article(path: path, story: try Story(bytes))
      edition.stories.removeAll { $0.id == article.id }
      edition.stories.insert(article, at: 0)
      edition.people = Dictionary(
        desk.policy.people.map { ($0.key, Profile($0.value)) }
      ) { first, _ in first }
      let body = try FrontMatter(bytes).text
      let rest = edition.body
      edition.body = { try $0.id == article.id ? body : rest($0) }
      edition.ribbon = ribbon(of: found, story)
      let pictures = try pictures(of: story)
      let published = edition.media
      edition.media = { try pictures[$0] ?? published($0) }
      return (edition, article)
    } catch {
      throw Failure(error)
    }
  }

  /// What stands on top of a page that is for looking at: the stage, and what holds it back.
  private func ribbon(of found: Found, _ story: Story) -> String {
    let stage = desk.policy.workflows[found.entry.workflow]?.stage(found.entry.stage)
    var parts = [stage?.label ?? found.entry.stage]
    if let until = story.embargo.flatMap({ Moment($0) }), until > circumstances.now {
      parts.append("EMBARGO until \(when(until)) (\(zone.name))")
    }
    if found.entry.held != nil { parts.append("ON HOLD") }
    return (parts + ["NOT FOR PUBLICATION"]).joined(separator: " · ")
  }

  /// The newest published stories, for READ MORE and recent posts of a preview.
  private func neighbours(of found: Found) throws(Failure) -> Export.Edition {
    do {
      var request = ExportRequest(formats: [], directory: "")
      request.live = true
      var edition = try Source(repository, request).edition(repository)
      edition.stories = Array(
        edition.stories.sorted { ($0.published, $0.path) > ($1.published, $1.path) }.prefix(30))
      edition.fronts = [:]
      edition.aliases = [:]
      return edition
    } catch {
      throw Failure(error)
    }
  }

  private func pictures(of story: Story) throws(Failure) -> [String: [UInt8]] {
    var pictures: [String: [UInt8]] = [:]
    for path in story.pictures {
      let id = try reading { () throws(Damage) in try desk.memory.picture(path) }
      if let id, let object = ObjectID(hex: id) {
        pictures[path] = try git { () throws(GitError) in
          try repository.blob(object, limit: 64 << 20)
        }
      }
    }
    return pictures
  }
}
