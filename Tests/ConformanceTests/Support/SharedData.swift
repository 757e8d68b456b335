import Foundation

/// Real data that is not part of the repository: the folder `../shared/data` beside it, or the one that the environment
/// variable REGIONET_SHARED_DATA names.
enum SharedData {
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["REGIONET_SHARED_DATA"] { return existing(URL(filePath: path)) }
    let repository = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    return existing(repository.appending(path: "../shared/data").standardizedFileURL)
  }()

  static let absence: String = "no shared data: set REGIONET_SHARED_DATA, or place it in ../shared/data"

  static func folder(_ name: String) -> URL? { folder.flatMap { existing($0.appending(path: name)) } }

  private static func existing(_ folder: URL) -> URL? {
    FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
