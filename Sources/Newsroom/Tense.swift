/// Verbs of the desk in their past form.
public enum Tense {
  public static func past(_ verb: String) -> String {
    switch verb {
    case "submit": "submitted"
    case "reject", "refile", "add", "retract", "publish", "correct", "pull", "lift", "resume",
      "schedule", "unschedule", "restore":
      verb.hasSuffix("e") ? verb + "d" : verb + "ed"
    case "clarify": "clarified"
    case "hold": "put on hold"
    case "stand": "left to stand"
    case "set-workflow": "given another workflow"
    default: verb.hasSuffix("e") ? verb + "d" : verb + "ed"
    }
  }
}
