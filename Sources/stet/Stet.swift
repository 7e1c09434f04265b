import ArgumentParser
import Newsroom

/// The command line: what there is to do.
///
/// A new command is one file in Commands/ and one name in ``groups``.
struct Stet: ParsableCommand {
  static let version = Newsroom.version

  static let configuration = CommandConfiguration(
    commandName: "stet",
    abstract: "A newsroom in a Git repository: draft, edit, approve, publish, release.",
    version: version, subcommands: commands)

  /// The commands in the groups of the short help.
  static let groups: [(title: String, commands: [any ParsableCommand.Type])] = [
    (
      "Write",
      [
        New.self, Edit.self, Save.self, Status.self, Show.self, PathCommand.self, Preview.self,
        Diff.self, Check.self, NoteCommand.self, Claim.self, Unclaim.self, Media.self,
        FrontCommand.self,
      ]
    ),
    (
      "Move",
      [
        Submit.self, Recall.self, Approve.self, Reject.self, Publish.self, ScheduleCommand.self,
        Unschedule.self, Due.self, Spike.self, Revive.self, UndoCommand.self, MoveCommand.self,
        SetWorkflow.self, Why.self,
      ]
    ),
    (
      "Correct",
      [
        Update.self, Correct.self, Clarify.self, Refile.self, Stand.self, Resume.self,
        Resolve.self,
      ]
    ),
    ("Withdraw", [Hold.self, Lift.self, Retract.self, Pull.self]),
    (
      "Find",
      [
        List.self, Board.self, Log.self, Credits.self, Handover.self, Corrections.self,
      ]
    ),
    (
      "Release",
      [
        ReleaseCommand.self, Releases.self, ReleaseNotes.self, ExportCommand.self,
        OutletCommand.self, Serve.self,
      ]
    ),
    ("Prove", [Verify.self, Waive.self, Doctor.self]),
    (
      "Set up",
      [
        Init.self, Whoami.self, People.self, ImportCommand.self, WorkflowsCommand.self,
        ThemeCommand.self,
        Completion.self,
      ]
    ),
  ]

  static let commands = groups.flatMap(\.commands)

  static func command(named name: String) -> (any ParsableCommand.Type)? {
    commands.first {
      $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
    }
  }
}
