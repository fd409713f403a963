import CXlsxWriter
import Glibc

/// The functions of libxlsxwriter, found when the first workbook is written.
///
/// Loading it costs several milliseconds, since it brings OpenSSL along, and most commands write
/// no workbook; so it is not linked (`docs/decisions/0012-libxlsxwriter.md`).
struct XlsxLibrary: Sendable {
  typealias Book = UnsafeMutablePointer<lxw_workbook>
  typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
  typealias Format = UnsafeMutablePointer<lxw_format>
  typealias Text = UnsafePointer<CChar>

  typealias OpenBook =
    @convention(c) (Text, UnsafeMutablePointer<lxw_workbook_options>) -> Book?
  typealias SetProperties =
    @convention(c) (Book, UnsafeMutablePointer<lxw_doc_properties>) -> lxw_error
  typealias AddSheet = @convention(c) (Book, Text) -> Sheet?
  typealias AddFormat = @convention(c) (Book) -> Format?
  typealias CloseBook = @convention(c) (Book) -> lxw_error
  typealias FreeBook = @convention(c) (Book) -> Void
  typealias SetMark = @convention(c) (Format) -> Void
  typealias SetNumberFormat = @convention(c) (Format, Text) -> Void
  typealias SetColour = @convention(c) (Format, lxw_color_t) -> Void
  typealias WriteText =
    @convention(c) (Sheet, lxw_row_t, lxw_col_t, Text, Format?) -> lxw_error
  typealias WriteNumber =
    @convention(c) (Sheet, lxw_row_t, lxw_col_t, Double, Format?) -> lxw_error
  typealias SetColumn =
    @convention(c) (Sheet, lxw_col_t, lxw_col_t, Double, Format?) -> lxw_error
  typealias SetRow = @convention(c) (Sheet, lxw_row_t, Double, Format?) -> lxw_error
  typealias Freeze = @convention(c) (Sheet, lxw_row_t, lxw_col_t) -> Void
  typealias Filter =
    @convention(c) (Sheet, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) -> lxw_error
  typealias Ignore = @convention(c) (Sheet, UInt8, Text) -> lxw_error
  typealias Validate =
    @convention(c) (
      Sheet, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t,
      UnsafeMutablePointer<lxw_data_validation>
    ) -> lxw_error
  typealias WriteFormula =
    @convention(c) (Sheet, lxw_row_t, lxw_col_t, Text, Format?, Double) -> lxw_error
  typealias SetSize = @convention(c) (Format, Double) -> Void
  typealias SetSide = @convention(c) (Format, UInt8) -> Void
  typealias SetPage = @convention(c) (Sheet) -> Void
  typealias SetNumber = @convention(c) (Sheet, UInt8) -> Void
  typealias Fit = @convention(c) (Sheet, UInt16, UInt16) -> Void
  typealias Repeat = @convention(c) (Sheet, lxw_row_t, lxw_row_t) -> lxw_error
  typealias SetFoot = @convention(c) (Sheet, Text) -> lxw_error
  typealias InsertPicture =
    @convention(c) (
      Sheet, lxw_row_t, lxw_col_t, UnsafePointer<UInt8>, Int,
      UnsafeMutablePointer<lxw_image_options>
    ) -> lxw_error
  typealias Explain = @convention(c) (lxw_error) -> Text?

  let openBook: OpenBook
  let setProperties: SetProperties
  let addSheet: AddSheet
  let addFormat: AddFormat
  let closeBook: CloseBook
  let freeBook: FreeBook
  let setBold: SetMark
  let setWrapped: SetMark
  let setNumberFormat: SetNumberFormat
  let setBackground: SetColour
  let writeText: WriteText
  let writeNumber: WriteNumber
  let setColumn: SetColumn
  let setRow: SetRow
  let freeze: Freeze
  let filter: Filter
  let ignore: Ignore
  let validate: Validate
  let writeFormula: WriteFormula
  let setSize: SetSize
  let setColour: SetColour
  let setBorder: SetSide
  let setAlignment: SetSide
  let setLandscape: SetPage
  let setPaper: SetNumber
  let hideGrid: SetNumber
  let hide: SetPage
  let fit: Fit
  let repeatRows: Repeat
  let setFoot: SetFoot
  let insertPicture: InsertPicture
  let flushRow: SetPage
  let explain: Explain

