/// The transitions that every workflow has: those that act on what readers see, whatever the stage, and
/// those that put the work right.
public enum Builtin {
  public static let names = [
    "hold", "lift", "retract", "pull", "set-workflow", "resume", "restore",
  ]

  /// The transition of a name, as it is for the stories of a workflow.
  static func transition(
    _ name: String, in workflow: Workflow, _ policy: Policy
  ) -> Transition? {
    let roles = (policy.may[name] ?? []).map(Party.role)
    switch name {
    case "hold": return make(name, "Hold", workflow, roles, .hold, note: true)
    case "lift": return make(name, "Lift", workflow, roles, .lift)
    case "retract": return make(name, "Retract", workflow, roles, .retract)
    case "pull": return make(name, "Pull", workflow, roles, .pull, note: true)
    case "set-workflow":
      return make(name, "Change the workflow", workflow, [.role(.chief)], .setWorkflow)
    case "resume":
      let all: [Party] = [.role(.editor), .role(.publisher), .role(.clock), .maker, .byline]
      return make(name, "Resume", workflow, all, .resume)
    case "restore":
      return make(name, "Restore", workflow, [.role(.publisher)], .restore, note: true)
    default: return nil
    }
  }

  private static func make(
    _ name: String, _ label: String, _ workflow: Workflow, _ by: [Party],
    _ effect: Transition.Effect, note: Bool = false
  ) -> Transition {
    Transition(
      name: name, label: label, from: workflow.stages.map { ($0.name, $0.name) }, targets: [],
      by: by, not: [], unless: [], requires: [], noteRequired: note, noticeRequired: false,
      approves: false, approvals: 0, kind: nil, effect: effect, exemption: nil)
  }
}

extension Desk {
  /// A transition by its name: of the workflow, or one that every workflow has.
  public func transition(_ name: String, of entry: Entry) -> Transition? {
    guard let workflow = policy.workflows[entry.workflow] else { return nil }
    return workflow.transition(name) ?? Builtin.transition(name, in: workflow, policy)
  }
}
