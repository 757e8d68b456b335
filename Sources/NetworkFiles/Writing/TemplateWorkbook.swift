import NetworkModel

extension DatasetWriter {
  /// An empty workbook for a new network: all tables with their headers, and lists to choose from for sectors, roles and
  /// every other fixed set of words.
  public static func templateWorkbook(
    _ template: SectorTemplate, language: Language
  ) throws(UnwritableFile) -> [UInt8] {
    let sheets = Table.allCases.map { table in
      WorkbookSheet(
        name: table.displayName[language],
        columns: table.columns.map { words in
          WorkbookColumn(
            title: words.title(in: language), width: words.width,
            choices: choices(table, words.column, template, language),
            allowsOthers: words.column == .sector || (table == .ties && words.column == .kind),
            hint: hint(table, words, language))
        },
        rows: table == .network ? settings(template, language) : [])
    }
    return try WorkbookWriter.bytes(sheets: sheets, language: language)
  }

  private static func settings(_ template: SectorTemplate, _ language: Language) -> [[WorkbookCell]] {
    SettingKey.allCases.map { key in
      let value: WorkbookCell =
        switch key {
        case .template: .text(template.id)
        case .language: .text(language.rawValue)
        default: .empty
        }
      return [.text(key.name(in: language)), value]
    }
  }

  private static func choices(
    _ table: Table, _ column: Column, _ template: SectorTemplate, _ language: Language
  ) -> [String] {
    switch (table, column) {
    case (_, .sector): template.sectors.map { $0.name[language] }
    case (.partners, .kind): Words.partnerKind.allWords(in: language)
    case (.partners, .role): Words.partnerRole.allWords(in: language)
    case (.offers, .kind), (.needs, .kind): Words.exchangeKind.allWords(in: language)
    case (_, .priority): Words.priority.allWords(in: language)
    case (_, .status): Words.projectStatus.allWords(in: language)
    case (.participation, .role): Words.participationRole.allWords(in: language)
    case (_, .task): Words.leadTask.allWords(in: language)
    case (_, .public), (_, .consent), (_, .answered), (_, .directed): Words.yesNo.allWords(in: language)
    case (.ties, .trust), (.ties, .trustBack): ["1", "2", "3", "4"]
    default: []
    }
  }

  private static func hint(_ table: Table, _ words: ColumnWords, _ language: Language) -> String? {
    let text: Localized? =
      switch (table, words.column) {
      case (.partners, .sector), (.candidates, .sector):
        Localized(
          en: "Choose one sector. Several: separate them with ; and confirm the question.",
          de: "Wählen Sie einen Sektor. Mehrere: mit ; trennen und die Rückfrage bestätigen.")
      case (.ties, .source), (.ties, .target), (_, .partner):
        Localized(en: "The id, name or short name of a partner", de: "ID, Name oder Kurzname eines Partners")
      case (_, .project): Localized(en: "The id or name of a project", de: "ID oder Name eines Projekts")
      case (_, .meeting): Localized(en: "The id of a meeting", de: "ID einer Sitzung")
      case (_, .topic), (_, .resources), (_, .offers):
        Localized(en: "Separate several with ;", de: "Mehrere mit ; trennen")
      case (_, .strength), (_, .strengthBack):
        Localized(en: "A number above 0; empty means 1", de: "Eine Zahl über 0; leer heißt 1")
      case (_, .trust): Localized(en: "1 low … 4 high, rated by source", de: "1 gering … 4 hoch, bewertet von „Von“")
      case (_, .trustBack):
        Localized(en: "1 low … 4 high, rated by target", de: "1 gering … 4 hoch, bewertet von „Nach“")
      case (.same, .name):
        Localized(en: "A partner that stands twice", de: "Ein Partner, der doppelt vorkommt")
      case (.same, .sameAs):
        Localized(en: "The partner it is the same as, which stays", de: "Der Partner, der er ist und der bleibt")
      case (_, .consent):
        Localized(en: "May the partner be named in public?", de: "Darf der Partner öffentlich genannt werden?")
      case (_, .answered):
        Localized(en: "Did the partner answer the survey?", de: "Hat der Partner bei der Umfrage geantwortet?")
      case (_, .date), (_, .from), (_, .until), (_, .since), (_, .joined), (_, .left):
        Localized(
          en: "2024, 2024-05 or 2024-05-31", de: "2024, 2024-05 oder 31.05.2024")
      default: nil
      }
    return text?[language]
  }
}

extension ColumnWords {
  /// In letters.
  fileprivate var width: Double {
    switch column {
    case .name, .title, .position, .resources, .contact, .topic, .offers: 32
    case .source, .target, .sameAs, .partner, .project, .sector, .website, .value, .need, .offer: 26
    case .municipality, .interest, .field, .kind, .key, .short, .role, .status: 18
    default: 13
    }
  }
}