  /// The library as the headers of the build describe it; nil where it is not installed.
  static let found: XlsxLibrary? = XlsxLibrary(named: "libxlsxwriter.so.\(LXW_SOVERSION)")

  private init?(named name: String) {
    guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
    func find<Function>(_ symbol: String, _ type: Function.Type) -> Function? {
      dlsym(handle, symbol).map { unsafeBitCast($0, to: type) }
    }
    guard let openBook = find("workbook_new_opt", OpenBook.self),
      let setProperties = find("workbook_set_properties", SetProperties.self),
      let addSheet = find("workbook_add_worksheet", AddSheet.self),
      let addFormat = find("workbook_add_format", AddFormat.self),
      let closeBook = find("workbook_close", CloseBook.self),
      let freeBook = find("lxw_workbook_free", FreeBook.self),
      let setBold = find("format_set_bold", SetMark.self),
      let setWrapped = find("format_set_text_wrap", SetMark.self),
      let setNumberFormat = find("format_set_num_format", SetNumberFormat.self),
      let setBackground = find("format_set_bg_color", SetColour.self),
      let writeText = find("worksheet_write_string", WriteText.self),
      let writeNumber = find("worksheet_write_number", WriteNumber.self),
      let setColumn = find("worksheet_set_column", SetColumn.self),
      let setRow = find("worksheet_set_row", SetRow.self),
      let freeze = find("worksheet_freeze_panes", Freeze.self),
      let filter = find("worksheet_autofilter", Filter.self),
      let ignore = find("worksheet_ignore_errors", Ignore.self),
      let validate = find("worksheet_data_validation_range", Validate.self),
      let writeFormula = find("worksheet_write_formula_num", WriteFormula.self),
      let setSize = find("format_set_font_size", SetSize.self),
      let setColour = find("format_set_font_color", SetColour.self),
      let setBorder = find("format_set_top", SetSide.self),
      let setAlignment = find("format_set_align", SetSide.self),
      let setLandscape = find("worksheet_set_landscape", SetPage.self),
      let setPaper = find("worksheet_set_paper", SetNumber.self),
      let hideGrid = find("worksheet_gridlines", SetNumber.self),
      let hide = find("worksheet_hide", SetPage.self),
      let fit = find("worksheet_fit_to_pages", Fit.self),
      let repeatRows = find("worksheet_repeat_rows", Repeat.self),
      let setFoot = find("worksheet_set_footer", SetFoot.self),
      let insertPicture = find("worksheet_insert_image_buffer_opt", InsertPicture.self),
      let flushRow = find("lxw_worksheet_write_single_row", SetPage.self),
      let explain = find("lxw_strerror", Explain.self)
    else { return nil }
    self.openBook = openBook
    self.setProperties = setProperties
    self.addSheet = addSheet
    self.addFormat = addFormat
    self.closeBook = closeBook
    self.freeBook = freeBook
    self.setBold = setBold
    self.setWrapped = setWrapped
    self.setNumberFormat = setNumberFormat
    self.setBackground = setBackground
    self.writeText = writeText
    self.writeNumber = writeNumber
    self.setColumn = setColumn
    self.setRow = setRow
    self.freeze = freeze
    self.filter = filter
    self.ignore = ignore
    self.validate = validate
    self.writeFormula = writeFormula
    self.setSize = setSize
    self.setColour = setColour
    self.setBorder = setBorder
    self.setAlignment = setAlignment
    self.setLandscape = setLandscape
    self.setPaper = setPaper
    self.hideGrid = hideGrid
    self.hide = hide
    self.fit = fit
    self.repeatRows = repeatRows
    self.setFoot = setFoot
    self.insertPicture = insertPicture
    self.flushRow = flushRow
    self.explain = explain
  }
}
