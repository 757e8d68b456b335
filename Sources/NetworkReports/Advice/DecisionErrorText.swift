import NetworkAnalysis
import NetworkModel

extension DecisionError {
  /// Why there is no answer, and what to do about it.
  ///
  /// - Parameter network: where names are looked up that were perhaps meant.
  public func messages(in network: Network) -> [Localized] {
    switch self {
    case .noLead:
      return [
        Localized(
          en: "no partner leads the network; give one the role lead, or choose another way: lose --remove ID, "
            + "connect --objective fragmentation",
          de: "kein Partner hat die Leitung; tragen Sie die Rolle Leitung ein, oder gehen Sie anders vor: "
            + "lose --remove ID, connect --objective fragmentation")
      ]
    case .unknownPartners(let names):
      let spelling = Spelling(words: network.partners.flatMap { [$0.id, $0.name] + [$0.shortName].compactMap { $0 } })
      return names.map { name in
        let suggestion = spelling.suggestion(for: name)
        return Localized(
          en: "there is no partner \"\(name)\"" + (suggestion.map { " (did you mean \"\($0)\"?)" } ?? ""),
          de: "es gibt keinen Partner „\(name)“" + (suggestion.map { " (meinten Sie „\($0)“?)" } ?? ""))
      }
    case .ambiguousPartner(let name, let ids):
      let ids = ids.joined(separator: ", ")
      return [
        Localized(
          en: "several partners are called \"\(name)\"; name one by its id: \(ids)",
          de: "mehrere Partner heißen „\(name)“; nennen Sie einen mit seiner ID: \(ids)")
      ]
    case .unknownMeeting(let id):
      let ids = network.meetings.map(\.id)
      guard !ids.isEmpty else {
        return [
          Localized(
            en: "there is no meeting \"\(id)\": the dataset has no table of meetings",
            de: "es gibt keine Sitzung „\(id)“: die Daten haben keine Tabelle Sitzungen")
        ]
      }
      let list = ids.joined(separator: ", ")
      return [
        Localized(
          en: "there is no meeting \"\(id)\"; the meetings are: \(list)",
          de: "es gibt keine Sitzung „\(id)“; die Sitzungen sind: \(list)")
      ]
    case .tooMany(let subject, let asked, let possible): return [subject.tooMany(asked, possible)]
    case .tooFew(let subject, let asked, let least):
      return [
        Localized(
          en: "\(subject.name.english): \(asked) is too few; \(least) or more are needed",
          de: "\(subject.name.german): \(asked) ist zu wenig; es müssen \(least) oder mehr sein")
      ]
    case .tooLarge(let partners, let ties, let work):
      return [
        Localized(
          en: "the network is too large for this question (\(partners) partners, \(ties) ties, --work \(work)); "
            + "allow more --work, or choose another --objective",
          de: "das Netzwerk ist zu groß für diese Frage (\(partners) Partner, \(ties) Beziehungen, --work \(work)); "
            + "erlauben Sie mehr --work, oder wählen Sie ein anderes --objective")
      ]
    }
  }
}

extension DecisionError.Subject {
  fileprivate var name: Localized {
    switch self {
    case .partnersToLose: Localized(en: "partners to lose", de: "wegfallende Partner")
    case .newTies: Localized(en: "new ties", de: "neue Beziehungen")
    case .groups: Localized(en: "groups", de: "Gruppen")
    case .rounds: Localized(en: "rounds", de: "Runden")
    }
  }

  fileprivate func tooMany(_ asked: Int, _ possible: Int) -> Localized {
    switch self {
    case .partnersToLose:
      Localized(
        en: "at most \(possible) partners can leave, not \(asked): two must remain",
        de: "höchstens \(possible) Partner können wegfallen, nicht \(asked): zwei müssen bleiben")
    case .newTies:
      Localized(
        en: "at most \(possible) new ties are possible here, not \(asked)",
        de: "hier sind höchstens \(possible) neue Beziehungen möglich, nicht \(asked)")
    case .groups:
      Localized(
        en: "\(asked) groups are too many for \(possible) people",
        de: "\(asked) Gruppen sind zu viele für \(possible) Personen"
      )
    case .rounds:
      Localized(
        en: "\(asked) rounds are too many: at most \(possible) are possible",
        de: "\(asked) Runden sind zu viele: höchstens \(possible) sind möglich")
    }
  }
}
