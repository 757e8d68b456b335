import NetworkModel

#if canImport(Glibc)
  import Glibc
#endif

/// The entry of libFuzzer; `Scripts/fuzz` builds it together with NetworkFiles. REGIONET_FUZZ names the reader.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let draft = FuzzedReader.chosen(bytes)
  guard let draft else { return 0 }
  let review = Network.review(draft)
  guard let network = review.network, network.partners.count < 200, network.ties.count < 400 else { return 0 }
  // What was read can be written and read again.
  let format = FuzzedReader.writers[count % FuzzedReader.writers.count]
  guard let output = Interchange.write(network, as: format) else { return 0 }
  if let again = try? Dataset.read(bytes: output.bytes, name: "again.\(format)") { _ = Network.review(again) }
  return 0
}

private enum FuzzedReader {
  static let writers = ["graphml", "gexf", "gml", "net", "dot", "dl", "edgelist", "kumu.json", "cyjs"]

  nonisolated(unsafe) static let chosen: ([UInt8]) -> NetworkDraft? = {
    let name = getenv("REGIONET_FUZZ").map { String(cString: $0) } ?? "graphml"
    let formats: [String: any InterchangeFormat.Type] = [
      "graphml": GraphMLFormat.self, "gexf": GEXFFormat.self, "gml": GMLFormat.self, "pajek": PajekFormat.self,
      "dl": DLFormat.self, "dot": DOTFormat.self, "edgelist": EdgeListFormat.self, "sif": SIFFormat.self,
      "lgl": LGLFormat.self, "mtx": MatrixMarketFormat.self, "metis": METISFormat.self,
      "matrix": AdjacencyMatrixFormat.self, "json": KumuFormat.self,
    ]
    if let format = formats[name] { return { format.read($0, file: "fuzz") } }
    if name == "ucinet" {
      return { bytes in
        let cut = bytes.first.map { min(Int($0), bytes.count - 1) } ?? 0
        return UCINETFormat.read(
          header: Array(bytes.dropFirst().prefix(cut)), data: Array(bytes.dropFirst(cut + 1)), file: "fuzz")
      }
    }
    return { try? Dataset.read(bytes: $0, name: "fuzz.csv") }
  }()
}
