extension Folding {
  /// U+00C0 to U+024F: Latin-1 letters to Latin Extended-B.
  static let latin = """
    a a a a a a ae c e e e e i i i i d n o o o o o ? o u u u u y th ss a a a a a a ae c e e
    e e i i i i d n o o o o o ? o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e
    e e e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l
    l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u
    u u u u u u u u w w y y y z z z z z z s b b ? ? b b o c c d d d d d e e e f f g g hv i i
    k k l l m n n o o o gh gh p p r s s s s t t t t u u u v y y z z z ? ? ? ? 5 5 ? w ? ? ?
    ? dz dz dz lj lj lj nj nj nj a a i i o o u u u u u u u u u u e a a a a ae ae g g g g k k
    o o o o z z j dz dz dz g g hv w n n a a ae ae o o a a a a e e e e i i i i o o o o r r r
    r u u u u s s t t y y h h n d ou ou ? ? a a e e o o o o o o o o y y l n t j db qp a c c
    l t s z ' ' b u v e e j j ? ? r r y y
    """

  /// U+1E00 to U+1EFF: Latin Extended Additional.
  static let latinAdditional = """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h
    i i i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p
    r r r r r r r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w
    w w w w w w x x x x y y z z z z z z h t w y ? s ? ? ss ? a a a a a a a a a a a a a a a a
    a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o
    o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y ? ? ? ? ? ?
    """

  /// U+0370 to U+03FF: Greek, after ELOT 743 letter by letter.
  static let greek = """
    ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? a ? e i i ? o ? y o i a v g d e z i th i k l
    m n x o p r ? s t y f ch ps o i y a e i i y a v g d e z i th i k l m n x o p r s s t y f
    ch ps o i y o y o ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?
    ? ? th ? ? ? ? ? ? ? ? ? ? ?
    """

  /// U+1F00 to U+1FFF: Greek with breathings.
  static let greekExtended = """
    a a a a a a a a a a a a a a a a e e e e e e ? ? e e e e e e ? ? i i i i i i i i i i i i
    i i i i i i i i i i i i i i i i i i i i o o o o o o ? ? o o o o o o ? ? y y y y y y y y
    ? y ? y ? y ? y o o o o o o o o o o o o o o o o a a e e i i i i o o y y o o ? ? a a a a
    a a a a a a a a a a a a i i i i i i i i i i i i i i i i o o o o o o o o o o o o o o o o
    a a a a a ? a a a a a a a ? i ? ? ? i i i ? i i e e i i i ? ? ? i i i i ? ? i i i i i i
    ? ? ? ? y y y y r r y y y y y y r ? ? ? ? ? o o o ? o o o o o o o ? ? ?
    """

  /// U+0400 to U+04FF: Cyrillic, where languages differ as Bulgarian law romanises it.
  static let cyrillic = """
    e e d gj ye dz i yi j lj nj c kj i u dz a b v g d e zh z i y k l m n o p r s t u f h ts
    ch sh sht a y - e yu ya a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y -
    e yu ya e e d gj ye dz i yi j lj nj c kj i u dz ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?
    ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? g g ? ? ? ? ? ? ? ? ? ? ? ? ? ?
    ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? zh zh ? ? ? ? ? ? ? ?
    ? ? ? ? ? a a a a ? ? e e ? ? ? ? zh zh z z ? ? i i i i o o ? ? ? ? e e u u u u u u ch
    ch ? ? y y ? ? ? ? ? ?
    """
}
