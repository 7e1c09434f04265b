/// Proves a workflow before it is used.
public enum WorkflowCheck {
  /// Every stage can be reached and left, and no way to readers skips an approval that another way
  /// demands; a way whose `four-eyes:` names an exemption is judged by that.
  public static func prove(_ workflow: Workflow) throws(PolicyFault) {
    let problems = problems(of: workflow)
    guard let first = problems.first else { return }
    throw PolicyFault(path: "workflows/\(workflow.name).yml", line: 1, first)
  }

  /// What is wrong with a workflow, in words.
  public static func problems(of workflow: Workflow) -> [String] {
    var problems: [String] = []
    let reached = reachable(workflow)
    for stage in workflow.stages {
      if !reached.contains(stage.name) {
        problems.append("no transition leads to the stage \(stage.name)")
      }
      if workflow.transitions(from: stage.name).isEmpty {
        problems.append("no transition leads out of the stage \(stage.name)")
      }
    }
    let ways = workflow.transitions.filter {
      ($0.effect == .publish || $0.effect == .schedule) && $0.exemption == nil
    }
    let most = ways.map(\.approvals).max() ?? 0
    for way in ways where way.approvals < most {
      problems.append(
        "\(way.name) reaches readers with \(way.approvals) approvals, where another way demands \(most)"
      )
    }
    for way in workflow.transitions where way.exemption == .refile || way.exemption == .addition {
      let starts = way.from.map(\.stage)
      if !way.isQuick || starts != [workflow.published] {
        problems.append(
          "\(way.name) is exempt from four-eyes as a change of what readers have, and is none: it needs kind, effect: publish, and to lead from \(workflow.published)"
        )
      }
    }
    if ways.isEmpty, !workflow.transitions.contains(where: { $0.effect == .publish }) {
      problems.append("no transition publishes")
    }
    return problems
  }

  private static func reachable(_ workflow: Workflow) -> Set<String> {
    var reached: Set = [workflow.start]
    var frontier = [workflow.start]
    while let stage = frontier.popLast() {
      for transition in workflow.transitions(from: stage) {
        let direct = transition.from.filter { $0.stage == stage }.compactMap(\.target)
        for next in direct + transition.targets where reached.insert(next).inserted {
          frontier.append(next)
        }
      }
    }
    return reached
  }
}
