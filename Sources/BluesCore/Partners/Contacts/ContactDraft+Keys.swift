internal import Basics

extension ContactDraft {
  /// What makes a row of a list the same contact as an earlier one.
  ///
  /// The sender's own id where there is one; else organisation, name and mailbox, as `Spelling`
  /// compares them; and the address too when neither a name nor a mailbox tells two rows of one
  /// organisation apart. The country is left to whoever compares two contacts, because it may come
  /// from an option that is given once and not again.
  var matchKey: Int64 {
    if let key = senderKey { return key }
    var digest = Digest()
    digest.addSpelling(partner)
    for field in [ContactField.organisation, .name, .givenName, .familyName] {
      digest.addSpelling(self[field])
    }
    digest.addLowered(self[.email])
    if isOfNobody {
      for field in [ContactField.street, .postcode, .city] { digest.addSpelling(self[field]) }
    }
    return digest.value
  }

  /// The key by which files of earlier versions know the contact: to the byte, with the country.
  var earlierKey: Int64 {
    if let key = senderKey { return key }
    var digest = Digest()
    digest.add(partner)
    for field in [ContactField.organisation, .country, .name, .givenName, .familyName] {
      digest.add(self[field])
    }
    digest.addLowered(self[.email])
    if isOfNobody {
      for field in [ContactField.street, .postcode, .city] { digest.add(self[field]) }
    }
    return digest.value
  }

  private var senderKey: Int64? {
    guard let id = self[.externalID] else { return nil }
    var digest = Digest()
    digest.add("id")
    digest.add(scope)
    digest.add(id)
    return digest.value
  }

  private var isOfNobody: Bool { !isNamed && !says(.email) }

  private var isNamed: Bool { says(.name) || says(.givenName) || says(.familyName) }

  /// Whether it is somebody with a mailbox, who is one person however often a list has them.
  var isPerson: Bool { isNamed && says(.email) && !says(.externalID) }

  /// Everything the row says, so that the same row again changes nothing.
  ///
  /// The digests of kept cells are summed up, because a sender may move columns about.
  var fingerprint: Int64 {
    var digest = Digest()
    digest.add(partner)
    for field in ContactField.first { digest.add(self[field]) }
    for field in ContactField.later {
      guard let text = self[field] else { continue }
      digest.add(field.key)
      digest.add(text)
    }
    digest.add(keptSum)
    return digest.value
  }

  private var keptSum: UInt64 {
    kept.reduce(0) { sum, cell in
      var one = Digest()
      one.add(cell.heading)
      one.add(cell.text)
      return sum &+ UInt64(bitPattern: one.value)
    }
  }
}
