internal import CMarkdown

/// Takes out of parsed Markdown what a page must not have, and moves its headings.
struct ProseCleaning {
  /// Whether the address of a link is written behind it, for forms that have no links.
  let showsAddresses: Bool

  private typealias Node = OpaquePointer

  /// Cleans a whole text that stands below a heading of the level.
  func clean(_ tree: OpaquePointer, below level: Int) {
    let nodes = Self.nodes(of: tree)
    let highest =
      nodes.filter { Self.type($0) == CMARK_NODE_HEADING }
      .map { Int(cmark_node_get_heading_level($0)) }.min() ?? 1
    for node in nodes {
      switch Self.type(node) {
      case CMARK_NODE_HEADING:
        let deeper = Int(cmark_node_get_heading_level(node)) - highest + level + 1
        cmark_node_set_heading_level(node, Int32(clamping: min(deeper, 6)))
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        cmark_node_set_literal(node, VisibleText.line(Self.literal(node)))
      case CMARK_NODE_CODE_BLOCK:
        cmark_node_set_literal(
          node, VisibleText.lines(Self.literal(node)).joined(separator: "\n"))
        cmark_node_set_fence_info(node, "")
      case CMARK_NODE_HTML_INLINE: replace(inlineHTML: node)
      case CMARK_NODE_HTML_BLOCK: replace(htmlBlock: node)
      case CMARK_NODE_LINK: check(link: node)
      case CMARK_NODE_IMAGE: replace(image: node)
      default: break
      }
    }
  }

  private func replace(inlineHTML node: Node) {
    guard let text = Self.new(CMARK_NODE_TEXT) else { return }
    cmark_node_set_literal(text, VisibleText.line(Self.literal(node)))
    Self.replace(node, with: text)
  }

  /// Its lines become those of a paragraph.
  private func replace(htmlBlock node: Node) {
    guard let paragraph = Self.new(CMARK_NODE_PARAGRAPH) else { return }
    let lines = Self.literal(node).split(separator: "\n").map(String.init)
    for (position, line) in lines.enumerated() {
      if position > 0 { cmark_node_append_child(paragraph, Self.new(CMARK_NODE_SOFTBREAK)) }
      guard let text = Self.new(CMARK_NODE_TEXT) else { continue }
      cmark_node_set_literal(text, VisibleText.line(line))
      cmark_node_append_child(paragraph, text)
    }
    Self.replace(node, with: paragraph)
  }

  private func check(link node: Node) {
    guard let target = Self.target(node) else { return Self.unwrap(node) }
    cmark_node_set_url(node, target)
    cmark_node_set_title(node, "")
    if showsAddresses { show(target, behind: node) }
  }

  private func replace(image node: Node) {
    guard let target = Self.target(node), !Self.isWithinLink(node),
      let link = Self.new(CMARK_NODE_LINK)
    else { return Self.unwrap(node) }
    cmark_node_set_url(link, target)
    while let child = cmark_node_first_child(node) { cmark_node_append_child(link, child) }
    Self.replace(node, with: link)
    if showsAddresses { show(target, behind: link) }
  }

  /// An address that is the link's own text is not repeated.
  private func show(_ target: String, behind link: Node) {
    let shown = cmark_node_first_child(link).map(Self.literal) ?? ""
    guard shown.isEmpty || !target.hasSuffix(shown), let text = Self.new(CMARK_NODE_TEXT) else {
      return
    }
    cmark_node_set_literal(text, " (\(VisibleText.line(target)))")
    if cmark_node_insert_after(link, text) == 0 { cmark_node_free(text) }
  }

  /// Where a link or a picture leads; nil where it must not.
  private static func target(_ node: Node) -> String? {
    cmark_node_get_url(node).flatMap { HTMLEscaping.target(of: String(cString: $0)) }
  }

  private static func isWithinLink(_ node: Node) -> Bool {
    var above = cmark_node_parent(node)
    while let one = above {
      if type(one) == CMARK_NODE_LINK { return true }
      above = cmark_node_parent(one)
    }
    return false
  }

  private static func type(_ node: Node) -> cmark_node_type { cmark_node_get_type(node) }

  private static func literal(_ node: Node) -> String {
    guard let literal = cmark_node_get_literal(node) else { return "" }
    // Not characters of HTML and XML: a parser would refuse the page.
    let scalars = String(cString: literal).unicodeScalars.map { scalar in
      scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func new(_ type: cmark_node_type) -> Node? { cmark_node_new(type) }

  private static func replace(_ old: Node, with new: Node) {
    guard cmark_node_replace(old, new) != 0 else { return cmark_node_free(new) }
    cmark_node_free(old)
  }

  /// Leaves what is within in place of the node.
  private static func unwrap(_ node: Node) {
    while let child = cmark_node_first_child(node), cmark_node_insert_before(node, child) != 0 {}
    cmark_node_free(node)
  }

  /// All nodes, what is within before what it is within.
  private static func nodes(of tree: Node) -> [Node] {
    guard let walk = cmark_iter_new(tree) else { return [] }
    defer { cmark_iter_free(walk) }
    var nodes: [Node] = []
    while true {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE else { return nodes }
      guard let node = cmark_iter_get_node(walk) else { return nodes }
      let isLeaf = cmark_node_first_child(node) == nil
      if event == CMARK_EVENT_EXIT || isLeaf { nodes.append(node) }
    }
  }
}
