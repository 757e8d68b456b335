/// Whether the data of an SVG path can be read to its end (SVG 1.1, section 8.3.9): renderers draw a broken path up to
/// where it breaks, and each a little differently.
///
/// - Complexity: O(n).
func isPathData(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  var position = 0
  func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x0C].contains(bytes[position]) { position += 1 }
  }
  func skipComma() {
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { return }
    position += 1
    skipBlanks()
  }
  func digits() -> Int {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }
  func sign() {
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
      position += 1
    }
  }
  func number() -> Bool {
    let start = position
    sign()
    var count = digits()
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      count += digits()
    }
    guard count > 0 else {
      position = start
      return false
    }
    let end = position
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      sign()
      if digits() == 0 { position = end }
    }
    return true
  }
  func flag() -> Bool {
    guard position < bytes.count, bytes[position] == 0x30 || bytes[position] == 0x31 else { return false }
    position += 1
    return true
  }
  let counts: [UInt8: Int] = [
    UInt8(ascii: "m"): 2, UInt8(ascii: "l"): 2, UInt8(ascii: "h"): 1, UInt8(ascii: "v"): 1, UInt8(ascii: "c"): 6,
    UInt8(ascii: "s"): 4, UInt8(ascii: "q"): 4, UInt8(ascii: "t"): 2, UInt8(ascii: "a"): 7, UInt8(ascii: "z"): 0,
  ]
  skipBlanks()
  // `none`, and nothing, are paths that draw nothing.
  if position == bytes.count || text.trimmed == "none" { return true }
  var isFirst = true
  while position < bytes.count {
    let letter = bytes[position] | 0x20
    guard let count = counts[letter], !isFirst || letter == UInt8(ascii: "m") else { return false }
    isFirst = false
    position += 1
    skipBlanks()
    if count == 0 { continue }
    var isComplete = false
    while true {
      let start = position
      var read = 0
      while read < count {
        let isFlag = letter == UInt8(ascii: "a") && (read == 3 || read == 4)
        guard isFlag ? flag() : number() else { break }
        read += 1
        if read < count { skipComma() }
      }
      if read == 0, isComplete {
        position = start
        break
      }
      guard read == count else { return false }
      isComplete = true
      let end = position
      skipComma()
      // A comma must have a number behind it.
      if bytes[end..<position].contains(UInt8(ascii: ",")), position == bytes.count || bytes[position] | 0x20 >= 0x61 {
        return false
      }
    }
    skipBlanks()
  }
  return true
}
