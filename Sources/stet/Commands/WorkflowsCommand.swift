import ArgumentParser
import Editorial
import Newsroom

struct WorkflowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflows", _superCommandName: "stet",
    abstract: "The stages of stories and the moves between them.",
    discussion: """
      EXAMPLES
        stet workflows
        stet workflows show standard
        stet workflows check
        stet workflows add solo
      """,
    subcommands: [
      WorkflowsList.self, WorkflowsShow.self, WorkflowsCheckCommand.self, WorkflowsAdd.self,
    ], defaultSubcommand: WorkflowsList.self)

  static func json(_ workflow: Workflow) -> JSON {
    .object([
      ("name", .string(workflow.name)), ("label", .string(workflow.label)),
      (
        "stages",
        .array(
          workflow.stages.map { stage in
            .object([
              ("name", .string(stage.name)), ("label", .string(stage.label)),
              ("words", JSON(stage.words.map(\.name))),
            ])
          })
      ),
      (
        "transitions",
        .array(
          workflow.transitions.map { transition in
            .object([
              ("name", .string(transition.name)), ("label", .string(transition.label)),
              ("from", JSON(transition.from.map(\.stage))),
              ("to", JSON(transition.from.map { $0.target ?? "previous" })),
              ("by", JSON(transition.by.map(\.name))),
              ("requires", JSON(transition.requires.map(\.name))),
            ])
          })
      ),
    ])
  }
}

struct WorkflowsList: Command {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Those in use.")
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let workflows = newsroom.desk.policy.inUse.compactMap { newsroom.desk.policy.workflows[$0] }
    let lines = workflows.enumerated().map { index, workflow in
      "\(screen.padded(workflow.name, to: 10))  \(workflow.description)\(index == 0 ? " (default)" : "")"
    }
    return Answer(lines, json: .array(workflows.map(WorkflowsCommand.json)))
  }
}

struct WorkflowsShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The stages and moves of one.")
  @Argument(help: "The workflow.") var name: String
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard let workflow = newsroom.desk.policy.workflows[name] else {
      let names = newsroom.desk.policy.workflows.keys.sorted()
      throw Failure(
        .notFound, "there is no workflow called \(name)",
        hint: names.nearest(to: name).map { "did you mean \($0)?" } ?? "there are \(prose(names))")
    }
    var lines = ["\(workflow.label): \(workflow.description)", ""]
    for stage in workflow.stages {
      let who =
        stage.words.isEmpty
        ? "nobody changes words" : "words: \(prose(stage.words.map(\.name), "or"))"
      lines.append("\(stage.name)   \(who)")
      for transition in workflow.transitions(from: stage.name) {
        let to = transition.from.first { $0.stage == stage.name }?.target ?? "the stage before"
        lines.append(
          "  \(screen.padded(transition.name, to: 10)) → \(screen.padded(to, to: 10))  \(prose(transition.by.map(\.name), "or"))"
        )
      }
    }
    return Answer(lines, json: WorkflowsCommand.json(workflow))
  }
}

struct WorkflowsCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove them before they are used.",
    discussion: """
      Every stage can be reached and left, no way to readers skips an approval, every role and check \
      exists, and no story stands in a stage that is gone. Files of the work tree are checked as they are.

      EXAMPLES
        stet workflows check
        stet workflows check standard
      """)
  @Argument(help: "One of them; all otherwise.") var name: String?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let faults = try newsroom.checkWorkflows(name)
    let json = JSON.array(
      faults.map { fault in
        .object([
          ("path", .string(fault.path)), ("line", .int(fault.line)),
          ("message", .string(fault.message)),
        ])
      })
    guard !faults.isEmpty else {
      let count = newsroom.desk.policy.workflows.count
      return Answer(
        [name.map { "\($0) is sound." } ?? "All \(count) workflows are sound."], json: json)
    }
    var answer = Answer(faults.map(\.problem), json: json)
    answer.status = .failed
    return answer
  }
}

struct WorkflowsAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put a workflow that comes with stet into use.",
    discussion: """
      EXAMPLES
        stet workflows add solo
      """)
  @Argument(help: "Its name.") var name: String
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    try newsroom.addWorkflow(name)
    let workflow = newsroom.desk.policy.workflows[name]
    return Answer(
      ["\(name) is in use: \(workflow?.description ?? "")"],
      json: workflow.map(WorkflowsCommand.json) ?? .null,
      hints: ["stet new HEADLINE --workflow \(name)"])
  }
}
