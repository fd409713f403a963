internal import FoundationEssentials

/// Reads the data files that are built into the program.
enum Resource {
  /// Decodes a data file; one that does not decode is a defect of the build, which tests rule out.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], named name: String
  ) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      fatalError("The built-in file \(name) cannot be read: \(error)")
    }
  }
}
