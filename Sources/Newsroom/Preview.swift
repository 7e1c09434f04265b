import Editorial
import Export
import Foundation
import Git
import Glibc

extension Newsroom {
  /// Renders a story as it stands on the desk, saved or not and in the theme of the work tree, marked
  /// as not for publication, and gives its page's path on disk.
  ///
  /// With it come a few published stories, so that its lists are not empty.
  public func preview(_ found: Found) async throws(Failure) -> String {
    let folder = "\(folder)/preview"
    let (edition, article) = try edition(showing: found, withUnsaved: true)
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
    var (edition, article) = try edition(showing: found, withUnsaved: false)
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
}
