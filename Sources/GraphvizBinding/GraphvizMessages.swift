import CGraphviz
import Synchronization

/// What libgraphviz says while it works. Its callback carries no context, so there is one collection for the process;
/// the lock round every call makes it belong to that call.
enum GraphvizMessages {
  struct Message: Hashable {
    var isError: Bool
    var text: String
  }

  private static let pieces = Mutex<[String]>([])

  /// Makes the library talk to us and not to standard error.
  static func listen() {
    _ = agseterrf { text in
      if let text { GraphvizMessages.pieces.withLock { $0.append(String(cString: text)) } }
      return 0
    }
    _ = agseterr(AGWARN)
  }

  /// All messages since the last call.
  static func drain() -> [Message] {
    let heard = pieces.withLock { pieces in
      defer { pieces = [] }
      return pieces
    }
    return assemble(heard)
  }

  /// The callback comes three times a message ("Error" or "Warning", ": ", the text) and once for a continuation.
  static func assemble(_ pieces: [String]) -> [Message] {
    var messages: [Message] = []
    var next = 0
    while next < pieces.count {
      let isError = pieces[next] == "Error"
      if isError || pieces[next] == "Warning", next + 2 < pieces.count, pieces[next + 1] == ": " {
        messages.append(Message(isError: isError, text: pieces[next + 2]))
        next += 3
      } else {
        if messages.isEmpty {
          messages.append(Message(isError: true, text: pieces[next]))
        } else {
          messages[messages.count - 1].text += " " + pieces[next]
        }
        next += 1
      }
    }
    for position in messages.indices {
      messages[position].text = messages[position].text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return messages
  }
}
