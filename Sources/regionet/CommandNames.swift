import ArgumentParser
import NetworkModel

/// The names of the commands: which of them is called, and the hint where one is misspelt.
enum CommandNames {
  /// The command that the arguments call, parsed; nil where all commands must be looked at: for help, scripts for shells,
  /// and whatever is wrong.
  ///
  /// The parser describes a command to itself several times where it is one of others. That takes longer than a small
  /// network is measured. That it has a `_superCommandName` keeps it from looking for what asks for scripts for shells.
  static func called(by arguments: some Sequence<String>) -> (any ParsableCommand)? {
    let words = Array(arguments)
    guard let command = Regionet.configuration.subcommands.first(where: { $0._commandName == words.first }),
      command.configuration.subcommands.isEmpty
    else { return nil }
    return try? command.parse(Array(words.dropFirst()))
  }

  /// What to say where the arguments begin with a word that is no command; nil where they do not.
  static func misspelt(
    _ arguments: some Sequence<String>, in command: any ParsableCommand.Type = Regionet.self
  ) -> Localized? {
    let commands = command.configuration.subcommands
    var words = Array(arguments)[...]
    if words.first == "help" { words.removeFirst() }
    guard let word = words.first, !word.hasPrefix("-"), !commands.isEmpty else { return nil }
    if let found = commands.first(where: { $0._commandName == word }) { return misspelt(words.dropFirst(), in: found) }
    let names = commands.map { $0._commandName }
    let list = names.joined(separator: ", ")
    let near = Spelling(words: names).suggestion(for: word)
    return Localized(
      en: "there is no command \"\(word)\"" + (near.map { " (did you mean \"\($0)\"?)" } ?? "")
        + "; the commands are: \(list)",
      de: "es gibt keinen Befehl „\(word)“" + (near.map { " (meinten Sie „\($0)“?)" } ?? "")
        + "; die Befehle sind: \(list)")
  }
}
