import NetworkModel

/// A file that says where the tables of a dataset stand in foreign files, and what their columns are called there.
///
/// ```yaml
/// partners: {table: Partners, columns: {name: Project Partner, sector: Legal Status, municipality: Town}}
/// participation: {table: Partners, columns: {partner: Project Partner, project: Acronym}, values: {role: partner}}
/// network: {title: Interreg, language: en}
/// ```
///
/// - A table may be a list of such entries, when it is made from several sheets or files.
/// - `columns` names the foreign header of a column; the table's own English and German headers need no entry.
/// - `values` gives a column one value for all rows.
/// - `split` names columns whose cells hold several values with `;`: each makes a row of its own.
/// - `distinct: yes` makes one record of the rows with one id or name. It is the default where a sheet feeds several
///   tables, because then a partner stands there once for each project.
/// - `network` may give the network's settings themselves, `same` the partners that are one: `same: {VHS: Volkshochschule}`.
struct ColumnsFile {
  let file: String
  /// Whether it was not given but lay beside the dataset, so that it may be meant for another one.
  var isFoundBeside = false
  private(set) var mappings: [TableMapping] = []
  private(set) var settings: [(name: String, value: String, line: Int)] = []
  private(set) var sames: [(name: String, sameAs: String, line: Int)] = []

  static func read(_ path: String) throws(UnreadableInput) -> ColumnsFile {
    try ColumnsFile(FileBytes.read(path), file: path.fileName)
  }

  init(_ bytes: FileBytes, file: String) throws(UnreadableInput) {
    self.file = file
    var problems: [Problem] = []
    let root = try YAMLNode.parse(bytes, file: file)
    guard let entries = root?.entries, !entries.isEmpty else {
      throw UnreadableInput(
        .invalidMapping, at: Location(file: file),
        Localized(
          en: "the mapping is empty; write for example partners: {table: Sheet1, columns: {name: Organisation}}",
          de: "die Zuordnung ist leer; schreiben Sie zum Beispiel partners: {table: Tabelle1, columns: {name: Träger}}")
      )
    }
    for (key, name, value) in entries {
      guard case .exact(let table) = Table.recognise(name) else {
        problems.append(Self.unknownTable(name, at: key.location))
        continue
      }
      if table == .network, value["table"] == nil, let pairs = value.entries {
        for (key, name, value) in pairs {
          let text = value.list.map { $0.compactMap(\.text).joined(separator: ";") } ?? value.text ?? ""
          settings.append((name, text, key.location.line ?? 1))
        }
        continue
      }
      if table == .same, value["table"] == nil, let pairs = value.entries {
        for (key, name, value) in pairs {
          guard let text = value.text, !text.trimmed.isEmpty else {
            problems.append(
              Problem(
                .invalidMapping, at: key.location,
                Localized(
                  en: "\"\(name)\" needs the partner it is the same as behind the colon",
                  de: "hinter „\(name)“: fehlt der Partner, mit dem er derselbe ist")))
            continue
          }
          sames.append((name.trimmed, text.trimmed, key.location.line ?? 1))
        }
        continue
      }
      for node in value.list ?? [value] {
        if let mapping = Self.mapping(table, node, &problems) { mappings.append(mapping) }
      }
    }
    if !problems.isEmpty { throw UnreadableInput(problems) }
  }

  private static func mapping(_ table: Table, _ node: YAMLNode, _ problems: inout [Problem]) -> TableMapping? {
    guard let entries = node.entries else {
      problems.append(
        Problem(
          .invalidMapping, at: node.location,
          Localized(
            en: "write {table: …, columns: {…}} for the table \(table.rawValue)",
            de: "schreiben Sie für die Tabelle \(table.rawValue): {table: …, columns: {…}}")))
      return nil
    }
    var mapping = TableMapping(table: table, location: node.location)
    for (key, name, value) in entries {
      switch name {
      case "table":
        mapping.source = value.text
      case "columns":
        for (column, header, place) in columns(of: table, value, &problems) {
          mapping.columns[column] = header
          mapping.columnLines[column] = place.line
        }
      case "values":
        for (column, text, _) in columns(of: table, value, &problems) { mapping.values[column] = text }
      case "split":
        for item in value.list ?? [value] {
          if let column = column(item.text ?? "", of: table, at: item.location, &problems) {
            mapping.splitColumns.insert(column)
          }
        }
      case "distinct":
        mapping.isDistinct = value.text.flatMap { Words.yesNo.value(of: $0) }
      default:
        problems.append(
          Problem(
            .invalidMapping, at: key.location,
            Localized(
              en: "\"\(name)\" is not known here; a table has table, columns, values, split, distinct",
              de: "„\(name)“ ist hier nicht bekannt; eine Tabelle hat table, columns, values, split, distinct"),
            suggestion: nearestWord(to: name, among: ["table", "columns", "values", "split", "distinct"])))
      }
    }
    return mapping
  }

  private static func columns(
    of table: Table, _ node: YAMLNode, _ problems: inout [Problem]
  ) -> [(Column, String, Location)] {
    var result: [(Column, String, Location)] = []
    for (key, name, value) in node.entries ?? [] {
      guard let column = column(name, of: table, at: key.location, &problems) else { continue }
      guard let text = value.text else {
        problems.append(
          Problem(
            .invalidMapping, at: key.location,
            Localized(
              en: "\(name) needs a header or value behind the colon",
              de: "hinter \(name): fehlt eine Überschrift oder ein Wert")))
        continue
      }
      result.append((column, text, key.location))
    }
    return result
  }

  private static func column(
    _ name: String, of table: Table, at location: Location, _ problems: inout [Problem]
  ) -> Column? {
    let key = name.headerKey
    let words = table.columns
    let ranked = words.compactMap { word in word.rank(of: key).map { (word.column, $0) } }
    if let best = ranked.min(by: { $0.1 < $1.1 }), best.1 < 100 { return best.0 }
    let all = words.map(\.column.rawValue)
    problems.append(
      Problem(
        .invalidMapping, at: location,
        Localized(
          en: "the table \(table.rawValue) has no column \"\(name)\"; it has \(all.joined(separator: ", "))",
          de: "die Tabelle \(table.rawValue) hat keine Spalte „\(name)“; sie hat \(all.joined(separator: ", "))"),
        suggestion: nearestWord(to: name, among: all)))
    return nil
  }

  private static func unknownTable(_ name: String, at location: Location) -> Problem {
    let all = Table.allCases.map(\.rawValue)
    return Problem(
      .invalidMapping, at: location,
      Localized(
        en: "there is no table \"\(name)\"; the tables are \(all.joined(separator: ", "))",
        de: "es gibt keine Tabelle „\(name)“; die Tabellen heißen \(all.joined(separator: ", "))"),
      suggestion: nearestWord(to: name, among: all + Table.allCases.map(\.germanName)))
  }
}
