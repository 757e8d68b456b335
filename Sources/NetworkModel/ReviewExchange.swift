extension Reviewer {
  mutating func reviewOffers() -> [Offer] {
    let ids = ids(of: draft.offers.map { ($0.id, $0.place) }, prefix: "o")
    var list: [Offer] = []
    for (row, id) in zip(draft.offers, ids) {
      checkAmount(row.amount, row.place, .amount)
      let capacity = row.capacity ?? 1
      if capacity < 1 {
        report(
          .outOfRange, .error, row.place, .capacity,
          Localized(
            en: "a capacity is 1 or more, not \(capacity); remove the row if the offer has ended",
            de:
              "eine Kapazität ist 1 oder mehr, nicht \(capacity); löschen Sie die Zeile, wenn es das Angebot nicht mehr gibt"
          ))
      }
      guard let id, let partner = partner(row.partner, row.place, .partner), capacity >= 1 else { continue }
      list.append(
        Offer(
          id: id, partner: partner, topics: row.topics, kind: row.kind, capacity: capacity, amount: row.amount,
          attributes: row.attributes))
    }
    return list
  }

  mutating func reviewNeeds() -> [Need] {
    let ids = ids(of: draft.needs.map { ($0.id, $0.place) }, prefix: "n")
    var list: [Need] = []
    for (row, id) in zip(draft.needs, ids) {
      checkAmount(row.amount, row.place, .amount)
      guard let id, let partner = partner(row.partner, row.place, .partner) else { continue }
      list.append(
        Need(
          id: id, partner: partner, topics: row.topics, kind: row.kind, amount: row.amount,
          priority: row.priority ?? .low, attributes: row.attributes))
    }
    return list
  }

  mutating func reviewFits(needs: [Need], offers: [Offer]) -> [Fit] {
    let needPositions = Dictionary(uniqueKeysWithValues: needs.enumerated().map { ($1.id, $0) })
    let offerPositions = Dictionary(uniqueKeysWithValues: offers.enumerated().map { ($1.id, $0) })
    struct Pair: Hashable {
      let need: Int
      let offer: Int
    }
    var places: [Pair: RowPlace] = [:]
    var list: [Fit] = []
    for row in draft.fits {
      let need = needPositions[row.need]
      let offer = offerPositions[row.offer]
      if need == nil {
        report(
          .unknownNeed, .error, row.place, .need,
          Localized(en: "no need \"\(row.need)\"", de: "kein Bedarf „\(row.need)“"),
          suggestion: suggestion(for: row.need, in: .needs) { needs.map(\.id) })
      }
      if offer == nil {
        report(
          .unknownOffer, .error, row.place, .offer,
          Localized(en: "no offer \"\(row.offer)\"", de: "kein Angebot „\(row.offer)“"),
          suggestion: suggestion(for: row.offer, in: .offers) { offers.map(\.id) })
      }
      if !(row.value >= 0 && row.value.isFinite) {
        report(
          .outOfRange, .error, row.place, .fit,
          Localized(
            en: "a fit is 0 or more, not \(row.value.shortText)",
            de: "eine Passung ist 0 oder mehr, nicht \(row.value.germanText)"))
        continue
      }
      guard let need, let offer else { continue }
      let pair = Pair(need: need, offer: offer)
      if let first = places[pair] {
        reportDuplicate("\(row.need)–\(row.offer)", row.place, .need, first: first)
        continue
      }
      places[pair] = row.place
      list.append(Fit(need: need, offer: offer, value: row.value))
    }
    return list
  }

  /// The ids as given, and for rows without one `o1`, `o2` … by row, skipping those that are taken; nil for a repeated id.
  private mutating func ids(of rows: [(id: String?, place: RowPlace)], prefix: String) -> [String?] {
    var places: [String: RowPlace] = [:]
    let taken = Set(rows.compactMap(\.id))
    var next = 0
    return rows.map { id, place in
      guard let id else {
        repeat { next += 1 } while taken.contains("\(prefix)\(next)")
        return "\(prefix)\(next)"
      }
      if let first = places[id] {
        reportDuplicate(id, place, .id, first: first)
        return nil
      }
      places[id] = place
      return id
    }
  }
}
