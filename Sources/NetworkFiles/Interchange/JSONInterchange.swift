import NetworkModel

enum JSONInterchange {
  /// Reads with the module's reader of JSON; a file it refuses is a draft with the reason.
  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft {
    do throws(UnreadableInput) {
      return try NodeLinkReader(file: file, language: nil).read(DecodedText(FileBytes(bytes)), limits: limits)
    } catch {
      var draft = NetworkDraft()
      draft.tables = [TableOrigin(file: file)]
      draft.problems = error.problems
      return draft
    }
  }

  static func value(_ text: String, _ kind: NetworkFields.Kind) -> JSONValue {
    switch kind {
    case .boolean: .bool(text == "true")
    // Only a number that comes out again as it went in.
    case .whole, .number: text.plainNumber.map { $0.shortText == text ? .number($0) : .string(text) } ?? .string(text)
    case .text: .string(text)
    }
  }
}
