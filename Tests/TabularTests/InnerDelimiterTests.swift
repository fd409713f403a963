import Tabular
import Testing

@Suite struct `Delimiters within cells` {
  @Test(arguments: [
    ("1\t88,87,86\n2\t10,20,30\n3\t1,2,3\n4\t255,0,1\n", "\t"),
    ("sky\t88,87,86\nsea\t10,20,30\nsun\t1,2,3\n", "\t"),
    ("sky,blue\tx\nsea,green\ty\nsun,red\tz\n", "\t"),
    ("88,87,86\tsky\n10,20,30\tsea\n", "\t"),
    ("2020-01-01 10:00\t1,2,3,4,5,6,7,8\n2020-01-02 10:00\t1,2,3,4,5,6,7,8\n", "\t"),
    ("7\t1;2;3\n8\t4;5;6\n", "\t"), ("x\ta|b|c\ny\td|e|f\n", "\t"),
    ("Aqua,a|b|c|d|e,5\nBora,c|d|e|f|g,6\nCielo,x|y|z|v|w,7\n", ","),
    ("Aqua;a|b|c|d|e;5\nBora;c|d|e|f|g;6\nCielo;x|y|z|v|w;7\n", ";"),
    ("Aqua,a|b|c|d|e\nBora,c|d\nCielo,x|y|z\n", ","),
    ("Aqua,a|b|c|d|e\nBora,b|b|c|d|e\nCielo,c|b|c|d|e\n", ","),
    ("a|b|c|d;Aqua\ne|f|g|h;Bora\n", ";"),
    ("'Aqua';1,5;2,5\n'Bora';3,25;4,75\n'Cielo';5,1;6,2\n", ";"),
    ("'Aqua, x';'1,5';'2,5'\n'Bora, y';'3,25';'4,75'\n'Cielo, z';'5,1';'6,2'\n", ";"),
    ("1,5;2,5;'Aqua'\n3,25;4,75;'Bora'\n5,1;6,2;'O''Brien'\n", ";"),
    ("1,5;2,5\n3,25;4,75\n5,1;6,2\n", ";"), ("'x';1,5\n'y';2,5\n", ";"),
  ])
  func `the table outside the lists is found`(text: String, delimiter: String) throws {
    #expect(
      try Table(text, ReadingOptions(hasHeader: false)).dialect?.delimiter == delimiter.utf8.first)
  }

  @Test(arguments: [
    ("Munich|48.1,11.5|x\nRome|41.9,12.5|y\n", "|"), ("a|b|1,5\nc|d|2,5\n", "|"),
    ("x,foo;bar\ny,foo;baz\n", ","), ("a,1;2,b\nc,3;4,d\n", ","), ("n,1,2,3\nm,4,5,6\n", ","),
    ("Doe, Ada|Rome, IT\nLee, Bob|Bonn, DE\n", "|"),
  ])
  func `a table of lists is not turned inside out`(text: String, delimiter: String) throws {
    #expect(
      try Table(text, ReadingOptions(hasHeader: false)).dialect?.delimiter == delimiter.utf8.first)
  }
}
