import EarshotCore

/// What `meeting.yaml` says of a file under `files`, for what the file itself leaves open. It travels in
/// `ImportContext.columns` under names that no column has.
struct TableDefaults {
    static let dateOrder = "date_order"
    static let delimiter = "delimiter"
    static let network = "default_network"
    static let place = "default_place"
    static let title = "default_thread_title"
    static let names: Set = [dateOrder, delimiter, network, place, title]

    /// `nil` where it is not said.
    var dayFirst: Bool?
    var delimiter: UInt8?
    var network: String
    var place: String
    var title: String

    init(_ columns: [String: String]) {
        switch columns[Self.dateOrder] {
        case "dmy": dayFirst = true
        case "mdy": dayFirst = false
        default: dayFirst = nil
        }
        delimiter = columns[Self.delimiter]?.utf8.first
        network = columns[Self.network] ?? ""
        place = columns[Self.place] ?? ""
        title = columns[Self.title] ?? ""
    }
}
