internal import Basics

extension ContactDraft {
  /// What makes a row of a list the same contact as an earlier one.
  ///
  /// The sender's own id where there is one; else organisation, country, name and mailbox; and
  /// the address too when neither a name nor a mailbox tells two rows of one organisation apart.
  var matchKey: Int64 {
    var digest = Digest()
    if let id = self[.externalID] {
      digest.add("id")
      digest.add(scope)
      digest.add(id)
      return digest.value
    }
    digest.add(partner)
    for field in [ContactField.organisation, .country, .name, .givenName, .familyName] {
      digest.add(self[field])
    }
    digest.addLowered(self[.email])
    let isOfNobody = [ContactField.name, .givenName, .familyName, .email].allSatisfy {
      self[$0] == nil
    }
    if isOfNobody {
      for field in [ContactField.street, .postcode, .city] { digest.add(self[field]) }
    }
    return digest.value
  }

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
    var sum: UInt64 = 0
    for cell in kept {
      var one = Digest()
      one.add(cell.heading)
      one.add(cell.text)
      sum &+= UInt64(bitPattern: one.value)
    }
    digest.add(sum)
    return digest.value
  }
}
