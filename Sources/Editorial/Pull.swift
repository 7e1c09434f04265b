/// Takes back what was published last, and changes a story's workflow.
extension Desk {
  /// Readers get what they had before the version; it stands again where it was published from, unless
  /// another version is open.
  func pull(_ plan: inout Plan, at moment: Moment) throws(Damage) {
    guard let last = plan.entry.versions.last else { return }
    guard let before = try memory.entry(plan.entry.id, before: last.number) else {
      throw Damage("the record of \(plan.entry.slug) before version \(last.number) is missing")
    }
    let isOpen = hasOpenVersion(plan.entry)
    var after = plan.entry
    after.versions.removeLast()
    after.publication = before.publication
    (after.published, after.modified, after.notices) = (
      before.published, before.modified, before.notices
    )
    // A story that was never out before keeps its place for the day when it is.
    after.livePath = before.livePath ?? after.livePath
    (after.awaitsReading, after.scheduled, after.settled) = (
      before.awaitsReading, nil, before.settled
    )
    plan.kind = "pulled"
    if isOpen {
      // What nobody sees any more is unread again, and its words may be in the open version.
      for writer in last.changers ?? before.changers where !after.changers.contains(writer) {
        after.changers.append(writer)
      }
    } else {
      let stages = policy.workflows[after.workflow]
      after.stage = stages?.stage(before.stage) == nil ? stages?.start ?? "" : before.stage
      after.since = moment
      (after.kind, after.changers, after.approvals) = (
        before.kind, before.changers, before.approvals
      )
      (after.touches, after.changedByDesk, after.submitted) = (
        before.touches, before.changedByDesk, before.submitted
      )
      (after.words, after.plain) = (before.words, before.plain)
      (after.byline, after.credit) = (before.byline, before.credit)
      after.isOlderThanWithdrawal = before.isOlderThanWithdrawal
      plan.restores = before.blob
    }
    (plan.entry, plan.to) = (after, after.stage)
  }

  /// Another workflow, with everything to be approved again.
  func changeWorkflow(_ plan: inout Plan, _ move: Move, at moment: Moment) {
    guard let name = move.workflow, let workflow = policy.workflows[name] else { return }
    plan.entry.workflow = name
    (plan.entry.approvals, plan.entry.scheduled) = ([], nil)
    if workflow.stage(plan.entry.stage) == nil {
      (plan.entry.stage, plan.entry.since) = (workflow.start, moment)
      plan.entry.changedByDesk = false
    }
    if let before = plan.entry.stageBeforeSpike, workflow.stage(before) == nil {
      plan.entry.stageBeforeSpike = nil
    }
    for index in plan.entry.aside.indices
    where workflow.stage(plan.entry.aside[index].stage) == nil {
      plan.entry.aside[index].stage = workflow.start
    }
    plan.to = plan.entry.stage
  }
}
