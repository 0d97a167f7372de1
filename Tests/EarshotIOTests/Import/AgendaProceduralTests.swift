import EarshotIO
import Testing

@Suite("Procedural titles")
struct AgendaProceduralTests {
    @Test("titles by which a meeting runs itself are procedural", arguments: procedural)
    func isProcedural(_ title: String) {
        #expect(ProceduralTitles.contain(title))
    }

    @Test("titles that name business of their own are not", arguments: business)
    func isBusiness(_ title: String) {
        #expect(!ProceduralTitles.contain(title))
    }

    @Test("the item that excludes the public is told from the other procedural ones")
    func exclusion() {
        #expect(ProceduralTitles.isExclusion("Exclusion of the Press and Public"))
        #expect(!ProceduralTitles.isExclusion("Public Question Time"))
        #expect(!ProceduralTitles.isExclusion("Exclusion order: public highway, Mill Lane"))
    }

    static let procedural = [
        "Apologies for Absence", "Apologies", "Apologies for absence and substitutions",
        "To receive apologies for absence", "Declarations of Interest",
        "Declarations of interests and dispensations", "Disclosable Pecuniary Interests",
        "To receive any declarations of disclosable pecuniary interests from Members", "Minutes",
        "Minutes of the Previous Meeting", "Minutes of the meeting held on 18 November 2025",
        "To confirm the minutes of the meeting of the Planning Committee held on 3 March 2026",
        "Minutes - 12 May 2026", "Matters Arising", "Matters arising from the minutes", "Public Question Time",
        "Public Questions", "Questions from Members of the Public", "Questions from Councillors", "Petitions",
        "Petitions and Deputations", "Deputations", "Public Participation", "Exclusion of the Press and Public",
        "Exclusion of Public and Press", "To exclude the press and public", "Urgent Items Authorised by the Chair",
        "Urgent Business", "Any Other Urgent Business",
        "Any other business which the Chair is of the opinion is urgent", "Items of Urgent Business",
        "Chair's Announcements", "Chairman’s announcements", "Mayor's Announcements", "Leader's Announcements",
        "Announcements", "Date of Next Meeting", "Date and time of next meeting", "Dates of Future Meetings",
        "Webcasting Notice", "Filming and Recording of Meetings", "Membership of the Committee",
        "Welcome and Introductions", "Fire Evacuation Procedure", "Order of Business", "Election of Chair",
        "Appointment of Vice-Chair", "Election of Chair and Vice-Chair for the Municipal Year 2026/27",
        "Forward Plan", "Work Programme", "Work Programme 2026/27", "Committee Work Programme", "Action Log",
        "Public Speaking", "Ymddiheuriadau am absenoldeb", "Cofnodion", "Late items", "Quorum", "Exempt Items",
        "Confidential Items", "Close of meeting", "Substitutions", "1. Apologies", "Record of the last meeting",
        "Declarations of Party Whip", "AOB", "Prayers", "Communications from the Mayor",
    ]

    static let business = [
        "Petition Regarding the Closure of Mill Lane", "Petition: Save Acacia Library",
        "Zebra Crossing, Mill Lane - Consultation Results", "Community Safety Update",
        "Highway Maintenance Programme 2026/27", "Community Grants Programme", "Decision Progress Update",
        "Urgent Business: Closure of Mill Bridge", "Urgent repairs to Acacia Bridge",
        "Public Spaces Protection Order", "Public toilets", "Membership of the North Waste Authority",
        "15-Minute City Neighbourhood Plan", "Minutes silence garden at Mill Park",
        "Exclusion zones around schools", "Deputation: Save Acacia Library",
        "Question from Residents about Acacia Road Parking", "Fire Station Closure", "Fire Safety in Tower Blocks",
        "Emergency Planning Annual Report", "Budget 2027/28", "25/03195/FUL Old Mill, Station Road",
        "Public Health Annual Report", "Recording Studio, Mill Lane", "Local Plan: Publication Draft",
        "Calendar of Events", "Call-in: Acacia Road Library", "Scrutiny review of bus services",
        "Council Tax Exemptions", "Private Sector Housing Licensing", "Late Night Levy", "Time limits for parking",
        "Close Road Traffic Scheme", "Break Clause: Town Hall lease", "Chair Lift at Civic Centre",
        "Public Footpath 12 diversion", "Urgent Care Centre", "Lobbying for a new station",
        "Emergency Evacuation Plan for Flood Zones", "Public Forum Building Redevelopment",
        "Cabinet Member's Report", "Motions", "Board Walk", "Urgent and Emergency Care", "Public Art",
        "Next steps for Acacia Road", "Future of Acacia Library", "Public Access", "Fire",
        "Statement of Licensing Policy", "Adoption of standing orders", "March Road closure",
        "Emergency Procedures", "Public", "Business", "Urgent", "Attendance at schools", "Private",
        "Notice of closure", "Agenda for change", "Terms of reference", "Ward boundaries", "Standing Orders",
        "The Mayor", "May fair", "Note the meeting room refurbishment", "25 November 2026", "",
    ]
}
