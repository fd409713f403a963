/// The emblem as a PNG picture of 405 by 270 dots, for files that hold no SVG.
enum EmblemPicture {
  /// The bytes of the picture, which a test draws again from the corners of the stars.
  static var png: [UInt8] { PackageResources.emblem_png }
}
