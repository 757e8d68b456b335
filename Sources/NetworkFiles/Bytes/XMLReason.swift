import CExpat
import NetworkModel

extension Localized {
  /// Why expat did not understand a text, for somebody who looks at the line.
  static func reason(_ code: XML_Error) -> Localized {
    switch code {
    // expat says so of an empty text and of one that ends with open elements.
    case XML_ERROR_NO_ELEMENTS: endsEarly
    case XML_ERROR_SYNTAX, XML_ERROR_INVALID_TOKEN:
      Localized(
        en: "a character stands where none may, such as < or & in a text",
        de: "ein Zeichen steht, wo keines stehen darf, etwa < oder & in einem Text")
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
      Localized(en: "the file is cut off", de: "die Datei ist abgeschnitten")
    case XML_ERROR_TAG_MISMATCH:
      Localized(en: "an element is closed that is not open", de: "ein Element wird geschlossen, das nicht offen ist")
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      Localized(en: "an attribute stands twice", de: "ein Attribut steht zweimal")
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      Localized(en: "something stands after the end", de: "nach dem Ende steht noch etwas")
    case XML_ERROR_UNDEFINED_ENTITY:
      Localized(en: "an entity that XML does not know", de: "eine Entity, die XML nicht kennt")
    case XML_ERROR_BAD_CHAR_REF:
      Localized(en: "a number that is no character", de: "eine Nummer, die kein Zeichen ist")
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
      Localized(
        en: "an encoding that is unknown or not that of the file; save it as UTF-8",
        de: "ein Zeichensatz, der unbekannt oder nicht der der Datei ist; speichern Sie sie als UTF-8")
    case XML_ERROR_UNBOUND_PREFIX, XML_ERROR_UNDECLARING_PREFIX:
      Localized(en: "a prefix that is declared nowhere", de: "ein Präfix, das nirgends erklärt ist")
    case XML_ERROR_MISPLACED_XML_PI, XML_ERROR_XML_DECL, XML_ERROR_TEXT_DECL:
      Localized(
        en: "the declaration <?xml …?> is damaged or not at the very beginning",
        de: "die Deklaration <?xml …?> ist beschädigt oder steht nicht ganz am Anfang")
    case XML_ERROR_NO_MEMORY: Localized(en: "there is not enough memory", de: "der Speicher reicht nicht")
    default:
      Localized(en: "a mistake of number \(code.rawValue)", de: "ein Fehler mit der Nummer \(code.rawValue)")
    }
  }

  static let endsEarly = Localized(en: "the file ends too early", de: "die Datei endet zu früh")
}
