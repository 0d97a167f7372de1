import EarshotCore

/// What is said of Office files that are not read.
enum OfficeRefusal {
    /// `nil` for those that are.
    static func of(_ kind: OfficeOutline.Kind, path: String) -> Diagnostic? {
        switch kind {
        case .oldWorkbook:
            Diagnostic(
                .error, "This is an Excel file of the old kind (.xls), which is not read", at: path,
                mend: "Open it in Excel or LibreOffice and save it as .xlsx")
        case .binaryWorkbook:
            Diagnostic(
                .error, "This is a binary Excel file (.xlsb), which is not read", at: path,
                mend: "Open it in Excel and save it as .xlsx")
        case .openSheet:
            Diagnostic(
                .error, "This is an OpenDocument spreadsheet (.ods), which is not read", at: path,
                mend: "Open it and save it as .xlsx or CSV")
        case .openDocument:
            Diagnostic(
                .error, "This is an OpenDocument text (.odt), which is not read", at: path,
                mend: "Open it and save it as .docx")
        case .locked:
            Diagnostic(
                .error, "The file is protected by a password", at: path,
                mend: "Open it, take the password off and save it again")
        default: nil
        }
    }
}
