import NetworkModel

/// What libyaml says of a file that it cannot read, for planners.
enum YAMLFault {
  /// libyaml's own words with ours for those that occur when people write.
  static let known: [String: Localized] = [
    "mapping values are not allowed in this context": Localized(
      en: "a colon where none may stand; put a value with a colon in quotation marks",
      de: "hier darf kein Doppelpunkt stehen; setzen Sie einen Wert mit Doppelpunkt in Anführungszeichen"),
    "mapping keys are not allowed in this context": Localized(
      en: "no key may stand here", de: "hier darf kein Schlüssel stehen"),
    "block sequence entries are not allowed in this context": Localized(
      en: "no item of a list may stand here", de: "hier darf kein Listenpunkt (-) stehen"),
    "found unexpected end of stream": Localized(
      en: "the file ends within quotation marks that are not closed",
      de: "die Datei endet in Anführungszeichen, die nicht geschlossen sind"),
    "found unexpected document indicator": Localized(
      en: "the quotation marks are not closed before ---", de: "die Anführungszeichen sind vor --- nicht geschlossen"),
    "found character that cannot start any token": Localized(
      en: "a value or key begins with a tab, @, ` or %; put it in quotation marks, and indent with blanks",
      de:
        "ein Wert oder Schlüssel beginnt mit Tabulator, @, ` oder %; setzen Sie ihn in Anführungszeichen, und rücken Sie mit Leerzeichen ein"
    ),
    "found a tab character that violates indentation": Localized(
      en: "a tab where blanks must stand", de: "ein Tabulator, wo Leerzeichen stehen müssen"),
    "found a tab character where an indentation space is expected": Localized(
      en: "a tab where blanks must stand", de: "ein Tabulator, wo Leerzeichen stehen müssen"),
    "did not find expected key": Localized(
      en: "a key with a colon was expected", de: "hier sollte ein Schlüssel mit Doppelpunkt stehen"),
    "could not find expected ':'": Localized(
      en: "the colon behind the key is missing", de: "hinter dem Schlüssel fehlt der Doppelpunkt"),
    "found unexpected ':'": Localized(
      en: "a colon where none may stand", de: "hier darf kein Doppelpunkt stehen"),
    "did not find expected ',' or ']'": Localized(
      en: "a list in brackets lacks a comma or the closing ]",
      de: "in einer Liste in Klammern fehlt ein Komma oder das schließende ]"),
    "did not find expected ',' or '}'": Localized(
      en: "keys in braces lack a comma or the closing }",
      de: "bei Schlüsseln in geschweiften Klammern fehlt ein Komma oder das schließende }"),
    "did not find expected '-' indicator": Localized(
      en: "an item of a list must begin with a dash", de: "ein Listenpunkt muss mit einem Strich (-) beginnen"),
    "did not find expected node content": Localized(
      en: "a value is missing", de: "hier fehlt ein Wert"),
    "found undefined alias": Localized(
      en: "a value begins with *; put it in quotation marks",
      de: "ein Wert beginnt mit *; setzen Sie ihn in Anführungszeichen"),
    "found unknown escape character": Localized(
      en: "a backslash in quotation marks; write \\\\ for it, or take single quotation marks",
      de:
        "ein umgekehrter Schrägstrich in Anführungszeichen; schreiben Sie ihn doppelt, oder nehmen Sie einfache Anführungszeichen"
    ),
    "did not find expected alphabetic or numeric character": Localized(
      en: "a value begins with & or *; put it in quotation marks",
      de: "ein Wert beginnt mit & oder *; setzen Sie ihn in Anführungszeichen"),
    "did not find expected <document start>": Localized(
      en: "something stands before or behind the keys that does not belong there",
      de: "vor oder hinter den Schlüsseln steht etwas, das nicht dorthin gehört"),
    "did not find expected comment or line break": Localized(
      en: "behind > or | nothing but a line break may stand", de: "hinter > oder | darf nur ein Zeilenende stehen"),
    "control characters are not allowed": Localized(
      en: "it contains control characters", de: "die Datei enthält Steuerzeichen"),
  ]

  /// - Parameter problem: libyaml's words; what is rare stays in its words in English.
  static func words(_ problem: String) -> Localized {
    known[problem]
      ?? Localized(
        en: problem.isEmpty ? "it cannot be read" : problem, de: "der Aufbau der Zeile ist nicht zu verstehen")
  }
}
