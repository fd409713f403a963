import Testing

/// A place that others may read is warned about when a command writes, once for each user.
@Suite struct `The place of a project` {
  @Test func `that others may read is warned about once`() throws {
    let place = try Place.withProject()
    let ran = try place.run(
      """
      export HOME="$PWD/home"; mkdir home; chmod 644 blues.db
      blues wp list --columns code --no-header | head -1
      blues wp set WP1 --title One; blues wp set WP1 --title Two
      chmod 600 blues.db; unset HOME; blues wp set WP1 --title Three
      ls home/.local/state/blues | wc -l
      """)
    let path = "\(place.path)/blues.db".replacing("//", with: "/")
    #expect(
      ran.output == """
        WP1
        blues: others may read \(path), which has personal data: chmod 600 \(path)
        Changed WP1.
        Changed WP1.
        Changed WP1.
        1

        """)
  }

  @Test func `of a live store in a cloud service's folder is warned about once`() throws {
    let place = try Place.withProject()
    let ran = try place.run(
      """
      export XDG_STATE_HOME="$PWD/state"; mkdir Dropbox; mv blues.db Dropbox; cd Dropbox
      blues wp set WP1 --title One; blues wp set WP1 --title Two
      """)
    let folder = place.path.replacing("//", with: "/")
    #expect(
      ran.output == """
        blues: \(folder)/Dropbox/blues.db is in a folder that Dropbox copies while it changes, which can \
        damage it: keep the project elsewhere and its backups there (blues backup)
        Changed WP1.
        Changed WP1.

        """)
  }
}
