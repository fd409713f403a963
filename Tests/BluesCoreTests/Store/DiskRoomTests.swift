import Testing

@testable import BluesCore

@Suite struct `Room on a disk` {
  @Test func `no free block is a full disk, and a place without blocks is none`() {
    #expect(DiskRoom.isFull(blocks: 1_000, free: 0))
    #expect(!DiskRoom.isFull(blocks: 1_000, free: 1))
    #expect(!DiskRoom.isFull(blocks: 0, free: 0))
  }

  @Test func `a project in memory, or in a folder that is not there, is on no full disk`() {
    #expect(!DiskRoom.isFull(at: ":memory:"))
    #expect(!DiskRoom.isFull(at: "/proc/none/blues.db"))
  }
}
