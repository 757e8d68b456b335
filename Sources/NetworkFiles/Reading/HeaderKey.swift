import NetworkModel

extension String {
  /// The text as it counts when headers, table names and fixed words are compared: only letters and digits, in lower
  /// case, with diacritics written out (`Stärke zurück`, `staerke_zurueck` and `STÄRKE-ZURÜCK` are one word).
  var headerKey: String {
    var key: [UInt8] = []
    key.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": key.append(UInt8(scalar.value))
      case "A"..."Z": key.append(UInt8(scalar.value) | 0x20)
      case "ä", "Ä", "æ", "Æ": key += "ae".utf8
      case "ö", "Ö", "ø", "Ø", "œ", "Œ": key += "oe".utf8
      case "ü", "Ü": key += "ue".utf8
      case "ß", "ẞ": key += "ss".utf8
      case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": key.append(UInt8(ascii: "e"))
      case "à", "á", "â", "À", "Á", "Â": key.append(UInt8(ascii: "a"))
      // The mark of a decomposed umlaut, as macOS writes it: o + U+0308 is ö.
      case "\u{308}": if let last = key.last, "aou".utf8.contains(last) { key.append(UInt8(ascii: "e")) }
      case "\u{300}"..."\u{36F}": continue
      default: if scalar.properties.isAlphabetic { key += String(scalar).lowercased().utf8 }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}

/// The word of a list that a misspelt one was probably meant to be.
///
/// - Returns: the nearest word with at most a quarter of its letters wrong (one in short words); nil where none is.
func nearestWord(to text: String, among words: [String]) -> String? {
  let key = Array(text.headerKey.utf8)
  guard key.count > 2, key.count < 64 else { return nil }
  var best: (word: String, distance: Int)?
  for word in words {
    let wordKey = Array(word.headerKey.utf8)
    let allowed = max(1, max(key.count, wordKey.count) / 4)
    guard abs(key.count - wordKey.count) <= allowed else { continue }
    let distance = editDistance(key, wordKey)
    if distance <= allowed, distance < best?.distance ?? .max { best = (word, distance) }
  }
  return best?.word
}

/// The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
