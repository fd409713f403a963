/// One thing of the project that people list, show, add, set, remove, import and export.
///
/// A record is a struct whose properties can be set; its register describes their kind once.
package protocol Record: Sendable, Equatable {
  associatedtype Code: RecordCode
  /// What lists, options, imports, exports and SQL of this kind of record are derived from.
  static var register: Register<Self> { get }
  var code: Code { get }
  /// A record of which nothing but its code is known yet.
  init(code: Code)
}
