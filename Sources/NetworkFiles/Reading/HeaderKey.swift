import NetworkModel

extension String {
  /// The text as it counts when headers, table names and fixed words are compared: only letters and digits, in lower
  /// case, umlauts written out, accents dropped (`Stärke zurück`, `staerke_zurueck` and `STÄRKE-ZURÜCK` are one word).
  ///
  /// Only the first thousand characters count: no word is longer, but a header may be a text of megabytes.
  var headerKey: String {
    var key: [UInt8] = []
    key.reserveCapacity(Swift.min(utf8.count, 1000))
    for scalar in unicodeScalars.prefix(1000) {
      switch scalar {
      case "a"..."z", "0"..."9": key.append(UInt8(scalar.value))
      case "A"..."Z": key.append(UInt8(scalar.value) | 0x20)
      // The mark of a decomposed umlaut, as macOS writes it: o + U+0308 is ö.
      case "\u{308}": if let last = key.last, "aou".utf8.contains(last) { key.append(UInt8(ascii: "e")) }
      case "\u{300}"..."\u{36F}": continue
      default:
        if let letters = scalar.plainLetters {
          key += letters.utf8
        } else if scalar.properties.isAlphabetic {
          key += String(scalar).lowercased().utf8
        }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}

/// The word of a list that a misspelt one was probably meant to be; nil where none is near.
func nearestWord(to text: String, among words: [String]) -> String? {
  // Longer words are texts; nobody misspells a header at such length.
  text.utf8.count > 2 && text.utf8.count < 100 ? Spelling(words: words).suggestion(for: text) : nil
}
