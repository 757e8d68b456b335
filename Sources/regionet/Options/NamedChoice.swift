import ArgumentParser

/// A choice among words on the command line.
///
/// The parser lists the words by key paths, each made anew for every option: 5 % of what a small network takes to measure.
protocol NamedChoice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension NamedChoice {
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}
