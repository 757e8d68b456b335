import ArgumentParser

@main
struct Regionet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regionet", abstract: "Shows a regional partner network: its structure, its gaps, what to do next.")
}
