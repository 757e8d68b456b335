import NetworkModel

extension DatasetWriter {
  /// The network as node-link JSON: `nodes`, `links`, and the other tables as further lists.
  ///
  /// Keys are English and lowerCamelCase, words of fixed sets are English, lists are arrays; columns that regionet does
  /// not know stand beside the others under their own names. networkx reads it with
  /// `node_link_graph(data, edges="links")`.
  public static func json(_ network: Network) -> [UInt8] {
    let isMultigraph = network.hasParallelTies(isDirected: network.isDirected)
    var members: [JSONValue.Member] = [
      JSONValue.Member("directed", .bool(network.isDirected)), JSONValue.Member("multigraph", .bool(isMultigraph)),
    ]
    for table in DatasetTable.all(of: network) {
      let keys = table.fields.map { $0.jsonKey }
      // Tables leave out ids that are the names; other programs look for `id` all the same, as links name it.
      let named = table.table == .partners && !keys.contains("id") ? keys.firstIndex(of: "name") : nil
      let records = table.rows.map { row in
        let id = named.map { [JSONValue.Member("id", row[$0].json)] } ?? []
        return JSONValue.object(
          id + zip(keys, row).compactMap { key, value in value == .none ? nil : JSONValue.Member(key, value.json) })
      }
      members.append(JSONValue.Member(table.table.jsonKey, .array(records)))
    }
    return JSONValue.object(members).bytes()
  }
}

extension Table {
  fileprivate var jsonKey: String {
    switch self {
    case .partners: "nodes"
    case .ties: "links"
    default: rawValue
    }
  }
}

extension DatasetTable.Field {
  /// `strength_back` is `strengthBack`.
  fileprivate var jsonKey: String {
    switch self {
    case .attribute(let name): name
    case .column(let column):
      column.rawValue.split(separator: "_").enumerated()
        .map { index, word in index == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst() }.joined()
    }
  }
}

extension FieldValue {
  var json: JSONValue {
    switch self {
    case .none: .null
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .word(let word): .string(word.english)
    case .flag(let flag): .bool(flag)
    case .list(let items): .array(items.map(JSONValue.string))
    case .date(let date): .string(date.description)
    }
  }
}
