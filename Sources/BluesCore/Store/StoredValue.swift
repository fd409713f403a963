internal import Basics
internal import Foundation
internal import GRDB

/// A value as the tables hold it; whatever is read of the store is read as one of these.
///
/// A file can hold anything, since other programs can write it too. What is not of its kind is a
/// problem with a place, never a trap and never a guess.
protocol StoredValue {
  /// The value of what is stored; nil when that is of another kind.
  static func read(_ stored: DatabaseValue) -> Self?
}

extension Optional: StoredValue where Wrapped: StoredValue {
  static func read(_ stored: DatabaseValue) -> Self? {
    if stored.isNull { return .some(nil) }
    return Wrapped.read(stored).map { .some($0) }
  }
}

extension String: StoredValue {
  static func read(_ stored: DatabaseValue) -> String? {
    guard case .string(let text) = stored.storage else { return nil }
    return text
  }
}

extension Int64: StoredValue {
  static func read(_ stored: DatabaseValue) -> Int64? {
    guard case .int64(let number) = stored.storage else { return nil }
    return number
  }
}

extension Int: StoredValue {
  /// A count or a number of things; nothing that could make a sum overflow.
  static func read(_ stored: DatabaseValue) -> Int? {
    guard case .int64(let number) = stored.storage, (-(1 << 53)..<(1 << 53)).contains(number) else {
      return nil
    }
    return Int(number)
  }
}

extension Bool: StoredValue {
  static func read(_ stored: DatabaseValue) -> Bool? {
    switch stored.storage {
    case .int64(0): false
    case .int64(1): true
    default: nil
    }
  }
}

extension Data: StoredValue {
  static func read(_ stored: DatabaseValue) -> Data? {
    guard case .blob(let bytes) = stored.storage else { return nil }
    return bytes
  }
}

extension Day: StoredValue {
  static func read(_ stored: DatabaseValue) -> Day? {
    String.read(stored).flatMap { Day(iso: $0) }
  }
}

extension ProjectMonth: StoredValue {
  static func read(_ stored: DatabaseValue) -> ProjectMonth? {
    Int.read(stored).flatMap { ProjectMonth(number: $0) }
  }
}

extension Money: StoredValue {
  /// Whole cents, fewer than would make a sum overflow.
  static func read(_ stored: DatabaseValue) -> Money? {
    Int.read(stored).map { Money(cents: Int64($0)) }
  }
}

extension WorkPackageCode: StoredValue {
  static func read(_ stored: DatabaseValue) -> WorkPackageCode? {
    Int.read(stored).flatMap { WorkPackageCode(number: $0) }
  }
}

extension MilestoneCode: StoredValue {
  static func read(_ stored: DatabaseValue) -> MilestoneCode? {
    Int.read(stored).flatMap { MilestoneCode(number: $0) }
  }
}

extension ExchangeCode: StoredValue {
  static func read(_ stored: DatabaseValue) -> ExchangeCode? {
    Int.read(stored).flatMap { ExchangeCode(number: $0) }
  }
}

extension RawRepresentable where Self: StoredValue, RawValue == String {
  static func read(_ stored: DatabaseValue) -> Self? {
    String.read(stored).flatMap { Self(rawValue: $0) }
  }
}
