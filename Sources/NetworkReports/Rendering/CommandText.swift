/// How the command is typed that goes on from a finding.
public struct CommandText: Sendable, Hashable {
  /// The dataset and the options that say how it is read, as they were given.
  let dataset: [String]

  public init(dataset: [String]) { self.dataset = dataset }

  /// `regionet`, the command, the dataset, the command's options.
  ///
  /// - Parameter words: the command and its options.
  public func line(_ words: [String]) -> String {
    (["regionet"] + words.prefix(1) + dataset + words.dropFirst()).map(Self.quoted).joined(separator: " ")
  }

  /// The word as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_./:=@%+,-".unicodeScalars.contains($0)
    }
    if isPlain && !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
