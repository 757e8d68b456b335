/// The tables of a dataset.
public enum Table: String, Sendable, Hashable, CaseIterable {
  case partners, ties, offers, needs, fits, projects, participation, meetings, attendance, phases, candidates,
    municipalities, tasks, same, network
}

/// The columns of the tables; the raw value is the English header.
public enum Column: String, Sendable, Hashable, CaseIterable {
  case name, id, short, sector, kind, role, municipality, latitude, longitude, `public`, interest, votes, joined, left,
    position, resources, website, contact, consent, answered
  case source, target, field, strength
  case strengthBack = "strength_back"
  case trust
  case trustBack = "trust_back"
  case directed, since, until
  case partner, topic, capacity, amount, priority
  case need, offer, fit
  case title, status, from, budget
  case project
  case date
  case meeting
  case offers, effort
  case population
  case task
  case sameAs = "same_as"
  case key, value
}
