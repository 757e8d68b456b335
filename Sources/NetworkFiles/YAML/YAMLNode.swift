import NetworkModel
import Yams

/// A piece of a YAML file that knows where it stands.
///
/// Scalars are texts: which of them are numbers is for the reader of the file to say. So `no` stays `no`.
struct YAMLNode {
  private let node: Yams.Node
  let file: String

  /// More than any template or mapping.
  private static let sizeLimit = 4 << 20

  /// Parses a file; nil where it is empty.
  static func parse(_ bytes: FileBytes, file: String) throws(UnreadableInput) -> YAMLNode? {
    guard bytes.count <= sizeLimit else {
      throw UnreadableInput(
        .fileTooLarge, at: Location(file: file),
        Localized(en: "larger than 4 MB; that is no YAML file", de: "größer als 4 MB; das ist keine YAML-Datei"))
    }
    let text = DecodedText(bytes).withBytes { String(decoding: $0, as: UTF8.self) }
    do {
      // The basic resolver guesses no types, and so needs no regular expressions.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.nextRoot() else { return nil }
      if let second = try parser.nextRoot() {
        throw SecondDocument(line: second.mark?.line)
      }
      return YAMLNode(node: root, file: file)
    } catch let second as SecondDocument {
      throw UnreadableInput(
        .invalidYAML, at: Location(file: file, line: second.line),
        Localized(
          en: "a second document begins here (---), and only one is read; join the two, or take the other out",
          de:
            "hier beginnt ein zweites Dokument (---), und nur eines wird gelesen; fügen Sie die beiden zusammen, oder nehmen Sie das andere heraus"
        ))
    } catch let error as YamlError {
      throw unreadable(error, file: file)
    } catch {
      throw unreadable(.memory, file: file)
    }
  }

  private struct SecondDocument: Error { var line: Int? }

  private static func unreadable(_ error: YamlError, file: String) -> UnreadableInput {
    let line: Int?
    let reason: Localized
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (line, reason) = (mark.line, YAMLFault.words(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.joined(separator: ", ")
      line = context.mark.line
      reason = Localized(en: "the key \(names) stands twice", de: "der Schlüssel \(names) steht zweimal da")
    case .reader(let problem, _, _, _): (line, reason) = (nil, YAMLFault.words(problem))
    default: (line, reason) = (nil, YAMLFault.words(""))
    }
    return UnreadableInput(
      .invalidYAML, at: Location(file: file, line: line),
      Localized(
        en:
          "this is no YAML: \(reason.english); check blanks, colons and quotation marks in this line and the one above",
        de:
          "das ist kein YAML: \(reason.german); prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen in dieser Zeile und "
          + "der darüber"))
  }

  var location: Location { Location(file: file, line: node.mark?.line) }

  /// The text; nil where it is empty, `~` or `null`, or no single text.
  var text: String? {
    guard case .scalar(let scalar) = node else { return nil }
    if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nil }
    let text = scalar.string.trimmed
    return text.isEmpty ? nil : text
  }

  var isText: Bool { if case .scalar = node { true } else { false } }
  var isEmpty: Bool { isText && text == nil }

  /// The items of a list; nil where it is none.
  var list: [YAMLNode]? {
    guard case .sequence(let sequence) = node else { return nil }
    return sequence.map { YAMLNode(node: $0, file: file) }
  }

  /// The keys and values in the file's order; nil where there are none. Keys that are no texts are left out.
  var entries: [(key: YAMLNode, name: String, value: YAMLNode)]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.compactMap { key, value in
      guard let name = key.scalar?.string else { return nil }
      return (YAMLNode(node: key, file: file), name, YAMLNode(node: value, file: file))
    }
  }

  subscript(key: String) -> YAMLNode? { entries?.first { $0.name == key }?.value }
}

extension Problem.Code {
  public static let invalidYAML = Self(rawValue: "invalidYaml")
}
