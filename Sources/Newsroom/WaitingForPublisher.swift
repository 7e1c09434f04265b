import Catalog
import Editorial

extension Newsroom {
  /// Stories from which the next move publishes, the longest there first, each with what stands in its
  /// way; and how many there are beyond `limit`.
  public func waitingForPublisher(
    limit: Int
  ) throws(Failure) -> (stories: [(slug: String, why: String)], more: Int) {
    var stages: Set<String> = []
    for workflow in desk.policy.workflows.values {
      for transition in workflow.transitions
      where transition.effect == .publish && transition.kind == nil {
        stages.formUnion(transition.from.map(\.stage))
      }
    }
    guard !stages.isEmpty else { return ([], 0) }
    var filter = Filter()
    (filter.stages, filter.sort, filter.limit) = (stages.sorted(), .waiting, 100)
    let all = try list(filter).filter { found in
      goal(of: found.entry)?.from.contains { $0.stage == found.entry.stage } == true
    }
    var stories: [(slug: String, why: String)] = []
    for found in all.prefix(limit) {
      let why = try why(found)
      stories.append((found.slug, why.obstacles.first?.message ?? "waits for a publisher"))
    }
    return (stories, all.count - stories.count)
  }
}
