/// What can be measured of the network as a whole; the raw value is the key in JSON and on the command line.
public enum NetworkMeasure: String, Sendable, Hashable, CaseIterable {
  case partners, ties, directed, density, components, isolates
  case diameter, meanDistance
  case transitivity, averageClustering
  case degreeCentralization, closenessCentralization, betweennessCentralization
  case fragmentation, distanceFragmentation
  case reciprocity
  case eiIndex, sectorAssortativity
  case modularity
  case blau, pielou, effectiveSectors
}
