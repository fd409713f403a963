extension Migration {
  /// The search index without a copy of the words: an import's load of it costs half.
  ///
  /// The index only says which contacts may be meant; a search looks at the contacts themselves.
  static let search = Migration(
    sql: """
      ALTER TABLE contact_search RENAME TO contact_search_before;
      CREATE VIRTUAL TABLE contact_search USING fts5 (
        words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
      );
      INSERT INTO contact_search (rowid, words) SELECT rowid, words FROM contact_search_before;
      DROP TABLE contact_search_before;
      """)
}
